#include "core/verify/probe_script.h"

#include "core/base/redact.h"
#include "core/base/words.h"

#include <QRegularExpression>

namespace sluice::verify {

namespace {

constexpr qsizetype kMaxEvidence = 4096;
/// A shell's status for a command that exists but may not run; 127 is one that is not there, above are signals.
constexpr int kNotRun = 126;

/// A section that comes twice is left out: only an answer from outside can have brought the second one.
QMap<QString, QString> sectionsOf(const QString &output) {
    QMap<QString, QString> sections;
    QStringList begun;
    QStringList twice;
    QString name;
    for (const QString &line : output.split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("==="))) {
            name = line.mid(3).trimmed();
            (begun.contains(name) ? twice : begun).append(name);
        } else if (!name.isEmpty()) {
            sections[name] += line + QLatin1Char('\n');
        }
    }
    for (const QString &each : std::as_const(twice))
        sections.remove(each);
    return sections;
}

/// Output of the commands of one section and, on its last line "exit N", how the section's main command ended; -1 when
/// cut off.
int exitOf(QString *section) {
    static const QRegularExpression last(QStringLiteral("(?:^|\\n)exit (\\d+)\\s*$"));
    const QRegularExpressionMatch match = last.match(*section);
    if (!match.hasMatch())
        return -1;
    section->truncate(match.capturedStart());
    return match.captured(1).toInt();
}

void readRoutes(const QString &text, HostFacts *facts) {
    facts->routes = text.trimmed();
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const qsizetype via = words.indexOf(QStringLiteral("via"));
        if (words.value(0) == QLatin1String("default"))
            facts->defaultGateways << (via > 0 ? words.value(via + 1) : QString());
        if (words.value(0).startsWith(QLatin1String("169.254.169.254")) && via > 0)
            facts->metadataRoute = true;
    }
}

QStringList bootDefaultsOf(const QString &units) {
    QStringList defaults;
    // Gateway= in [Network] is short for a [Route] with nothing else (systemd.network(5)); netplan writes it for
    // gateway4.
    bool inRoute = false;
    QString destination;
    QString gateway;
    const auto close = [&] {
        if (inRoute && !gateway.isEmpty() && (destination.isEmpty() || destination == QLatin1String("0.0.0.0/0")))
            defaults << QStringLiteral("via ") + gateway;
        destination.clear();
        gateway.clear();
    };
    for (const QString &raw : units.split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        if (line.startsWith(QLatin1Char('['))) {
            close();
            inRoute = line == QLatin1String("[Route]") || line == QLatin1String("[Network]");
        } else if (line.startsWith(QLatin1String("Destination="))) {
            destination = line.mid(12);
        } else if (line.startsWith(QLatin1String("Gateway=")) && !line.contains(QLatin1Char(':'))) {
            gateway = line.mid(8);
        }
    }
    close();
    return defaults;
}

} // namespace

QString evidenceText(const QString &output) {
    return redact(output.size() > kMaxEvidence ? output.left(kMaxEvidence) + QStringLiteral("\n(cut)") : output);
}

QString echoScript(const QStringList &services) {
    return QStringLiteral("for s in %1; do printf '%s|' \"$s\"; curl -4 -sS --max-time 10 \"https://$s\" 2>&1 | head "
                          "-c 200 | tr -d '\\n'; echo; done")
        .replace(QStringLiteral("%1"), services.join(QLatin1Char(' ')));
}

Echo parseEcho(const QString &text) {
    Echo echo;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const qsizetype bar = line.indexOf(QLatin1Char('|'));
        if (bar <= 0 || line.left(bar).contains(QLatin1Char(' ')))
            continue;
        Echo::Answer answer;
        answer.service = line.left(bar);
        answer.raw = line.mid(bar + 1).trimmed().left(200);
        if (const auto ip = Ipv4::parse(answer.raw))
            answer.ip = *ip;
        echo.answers.append(answer);
    }
    echo.measured = !echo.answers.isEmpty();
    if (!echo.measured)
        echo.problem = VerifyWords::tr("The probe printed no answer");
    return echo;
}

QString hostScript(const QStringList &services, bool withBoot) {
    QString script = QStringLiteral(
        "echo '===routes'; ip -4 route show; echo \"exit $?\"\n"
        "echo '===metadata'; curl -sS --max-time 5 http://169.254.169.254/metadata/v1/id 2>&1; S=$?; echo; echo \"exit "
        "$S\"\n"
        "echo '===dns'; getent hosts ifconfig.me; echo \"exit $?\"\n"
        "echo '===ipv6'; curl -6 -sS --max-time 5 https://api64.ipify.org 2>&1; S=$?; echo; echo \"exit $S\"\n"
        "echo '===attestation'; cat /var/lib/sluice/host-key-attestation; echo \"exit $?\"\n");
    if (withBoot)
        script += QStringLiteral(
            "echo '===boot'; D=/tmp/sluice-boot-check; rm -rf $D; mkdir -p $D/etc; cp -r /etc/netplan $D/etc/; "
            "netplan generate --root-dir $D 2>/dev/null; S=$?; cat $D/run/systemd/network/*.network; rm -rf $D; echo "
            "\"exit $S\"\n");
    return script + QStringLiteral("echo '===echo'; ") + echoScript(services) + QStringLiteral("; echo 'exit 0'\n");
}

void parseHost(const QString &output, const Evidence &whole, HostFacts *facts) {
    QMap<QString, QString> sections = sectionsOf(output);
    const auto take = [&](const char *name, int *status) {
        QString text = sections.value(QLatin1String(name));
        *status = exitOf(&text);
        if (*status >= 0) {
            Evidence evidence = whole;
            evidence.output = evidenceText(text.trimmed() + QStringLiteral("\n(exit %1)").arg(*status));
            facts->evidence.insert(QLatin1String(name), evidence);
        }
        return text;
    };
    int status = -1;
    const QString routes = take("routes", &status);
    if (status == 0)
        readRoutes(routes, facts);
    const QString metadata = take("metadata", &status);
    if (status >= 0 && status < kNotRun)
        facts->metadataAnswers = status == 0 && metadata.trimmed().toLongLong() > 0;
    take("dns", &status);
    if (status >= 0 && status < kNotRun)
        facts->dnsWorks = status == 0;
    const QString ipv6 = take("ipv6", &status);
    // Only these say something about the way: an answer is a leak, "cannot connect" and "timed out" are no way out. A
    // missing curl or a name that does not resolve measured nothing.
    constexpr int kCannotConnect = 7;
    constexpr int kTimedOut = 28;
    if (status == 0)
        facts->ipv6Echo = ipv6.trimmed().isEmpty() ? QStringLiteral("an empty answer") : ipv6.trimmed();
    else if (status == kCannotConnect || status == kTimedOut)
        facts->ipv6Echo = QString();
    const QString boot = take("boot", &status);
    if (status >= 0) {
        facts->bootKnown = status == 0 && boot.contains(QLatin1String("[Match]"));
        facts->bootDefaults = bootDefaultsOf(boot);
    }
    take("attestation", &status);
    const QString echo = take("echo", &status);
    if (status >= 0) {
        facts->echo = parseEcho(echo);
        facts->echo.evidence.append(facts->evidence.value(QStringLiteral("echo")));
    }
}

} // namespace sluice::verify
