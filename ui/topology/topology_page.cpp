#include "ui/topology/topology_page.h"

#include "ui/topology/time_bar.h"
#include "ui/topology/topology_evidence.h"
#include "ui/topology/topology_history.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sluice::ui {

QDateTime presentOf(const DeploymentView &view) {
    QDateTime now = QDateTime::currentDateTimeUtc();
    for (const engine::StepState &step : view.steps)
        now =
            std::max({now, step.started.isValid() ? step.started : now, step.finished.isValid() ? step.finished : now});
    for (const verify::Cell &cell : view.cells)
        if (const QDateTime at = measuredAt(cell); at.isValid())
            now = std::max(now, at);
    return now;
}

TopologyPage::TopologyPage(QWidget *parent)
    : QWidget(parent)
    , m_panel(new TopologyPanel)
    , m_time(new TimeBar) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_panel, 1);
    column->addWidget(m_time);
    m_panel->setActionsVisible(true);
    connect(m_panel, &TopologyPanel::actionRequested, this, &TopologyPage::actionRequested);
    connect(m_time, &TimeBar::moved, this, &TopologyPage::redraw);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_time->isPast())
            redraw();
    });
}

void TopologyPage::show(const DeploymentView &view) {
    const bool another = view.name != m_view.name;
    if (another)
        m_time->setMoments({}); // another deployment begins at its present
    const bool failed = !view.lastError.message.isEmpty() && (another || view.lastError != m_view.lastError);
    m_view = view;
    m_time->setMoments(momentsOf(view.plan, view.journal, view.history));
    m_tick.start(view.running.isEmpty() ? 30000 : 1000);
    redraw();
    if (failed && m_panel->selectedId().isEmpty())
        for (const TopologyNode &node : m_panel->model().nodes)
            if (!node.error.isEmpty())
                return m_panel->select(node.id); // why it stopped, where it stopped
}

void TopologyPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (!m_view.name.isEmpty())
        redraw(); // ages went on while another page was shown
}

void TopologyPage::redraw() {
    // What was, cannot be acted on.
    m_panel->setActionsVisible(!m_time->isPast());
    if (m_time->isPast()) {
        m_panel->setModel(topologyAt(m_view.plan, m_view.journal, m_view.history, m_time->moment().at));
    } else {
        TopologyModel now = topologyOf(m_view.plan, m_view.steps, m_view.outputs, m_view.cells, presentOf(m_view));
        markDrift(now, m_view.drift);
        m_panel->setModel(now);
    }
}

} // namespace sluice::ui
