#pragma once

#include "ui/topology/fleet_view.h"

#include <QSet>
#include <QTimer>

class QLabel;
class QLineEdit;

namespace sluice::ui {

/// The fleet of a desk: summary, zoom, and the view. Follows the desk while it is shown, at most five times a second;
/// only deployments that changed are read again, away from the UI thread.
class FleetPage : public QWidget {
    Q_OBJECT
public:
    explicit FleetPage(QWidget *parent = nullptr);
    /// `desk` outlives the page.
    void follow(Desk *desk);
    FleetView *view() const { return m_view; }
    void show(const QList<FleetTile> &tiles);
    using QWidget::show;

Q_SIGNALS:
    void opened(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void merge();
    void find(int step);
    QLineEdit *m_search;
    QLabel *m_hits;
    int m_hit = -1;
    Desk *m_desk = nullptr;
    FleetView *m_view;
    QLabel *m_summary;
    QTimer m_soon;
    QSet<QString> m_stale;
    QMap<QString, FleetTile> m_tiles;
    QFutureWatcher<QList<FleetTile>> m_reading;
};

} // namespace sluice::ui
