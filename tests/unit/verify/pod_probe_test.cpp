#include "core/verify/pod_probe.h"
#include "core/verify/probe_script.h"
#include "tests/support/fake_transport.h"

#include <QFloat16>
#include <QTest>

using namespace sluice;
using namespace sluice::verify;
using test::FakeTransport;

namespace {

const QString kNatIp = QStringLiteral("203.0.113.10");
const QString kNodeIp = QStringLiteral("198.51.100.41");

/// Pods whose logs, and whether they ever finish, the test decides; remembers which pods are still there.
class FakePods final : public HttpTransport {
public:
    QStringList addresses{kNatIp}; ///< what each pod in turn sees; the last is repeated
    QString waiting;               ///< reason why no container starts
    bool finish = true;
    bool refuseCreate = false;
    QStringList present;
    QList<Json> created;

    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override {
        return readyFuture<Result<HttpResponse>>(answer(request));
    }

private:
    HttpResponse answer(const HttpRequest &request) {
        const QString path = request.path.section(QLatin1Char('?'), 0, 0);
        if (request.method == "POST") {
            if (refuseCreate)
                return FakeTransport::json({{"kind", "Status"}, {"code", 403}, {"message", "no"}}, 403);
            const Result<Json> body = parseJson(request.body);
            created << *body;
            present << QString::fromStdString(body->at("metadata").at("name").get<std::string>());
            return FakeTransport::json(*body, 201);
        }
        const QString name = path.section(QLatin1Char('/'), 6, 6);
        if (!present.contains(name))
            return FakeTransport::json({{"kind", "Status"}, {"code", 404}, {"reason", "NotFound"}}, 404);
        if (request.method == "DELETE") {
            present.removeAll(name);
            return FakeTransport::json({{"kind", "Pod"}});
        }
        if (path.endsWith(QLatin1String("/log")))
            return FakeTransport::raw(log());
        Json status{{"phase", finish && waiting.isEmpty() ? "Succeeded" : "Pending"}};
        if (!waiting.isEmpty())
            status["containerStatuses"] =
                Json::array({{{"name", "c"}, {"state", {{"waiting", {{"reason", waiting.toStdString()}}}}}}});
        return FakeTransport::json({{"metadata", {{"name", name.toStdString()}}}, {"status", status}});
    }
    QByteArray log() {
        const QString address = addresses.size() > 1 ? addresses.takeFirst() : addresses.first();
        QByteArray text;
        for (const QString &service : defaultEchoServices())
            text += service.toUtf8() + '|' + address.toUtf8() + '\n';
        return text;
    }
};

} // namespace

class PodProbeTest : public QObject {
    Q_OBJECT
    ManualClock m_clock;
    FakePods *m_pods = nullptr;
    int m_done = 0;

