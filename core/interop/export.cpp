#include "core/interop/export.h"

#include <QRegularExpression>

namespace sluice::interop {

namespace {

/// Mermaid has no escape inside quoted labels but numeric entities; everything but plain characters becomes one.
QString label(const QString &text) {
    QString out;
    for (const char32_t c : text.toUcs4()) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' ||
                           c == '-' || c == '.' || c == '/' || c == '_' || c == ':';
        out += plain ? QString(QChar(static_cast<char16_t>(c))) : QStringLiteral("#%1;").arg(static_cast<quint32>(c));
    }
    return out;
}

QString addressOf(const QString &name, const Outputs &outputs) {
    static const QMap<QString, QString> keys{{QStringLiteral("nat_gateway"), QStringLiteral("nat_gateway_public_ip")},
                                             {QStringLiteral("bastion"), QStringLiteral("bastion_public_ip")},
                                             {QStringLiteral("droplet"), QStringLiteral("droplet_private_ip")},
                                             {QStringLiteral("cluster"), QStringLiteral("cluster_endpoint")},
                                             {QStringLiteral("route"), QStringLiteral("nat_gateway_gateway_ip")}};
    return outputs.value(keys.value(name));
}

QString titleOf(const QString &kind) {
    QString title = kind;
    title.replace(QLatin1Char('_'), QLatin1Char(' '));
    return title;
}

QString node(const blueprint::PlannedResource &resource, const Outputs &outputs) {
    QStringList lines{label(titleOf(resource.kind)), label(resource.cloudName)};
    const QString address = addressOf(resource.name, outputs);
    if (!address.isEmpty())
        lines << label(address);
    return QStringLiteral("%1[\"%2\"]").arg(resource.name, lines.join(QStringLiteral("<br/>")));
}

/// One word of ssh_config: anything that could end it or start another directive is dropped.
QString word(const QString &text) {
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace() && c.isPrint() && c != QLatin1Char('"') && c != QLatin1Char('\\'))
            out += c;
    }
    return out;
}

/// A quoted value that may hold spaces (a path), with ssh_config's own % expansion switched off.
QString quoted(const QString &text) {
    QString out;
    for (const QChar c : text) {
        if (c.isPrint() && c != QLatin1Char('"'))
            out += c == QLatin1Char('%') ? QStringLiteral("%%") : QString(c);
    }
    return QLatin1Char('"') + out + QLatin1Char('"');
}

} // namespace

QString mermaid(const blueprint::Plan &plan, const Outputs &outputs) {
    using blueprint::Role;
    const auto inVpc = [](Role role) {
        return role == Role::NatGateway || role == Role::Cluster || role == Role::Bastion || role == Role::Droplet ||
               role == Role::Route;
    };
    const auto drawn = [](const blueprint::PlannedResource &resource) {
        return resource.kind != QLatin1String("check");
    };
    QString text = QStringLiteral("flowchart TB\n    internet((\"Internet\"))\n");
    const blueprint::PlannedResource *vpc = plan.find(QStringLiteral("vpc"));
    text += QStringLiteral("    subgraph vpc[\"VPC %1 %2\"]\n")
                .arg(label(vpc ? vpc->cloudName : plan.deployment), label(plan.blueprint.vpcCidr));
    for (const auto &resource : plan.resources) {
        if (drawn(resource) && inVpc(resource.role))
            text += QStringLiteral("        %1\n").arg(node(resource, outputs));
    }
    text += QStringLiteral("    end\n");
    for (const auto &resource : plan.resources) {
        if (drawn(resource) && !inVpc(resource.role) && resource.role != Role::Vpc)
            text += QStringLiteral("    %1\n").arg(node(resource, outputs));
    }
    for (const auto &resource : plan.resources) {
        for (const QString &need : resource.dependsOn) {
            const auto *needed = plan.find(need);
            // An arrow between a box and what it holds is not valid Mermaid; the box says it already.
            if (drawn(resource) && needed && drawn(*needed) && need != QLatin1String("vpc"))
                text += QStringLiteral("    %1 --> %2\n").arg(need, resource.name);
        }
    }
    for (const char *source : {"cluster", "droplet"}) {
        if (plan.find(QLatin1String(source)) && plan.find(QStringLiteral("nat_gateway")))
            text += QStringLiteral("    %1 -.->|egress| nat_gateway\n").arg(QLatin1String(source));
    }
    if (plan.find(QStringLiteral("nat_gateway")))
        text += QStringLiteral("    nat_gateway ==>|egress| internet\n");
    if (plan.find(QStringLiteral("bastion")))
        text += QStringLiteral("    internet -->|SSH| bastion\n");
    return text;
}

QString sshConfig(const QString &deployment, const Outputs &outputs, const QString &identityFile,
                  const QStringList &knownHosts) {
    const QString name = word(deployment);
    const QString bastion = word(outputs.value(QStringLiteral("bastion_public_ip")));
    const QString droplet = word(outputs.value(QStringLiteral("droplet_private_ip")));
    QString text =
        QStringLiteral("# Made by Sluice for %1. Include it from ~/.ssh/config. Needs OpenSSH 8.5 or newer.\n")
            .arg(name);
    // The pinned key stands in the configuration itself: private addresses are used again and again, so a line in a
    // shared known_hosts file would soon be another deployment's.
    const auto pinned = [&knownHosts](const QString &address) {
        static const QRegularExpression kLine(QStringLiteral("^[0-9A-Fa-f.:]+ [a-z0-9@.-]+ [A-Za-z0-9+/=]+$"));
        for (const QString &line : knownHosts) {
            if (line.section(QLatin1Char(' '), 0, 0) == address && kLine.match(line).hasMatch())
                return line;
        }
        return QString();
    };
    const auto host = [&](const QString &alias, const QString &address, const QString &jump) {
        QString block = QStringLiteral("\nHost %1\n    HostName %2\n    User root\n").arg(alias, address);
        if (!jump.isEmpty())
            block += QStringLiteral("    ProxyJump %1\n").arg(jump);
        if (!identityFile.isEmpty())
            block += QStringLiteral("    IdentityFile %1\n    IdentitiesOnly yes\n").arg(quoted(identityFile));
        const QString line = pinned(address);
        if (!line.isEmpty())
            block += QStringLiteral("    KnownHostsCommand /bin/echo %1\n    UserKnownHostsFile none\n"
                                    "    GlobalKnownHostsFile /dev/null\n    UpdateHostKeys no\n")
                         .arg(line);
        return block + QStringLiteral("    StrictHostKeyChecking %1\n")
                           .arg(line.isEmpty() ? QStringLiteral("ask") : QStringLiteral("yes"));
    };
    if (!bastion.isEmpty())
        text += host(name + QStringLiteral("-bastion"), bastion, {});
    if (!bastion.isEmpty() && !droplet.isEmpty())
        text += host(name + QStringLiteral("-droplet"), droplet, name + QStringLiteral("-bastion"));
    return text;
}

QString allowList(const QString &deployment, const Outputs &outputs) {
    const QString egress = word(outputs.value(QStringLiteral("nat_gateway_public_ip")));
    return egress.isEmpty() ? QString()
                            : QStringLiteral("# Egress of %1: all of its pods and its private droplet\n%2/32\n")
                                  .arg(word(deployment), egress);
}

} // namespace sluice::interop
