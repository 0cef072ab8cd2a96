#include "report.h"

namespace sluice::ctl {

namespace {

QString money(double usd) {
    return QString::number(usd, 'f', usd < 10 ? 4 : 2);
}

QString row(const QString &left, int width, const QString &right) {
    return QStringLiteral("  %1 %2\n").arg(left, -width).arg(right);
}

} // namespace

QString planText(const Json &document) {
    const Json &plan = jsonMember(document, "plan");
    QString text;
    if (jsonMember(plan, "resources").empty())
        return text;
    text += QStringLiteral("Plan for %1 (%2 resources)\n")
                .arg(jsonString(document, "deployment"))
                .arg(jsonMember(plan, "resources").size());
    for (const Json &resource : jsonMember(plan, "resources")) {
        const QStringList needs = jsonStringList(resource, "depends_on");
        const double price = jsonDouble(resource, "usd_per_month");
        text += QStringLiteral("  %1 %2 %3%4%5\n")
                    .arg(jsonString(resource, "action"), -7)
                    .arg(jsonString(resource, "name"), -17)
                    .arg(jsonString(resource, "cloud_name"), -32)
                    .arg(price > 0 ? QStringLiteral(" %1 USD/month").arg(money(price)) : QString())
                    .arg(needs.isEmpty() ? QString() : QStringLiteral("  after ") + needs.join(QStringLiteral(", ")));
    }
    text += QStringLiteral("Cost: %1 USD/month, %2 USD/hour\n")
                .arg(money(jsonDouble(plan, "usd_per_month")), money(jsonDouble(plan, "usd_per_hour")));
    for (const Json &warning : jsonMember(plan, "warnings"))
        text += QStringLiteral("Warning %1: %2\n").arg(jsonString(warning, "code"), jsonString(warning, "message"));
    for (const Json &consequence : jsonMember(plan, "consequences"))
        text += QStringLiteral("Note: %1\n").arg(jsonString(consequence, "message"));
    return text.trimmed();
}

QString outputsText(const Json &document) {
    QString text = QStringLiteral("Outputs\n");
    for (const auto &[key, value] : jsonMember(document, "outputs").items()) {
        if (value.is_string())
            text += row(QString::fromStdString(key), 24, QString::fromStdString(value.get<std::string>()));
    }
    return text.trimmed();
}

QString matrixText(const Json &document) {
    QString text = QStringLiteral("Verification\n");
    for (const Json &cell : jsonMember(document, "cells")) {
        text += QStringLiteral("  %1 %2 expected %3; observed %4\n")
                    .arg(jsonString(cell, "verdict").toUpper(), -7)
                    .arg(jsonString(cell, "id"), -34)
                    .arg(jsonString(cell, "expected"), jsonString(cell, "observed", QStringLiteral("nothing")));
        const Json &diagnosis = jsonMember(cell, "diagnosis");
        if (!jsonString(diagnosis, "cause").isEmpty())
            text += QStringLiteral("          %1: %2\n          Remedy: %3\n")
                        .arg(jsonString(diagnosis, "cause"), jsonString(diagnosis, "message"),
                             jsonString(diagnosis, "remedy"));
    }
    const auto chosen = jsonMember(document, "only").size();
    if (chosen == 0)
        return text + QStringLiteral("Verdict: %1").arg(jsonString(document, "verdict").toUpper());
    return text + QStringLiteral("Verdict of the %1 measured again: %2. The deployment as a whole: %3; only the whole "
                                 "matrix proves it.")
                      .arg(chosen == 1 ? QStringLiteral("one cell") : QStringLiteral("%1 cells").arg(chosen),
                           jsonString(document, "verdict").toUpper(),
                           jsonString(document, "deployment_verdict").toUpper());
}

QString leftText(const Json &certificate) {
    const auto kept = jsonMember(certificate, "kept").size();
    const QString left = QStringLiteral("%1 left").arg(jsonMember(certificate, "left").size());
    return kept == 0 ? left : QStringLiteral("%1, %2 kept on purpose").arg(left).arg(kept);
}

QString certificateText(const Json &document) {
    const Json &certificate = jsonMember(document, "certificate");
    if (certificate.empty())
        return {};
    QString text = QStringLiteral("Certificate (%1)\n").arg(jsonString(certificate, "at"));
    for (const Json &item : jsonMember(certificate, "checked"))
        text += QStringLiteral("  %1 %2 %3\n")
                    .arg(jsonString(item, "kind"), -20)
                    .arg(jsonString(item, "name"), -34)
                    .arg(jsonString(item, "how"));
    for (const Json &item : jsonMember(certificate, "left"))
        text += QStringLiteral("  LEFT %1 %2 %3\n")
                    .arg(jsonString(item, "kind"), jsonString(item, "name"), jsonString(item, "id"));
    text += QStringLiteral("%1 looked for, %2, %3 USD/h")
                .arg(jsonMember(certificate, "checked").size())
                .arg(leftText(certificate))
                .arg(money(jsonDouble(certificate, "usd_per_hour")));
    return text;
}

QString errorText(const Json &document) {
    const Json &error = jsonMember(document, "error");
    QString text = QStringLiteral("Error: %1").arg(jsonString(error, "message"));
    QStringList where;
    for (const char *key : {"resource", "path"}) {
        if (!jsonString(error, key).isEmpty())
            where << jsonString(error, key);
    }
    if (!jsonString(error, "request_id").isEmpty())
        where << QStringLiteral("request id %1").arg(jsonString(error, "request_id"));
    if (!where.isEmpty())
        text += QStringLiteral("\n  Where: %1").arg(where.join(QStringLiteral(", ")));
    if (!jsonString(error, "remedy").isEmpty())
        text += QStringLiteral("\n  What to do: %1").arg(jsonString(error, "remedy"));
    for (const Json &problem : jsonMember(document, "problems")) {
        text += QStringLiteral("\n  %1 %2: %3")
                    .arg(jsonString(problem, "severity"), jsonString(problem, "field"), jsonString(problem, "message"));
        if (!jsonString(problem, "proposal").isEmpty())
            text += QStringLiteral(" Proposal: %1").arg(jsonString(problem, "proposal"));
    }
    return text;
}

QString stepsText(const Json &document) {
    QString text = QStringLiteral("Steps\n");
    for (const Json &step : jsonMember(document, "steps"))
        text += QStringLiteral("  %1 %2 %3\n")
                    .arg(jsonString(step, "phase"), -9)
                    .arg(jsonString(step, "name"), -17)
                    .arg(jsonString(step, "id"));
    return text.trimmed();
}

QString rebuildText(const Json &document) {
    if (!document.contains("found"))
        return {};
    QString text;
    for (const Json &found : document["found"])
        text +=
            QStringLiteral("%1 (%2) in %3: %4, %5\n")
                .arg(jsonString(found, "deployment"), jsonString(found, "id"), jsonString(found, "region"),
                     jsonBool(found, "whole") ? QStringLiteral("whole") : QStringLiteral("not whole"),
                     jsonBool(found, "known") ? QStringLiteral("known already") : QStringLiteral("unknown until now"));
    for (const Json &rebuilt : jsonMember(document, "rebuilt")) {
        text += QStringLiteral("Recorded %1; verify measures it, destroy removes it\n")
                    .arg(jsonString(rebuilt, "deployment"));
        for (const QString &missing : jsonStringList(rebuilt, "missing"))
            text += QStringLiteral("  not there: %1\n").arg(missing);
    }
    return text.isEmpty() ? QStringLiteral("No deployment of Sluice is in this account.") : text.trimmed();
}

QString changesText(const Json &document) {
    QString text = QStringLiteral("Changes\n");
    for (const Json &change : jsonMember(document, "changes"))
        text += QStringLiteral("  %1: %2 -> %3%4\n    %5\n")
                    .arg(jsonString(change, "field"), jsonString(change, "before"), jsonString(change, "after"),
                         jsonString(change, "effect") == QLatin1String("refused") ? QStringLiteral(" (not possible)")
                                                                                  : QString(),
                         jsonString(change, "message"));
    return text + QStringLiteral("  USD a month: %1 -> %2")
                      .arg(jsonDouble(document, "usd_per_month_before"), 0, 'f', 2)
                      .arg(jsonDouble(document, "usd_per_month"), 0, 'f', 2);
}

QString repairsText(const Json &document) {
    if (document["repairs"].empty())
        return QStringLiteral("Nothing to repair: what differs, if anything, is not Sluice's to change.");
    QString text = QStringLiteral("Repairs\n");
    for (const Json &item : document["repairs"])
        text += QStringLiteral("  %1%2 %3: %4\n")
                    .arg(jsonBool(item, "changes_egress_ip") ? QStringLiteral("CHANGES THE EGRESS IP ") : QString(),
                         jsonString(item, "repair"), jsonString(item, "resource"), jsonString(item, "message"));
    return text.trimmed();
}

QString driftText(const Json &document) {
    const Json &drift = jsonMember(document, "drift");
    if (drift.empty())
        return QStringLiteral("No drift: the account holds what the journal says.");
    QString text = QStringLiteral("Drift\n");
    for (const Json &item : drift)
        text += QStringLiteral("  %1%2: %3\n")
                    .arg(jsonBool(item, "changes_egress_ip") ? QStringLiteral("EGRESS IP ") : QString(),
                         jsonString(item, "resource"), jsonString(item, "message"));
    return text.trimmed();
}

} // namespace sluice::ctl
