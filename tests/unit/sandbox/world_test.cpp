#include "core/sandbox/latencies.h"
#include "core/sandbox/sandbox_clock.h"
#include "core/sandbox/world.h"

#include <QFloat16>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;

class WorldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameWorld() {
        ManualClock clock;
        World a(&clock, 5), b(&clock, 5), c(&clock, 6);
        QCOMPARE(a.uuid(), b.uuid());
        QCOMPARE(a.nextNumber(), b.nextNumber());
        QVERIFY(a.uuid() != c.uuid());
    }

    void addressesAreFreeAndUsable() {
        ManualClock clock;
        World world(&clock, 1);
        world.vpcs.insert(QStringLiteral("v"),
                          {.id = QStringLiteral("v"), .range = *Cidr::parse(QStringLiteral("10.0.0.0/28"))});
        QStringList given;
        for (qint64 id = 1; id <= 14; ++id) {
            const Ipv4 address = world.nextPrivateIp(QStringLiteral("v"));
            if (address.isNull())
                break;
            given << address.toString();
            Droplet droplet;
            droplet.id = id;
            droplet.vpcId = QStringLiteral("v");
            droplet.privateIp = address;
            world.droplets.insert(id, droplet);
        }
        QCOMPARE(given.first(), QStringLiteral("10.0.0.2"));
        QCOMPARE(given.last(), QStringLiteral("10.0.0.13")); // .14 is the resolver, .15 broadcast
        QVERIFY(world.nextPrivateIp(QStringLiteral("nope")).isNull());
        const Ipv4 freed = world.nextPublicIp();
        QVERIFY(world.nextPublicIp() != freed);
        QVERIFY(Cidr::parse(QStringLiteral("203.0.113.0/24"))->contains(freed));
    }

    void eventsSurviveARestart() {
        ManualClock clock;
        World world(&clock, 1);
        world.vpcs.insert(QStringLiteral("v"), {.id = QStringLiteral("v"),
                                                .name = QStringLiteral("n"),
                                                .range = *Cidr::parse(QStringLiteral("10.0.0.0/28"))});
        Droplet droplet;
        droplet.id = 9;
        droplet.tags = QStringList{QStringLiteral("t")};
        droplet.sshKeyIds = {4, 5};
        droplet.userData = QStringLiteral("#cloud-config\n");
        world.droplets.insert(9, droplet);
        world.tags.insert(QStringLiteral("t"));
        clock.advance(std::chrono::seconds(100));
        world.schedule(std::chrono::seconds(60), QStringLiteral("ring"), QStringLiteral("bell"));
        clock.advance(std::chrono::seconds(20));
        const Json saved = *parseJson(toJsonText(world.save()));

        ManualClock later; // a new process: its clock starts at zero
        World again(&later, 2);
        QStringList rung;
        again.on(QStringLiteral("ring"), [&rung](const QString &id) { rung << id; });
        QVERIFY(again.load(saved));
        QCOMPARE(again.save(), saved);
        QCOMPARE(again.elapsed(), Clock::Duration(std::chrono::seconds(120)));
        QCOMPARE(again.droplets[9].sshKeyIds, QList<qint64>({4, 5}));
        QCOMPARE(again.uuid(), world.uuid());
        later.advance(std::chrono::seconds(39));
        QVERIFY(rung.isEmpty());
        later.advance(std::chrono::seconds(1));
        QCOMPARE(rung, QStringList{QStringLiteral("bell")});
        later.advance(std::chrono::seconds(100));
        QCOMPARE(rung.size(), 1);
        QVERIFY(!again.load(Json{{"format", 99}}));
    }

    void mutateSetsMembersAndRefusesUnknownOnes() {
        ManualClock clock;
        World world(&clock, 1);
        QSignalSpy mutated(&world, &World::mutated);
        world.natGateways.insert(QStringLiteral("g"), {.id = QStringLiteral("g"), .name = QStringLiteral("gw")});
        QVERIFY(world.mutate(QStringLiteral("nat_gateway"), QStringLiteral("gw"),
                             {{"masquerade", false}, {"publicIp", "203.0.113.77"}}));
        QVERIFY(!world.natGateways[QStringLiteral("g")].masquerade);
        QCOMPARE(world.natGateways[QStringLiteral("g")].publicIp.toString(), QStringLiteral("203.0.113.77"));
        QCOMPARE(world.mutate(QStringLiteral("nat_gateway"), {}, {{"nonsense", 1}}).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(world.mutate(QStringLiteral("nat_gateway"), QStringLiteral("x"), {{"down", true}}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(world.mutate(QStringLiteral("moon"), {}, Json::object()).error().code, ErrorCode::InvalidInput);
        QVERIFY(world.mutate(QStringLiteral("switches"), {}, {{"echo:ifconfig.me", "html"}}));
        QCOMPARE(world.switches.value(QStringLiteral("echo:ifconfig.me")), QStringLiteral("html"));
        QVERIFY(world.mutate(QStringLiteral("switches"), {}, {{"echo:ifconfig.me", nullptr}}));
        QVERIFY(world.switches.isEmpty());
        QVERIFY(mutated.count() > 0);
    }

    void latencyFiles() {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(R"({"vpc": 0, "cluster.running": 12.5})");
        file.flush();
        const auto values = readLatencies(file.fileName());
        QVERIFY(values);
        QCOMPARE(values->value(QStringLiteral("cluster.running")), 12.5);
        QCOMPARE(values->value(QStringLiteral("droplet.active")), 35.0);
        file.resize(0);
        file.seek(0);
        file.write(R"({"vcp": 0})");
        file.flush();
        QVERIFY(readLatencies(file.fileName()).error().message.contains(QStringLiteral("vcp")));
    }

    void theClockCanBeMovedForward() {
        SandboxClock clock(1);
        QObject context;
        QStringList fired;
        clock.after(std::chrono::hours(2), &context, [&] { fired << QStringLiteral("b"); });
        clock.after(std::chrono::hours(1), &context, [&] {
            fired << QStringLiteral("a");
            clock.after(std::chrono::minutes(30), &context, [&] { fired << QStringLiteral("a+"); });
        });
        auto *gone = new QObject;
        clock.after(std::chrono::hours(1), gone, [&] { fired << QStringLiteral("never"); });
        delete gone;
        clock.advance(std::chrono::hours(3));
        QCOMPARE(fired, QStringList({QStringLiteral("a"), QStringLiteral("a+"), QStringLiteral("b")}));
        QVERIFY(clock.elapsed() >= std::chrono::hours(3));
        SandboxClock fast(10000);
        bool rang = false;
        fast.after(std::chrono::seconds(100), &context, [&] { rang = true; });
        QTRY_VERIFY(rang);
    }
};

QTEST_GUILESS_MAIN(WorldTest)
#include "world_test.moc"
