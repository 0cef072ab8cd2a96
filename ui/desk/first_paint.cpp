#include "ui/desk/first_paint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>

namespace sluice::ui {

namespace {

Q_LOGGING_CATEGORY(kStart, "sluice.start", QtWarningMsg)

class FirstPaint final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // Behind what is queued already: only then is a click taken.
            QTimer::singleShot(0, this, [this] {
                qCDebug(kStart, "window usable");
                deleteLater();
            });
        }
        return false;
    }
};

} // namespace

void announceFirstPaint(QWidget *window) {
    if (kStart().isDebugEnabled())
        window->installEventFilter(new FirstPaint(window));
}

} // namespace sluice::ui
