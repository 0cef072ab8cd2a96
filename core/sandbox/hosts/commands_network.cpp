#include "core/sandbox/hosts/commands.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

QString shownRoute(const HostRoute &route) {
    QString text = route.destination.prefix() == 0    ? QStringLiteral("default")
                   : route.destination.prefix() == 32 ? route.destination.network().toString()
                                                      : route.destination.toString();
    if (!route.via.isNull())
        text += QStringLiteral(" via ") + route.via.toString();
    text += QStringLiteral(" dev ") + route.device;
    if (!route.protocol.isEmpty())
        text += QStringLiteral(" proto ") + route.protocol;
    if (!route.source.isNull())
        text += QStringLiteral(" scope link src ") + route.source.toString();
    else if (route.protocol == QLatin1String("static"))
        text += QStringLiteral(" onlink");
    if (route.metric != 0)
        text += QStringLiteral(" metric %1").arg(route.metric);
    return text;
}

QString jsonRoutes(const QList<HostRoute> &routes) {
    Json array = Json::array();
    for (const HostRoute &route : routes) {
        Json item = {
            {"dst", (route.destination.prefix() == 0 ? QStringLiteral("default") : route.destination.toString())
                        .toStdString()},
            {"dev", route.device.toStdString()},
            {"protocol", route.protocol.toStdString()}};
        if (!route.via.isNull())
            item["gateway"] = route.via.toString().toStdString();
        if (route.metric != 0)
            item["metric"] = route.metric;
        array.push_back(item);
    }
    return QString::fromUtf8(toJsonText(array));
}

int routeCommand(Shell &shell, const QStringList &words, bool json, bool six, Shell::Io &io) {
    QList<HostRoute> &routes = shell.machine().routes;
    const QString verb = words.value(0, QStringLiteral("show"));
    const auto after = [&words](const char *key) {
        const qsizetype at = words.indexOf(QLatin1String(key));
        return at < 0 ? QString() : words.value(at + 1);
    };
    if (verb == QLatin1String("show") || verb == QLatin1String("list") || verb.isEmpty() ||
        verb == QLatin1String("default")) {
        if (six)
            return 0; // no IPv6 route: nothing is configured
        const QString only = words.value(1) == QLatin1String("table") ? QString() : words.value(1);
        QList<HostRoute> shown;
        for (const HostRoute &route : std::as_const(routes)) {
            const bool isDefault = route.destination.prefix() == 0;
            const QString to = route.destination.prefix() == 32 ? route.destination.network().toString()
                                                                : route.destination.toString();
            if (only.isEmpty() || (only == QLatin1String("default") && isDefault) || only == to ||
                only == route.destination.toString())
                shown << route;
        }
        if (json)
            *io.out += jsonRoutes(shown).toUtf8() + '\n';
        else
            for (const HostRoute &route : std::as_const(shown))
                *io.out += shownRoute(route).toUtf8() + '\n';
        return 0;
    }
    if (six) {
        *io.err += "RTNETLINK answers: Operation not supported\n";
        return 2;
    }
    if (verb == QLatin1String("get")) {
        const auto address = Ipv4::parse(words.value(1));
        const HostRoute *route = address ? shell.machine().routeTo(*address) : nullptr;
        if (!route) {
            *io.err += "RTNETLINK answers: Network is unreachable\n";
            return 2;
        }
        *io.out +=
            QStringLiteral("%1 via %2 dev %3\n").arg(words.value(1), route->via.toString(), route->device).toUtf8();
        return 0;
    }
    QString text = words.value(1);
    if (text == QLatin1String("default"))
        text = QStringLiteral("0.0.0.0/0");
    if (!text.contains(QLatin1Char('/')))
        text += QStringLiteral("/32");
    const auto destination = Cidr::parse(text);
    const auto via = Ipv4::parse(after("via"));
    if (!destination) {
        *io.err +=
            QStringLiteral("Error: any valid prefix is expected rather than \"%1\".\n").arg(words.value(1)).toUtf8();
        return 1;
    }
    // Routes to one destination with different metrics stand beside each other; `del` without one takes the first.
    const bool anyMetric = words.indexOf(QLatin1String("metric")) < 0 && verb.startsWith(QLatin1String("del"));
    const int metric = after("metric").toInt();
    const auto same = [&](const HostRoute &route) {
        return route.destination == *destination && route.protocol != QLatin1String("kernel") &&
               (anyMetric || route.metric == metric) && (!anyMetric || !via || route.via == *via);
    };
    const auto existing = std::find_if(routes.begin(), routes.end(), same);
    if (verb == QLatin1String("del") || verb == QLatin1String("delete")) {
        if (existing == routes.end()) {
            *io.err += "RTNETLINK answers: No such process\n";
            return 2;
        }
        routes.erase(existing);
    } else {
        if (!via) {
            *io.err += "Error: inet address is expected after \"via\".\n";
            return 1;
        }
        // Without a device the kernel takes the interface whose network contains the next hop.
        QString device = after("dev");
        if (device.isEmpty()) {
            const HostRoute *next = shell.machine().routeTo(*via);
            if (!next || !next->via.isNull()) {
                *io.err += "RTNETLINK answers: Network is unreachable\n";
                return 2;
            }
            device = next->device;
        }
        const HostRoute route{*destination, *via, device, Ipv4(), QString(), metric};
        if (verb == QLatin1String("add") && existing != routes.end()) {
            *io.err += "RTNETLINK answers: File exists\n";
            return 2;
        }
        if (verb == QLatin1String("change") && existing == routes.end()) {
            *io.err += "RTNETLINK answers: No such file or directory\n";
            return 2;
        }
        if (existing != routes.end())
            *existing = route;
        else
            routes.prepend(route);
    }
    if (shell.host().networkChanged)
        shell.host().networkChanged();
    return 0;
}

