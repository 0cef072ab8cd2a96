#include "ui/topology/fleet_page.h"

#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace sluice::ui {

FleetPage::FleetPage(QWidget *parent)
    : QWidget(parent)
    , m_view(new FleetView)
    , m_summary(new QLabel) {
    setObjectName(QStringLiteral("fleetPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::kLarge, space::kSmall, space::kSmall, space::kSmall);
    m_summary->setObjectName(QStringLiteral("fleetSummary"));
    m_summary->setFont(Theme::font(Type::Strong));
    bar->addWidget(m_summary, 1);
    const auto tool = [this, bar](const char *icon, const QString &words, const char *name, auto act) {
        auto *button = new QToolButton;
        button->setIcon(Theme::icon(QLatin1String(icon)));
        button->setIconSize(QSize(18, 18));
        button->setAutoRaise(true);
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setObjectName(QLatin1String(name));
        connect(button, &QToolButton::clicked, m_view, act);
        bar->addWidget(button);
    };
    tool("minus", tr("Zoom out (-)"), "fleetZoomOut", [this] { m_view->zoomBy(1 / 1.25); });
    tool("plus", tr("Zoom in (+)"), "fleetZoomIn", [this] { m_view->zoomBy(1.25); });
    tool("fit", tr("Show everything (F)"), "fleetFit", [this] { m_view->fit(); });
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &FleetPage::read);
    connect(&m_reading, &QFutureWatcher<QList<FleetTile>>::finished, this, &FleetPage::merge);
    connect(m_view, &FleetView::opened, this, &FleetPage::opened);
}

void FleetPage::follow(Desk *desk) {
    m_desk = desk;
    for (const DeploymentView &view : desk->deployments())
        m_stale.insert(view.name);
    connect(desk, &Desk::viewChanged, this, [this](const QString &name) {
        m_stale.insert(name);
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
}

void FleetPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    read();
}

void FleetPage::read() {
    if (!m_desk || m_reading.isRunning() || m_stale.isEmpty())
        return; // what is stale now is read when the running read has ended
    QList<DeploymentView> views;
    for (const QString &name : std::as_const(m_stale))
        if (const DeploymentView *view = m_desk->view(name))
            views.append(*view);
    m_stale.clear();
    m_reading.setFuture(QtConcurrent::run([views] {
        QList<FleetTile> tiles;
        tiles.reserve(views.size());
        for (const DeploymentView &view : views)
            tiles.append(fleetTileOf(view));
        return tiles;
    }));
}

void FleetPage::merge() {
    for (const FleetTile &tile : m_reading.result())
        m_tiles.insert(tile.name, tile);
    const QList<FleetTile> tiles = m_tiles.values(); // by name
    m_summary->setText(fleetSummary(tiles));
    m_view->setTiles(tiles);
    if (!m_stale.isEmpty())
        m_soon.start();
}

} // namespace sluice::ui
