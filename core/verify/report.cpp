#include "core/base/words.h"
#include "core/verify/observations.h"

#include <algorithm>

namespace sluice::verify {

namespace {

Json jsonOf(const Evidence &evidence) {
    return {{"command", evidence.command.toStdString()},
            {"where", evidence.where.toStdString()},
            {"output", evidence.output.toStdString()},
            {"at", evidence.at.toStdString()},
            {"milliseconds", evidence.milliseconds}};
}

Json jsonOf(const Diagnosis &diagnosis) {
    return {{"cause", diagnosis.cause.toStdString()},
            {"message", diagnosis.message.toStdString()},
            {"remedy", diagnosis.remedy.toStdString()},
            {"action", diagnosis.action.toStdString()}};
}

Error malformed(const QString &message) {
    return {.code = ErrorCode::Malformed,
            .message = message,
            .resource = QStringLiteral("report"),
            .remedy = VerifyWords::tr("Verify the deployment again to get a new report.")};
}

/// Nothing but the three words is a verdict: a report that cannot be read must not turn into a pass.
Result<Verdict> verdictOf(const Json &object) {
    const QString name = jsonString(object, "verdict");
    for (const Verdict verdict : {Verdict::Pass, Verdict::Fail, Verdict::Unknown}) {
        if (name == verdictName(verdict))
            return verdict;
    }
    return malformed(VerifyWords::tr("The report has the verdict \"%1\", which is none of pass, fail and unknown.")
                         .arg(name.left(40)));
}

Result<Cell> cellOf(const Json &object) {
    const Result<Verdict> verdict = verdictOf(object);
    if (!verdict)
        return verdict.error();
    Cell cell{.id = jsonString(object, "id"),
              .source = jsonString(object, "source"),
              .destination = jsonString(object, "destination"),
              .protocol = jsonString(object, "protocol"),
              .expected = jsonString(object, "expected"),
              .predicted = jsonString(object, "predicted"),
              .observed = jsonString(object, "observed"),
              .verdict = *verdict,
              .negative = jsonBool(object, "negative"),
              .evidence = {},
              .diagnosis = {}};
    if (cell.id.isEmpty())
        return malformed(VerifyWords::tr("A cell of the report has no id."));
    for (const Json &item : jsonMember(object, "evidence"))
        cell.evidence.append({.command = jsonString(item, "command"),
                              .where = jsonString(item, "where"),
                              .output = jsonString(item, "output"),
                              .at = jsonString(item, "at"),
                              .milliseconds = jsonInt(item, "milliseconds")});
    const Json &diagnosis = jsonMember(object, "diagnosis");
    cell.diagnosis = {.cause = jsonString(diagnosis, "cause"),
                      .message = jsonString(diagnosis, "message"),
                      .remedy = jsonString(diagnosis, "remedy"),
                      .action = jsonString(diagnosis, "action")};
    return cell;
}

} // namespace

QString verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Pass:
        return QStringLiteral("pass");
    case Verdict::Fail:
        return QStringLiteral("fail");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

Verdict overall(const QList<Cell> &cells) {
    const auto any = [&cells](Verdict verdict) {
        return std::any_of(cells.begin(), cells.end(), [verdict](const Cell &cell) { return cell.verdict == verdict; });
    };
    if (any(Verdict::Fail))
        return Verdict::Fail;
    return cells.isEmpty() || any(Verdict::Unknown) ? Verdict::Unknown : Verdict::Pass;
}

Json toJson(const Cell &cell) {
    Json evidence = Json::array();
    for (const Evidence &item : cell.evidence)
        evidence.push_back(jsonOf(item));
    return {{"id", cell.id.toStdString()},
            {"source", cell.source.toStdString()},
            {"destination", cell.destination.toStdString()},
            {"protocol", cell.protocol.toStdString()},
            {"expected", cell.expected.toStdString()},
            {"predicted", cell.predicted.toStdString()},
            {"observed", cell.observed.toStdString()},
            {"verdict", verdictName(cell.verdict).toStdString()},
            {"negative", cell.negative},
            {"evidence", std::move(evidence)},
            {"diagnosis", cell.diagnosis.cause.isEmpty() ? Json() : jsonOf(cell.diagnosis)}};
}

Json toJson(const Report &report) {
    Json cells = Json::array();
    for (const Cell &cell : report.cells)
        cells.push_back(toJson(cell));
    Json json = {{"deployment", report.deployment.toStdString()},
                 {"egress_ip", report.egressIp.toStdString()},
                 {"verdict", verdictName(report.verdict).toStdString()},
                 {"cells", std::move(cells)},
                 {"started", report.startedAt.toStdString()},
                 {"finished", report.finishedAt.toStdString()},
                 {"api_calls", report.apiCalls}};
    if (!report.isWhole()) {
        json["only"] = Json::array();
        for (const QString &id : report.only)
            json["only"].push_back(id.toStdString());
    }
    return json;
}

Result<Report> reportFromJson(const Json &json) {
    if (!json.is_object())
        return malformed(VerifyWords::tr("The report is not a JSON object."));
    const Result<Verdict> verdict = verdictOf(json);
    if (!verdict)
        return verdict.error();
    Report report{.deployment = jsonString(json, "deployment"),
                  .egressIp = jsonString(json, "egress_ip"),
                  .verdict = *verdict,
                  .cells = {},
                  .startedAt = jsonString(json, "started"),
                  .finishedAt = jsonString(json, "finished"),
                  .apiCalls = static_cast<int>(jsonInt(json, "api_calls")),
                  .only = jsonStringList(json, "only")};
    for (const Json &item : jsonMember(json, "cells")) {
        Result<Cell> cell = cellOf(item);
        if (!cell)
            return cell.error();
        report.cells.append(std::move(*cell));
    }
    return report;
}

QStringList defaultEchoServices() {
    return {QStringLiteral("ifconfig.me"), QStringLiteral("api.ipify.org"), QStringLiteral("checkip.amazonaws.com"),
            QStringLiteral("icanhazip.com")};
}

} // namespace sluice::verify