int ip(Shell &shell, const QStringList &words, Shell::Io &io) {
    QStringList rest = words.mid(1);
    bool json = false;
    bool six = false;
    while (!rest.isEmpty() && rest.first().startsWith(QLatin1Char('-'))) {
        json = json || rest.first() == QLatin1String("-j");
        six = six || rest.first() == QLatin1String("-6");
        rest.removeFirst();
    }
    const QString object = rest.isEmpty() ? QString() : rest.takeFirst();
    if (QStringLiteral("route").startsWith(object) && !object.isEmpty())
        return routeCommand(shell, rest, json, six, io);
    if (QStringLiteral("address").startsWith(object) || object == QLatin1String("addr") ||
        object == QLatin1String("link")) {
        for (const HostRoute &route : std::as_const(shell.machine().routes)) {
            if (route.protocol == QLatin1String("kernel") && !six)
                *io.out += QStringLiteral("%1: %2    inet %3/%4 scope global %2\n")
                               .arg(route.device == QLatin1String("eth0") ? 2 : 3)
                               .arg(route.device, route.source.toString())
                               .arg(route.destination.prefix())
                               .toUtf8();
        }
        return 0;
    }
    if (object == QLatin1String("rule")) {
        *io.out += "0:\tfrom all lookup local\n32766:\tfrom all lookup main\n";
        return 0;
    }
    *io.err += QStringLiteral("Object \"%1\" is unknown, try \"ip help\".\n").arg(object).toUtf8();
    return 1;
}

int netplan(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words.mid(1), {}, {QStringLiteral("root-dir")});
    const QString verb = words.value(1);
    const QString root = arguments.has(QStringLiteral("root-dir"))
                             ? shell.absolute(arguments.value(QStringLiteral("root-dir")))
                             : QString();
    QString warning;
    if (verb == QLatin1String("generate")) {
        bool ok = false;
        const QMap<QString, QByteArray> units = netplanUnits(shell.machine(), root, &warning, &ok);
        *io.err += warning.toUtf8();
        if (!ok) {
            *io.err += '\n';
            return 1;
        }
        const QString folder = root + QStringLiteral("/run/systemd/network");
        shell.machine().folders.insert(folder);
        for (auto it = units.cbegin(); it != units.cend(); ++it)
            shell.machine().files.insert(folder + QLatin1Char('/') + it.key(), it.value());
        return 0;
    }
    if (verb == QLatin1String("apply") || verb == QLatin1String("try")) {
        QList<HostRoute> routes;
        if (!netplanRoutes(shell.machine(), QString(), &routes, &warning)) {
            *io.err += warning.toUtf8() + '\n';
            return 1;
        }
        *io.err += warning.toUtf8();
        // What was typed by hand is not netplan's to take away; it stays beside what the files say.
        for (const HostRoute &route : std::as_const(shell.machine().routes)) {
            const bool filed = std::any_of(routes.cbegin(), routes.cend(), [&route](const HostRoute &other) {
                return other.destination == route.destination && other.metric == route.metric;
            });
            if (route.protocol.isEmpty() && !filed)
                routes.append(route);
        }
        shell.machine().routes = routes;
        shell.spend(2);
        if (shell.host().networkChanged)
            shell.host().networkChanged();
        return 0;
    }
    if (verb == QLatin1String("get")) {
        for (const QString &name : shell.machine().list(QStringLiteral("/etc/netplan")))
            *io.out += shell.machine().files.value(QStringLiteral("/etc/netplan/") + name);
        return 0;
    }
    *io.err += "netplan: error: invalid choice\n";
    return 2;
}

