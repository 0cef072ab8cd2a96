#include "tests/unit/sandbox/kube_lab.h"
#include "tests/upstream/differences.h"
#include "tests/upstream/story.h"

#include "core/http/qnam_transport.h"

using namespace sluice;
using namespace sluice::upstream;

namespace {

QString file(const QString &name) {
    return qEnvironmentVariable("SLUICE_SOURCE_DIR") + QStringLiteral("/tests/upstream/") + name;
}

/// The upstream server's own answers again.
class RecordedStage final : public Stage {
public:
    explicit RecordedStage(const Tape *tape)
        : m_tape(tape) {}
    bool isUpstream() const override { return true; }
    std::unique_ptr<HttpTransport> connect(Who) override {
        return std::make_unique<PlayingTransport>(m_tape, &m_place);
    }
    Clock *clock() override { return &m_clock; }
    void acceptLate() override {}
    void addNodesAndAgent() override {}
    void serveRoutes() override {}
    void agentTakes(const QString &) override {}
    void agentReleases(const QString &) override {}
    void removeServiceAccount() override {}
    void addServiceAccount() override {}
    void podCannotPull(const QString &) override {}
    void podSucceeds(const QString &, const QByteArray &) override {}
    void podIsGone(const QString &) override {}
    qsizetype place() const { return m_place; }

private:
    const Tape *m_tape;
    qsizetype m_place = 0;
    ScaledClock m_clock{50};
};

/// The simulated server, where agent and kubelet act by themselves.
class SimulatedStage final : public Stage {
public:
    explicit SimulatedStage(bool namespaced) {
        m_lab.world.setLatencies(
            {{QStringLiteral("kubernetes.auth"), 40},
             {QStringLiteral("kubernetes.crd"), 100000},       // it comes with serveRoutes()
             {QStringLiteral("kubernetes.pod_scheduled"), 60}, // what is asked at once comes before
             {QStringLiteral("kubernetes.finalizer"), 60}});
        m_lab.world.switches[QStringLiteral("image:registry.invalid")] = QStringLiteral("unpullable");
        if (!namespaced)
            m_lab.world.switches[QStringLiteral("route_scope")] = QStringLiteral("cluster");
        m_lab.run();
    }
    bool isUpstream() const override { return false; }
    std::unique_ptr<HttpTransport> connect(Who who) override {
        auto transport = QnamTransport::open({.baseUrl = m_lab.hook->serve(m_lab.id),
                                              .token = who == Who::Nobody ? QStringLiteral("another") : m_lab.token,
                                              .certificateAuthority = m_lab.hook->caPem(m_lab.id),
                                              .clock = &m_clock});
        return std::move(*transport);
    }
    Clock *clock() override { return &m_clock; }
    void acceptLate() override {}
    void addNodesAndAgent() override {}
    void serveRoutes() override {
        call("POST", QStringLiteral("/apis/apiextensions.k8s.io/v1/customresourcedefinitions"),
             {{"apiVersion", "apiextensions.k8s.io/v1"},
              {"kind", "CustomResourceDefinition"},
              {"metadata", {{"name", "routes.networking.doks.digitalocean.com"}}}});
    }
    void agentTakes(const QString &) override {}
    void agentReleases(const QString &) override {}
    void removeServiceAccount() override {
        m_clock.setScale(4); // the client waits for it a few seconds only
        call("DELETE", kAccounts + QStringLiteral("/default"));
    }
    void addServiceAccount() override {
        call("POST", kAccounts, {{"metadata", {{"name", "default"}}}});
        m_clock.setScale(40);
    }
    void podCannotPull(const QString &) override {}
    void podSucceeds(const QString &, const QByteArray &) override {}
    void podIsGone(const QString &) override {}

private:
    void call(const QByteArray &method, const QString &path, const Json &body = nullptr) {
        const sandbox::Answer answer = m_lab.call(method, path, body.is_null() ? QByteArray() : toJsonText(body));
        QVERIFY2(answer.status < 300, answer.raw.constData());
    }
    const QString kAccounts = QStringLiteral("/api/v1/namespaces/default/serviceaccounts");
    ScaledClock m_clock{40};
    sandbox::KubeLab m_lab{&m_clock};
};

} // namespace

/// What an upstream API server said (recorded by kubernetes_upstream), always at hand: the client must live with it,
/// and the simulated server must say the same, but for what known_differences.json lists.
class RecordedTest : public QObject {
    Q_OBJECT

    static Tape recorded(bool namespaced) {
        const Result<Tape> tape = Tape::load(
            file(namespaced ? QStringLiteral("recorded/namespaced.json") : QStringLiteral("recorded/cluster.json")));
        if (!tape)
            qFatal("%s", qPrintable(tape.error().toString()));
        return *tape;
    }
    static void bothScopes() {
        QTest::addColumn<bool>("namespaced");
        QTest::newRow("namespaced") << true;
        QTest::newRow("cluster") << false;
    }

    Json m_known;
    QSet<int> m_used;

private Q_SLOTS:
    void initTestCase() {
        QFile in(file(QStringLiteral("known_differences.json")));
        QVERIFY(in.open(QIODevice::ReadOnly));
        const Result<Json> list = parseJson(in.readAll());
        QVERIFY(list && list->is_array());
        m_known = *list;
    }

    void clientLivesWithUpstream_data() { bothScopes(); }
    void clientLivesWithUpstream() {
        QFETCH(bool, namespaced);
        const Tape tape = recorded(namespaced);
        RecordedStage stage(&tape);
        Tape again;
        Story(&stage, &again, namespaced).play();
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(stage.place(), tape.exchanges.size());
    }

    void simulatedAnswersAlike_data() { bothScopes(); }
    void simulatedAnswersAlike() {
        QFETCH(bool, namespaced);
        SimulatedStage stage(namespaced);
        Tape simulated;
        Story(&stage, &simulated, namespaced).play();
        QStringList unknown;
        for (const QString &one : differences(recorded(namespaced), simulated)) {
            bool isKnown = false;
            for (int i = 0; i < static_cast<int>(m_known.size()); ++i) {
                const QRegularExpression pattern(jsonString(m_known[i], "difference"));
                QVERIFY2(pattern.isValid() && !jsonString(m_known[i], "why").isEmpty(), qPrintable(pattern.pattern()));
                if (pattern.match(one).hasMatch()) {
                    isKnown = true;
                    m_used.insert(i);
                    break;
                }
            }
            if (!isKnown)
                unknown << one;
        }
        for (const QString &one : std::as_const(unknown))
            qWarning().noquote() << one;
        QVERIFY(!QTest::currentTestFailed());
        QCOMPARE(unknown.size(), 0);
    }

    void everyKnownDifferenceIsThere() {
        for (int i = 0; i < static_cast<int>(m_known.size()); ++i)
            QVERIFY2(m_used.contains(i), qPrintable(jsonString(m_known[i], "difference")));
    }
};

QTEST_GUILESS_MAIN(RecordedTest)
#include "recorded_test.moc"
