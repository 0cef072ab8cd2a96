#include "ui/topology/topology_tree.h"

#include "ui/topology/topology_paint.h"
#include "ui/topology/topology_path.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace sluice::ui {

namespace {

/// Names differ at their end and are elided in the middle; states and addresses say the most at their beginning.
class ElideAtEnd : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

} // namespace

TopologyTree::TopologyTree(QWidget *parent)
    : QTreeView(parent) {
    setObjectName(QStringLiteral("topologyTree"));
    setAccessibleName(tr("Parts of the drawing"));
    m_items.setHorizontalHeaderLabels({tr("Part"), tr("State"), tr("Addresses")});
    setModel(&m_items);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideMiddle);
    for (const int column : {StateColumn, AddressColumn})
        setItemDelegateForColumn(column, new ElideAtEnd(this));
    setIconSize(QSize(16, 16));
    header()->setStretchLastSection(true);
    setIndentation(14);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is elided stands in the tooltip
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        const QString id = now.siblingAtColumn(0).data(kIdRole).toString();
        if (!m_quiet && !id.isEmpty())
            Q_EMIT selected(id);
    });
}

void TopologyTree::setModelValue(const TopologyModel &model) {
    const bool sameShape = !m_model.nodes.isEmpty() && m_model.sameShape(model);
    m_model = model;
    m_quiet = true;
    if (!sameShape)
        rebuild();
    for (const TopologyNode &node : std::as_const(m_model.nodes))
        fill(node.id);
    for (const TopologyEdge &edge : std::as_const(m_model.edges))
        if (const QModelIndex row = indexOf(QStringLiteral("edge:") + edge.id); row.isValid()) {
            m_items.itemFromIndex(row)->setText(edgeWords(edge));
            m_items.itemFromIndex(row.siblingAtColumn(StateColumn))->setText(verdictWords(edge.verdict, edge.planned));
            QStringList measured{edge.observed, edge.age};
            measured.removeAll(QString());
            m_items.itemFromIndex(row.siblingAtColumn(AddressColumn))->setText(measured.join(QStringLiteral(", ")));
            m_items.itemFromIndex(row)->setToolTip(edge.rule);
        }
    m_quiet = false;
}

QString TopologyTree::edgeWords(const TopologyEdge &edge) const {
    const TopologyNode *from = m_model.find(edge.from);
    const TopologyNode *to = m_model.find(edge.to);
    // All names begin with the deployment's: two of them in one line would show little else.
    const auto own = [this](const QString &title) {
        const QString shared = m_model.title + QLatin1Char('-');
        return title.startsWith(shared) ? title.mid(shared.size()) : title;
    };
    const QString words = tr("%1 to %2").arg(from ? own(from->title) : edge.from, to ? own(to->title) : edge.to);
    return edge.kind == EdgeKind::Ssh ? tr("SSH: %1").arg(words) : words;
}

void TopologyTree::rebuild() {
    const QString before = selectedId();
    m_items.removeRows(0, m_items.rowCount());
    QHash<QString, QStandardItem *> made;
    const auto row = [](const QString &id) {
        QList<QStandardItem *> cells{new QStandardItem, new QStandardItem, new QStandardItem};
        cells.first()->setData(id, kIdRole);
        return cells;
    };
    for (const TopologyNode &node : std::as_const(m_model.nodes)) {
        const auto cells = row(node.id);
        made.insert(node.id, cells.first());
        if (QStandardItem *parent = made.value(node.container))
            parent->appendRow(cells);
        else
            m_items.appendRow(cells);
    }
    auto *traffic = new QStandardItem(tr("Traffic"));
    m_items.appendRow({traffic, new QStandardItem, new QStandardItem});
    for (const TopologyEdge &edge : std::as_const(m_model.edges))
        if (edge.kind != EdgeKind::Relation) {
            auto cells = row(QStringLiteral("edge:") + edge.id);
            for (QStandardItem *cell : cells)
                cell->setSelectable(false);
            traffic->appendRow(cells);
        }
    expandAll();
    setColumnWidth(NameColumn, 190);
    setColumnWidth(StateColumn, 108);
    select(before);
}

void TopologyTree::fill(const QString &id) {
    const TopologyNode *node = m_model.find(id);
    const QModelIndex index = indexOf(id);
    if (!node || !index.isValid())
        return;
    QStandardItem *name = m_items.itemFromIndex(index);
    const bool outside = node->status == NodeStatus::Outside;
    name->setText(node->title);
    name->setIcon(Theme::icon(nodeIcon(node->kind)));
    QStandardItem *state = m_items.itemFromIndex(index.siblingAtColumn(StateColumn));
    const bool alert = !node->alert.isEmpty();
    state->setText(alert ? node->alert : node->statusText);
    state->setToolTip(alert ? node->alertDetails : node->error);
    state->setIcon(alert     ? Theme::icon(QStringLiteral("warning"), Tone::Fail)
                   : outside ? QIcon()
                             : Theme::icon(nodeStatusIcon(node->status), nodeTone(node->status)));
    m_items.itemFromIndex(index.siblingAtColumn(AddressColumn))->setText(node->subtitle);
    // One sentence for screen readers: they read a cell, not a row.
    name->setAccessibleText(nodeWords(*node));
    name->setToolTip(nodeWords(*node));
}

QModelIndex TopologyTree::indexOf(const QString &id) const {
    if (id.isEmpty())
        return {};
    const auto found = m_items.match(m_items.index(0, 0), kIdRole, id, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void TopologyTree::select(const QString &id) {
    m_quiet = true;
    const QModelIndex index = indexOf(id);
    setCurrentIndex(index);
    if (!index.isValid())
        clearSelection();
    m_quiet = false;
}

QString TopologyTree::selectedId() const {
    return currentIndex().siblingAtColumn(0).data(kIdRole).toString();
}

} // namespace sluice::ui
