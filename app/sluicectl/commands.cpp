#include "commands.h"

#include "core/base/redact.h"
#include "core/operations/context.h"
#include "report.h"

#include <QTextStream>

namespace sluice::ctl {

namespace {

/// Reads the file, connects, and hands the blueprint on; bad input never needs a connection to be told.
template <class Use>
int withBlueprint(Session &session, const QString &file, Use use) {
    const auto blueprint = blueprint::readFile(file);
    if (!blueprint)
        return conclude(session, blueprint.error(), Json::object());
    const Status connected = session.connectAccount();
    if (!connected)
        return conclude(session, connected, Json::object());
    return use(*blueprint);
}

template <class Use>
int withAccount(Session &session, Use use) {
    const Status connected = session.connectAccount();
    if (!connected)
        return conclude(session, connected, Json::object());
    return use();
}

Json recordToJson(const store::DeploymentRecord &record) {
    return {{"deployment", record.name.toStdString()},
            {"id", record.id.toStdString()},
            {"account", record.account.toStdString()},
            {"phase", record.phase.toStdString()},
            {"verdict", record.lastVerdict.toStdString()},
            {"outputs", record.outputs.is_object() ? record.outputs : Json::object()},
            {"created", record.createdAt.toString(Qt::ISODate).toStdString()},
            {"updated", record.updatedAt.toString(Qt::ISODate).toStdString()}};
}

void printRun(const Session &session, const Json &document) {
    if (document.contains("plan"))
        session.print(planText(document));
    if (document.contains("changes"))
        session.print(changesText(document));
    if (document.contains("repairs"))
        session.print(repairsText(document));
    if (document.contains("steps"))
        session.print(stepsText(document));
    if (document.contains("outputs") && !document["outputs"].empty())
        session.print(outputsText(document));
    if (document.contains("cells"))
        session.print(matrixText(document));
    if (document.contains("certificate"))
        session.print(certificateText(document));
}

int runAndConclude(Session &session, operations::Operation *operation) {
    const Session::Outcome outcome = session.run(operation);
    printRun(session, outcome.document);
    return conclude(session, outcome.status, outcome.document);
}

} // namespace

int conclude(const Session &session, const Status &status, Json document) {
    if (!status && !document.contains("error"))
        document["error"] = operations::errorToJson(status.error());
    if (session.globals().json)
        QTextStream(stdout) << redact(QString::fromUtf8(toJsonText(document, 2))) << '\n';
    else if (!status)
        QTextStream(stderr) << redact(errorText(document)) << '\n';
    return exitCodeOf(status, document);
}

int planCommand(Session &session, const QString &file) {
    return withBlueprint(session, file, [&](const blueprint::Blueprint &blueprint) {
        return runAndConclude(session, session.workspace().plan(blueprint));
    });
}

int applyCommand(Session &session, const QString &file, bool thenVerify) {
    return withBlueprint(session, file, [&](const blueprint::Blueprint &blueprint) {
        return runAndConclude(session, session.workspace().applyBlueprint(blueprint, thenVerify));
    });
}

int resumeCommand(Session &session, const QString &name, bool thenVerify, const engine::ApplyOptions &options) {
    return withAccount(session,
                       [&] { return runAndConclude(session, session.workspace().resume(name, thenVerify, options)); });
}

int verifyCommand(Session &session, const QString &name, const QStringList &only) {
    return withAccount(session, [&] { return runAndConclude(session, session.workspace().verify(name, only)); });
}

int remedyCommand(Session &session, const QString &name, const QString &action) {
    return withAccount(session, [&] { return runAndConclude(session, session.workspace().remedy(name, action)); });
}

int statusCommand(Session &session, const QString &name, bool measure) {
    return withAccount(session, [&] {
        const Session::Outcome outcome = session.run(session.workspace().status(name, measure));
        printRun(session, outcome.document);
        if (outcome.document.contains("drift"))
            session.print(driftText(outcome.document));
        return conclude(session, outcome.status, outcome.document);
    });
}

int changeCommand(Session &session, const QString &name, const operations::ChangeRequest &request, bool planOnly,
                  bool thenVerify) {
    return withAccount(session, [&] {
        return runAndConclude(session, session.workspace().change(name, request, planOnly, thenVerify));
    });
}

int repairCommand(Session &session, const QString &name, const QString &abandonedEgressIp, bool planOnly,
                  bool thenVerify) {
    return withAccount(session, [&] {
        return runAndConclude(session, session.workspace().repair(name, abandonedEgressIp, planOnly, thenVerify));
    });
}

int destroyCommand(Session &session, const QString &name, bool yes, bool deleteAssociated) {
    if (!yes) {
        const Error error{
            .code = ErrorCode::NeedsDecision,
            .message = QStringLiteral("destroy deletes everything that %1 made, and its egress IP is lost").arg(name),
            .resource = name,
            .remedy = QStringLiteral("sluicectl show %1 lists what would go; add --yes to do it.").arg(name)};
        return conclude(session, error, Json::object());
    }
    return withAccount(session, [&] {
        return runAndConclude(session, session.workspace().destroy(name, {.deleteAssociated = deleteAssociated}));
    });
}

int rebuildCommand(Session &session) {
    return withAccount(session, [&] {
        const Session::Outcome outcome = session.run(session.workspace().rebuild());
        session.print(rebuildText(outcome.document));
        return conclude(session, outcome.status, outcome.document);
    });
}

int listCommand(Session &session) {
    const Status opened = session.open();
    if (!opened)
        return conclude(session, opened, Json::object());
    const auto records = session.workspace().deployments();
    if (!records)
        return conclude(session, records.error(), Json::object());
    Json document = {{"deployments", Json::array()}};
    for (const store::DeploymentRecord &record : *records) {
        document["deployments"].push_back(recordToJson(record));
        session.print(QStringLiteral("%1 %2 %3 %4")
                          .arg(record.name, -24)
                          .arg(record.phase, -11)
                          .arg(record.lastVerdict.isEmpty() ? QStringLiteral("not verified") : record.lastVerdict, -13)
                          .arg(jsonString(record.outputs, "nat_gateway_public_ip")));
    }
    if (records->isEmpty())
        session.print(QStringLiteral(
            "No deployments yet. sluicectl plan BLUEPRINT starts one; sluicectl demo shows a simulated one."));
    return conclude(session, Ok{}, document);
}

int showCommand(Session &session, const QString &name) {
    const Status opened = session.open();
    if (!opened)
        return conclude(session, opened, Json::object());
    const auto record = session.workspace().deployment(name);
    if (!record)
        return conclude(session, record.error(), Json::object());
    const auto steps = session.workspace().steps(name);
    if (!steps)
        return conclude(session, steps.error(), Json::object());
    Json document = recordToJson(*record);
    document["plan"] = record->plan;
    document["steps"] = operations::stepsToJson(*steps);
    const QString holder = session.workspace().heldBy(name);
    document["held_by"] = holder.toStdString();
    if (!holder.isEmpty())
        session.print(QStringLiteral("Being worked on by %1").arg(holder));
    session.print(QStringLiteral("%1: %2, last verdict %3")
                      .arg(record->name, record->phase,
                           record->lastVerdict.isEmpty() ? QStringLiteral("none") : record->lastVerdict));
    session.print(planText(document));
    session.print(stepsText(document));
    session.print(outputsText(document));
    // The verdict of an earlier verification is information here, not this command's own result.
    document["last_verdict"] = document["verdict"];
    document.erase("verdict");
    return conclude(session, Ok{}, document);
}

int historyCommand(Session &session, const QString &name) {
    const Status opened = session.open();
    if (!opened)
        return conclude(session, opened, Json::object());
    const auto record = session.workspace().deployment(name);
    if (!record)
        return conclude(session, record.error(), Json::object());
    const auto items = session.workspace().history(name);
    if (!items)
        return conclude(session, items.error(), Json::object());
    Json document = {{"deployment", name.toStdString()}, {"history", Json::array()}};
    for (const store::HistoryItem &item : *items) {
        document["history"].push_back({{"at", item.at.toString(Qt::ISODateWithMs).toStdString()},
                                       {"kind", item.kind.toStdString()},
                                       {"summary", item.summary.toStdString()},
                                       {"document", item.document}});
        session.print(
            QStringLiteral("%1 %2 %3").arg(item.at.toString(Qt::ISODate), -22).arg(item.kind, -8).arg(item.summary));
    }
    return conclude(session, Ok{}, document);
}

} // namespace sluice::ctl
