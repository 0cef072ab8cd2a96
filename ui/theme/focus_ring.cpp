#include "ui/theme/focus_ring.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGraphicsView>
#include <QPainter>

namespace sluice::ui {

FocusRing::FocusRing(QAbstractScrollArea *area)
    : QWidget(area) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(area->rect());
    area->installEventFilter(this);
}

FocusRing *FocusRing::of(QWidget *widget, bool make) {
    auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    if (!area || qobject_cast<QGraphicsView *>(area))
        return nullptr;
    auto *ring = area->findChild<FocusRing *>(QString(), Qt::FindDirectChildrenOnly);
    return ring || !make ? ring : new FocusRing(area);
}

void FocusRing::follow(QApplication &app) {
    connect(&app, &QApplication::focusChanged, &app, [](QWidget *old, QWidget *now) {
        if (FocusRing *ring = of(old, false))
            ring->hide();
        if (FocusRing *ring = of(now, true)) {
            ring->raise();
            ring->show();
        }
    });
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::colours().focus, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

} // namespace sluice::ui
