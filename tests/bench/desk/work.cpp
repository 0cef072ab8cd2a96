#include "core/sandbox/sandbox.h"
#include "figures.h"
#include "ui/deployments/main_window.h"
#include "ui/desk/fluency.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <malloc.h>

namespace {

using namespace sluice;
using namespace sluice::ui;

/// Until `done`, or the patience is over.
bool waitFor(const std::function<bool()> &done, int seconds) {
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer look;
    look.callOnTimeout(&loop, [&] {
        if (done() || timer.elapsed() > seconds * 1000)
            loop.quit();
    });
    look.start(50);
    if (!done())
        loop.exec();
    return done();
}

/// Somebody who clicks every 10 ms from outside the window's thread: how long until the click is taken. Independent of
/// the window's own beat.
class Clicks final : public QThread {
public:
    explicit Clicks(QObject *window)
        : m_window(window) {}
    void stop() {
        m_going = false;
        wait();
    }
    DurationClasses waits;
    double longest = 0;

protected:
    void run() override {
        while (m_going) {
            QElapsedTimer asked;
            asked.start();
            QMetaObject::invokeMethod(
                m_window,
                [this, asked] {
                    const double late = double(asked.nsecsElapsed()) / 1e6;
                    waits.add(late);
                    longest = std::max(longest, late);
                },
                Qt::QueuedConnection);
            msleep(10);
        }
    }

private:
    QObject *m_window;
    std::atomic<bool> m_going = true;
};

QString milliseconds(double value) {
    return QString::number(value, 'f', 1) + QStringLiteral(" ms");
}

class Work {
public:
    explicit Work(const Settings &settings)
        : m_settings(settings) {}

    QList<Figure> run() {
        if (!open())
            return {{QStringLiteral("work"), QStringLiteral("not measured"), {}, false}};
        applyAll();
        idleWithAProof();
        soak();
        m_window.reset();
        m_desk.reset();
        return m_figures;
    }

private:
    bool open() {
        sandbox::Options cloud;
        cloud.timeScale = m_settings.timeScale;
        cloud.requestLog = 500; // as the app's
        auto sandbox = sandbox::Sandbox::start(cloud);
        if (!sandbox)
            return false;
        m_sandbox = *std::move(sandbox);
        Desk::Options options;
        options.workspace.state = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("state.db"));
        options.sandboxTimeScale = m_settings.timeScale;
        options.sandboxAccount = {.key = QStringLiteral("sandbox"),
                                  .title = QStringLiteral("Sandbox"),
                                  .endpoint = m_sandbox->endpoints().api,
                                  .token = m_sandbox->endpoints().token,
                                  .sandbox = true};
        auto desk = Desk::open(options);
        if (!desk)
            return false;
        m_desk = *std::move(desk);
        m_window = std::make_unique<MainWindow>(m_desk.get());
        m_window->show();
        raiseTheLimits();
        return waitFor([this] { return m_desk->hasFacts(); }, 60);
    }

