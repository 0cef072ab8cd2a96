#include "tests/faults/scenario.h"

#include "tests/integration/programs.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>

namespace sluice::test {

namespace {

/// Deadlines of minutes stay seconds of real time, so that a busy machine causes no fault of its own.
constexpr double kScale = 200;
/// Real time that one command may take. Nothing here needs a tenth of it, also when the API lets calls time out.
constexpr int kLimit = 120000;

/// Everything at once: a fault matrix is about order, not about waiting.
QString writeLatencies(const QTemporaryDir &folder) {
    static const char *const names[] = {"vpc",
                                        "vpc.member_gone",
                                        "nat_gateway.provisioning",
                                        "nat_gateway.active",
                                        "nat_gateway.gone",
                                        "cluster.running",
                                        "cluster.deleting",
                                        "cluster.nodes_linger",
                                        "droplet.active",
                                        "droplet.ssh",
                                        "droplet.gone",
                                        "droplet.vpc_visible",
                                        "firewall",
                                        "firewall.droplet_gone",
                                        "route.effective",
                                        "kubernetes.auth",
                                        "kubernetes.crd",
                                        "kubernetes.node_ready",
                                        "kubernetes.finalizer",
                                        "kubernetes.service_account"};
    Json latencies = Json::object();
    for (const char *name : names)
        latencies[name] = 0;
    QFile file(folder.filePath(QStringLiteral("latencies.json")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(toJsonText(latencies));
    return file.fileName();
}

QStringList words(const char *command) {
    return QString::fromLatin1(command).split(QLatin1Char(' '));
}

/// One account with somebody else's VPC in it, and one state.
struct Bench {
    QTemporaryDir folder;
    SandboxProcess sandbox;
    std::unique_ptr<Ctl> ctl;
    Json before;

    bool start() {
        // The same seed each time, so that call n is the same call in every life.
        if (!sandbox.start(
                {QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--latency"), writeLatencies(folder)},
                kScale))
            return false;
        sandbox.adminPost(QStringLiteral("/vpcs/seed"), {{"count", 1}, {"region", "sfo3"}, {"default", true}});
        sandbox.adminPost(QStringLiteral("/mutate"),
                          {{"kind", "switches"}, {"name", ""}, {"set", {{"rate_limit", "off"}}}});
        before = sandbox.adminGet(QStringLiteral("/inventory"));
        ctl = std::make_unique<Ctl>(sandbox, kScale);
        // By name, so that there is something to look up.
        QUrl endpoint = sandbox.api;
        endpoint.setHost(QStringLiteral("localhost"));
        ctl->setEndpoint(endpoint.toString());
        return before.is_object();
    }
    CtlResult run(const QStringList &command) { return ctl->run(command, kLimit); }
    CtlResult apply() { return run({QStringLiteral("apply"), referenceTfvars()}); }
    CtlResult destroy() { return run(words("destroy nat-gateway --yes")); }
    CtlResult change() { return run(words("change nat-gateway --node-count 2 --nat-gateway-size 2")); }
    CtlResult verify() { return run(words("verify nat-gateway")); }
    /// The state is lost; the keychain's stand-in, a folder beside it, is not.
    void forget() {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(ctl->state().section(QLatin1Char(':'), 1) + QLatin1String(suffix));
    }
    CtlResult phase(const QString &name) {
        if (name == QLatin1String("rebuild"))
            return run(words("rebuild"));
        if (name == QLatin1String("change"))
            return change();
        return name == QLatin1String("apply") ? apply() : (name == QLatin1String("verify") ? verify() : destroy());
    }
    bool recorded() { return run(words("show nat-gateway")).exitCode == 0; }
};

QString shortened(const CtlResult &result) {
    const Json &error = jsonMember(result.document, "error");
    const QString said = error.is_object() ? jsonString(error, "message") + QLatin1Char(' ') + jsonString(error, "path")
                                           : QString::fromUtf8(result.standardError.right(200)).trimmed();
    return QStringLiteral("exit %1%2: %3")
        .arg(result.exitCode)
        .arg(result.crashed ? QStringLiteral(" (died)") : QString(), said);
}

/// A create that was sent twice although nobody had looked whether the first one had worked.
QString unsafeRepeat(const Json &log) {
    struct Sent {
        std::string path, name;
        bool looked = false, refused = false;
    };
    QList<Sent> sent;
    for (const Json &entry : jsonMember(log, "requests")) {
        const std::string path = jsonString(entry, "path").toStdString();
        if (jsonString(entry, "method") == QLatin1String("GET")) {
            for (Sent &earlier : sent)
                earlier.looked = earlier.looked || earlier.path == path;
            continue;
        }
        if (jsonString(entry, "method") != QLatin1String("POST"))
            continue;
        const std::string name = jsonString(jsonMember(entry, "body"), "name").toStdString();
        if (name.empty())
            continue;
        for (const Sent &earlier : std::as_const(sent))
            if (earlier.path == path && earlier.name == name && !earlier.looked && !earlier.refused)
                return QStringLiteral("POST %1 %2 was repeated without looking")
                    .arg(QString::fromStdString(path), QString::fromStdString(name));
        const qint64 status = jsonInt(entry, "status");
        sent.append({path, name, false, status == 429 || (status >= 400 && status < 500)});
    }
    return {};
}

/// Read from outside, with SQLite itself: sound, and no step both there and gone.
QString journalProblem(const QString &location) {
    const QString name = QStringLiteral("look-%1").arg(reinterpret_cast<quintptr>(QThread::currentThreadId()));
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(location.section(QLatin1Char(':'), 1));
        if (!database.open())
            return QStringLiteral("cannot be opened");
        QSqlQuery check(QStringLiteral("PRAGMA integrity_check"), database);
        if (!check.next() || check.value(0).toString() != QLatin1String("ok"))
            problem = QStringLiteral("integrity_check: %1").arg(check.value(0).toString());
        // Every acceptance has its intent before it.
        QSqlQuery loose(
            QStringLiteral(
                "SELECT step FROM entry a WHERE kind = 'accepted' AND NOT EXISTS (SELECT 1 FROM entry b WHERE "
                "b.deployment = a.deployment AND b.step = a.step AND b.kind = 'intent' AND b.sequence < a.sequence)"),
            database);
        if (problem.isEmpty() && loose.next())
            problem = QStringLiteral("%1 was accepted without an intent").arg(loose.value(0).toString());
    }
    QSqlDatabase::removeDatabase(name);
    return problem;
}

QString notOneOfEach(const Json &inventory, const Json &before, int nodes = 1) {
    const QList<QPair<const char *, int>> wanted{{"vpcs", countOf(before, "vpcs") + 1},
                                                 {"vpc_nat_gateways", 1},
                                                 {"kubernetes_clusters", 1},
                                                 {"firewalls", 2},
                                                 {"ssh_keys", 1},
                                                 {"droplets", 2 + nodes}}; // bastion, private droplet, nodes
    for (const auto &[kind, count] : wanted)
        if (countOf(inventory, kind) != count)
            return QStringLiteral("%1 of %2, not %3").arg(countOf(inventory, kind)).arg(QLatin1String(kind)).arg(count);
    return {};
}

/// A stop must say what happened and what can be done about it.
QString silentStop(const CtlResult &result) {
    if (result.crashed || result.exitCode == 0)
        return {};
    const Json &error = jsonMember(result.document, "error");
    if (result.exitCode == 5)
        return QStringLiteral("asked for a decision: %1").arg(shortened(result));
    if (jsonString(error, "message").isEmpty() || jsonString(error, "remedy").isEmpty())
        return QStringLiteral("stopped without saying what to do: %1").arg(shortened(result));
    return {};
}

} // namespace

Outcome runScenario(const Scenario &scenario) {
    Outcome outcome;
    Bench bench;
    if (!bench.start()) {
        outcome.stuck = QStringLiteral("the sandbox did not start");
        return outcome;
    }
    const bool applying = scenario.phase == QLatin1String("apply");
    if (!applying) {
        const CtlResult applied = bench.apply();
        if (applied.exitCode != 0) {
            outcome.stuck = QStringLiteral("the life before the fault failed: %1").arg(shortened(applied));
            return outcome;
        }
        bench.sandbox.call("DELETE", QUrl(bench.sandbox.admin.toString() + QStringLiteral("/requests")));
    }
    if (scenario.phase == QLatin1String("rebuild"))
        bench.forget();
    const QString events = bench.folder.filePath(QStringLiteral("events"));
    if (!scenario.shim.isEmpty())
        bench.ctl->setVariables({{QStringLiteral("LD_PRELOAD"), qEnvironmentVariable("SLUICE_FAULT_SHIM")},
                                 {QStringLiteral("SLUICE_FAULT"), scenario.shim},
                                 {QStringLiteral("SLUICE_FAULT_LOG"), events}});
    if (!scenario.apiFault.is_null())
        bench.sandbox.adminPost(QStringLiteral("/faults"), Json::array({scenario.apiFault}));

    const CtlResult hit = bench.phase(scenario.phase);

    bench.ctl->setVariables({});
    if (!scenario.apiFault.is_null()) {
        const Json rules = bench.sandbox.adminGet(QStringLiteral("/faults"));
        for (const Json &rule : rules.is_array() ? rules : jsonMember(rules, "faults"))
            outcome.hit = outcome.hit || jsonInt(rule, "fired") > 0;
        bench.sandbox.call("DELETE", QUrl(bench.sandbox.admin.toString() + QStringLiteral("/faults")));
    } else {
        QFile log(events);
        outcome.hit = log.open(QIODevice::ReadOnly) && log.readAll().contains("\nhit\n");
    }
    outcome.prompts = silentStop(hit);

    bool recorded = bench.recorded();
    if (applying && scenario.goOn) {
        // What was not even recorded is simply begun again.
        const CtlResult again = recorded ? bench.run(words("resume nat-gateway")) : bench.apply();
        recorded = true;
        if (again.exitCode != 0)
            outcome.stuck = QStringLiteral("resume: %1").arg(shortened(again));
        else
            outcome.duplicates = notOneOfEach(bench.sandbox.adminGet(QStringLiteral("/inventory")), bench.before);
    }
    if (scenario.phase == QLatin1String("change")) {
        // Recorded or not when it died: resume, then the same change once more, and it stands.
        const CtlResult resumed = bench.run(words("resume nat-gateway"));
        const CtlResult again = bench.change();
        if (resumed.exitCode != 0)
            outcome.stuck = QStringLiteral("resume: %1").arg(shortened(resumed));
        else if (again.exitCode != 0 && !again.standardOutput.contains("\"no_change\""))
            outcome.stuck = QStringLiteral("change: %1").arg(shortened(again));
        else
            outcome.duplicates = notOneOfEach(bench.sandbox.adminGet(QStringLiteral("/inventory")), bench.before, 2);
    }
    if (scenario.phase == QLatin1String("rebuild")) {
        // The next search goes on where the first one died.
        const CtlResult again = bench.run(words("rebuild"));
        recorded = bench.recorded();
        const CtlResult shown = bench.run(words("show nat-gateway"));
        if (again.exitCode != 0 || !recorded)
            outcome.stuck = QStringLiteral("rebuild: %1").arg(shortened(again));
        else if (jsonString(shown.document, "phase") != QLatin1String("ready"))
            outcome.stuck = QStringLiteral("rebuild: phase %1").arg(jsonString(shown.document, "phase"));
    }
    if (scenario.phase == QLatin1String("verify")) {
        // What a killed measurement leaves (a pod) must not disturb the next one.
        const CtlResult again = bench.verify();
        if (again.exitCode != 0)
            outcome.stuck =
                QStringLiteral("verify: %1, verdict %2").arg(shortened(again), jsonString(again.document, "verdict"));
    }
    if (recorded) {
        const CtlResult gone = bench.destroy();
        if (gone.exitCode != 0 && outcome.stuck.isEmpty())
            outcome.stuck = QStringLiteral("destroy: %1").arg(shortened(gone));
        else if (gone.exitCode == 0 && !jsonMember(jsonMember(gone.document, "certificate"), "left").empty())
            outcome.orphans = QStringLiteral("the certificate names objects that are left");
    }
    const Json after = bench.sandbox.adminGet(QStringLiteral("/inventory"));
    if (after != bench.before && outcome.orphans.isEmpty())
        outcome.orphans = QString::fromStdString(Json::diff(bench.before, after).dump()).left(400);
    outcome.journal = unsafeRepeat(bench.sandbox.adminGet(QStringLiteral("/requests")));
    if (outcome.journal.isEmpty() && recorded)
        outcome.journal = journalProblem(bench.ctl->state());
    return outcome;
}

QMap<QString, Moments> recordLife(QString *problem) {
    Bench bench;
    if (!bench.start()) {
        *problem = QStringLiteral("the sandbox did not start");
        return {};
    }
    QMap<QString, Moments> life;
    for (const QString &phase : {QStringLiteral("apply"), QStringLiteral("verify"), QStringLiteral("change"),
                                 QStringLiteral("rebuild"), QStringLiteral("destroy")}) {
        if (phase == QLatin1String("rebuild"))
            bench.forget();
        const QString log = bench.folder.filePath(phase);
        bench.ctl->setVariables({{QStringLiteral("LD_PRELOAD"), qEnvironmentVariable("SLUICE_FAULT_SHIM")},
                                 {QStringLiteral("SLUICE_FAULT_LOG"), log}});
        const CtlResult result = bench.phase(phase);
        if (result.exitCode != 0) {
            *problem = QStringLiteral("the undisturbed %1 failed: %2").arg(phase, shortened(result));
            return {};
        }
        QFile file(log);
        if (!file.open(QIODevice::ReadOnly)) {
            *problem = QStringLiteral("the preloaded library did not see anything");
            return {};
        }
        Moments &moments = life[phase];
        for (const QByteArray &line : file.readAll().split('\n')) {
            moments.http += line.startsWith("http ");
            moments.tls += line == "tls";
            moments.tlsReplies += line == "tlsreply";
            moments.syncs += line == "sync";
        }
    }
    return life;
}

} // namespace sluice::test