    std::unique_ptr<PodProbe> make() {
        auto pods = std::make_unique<FakePods>();
        m_pods = pods.get();
        m_done = 0;
        auto probe =
            std::make_unique<PodProbe>(std::make_shared<kubernetes::Cluster>(std::move(pods), &m_clock), &m_clock,
                                       QStringLiteral("node-1"), kNatIp, defaultEchoServices(), nullptr);
        connect(probe.get(), &PodProbe::done, this, [this] { ++m_done; });
        return probe;
    }
    /// Nominal seconds until `done`.
    double finish() {
        const auto before = m_clock.elapsed();
        for (int i = 0; i < 500 && m_done == 0; ++i) {
            for (int round = 0; round < 5; ++round)
                QCoreApplication::processEvents();
            if (m_done == 0)
                m_clock.advanceToNext();
        }
        return static_cast<double>((m_clock.elapsed() - before).count()) / 1000.0;
    }

private Q_SLOTS:
    void promisedAddressAtOnce() {
        const auto probe = make();
        probe->start();
        finish();
        QCOMPARE(m_done, 1);
        QCOMPARE(probe->facts().attempts, 1);
        QCOMPARE(probe->facts().echo.agreed()->toString(), kNatIp);
        QVERIFY(m_pods->present.isEmpty());
        QCOMPARE(m_pods->created.size(), 1);
        const Json &spec = m_pods->created[0].at("spec");
        QCOMPARE(spec.at("nodeName"), Json("node-1"));
        QCOMPARE(spec.at("containers").at(0).at("image"), Json("curlimages/curl:8.10.1"));
    }
    void settlesAndKeepsEveryAttempt() {
        const auto probe = make();
        m_pods->addresses = {kNodeIp, kNodeIp, kNatIp};
        probe->start();
        finish();
        QCOMPARE(m_done, 1);
        QCOMPARE(probe->facts().attempts, 3);
        QCOMPARE(probe->facts().echo.agreed()->toString(), kNatIp);
        QCOMPARE(probe->facts().echo.evidence.size(), 3);
        QVERIFY(probe->facts().echo.evidence[0].output.contains(kNodeIp));
        QVERIFY(m_pods->present.isEmpty());
    }
    void settlingIsBounded() {
        const auto probe = make();
        m_pods->addresses = {kNodeIp};
        probe->start();
        const double seconds = finish();
        QCOMPARE(m_done, 1);
        QVERIFY2(seconds >= 60 && seconds <= 120, qPrintable(QString::number(seconds)));
        QCOMPARE(probe->facts().echo.agreed()->toString(), kNodeIp);
        QCOMPARE(probe->facts().echo.evidence.size(), probe->facts().attempts);
        QVERIFY(m_pods->present.isEmpty());
    }
    void imageThatCannotBePulledEndsIt() {
        const auto probe = make();
        m_pods->waiting = QStringLiteral("ImagePullBackOff");
        probe->start();
        QVERIFY(finish() < 30);
        QCOMPARE(probe->facts().waitingReason, QStringLiteral("ImagePullBackOff"));
        QVERIFY(!probe->facts().echo.measured);
        QVERIFY(m_pods->present.isEmpty());
    }
    void podThatNeverFinishesIsDeleted() {
        const auto probe = make();
        m_pods->finish = false;
        probe->start();
        const double seconds = finish();
        QCOMPARE(m_done, 1);
        QVERIFY2(seconds >= 120 && seconds < 130, qPrintable(QString::number(seconds)));
        QVERIFY(!probe->facts().echo.measured);
        QVERIFY(m_pods->present.isEmpty());
    }
    void refusedPodIsToldAsRefused() {
        const auto probe = make();
        m_pods->refuseCreate = true;
        probe->start();
        finish();
        QCOMPARE(m_done, 1);
        QVERIFY(!probe->facts().created);
        QCOMPARE(errorCodeName(probe->facts().error.code), QStringLiteral("permission_denied"));
    }
    void cancelDeletesThePod() {
        const auto probe = make();
        m_pods->finish = false;
        probe->start();
        for (int i = 0; i < 20 && m_pods->present.isEmpty(); ++i)
            QCoreApplication::processEvents();
        QCOMPARE(m_pods->present.size(), 1);
        probe->cancel();
        QVERIFY(finish() < 5);
        QCOMPARE(m_done, 1);
        QVERIFY(m_pods->present.isEmpty());
    }
    void cancelWhileItPausesMakesNoOther() {
        const auto probe = make();
        m_pods->addresses = {kNodeIp};
        probe->start();
        for (int i = 0; i < 20 && m_pods->created.isEmpty(); ++i)
            QCoreApplication::processEvents();
        for (int i = 0; i < 50; ++i)
            QCoreApplication::processEvents();
        QVERIFY(m_pods->present.isEmpty());
        probe->cancel();
        finish();
        QCOMPARE(m_done, 1);
        QCOMPARE(m_pods->created.size(), 1);
    }
};

QTEST_GUILESS_MAIN(PodProbeTest)
#include "pod_probe_test.moc"
