#include "ui/topology/fleet_page.h"

#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace sluice::ui {

FleetPage::FleetPage(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
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
    bar->setSpacing(space::kSmall);
    m_search->setObjectName(QStringLiteral("fleetSearch"));
    m_search->setPlaceholderText(tr("Find name, state or IP (Ctrl+F)"));
    m_search->setAccessibleName(tr("Find a deployment by name, state or IP"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(280);
    m_hits->setObjectName(QStringLiteral("fleetHits"));
    m_hits->setMinimumWidth(m_hits->fontMetrics().horizontalAdvance(tr("nothing found")) + 4);
    bar->addWidget(m_search);
    bar->addWidget(m_hits);
    bar->addStretch(1);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_hit = -1;
        find(1);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(1); });
    auto *start = new QShortcut(QKeySequence::Find, this);
    start->setContext(Qt::WidgetWithChildrenShortcut);
    connect(start, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), m_search);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
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
    // In a line of its own: a long summary must not ask the window for room.
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(space::kLarge, 0, space::kLarge, space::kSmall);
    column->addWidget(m_summary);
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

void FleetPage::show(const QList<FleetTile> &tiles) {
    m_summary->setText(fleetSummary(tiles));
    m_view->setTiles(tiles);
}

void FleetPage::find(int step) {
    const QList<int> found = findTiles(m_view->tiles(), m_search->text());
    if (found.isEmpty()) {
        m_hit = -1;
        m_hits->setText(m_search->text().trimmed().isEmpty() ? QString() : tr("nothing found"));
        return;
    }
    m_hit = (m_hit + step) % int(found.size());
    m_hits->setText(tr("%1 of %2").arg(m_hit + 1).arg(found.size()));
    m_view->bringNear(found[m_hit]);
}

void FleetPage::merge() {
    for (const FleetTile &tile : m_reading.result())
        m_tiles.insert(tile.name, tile);
    show(m_tiles.values()); // by name
    if (!m_stale.isEmpty())
        m_soon.start();
}

} // namespace sluice::ui
