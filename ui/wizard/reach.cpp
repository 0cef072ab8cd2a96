#include "ui/wizard/reach.h"

#include <QCoreApplication>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

QString sourceWords(const QStringList &sources) {
    if (sources.isEmpty())
        return tr("nobody");
    for (const QString &source : sources) {
        if (source.endsWith(QLatin1String("/0")))
            return tr("the whole Internet (%1)").arg(sources.join(QStringLiteral(", ")));
    }
    return sources.join(QStringLiteral(", "));
}

} // namespace

QStringList whoCanReach(const blueprint::Plan &plan) {
    QStringList lines;
    for (const blueprint::PlannedResource &resource : plan.resources) {
        const bool bastion = resource.role == blueprint::Role::BastionFirewall;
        if (!bastion && resource.role != blueprint::Role::PrivateFirewall)
            continue;
        const QString whom = bastion ? tr("the bastion") : tr("the private droplet");
        const Json &rules = jsonMember(resource.request, "inbound_rules");
        if (rules.empty())
            lines << tr("Nobody can connect to %1.").arg(whom);
        for (const Json &rule : rules) {
            const QStringList sources = jsonStringList(jsonMember(rule, "sources"), "addresses");
            lines << tr("Port %1 (%2) of %3: %4")
                         .arg(jsonString(rule, "ports"), jsonString(rule, "protocol"), whom, sourceWords(sources));
        }
    }
    return lines;
}

} // namespace sluice::ui
