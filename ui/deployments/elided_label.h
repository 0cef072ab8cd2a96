#pragma once

#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace sluice::ui {

/// One line that gives way: what does not fit ends with an ellipsis and is whole in the tooltip. A name of fifty
/// letters asks the window for no room.
class ElidedLabel final : public QLabel {
public:
    explicit ElidedLabel(QWidget *parent = nullptr)
        : QLabel(parent) {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    QSize minimumSizeHint() const override {
        return {std::min(QLabel::minimumSizeHint().width(), 96), QLabel::minimumSizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, width());
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
    bool event(QEvent *event) override {
        if (event->type() == QEvent::ToolTip)
            setToolTip(fontMetrics().horizontalAdvance(text()) > width() ? text() : QString());
        return QLabel::event(event);
    }
};

} // namespace sluice::ui
