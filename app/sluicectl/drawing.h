#pragma once

#include "core/operations/workspace.h"

#include <QCoreApplication>

namespace sluice::ctl {

/// An application object: with painting (off screen, no display needed) or without.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool painting);

/// Writes topology.svg and topology.png of a deployment into `folder`; `document` gives the cells of the last
/// verification.
Status drawDeployment(operations::Workspace &workspace, const QString &deployment, const Json &document,
                      const QString &folder);
/// One file in one format ("svg", "png" or "pdf").
Status drawFile(operations::Workspace &workspace, const QString &deployment, const Json &document,
                const QString &format, const QString &file);

} // namespace sluice::ctl
