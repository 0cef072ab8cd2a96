#pragma once

#include "ui/topology/fleet_view.h"

#include <QTimer>

class QLabel;

namespace sluice::ui {

/// The fleet of a desk: summary, zoom, and the view. Follows the desk while it is shown, at most five times a second.
class FleetPage : public QWidget {
    Q_OBJECT
public:
    explicit FleetPage(QWidget *parent = nullptr);
    /// `desk` outlives the page.
    void follow(Desk *desk);
    FleetView *view() const { return m_view; }

Q_SIGNALS:
    void opened(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    Desk *m_desk = nullptr;
    FleetView *m_view;
    QLabel *m_summary;
    QTimer m_soon;
};

} // namespace sluice::ui
