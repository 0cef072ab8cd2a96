#pragma once

#include <QAbstractScrollArea>
#include <QApplication>

namespace sluice::ui {

/// The focus of lists, tables and text areas: a ring over their edge, because a frameless view without a current item
/// shows nothing by itself. Buttons and fields draw their own (Style); drawings (QGraphicsView) too.
class FocusRing final : public QWidget {
    Q_OBJECT
public:
    /// From now on every such widget of the application shows its focus.
    static void follow(QApplication &app);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FocusRing(QAbstractScrollArea *area);
    static FocusRing *of(QWidget *widget, bool make);
};

} // namespace sluice::ui
