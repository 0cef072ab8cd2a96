#pragma once

#include "session.h"

namespace sluice::ctl {

/// Each command returns the process's exit code and has printed its one JSON document (with --json) or its text.
int planCommand(Session &session, const QString &file);
int applyCommand(Session &session, const QString &file, bool thenVerify);
int resumeCommand(Session &session, const QString &name, bool thenVerify, const engine::ApplyOptions &options);
/// `only`: some cells again; empty = the whole matrix.
int verifyCommand(Session &session, const QString &name, const QStringList &only);
int remedyCommand(Session &session, const QString &name, const QString &action);
int statusCommand(Session &session, const QString &name, bool measure);
int changeCommand(Session &session, const QString &name, const operations::ChangeRequest &request, bool planOnly,
                  bool thenVerify);
int repairCommand(Session &session, const QString &name, const QString &abandonedEgressIp, bool planOnly,
                  bool thenVerify);
int destroyCommand(Session &session, const QString &name, bool yes, bool deleteAssociated);
int rebuildCommand(Session &session);
int listCommand(Session &session);
int showCommand(Session &session, const QString &name);
int historyCommand(Session &session, const QString &name);
int exportCommand(Session &session, const QString &name, const QString &format, const QString &file);

/// The whole life on an embedded sandbox: plan, apply, verify, draw, destroy. `folder` (may be empty) gets
/// topology.svg, topology.png and report.json.
int demoCommand(int argc, char **argv, Globals globals, const QString &folder);
/// `export --format svg|png`: the topology drawing, painted off screen. Makes its own (GUI) application object.
int exportDrawing(int argc, char **argv, const Globals &globals, const QString &name, const QString &format,
                  const QString &file);

/// Prints the JSON document (with --json) or the error's text on stderr, and gives the exit code.
int conclude(const Session &session, const Status &status, Json document);

} // namespace sluice::ctl
