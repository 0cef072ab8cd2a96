#include "ui/desk/first_paint.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>

namespace sluice::ui {

namespace {

Q_LOGGING_CATEGORY(kStart, "sluice.start", QtWarningMsg)

QElapsedTimer &sinceMain() {
    static QElapsedTimer timer = [] {
        QElapsedTimer begun;
        begun.start();
        return begun;
    }();
    return timer;
}

class FirstPaint final : public QObject {
public:
    FirstPaint(QObject *parent, std::function<void()> what)
        : QObject(parent)
        , m_what(std::move(what)) {}
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind what is queued already: only then is a click taken.
            QTimer::singleShot(0, this, [this] {
                markStart("window usable");
                m_what();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> m_what;
};

} // namespace

void markStart(const char *what) {
    const double milliseconds = static_cast<double>(sinceMain().nsecsElapsed()) / 1e6;
    qCDebug(kStart, "%.1f ms: %s", milliseconds, what);
}

void afterFirstPaint(QWidget *window, std::function<void()> what) {
    window->installEventFilter(new FirstPaint(window, std::move(what)));
}

} // namespace sluice::ui
