#include "ui/desk/first_paint.h"

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
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind what is queued already: only then is a click taken.
            QTimer::singleShot(0, this, [this] {
                markStart("window usable");
                deleteLater();
            });
        }
        return false;
    }
};

} // namespace

void markStart(const char *what) {
    const double milliseconds = static_cast<double>(sinceMain().nsecsElapsed()) / 1e6;
    qCDebug(kStart, "%.1f ms: %s", milliseconds, what);
}

void announceFirstPaint(QWidget *window) {
    if (kStart().isDebugEnabled())
        window->installEventFilter(new FirstPaint(window));
}

} // namespace sluice::ui