    /// An account that may hold as many droplets as are needed, and be asked as often.
    void raiseTheLimits() {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_sandbox->endpoints().admin.toString() + QStringLiteral("/mutate")));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->endpoints().token.toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        for (const Json &change : {Json{{"kind", "account"}, {"set", {{"droplet_limit", 1000}}}},
                                   Json{{"kind", "switches"}, {"set", {{"rate_limit", "off"}}}}}) {
            const std::unique_ptr<QNetworkReply> reply(network.post(request, toJsonText(change)));
            waitFor([&] { return reply->isFinished(); }, 30);
            if (reply->error() != QNetworkReply::NoError)
                QTextStream(stderr) << "a limit stays: " << reply->readAll() << '\n';
        }
        m_desk->refreshFacts();
    }

    static blueprint::Blueprint blueprintOf(int n) {
        blueprint::Blueprint blueprint;
        blueprint.namePrefix = QStringLiteral("shop-%1").arg(n);
        blueprint.region = QStringLiteral("nyc1");
        blueprint.vpcCidr = QStringLiteral("10.%1.0.0/24").arg(20 + n);
        blueprint.clusterSubnet = QStringLiteral("10.%1.0.0/20").arg(80 + n);
        blueprint.serviceSubnet = QStringLiteral("10.%1.0.0/22").arg(150 + n);
        return blueprint;
    }

    void applyAll() {
        QStringList refused;
        QObject::connect(m_desk.get(), &Desk::planned, m_window.get(), [&](const blueprint::PlanOutcome &outcome) {
            if (!blueprint::hasErrors(outcome.problems))
                return m_desk->apply(outcome.plan, true);
            refused << outcome.problems.first().message;
        });
        QObject::connect(m_desk.get(), &Desk::planFailed, m_window.get(),
                         [&refused](const Error &error) { refused << error.message; });
        Clicks clicks(m_window.get());
        Fluency beats;
        QTimer keep; // the beat goes on for as long as this does
        keep.callOnTimeout(&beats, [&beats] { beats.watch(); });
        keep.start(1000);
        beats.watch();
        clicks.start();
        QElapsedTimer timer;
        timer.start();
        for (int n = 0; n < m_settings.deployments; ++n)
            m_desk->plan(blueprintOf(n));
        const auto over = [&] {
            int proven = 0;
            for (const DeploymentView &view : m_desk->deployments())
                proven += view.running.isEmpty() && !view.verdict.isEmpty() ? 1 : 0;
            int failed = 0;
            for (const DeploymentView &view : m_desk->deployments())
                failed += view.running.isEmpty() && !view.lastError.message.isEmpty() ? 1 : 0;
            return proven + failed + refused.size() >= m_settings.deployments;
        };
        waitFor(over, 300);
        clicks.stop();
        QCoreApplication::processEvents();
        int proven = 0;
        QStringList why = refused;
        for (const DeploymentView &view : m_desk->deployments()) {
            proven += view.verdict == QLatin1String("pass") ? 1 : 0;
            if (!view.lastError.message.isEmpty())
                why << view.lastError.message;
            else if (!view.running.isEmpty())
                why << view.name + QStringLiteral(" still runs: ") + view.running;
            else if (view.verdict != QLatin1String("pass"))
                why << view.name + QStringLiteral(": ") + view.verdict;
        }
        if (!why.isEmpty())
            QTextStream(stderr) << why.size() << " not applied, the first: " << why.first() << '\n';
        const Fluency::Figures beat = beats.figures();
        m_figures << Figure{
            QStringLiteral("applied and proven"),
            QStringLiteral("%1 of %2 in %3 s").arg(proven).arg(m_settings.deployments).arg(timer.elapsed() / 1000),
            {},
            proven == m_settings.deployments};
        const double p99 = clicks.waits.at(.99);
        m_figures << Figure{QStringLiteral("a click waits, p50"), milliseconds(clicks.waits.at(.50)), {}};
        m_figures << Figure{QStringLiteral("a click waits, p99"), milliseconds(p99), QStringLiteral("<= 16 ms"),
                            p99 <= 16};
        m_figures << Figure{QStringLiteral("a click waits, longest"), milliseconds(clicks.longest), {}};
        m_figures << Figure{QStringLiteral("own beat, p99 and longest"),
                            milliseconds(beat.p99) + QStringLiteral(", ") + milliseconds(beat.longest),
                            {}};
    }

    void rest(int seconds) {
        QEventLoop loop;
        QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
        loop.exec();
    }

    /// The drawing of a proven deployment on the screen, and nobody does anything.
    void idleWithAProof() {
        m_window->findChild<QTabWidget *>(QStringLiteral("deploymentTabs"))->setCurrentIndex(0);
        rest(m_settings.idleSeconds > 10 ? 15 : 6); // what moves to show a result has ended, and so has the beat
        // The simulated cloud lives in this process, too, and its time runs a hundred times as fast as any real one.
        const auto used = [] { return cpuSeconds(QCoreApplication::applicationPid()) - cpuSecondsOfThread("sandbox"); };
        const double before = used();
        const double cloudBefore = cpuSecondsOfThread("sandbox");
        QElapsedTimer timer;
        timer.start();
        rest(m_settings.idleSeconds);
        const double share = (used() - before) * 1e5 / double(timer.elapsed());
        m_figures << Figure{QStringLiteral("idle CPU, proven on screen"),
                            QString::number(share, 'f', 2) + QStringLiteral(" %"), QStringLiteral("< 0.5 %"),
                            share < .5};
        const double cloud = (cpuSecondsOfThread("sandbox") - cloudBefore) * 1e5 / double(timer.elapsed());
        m_figures << Figure{
            QStringLiteral("  simulated cloud beside it"), QString::number(cloud, 'f', 2) + QStringLiteral(" %"), {}};
    }

    /// Measured again and refreshed, page by page, over and over: what is held at the end of each round.
    void soak() {
        const QString name = m_desk->deployments().firstKey();
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("deploymentTabs"));
        QList<QPair<double, double>> held; // minutes, KiB
        QElapsedTimer timer;
        timer.start();
        int round = 0;
        do {
            for (const bool verify : {true, false}) {
                bool finished = false;
                const auto seen =
                    QObject::connect(m_desk.get(), &Desk::operationFinished, m_window.get(), [&] { finished = true; });
                if (verify)
                    m_desk->verify(name);
                else
                    m_desk->status(name);
                waitFor([&] { return finished; }, 120);
                QObject::disconnect(seen);
            }
            tabs->setCurrentIndex(round++ % tabs->count());
            QCoreApplication::processEvents();
            held.append({double(timer.elapsed()) / 60000, double(::mallinfo2().uordblks) / 1024});
        } while (double(timer.elapsed()) / 60000 < m_settings.minutes);
        // The first half fills what has a limit (log, pictures, fonts); the slope of the second is what would go on.
        const QList<QPair<double, double>> half = held.mid(held.size() / 2);
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (const auto &[x, y] : half) {
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        const auto n = double(half.size());
        const double under = n * sxx - sx * sx;
        const double slope = under > 0 ? (n * sxy - sx * sy) / under : 0;
        const double perRound = half.size() > 1 ? (half.last().second - half.first().second) / (n - 1) : 0;
        m_figures << Figure{QStringLiteral("heap, held at the end"),
                            QStringLiteral("%1 MiB after %2 rounds in %3 min")
                                .arg(held.last().second / 1024, 0, 'f', 1)
                                .arg(held.size())
                                .arg(held.last().first, 0, 'f', 1),
                            {}};
        m_figures << Figure{
            QStringLiteral("heap, growth"),
            QStringLiteral("%1 KiB a minute, %2 KiB a round").arg(slope, 0, 'f', 0).arg(perRound, 0, 'f', 1),
            QStringLiteral("<= 4 KiB a round"), perRound <= 4};
        m_figures << Figure{
            QStringLiteral("memory (RSS) then"),
            QStringLiteral("%1 MiB").arg(memoryOf(QCoreApplication::applicationPid(), "VmRSS"), 0, 'f', 1),
            {}};
    }

    Settings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QList<Figure> m_figures;
};

} // namespace

QList<Figure> measureWork(const Settings &settings) {
    return Work(settings).run();
}
