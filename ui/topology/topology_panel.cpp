#include "ui/topology/topology_panel.h"

#include "ui/theme/widgets.h"
#include "ui/topology/topology_details.h"
#include "ui/topology/topology_tree.h"
#include "ui/topology/topology_view.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace sluice::ui {

TopologyPanel::TopologyPanel(Details details, QWidget *parent)
    : QWidget(parent)
    , m_view(new TopologyView)
    , m_tree(new TopologyTree) {
    setObjectName(QStringLiteral("topologyPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::kSmall, space::kHair, space::kSmall, space::kHair);
    bar->setSpacing(space::kHair);
    m_treeButton = addTool(QStringLiteral("list"), tr("List of parts"), QStringLiteral("topologyTreeButton"));
    m_treeButton->setCheckable(true);
    m_treeButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *out = addTool(QStringLiteral("minus"), tr("Zoom out (-)"), QStringLiteral("zoomOutButton"));
    auto *in = addTool(QStringLiteral("plus"), tr("Zoom in (+)"), QStringLiteral("zoomInButton"));
    auto *all = addTool(QStringLiteral("fit"), tr("Show everything (F)"), QStringLiteral("fitButton"));
    bar->addWidget(m_treeButton);
    bar->addStretch();
    for (QToolButton *button : {out, in, all})
        bar->addWidget(button);
    column->addLayout(bar);

    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(m_view);
    if (details == Details::Shown) {
        m_details = new TopologyDetails;
        split->addWidget(m_details);
    }
    split->setStretchFactor(1, 1);
    split->setSizes({420, 760, 280});
    column->addWidget(split, 1);
    setTreeVisible(false);

    connect(out, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1 / 1.2); });
    connect(in, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1.2); });
    connect(all, &QToolButton::clicked, m_view, &TopologyView::fit);
    connect(m_treeButton, &QToolButton::toggled, this, &TopologyPanel::setTreeVisible);
    const auto chosen = [this](const QString &id) {
        select(id);
        Q_EMIT selected(id);
    };
    connect(m_view, &TopologyView::selected, this, chosen);
    connect(m_tree, &TopologyTree::selected, this, chosen);
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
}

QToolButton *TopologyPanel::addTool(const QString &icon, const QString &text, const QString &name) {
    auto *button = new QToolButton(this);
    button->setIcon(Theme::icon(icon));
    button->setIconSize(QSize(18, 18));
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setObjectName(name);
    return button;
}

void TopologyPanel::setModel(const TopologyModel &model) {
    m_view->setModel(model);
    m_tree->setModelValue(model);
    if (m_details)
        m_details->show(model.find(m_view->selectedId()));
}

const TopologyModel &TopologyPanel::model() const {
    return m_view->model();
}

QString TopologyPanel::selectedId() const {
    return m_view->selectedId();
}

QTreeView *TopologyPanel::tree() const {
    return m_tree;
}

void TopologyPanel::select(const QString &nodeId) {
    m_view->select(nodeId);
    m_tree->select(nodeId);
    if (m_details)
        m_details->show(m_view->model().find(nodeId));
}

void TopologyPanel::setTreeVisible(bool visible) {
    m_tree->setVisible(visible);
    m_treeButton->setChecked(visible);
}

} // namespace sluice::ui