int curl(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("moHwXdAeu"),
                              {QStringLiteral("max-time"), QStringLiteral("connect-timeout"), QStringLiteral("retry"),
                               QStringLiteral("retry-delay"), QStringLiteral("output"), QStringLiteral("write-out"),
                               QStringLiteral("header"), QStringLiteral("request")});
    const bool silent = arguments.has(QStringLiteral("s")) || arguments.has(QStringLiteral("silent"));
    const bool showError = !silent || arguments.has(QStringLiteral("S")) || arguments.has(QStringLiteral("show-error"));
    const auto complain = [&](int status, const QString &text) {
        if (showError)
            *io.err += QStringLiteral("curl: (%1) %2\n").arg(status).arg(text).toUtf8();
        return status;
    };
    if (arguments.operands.isEmpty() || !shell.host().fabric)
        return complain(2, QStringLiteral("no URL specified"));
    const int family = arguments.has(QStringLiteral("6")) ? 6 : (arguments.has(QStringLiteral("4")) ? 4 : 0);
    const double limit =
        arguments.value(QStringLiteral("m"), arguments.value(QStringLiteral("max-time"), QStringLiteral("130")))
            .toDouble();
    const QString url = arguments.operands.last();
    const QString host = url.section(QStringLiteral("://"), -1).section(QLatin1Char('/'), 0, 0);
    const Fabric::Outcome outcome = shell.host().fabric->http(shell.host().source, url, family);
    switch (outcome.kind) {
    case Fabric::Outcome::Kind::Timeout:
        shell.spend(limit);
        return complain(
            28, QStringLiteral("Connection timed out after %1 milliseconds").arg(static_cast<int>(limit * 1000)));
    case Fabric::Outcome::Kind::DnsFailure:
        shell.spend(1);
        return complain(6, QStringLiteral("Could not resolve host: %1").arg(host));
    case Fabric::Outcome::Kind::Refused:
    case Fabric::Outcome::Kind::NoRoute:
        return complain(
            7, QStringLiteral("Failed to connect to %1 port 443 after 1 ms: Couldn't connect to server").arg(host));
    case Fabric::Outcome::Kind::Answered:
        break;
    }
    shell.spend(0.1);
    const bool fail = arguments.has(QStringLiteral("f")) || arguments.has(QStringLiteral("fail"));
    if (fail && outcome.status >= 400)
        return complain(22, QStringLiteral("The requested URL returned error: %1").arg(outcome.status));
    const QString file = arguments.value(QStringLiteral("o"), arguments.value(QStringLiteral("output")));
    if (!file.isEmpty())
        shell.writeFile(QStringLiteral("curl"), file, outcome.body, io);
    else
        *io.out += outcome.body;
    QString format = arguments.value(QStringLiteral("w"), arguments.value(QStringLiteral("write-out")));
    *io.out += format.replace(QStringLiteral("%{http_code}"), QString::number(outcome.status))
                   .replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                   .toUtf8();
    return 0;
}

int getent(Shell &shell, const QStringList &words, Shell::Io &io) {
    if (!shell.host().fabric || !shell.host().fabric->resolves(shell.host().source))
        return 2;
    *io.out += QStringLiteral("203.0.113.80    %1\n").arg(words.last()).toUtf8();
    return 0;
}

int sshKeygen(Shell &shell, const QStringList &words, Shell::Io &io) {
    const Arguments arguments(words, QStringLiteral("fE"));
    QByteArray key;
    if (!shell.readFile(QStringLiteral("ssh-keygen"), arguments.value(QStringLiteral("f")), &key, io))
        return 255;
    *io.out += key;
    return 0;
}

} // namespace

const QMap<QString, CommandFunction> &networkCommands() {
    static const QMap<QString, CommandFunction> table{{QStringLiteral("ip"), ip},
                                                      {QStringLiteral("netplan"), netplan},
                                                      {QStringLiteral("curl"), curl},
                                                      {QStringLiteral("getent"), getent},
                                                      {QStringLiteral("ssh-keygen"), sshKeygen}};
    return table;
}

} // namespace sluice::sandbox
