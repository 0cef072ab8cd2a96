#include "tests/gui/fake_data.h"
#include "ui/activity/critical_bar.h"
#include "ui/theme/theme.h"
#include "ui/topology/topology_view.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProgressBar>
#include <QStyle>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

using namespace sluice;
using namespace sluice::ui;

namespace {

/// How often a widget paints itself.
class Paints final : public QObject {
public:
    explicit Paints(QWidget *widget) { widget->installEventFilter(this); }
    int count = 0;
    bool eventFilter(QObject *, QEvent *event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Whether neither paints itself within this time: a look at the events that come, not a wait for one.
bool restsFor(int milliseconds, QWidget *a, QWidget *b) {
    const Paints first(a);
    const Paints second(b);
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return first.count == 0 && second.count == 0;
}

} // namespace

/// What moves by itself: the dots on a proven path, the busy bar. With less motion wished for, nothing does.
class MotionTest : public QObject {
    Q_OBJECT
    QWidget m_window;
    QProgressBar *m_busy = nullptr;
    TopologyView *m_view = nullptr;

private Q_SLOTS:
    void initTestCase() {
        Theme::install(*qApp, Theme::Mode::Light);
        auto *layout = new QVBoxLayout(&m_window);
        m_busy = new QProgressBar;
        m_busy->setRange(0, 0);
        m_view = new TopologyView;
        layout->addWidget(m_busy);
        layout->addWidget(m_view, 1);
        m_window.resize(900, 600);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_window));
        const blueprint::Plan plan = tests::fakePlan();
        m_view->setModel(topologyOf(plan, tests::fakeSteps(plan, engine::StepPhase::Ready), tests::fakeOutputs(),
                                    tests::fakeCells()));
    }

    void aProofMovesAndABusyBarMoves() {
        Theme::current()->setMotion(Theme::Motion::Full);
        QVERIFY(m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
        const Paints dots(m_view->viewport());
        const Paints bar(m_busy);
        QTRY_VERIFY(dots.count > 5);
        QTRY_VERIFY(bar.count > 5);
    }

    void nothingMovesWhenLessMotionIsWishedFor() {
        Theme::current()->setMotion(Theme::Motion::Reduced);
        QCOMPARE(m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        m_view->setModel(m_view->model()); // news do not start it again
        m_busy->update();
        QCoreApplication::processEvents();
        // The last pictures of what ran, then none for as long as forty of them would have taken.
        QTRY_VERIFY_WITH_TIMEOUT(restsFor(1000, m_view->viewport(), m_busy), 5000);
    }

    void aProofDoesNotMoveForever() {
        Theme::current()->setMotion(Theme::Motion::Full);
        // The same result with another age does not start it again.
        TopologyModel older = m_view->model();
        for (TopologyEdge &edge : older.edges)
            edge.age = QStringLiteral("half a minute ago");
        QTimer ages;
        ages.callOnTimeout(this, [&] {
            older.edges.first().age += QLatin1Char('.');
            m_view->setModel(older);
        });
        ages.start(3000);
        // Somebody who looks has seen it by then; a window that nobody uses takes no time from the machine.
        QElapsedTimer patience;
        patience.start();
        bool rests = false;
        while (!rests && patience.elapsed() < 30000)
            rests = restsFor(1000, m_view->viewport(), m_view->viewport());
        QVERIFY(rests);
    }

    void theChoiceIsRemembered() {
        Theme::current()->rememberMotion(Theme::Motion::Reduced);
        QCOMPARE(Theme::rememberedMotion(), Theme::Motion::Reduced);
        Theme::current()->rememberMotion(Theme::Motion::System);
        QCOMPARE(Theme::rememberedMotion(), Theme::Motion::System);
    }
};

QTEST_MAIN(MotionTest)
#include "motion_test.moc"
