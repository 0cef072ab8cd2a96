#pragma once

#include "core/engine/engine.h"
#include "core/store/file_secrets.h"
#include "tests/support/fake_hosts.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <optional>

namespace sluice::testing {

/// A plan as the planner makes it from a small account.
inline blueprint::Plan planForTests(const QStringList &referenceWays = {}, const QStringList &sshKeyIds = {}) {
    blueprint::AccountFacts facts;
    facts.account = {.dropletLimit = 25,
                     .email = QStringLiteral("a@b.example"),
                     .uuid = QStringLiteral("u"),
                     .status = QStringLiteral("active")};
    const QString region = QStringLiteral("nyc3");
    const QString size = QStringLiteral("s-2vcpu-4gb");
    facts.regions = {
        {.slug = region, .name = QStringLiteral("New York 3"), .available = true, .sizes = {size}, .features = {}}};
    facts.sizes = {{.slug = size,
                    .memoryMb = 4096,
                    .vcpus = 2,
                    .priceMonthly = 24,
                    .priceHourly = 0.0357,
                    .regions = {region},
                    .available = true}};
    facts.images = {{.id = 1,
                     .slug = QStringLiteral("ubuntu-24-04-x64"),
                     .name = QStringLiteral("24.04 (LTS) x64"),
                     .distribution = QStringLiteral("Ubuntu"),
                     .status = QStringLiteral("available"),
                     .regions = {region}}};
    facts.options = {
        .regions = {region}, .versions = {{QStringLiteral("1.36.3-do.3"), QStringLiteral("1.36.3")}}, .sizes = {size}};
    facts.vpcs = {{.id = QStringLiteral("default"),
                   .name = QStringLiteral("default-nyc3"),
                   .region = region,
                   .ipRange = QStringLiteral("10.108.0.0/20"),
                   .isDefault = true}};
    facts.endpoint = QStringLiteral("https://api.example");
    for (const QString &key : sshKeyIds)
        facts.sshKeys.append({.id = key.toLongLong(),
                              .fingerprint = QStringLiteral("aa"),
                              .publicKey = QStringLiteral("ssh-ed25519 AAAA"),
                              .name = QStringLiteral("mine")});
    blueprint::Blueprint input{.namePrefix = QStringLiteral("egress"),
                               .region = region,
                               .vpcCidr = QStringLiteral("10.0.4.0/24"),
                               .clusterSubnet = QStringLiteral("10.1.0.0/19"),
                               .serviceSubnet = QStringLiteral("10.0.8.0/22"),
                               .sshKeyIds = sshKeyIds,
                               .referenceWays = referenceWays};
    const auto outcome = blueprint::planFrom(input, facts, {}, QStringLiteral("qwerty"),
                                             QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    for (const blueprint::Problem &problem : outcome.problems)
        if (problem.severity == blueprint::Problem::Severity::Error)
            qFatal("the test's plan is refused: %s: %s", qPrintable(problem.field), qPrintable(problem.message));
    return outcome.plan;
}

/// How one program's life goes.
struct Program {
    World::Fatal fatal = World::Fatal::Never;
    int effectsLeft = 0;
    int cancelAtEvent = -1;
    int appendsUntilFull = -1;
    engine::DestroyOptions options{};
};

/// The cloud, the cluster, the state file: what survives a program's death; and the means to run programs against it.
struct Bench {
    ManualClock clock;
    FakeCloud cloud{&clock};
    FakeCluster cluster;
    QTemporaryDir folder;
    blueprint::Plan plan = planForTests();
    std::shared_ptr<store::Store> state = *store::openStore(folder.filePath(QStringLiteral("state.db")));
    store::FileSecrets keys{folder.filePath(QStringLiteral("keys"))};
    bool manInTheMiddle = false;
    QString defaultGateway = QStringLiteral("10.0.4.9");

    struct Outcome {
        std::optional<Status> status; ///< empty: the program died or hung
        QList<engine::StepState> steps;
        engine::Outputs outputs;
        engine::Certificate certificate;
        QStringList events; ///< "nat_gateway created"
        int effects = 0;
        QStringList lines;
        const engine::StepState *step(const QString &name) const {
            for (const engine::StepState &state : steps)
                if (state.name == name)
                    return &state;
            return nullptr;
        }
        bool ok() const { return status && *status; }
        QString text() const {
            return !status ? QStringLiteral("no end") : *status ? QStringLiteral("ok") : status->error().toString();
        }
        Error error() const { return status && !*status ? status->error() : Error{}; }
    };

    Outcome apply(const Program &program = {}) { return run(engine::Run::Direction::Apply, program); }
    Outcome destroy(const Program &program = {}) { return run(engine::Run::Direction::Destroy, program); }

    /// One life of the program: its own client, connector and run over the same cloud and state.
    Outcome run(engine::Run::Direction direction, const Program &program) {
        World world{.fatal = program.fatal, .effectsLeft = program.effectsLeft};
        MortalStore mortal(state, &world);
        mortal.appendsUntilFull = program.appendsUntilFull;
        digitalocean::Client client(std::make_unique<FakeTransport>(&cloud, &world, &clock), &clock);
        FakeConnector connector(&cloud, &mortal, plan.deployment);
        connector.manInTheMiddle = manInTheMiddle;
        connector.defaultGateway = defaultGateway;
        const engine::Environment environment{
            .client = &client,
            .store = &mortal,
            .deploymentKeys = &keys,
            .ssh = &connector,
            .clock = &clock,
            .resolve = {},
            .identity = {},
            .openCluster = [&](const kubernetes::Credentials &) -> Result<std::shared_ptr<kubernetes::Cluster>> {
                return std::make_shared<kubernetes::Cluster>(
                    std::make_unique<FakeKubeTransport>(&cloud, &cluster, &world, &clock), &clock);
            }};
        auto run = direction == engine::Run::Direction::Apply ? engine::makeApply(environment, plan)
                                                              : engine::makeDestroy(environment, plan, program.options);
        Outcome outcome;
        QMap<QString, engine::StepPhase> phases;
        int finishes = 0;
        QObject::connect(run.get(), &engine::Run::stepChanged, run.get(), [&](const engine::StepState &state) {
            if (phases.value(state.name, engine::StepPhase::Planned) == state.phase)
                return;
            phases[state.name] = state.phase;
            outcome.events << state.name + QLatin1Char(' ') + engine::stepPhaseName(state.phase);
            if (outcome.events.size() == program.cancelAtEvent)
                QMetaObject::invokeMethod(
                    run.get(), [raw = run.get()] { raw->cancel(); }, Qt::QueuedConnection);
        });
        QObject::connect(run.get(), &engine::Run::logged, run.get(),
                         [&](const QString &line) { outcome.lines << line; });
        QObject::connect(run.get(), &engine::Run::finished, run.get(), [&](const Status &status) {
            outcome.status = status;
            ++finishes;
        });
        run->start();
        for (int turn = 0; turn < 200000 && !outcome.status && !world.dead; ++turn) {
            settle();
            if (!outcome.status && !world.dead && !clock.advanceToNext())
                break;
        }
        settle();
        if (finishes > 1)
            qFatal("finished was emitted %d times", finishes);
        outcome.steps = run->steps();
        outcome.outputs = run->outputs();
        outcome.certificate = run->certificate();
        outcome.effects = world.effects;
        run.reset();
        settle();
        if (world.dead)
            outcome.status.reset();
        return outcome;
    }

    QList<store::Entry> journal() {
        const auto entries = state->journal(plan.deployment);
        return entries ? *entries : QList<store::Entry>();
    }

    static void settle() {
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    /// Empty when there is exactly one of everything in the plan.
    QString notOneOfEach() {
        const QList<QPair<QString, int>> wanted{{QStringLiteral("vpc"), 1},
                                                {QStringLiteral("vpc_nat_gateway"), 1},
                                                {QStringLiteral("kubernetes_cluster"), 1},
                                                {QStringLiteral("droplet"), 2},
                                                {QStringLiteral("firewall"), 2},
                                                {QStringLiteral("tag"), 3},
                                                {QStringLiteral("ssh_key"), 1}};
        for (const auto &[kind, number] : wanted)
            if (cloud.count(kind) != number)
                return QStringLiteral("%1 of %2, wanted %3").arg(cloud.count(kind)).arg(kind).arg(number);
        return cluster.hasRoute ? QString() : QStringLiteral("no route");
    }
};

} // namespace sluice::testing
