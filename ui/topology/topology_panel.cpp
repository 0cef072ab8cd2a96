#include "ui/topology/topology_panel.h"

#include "ui/theme/widgets.h"
#include "ui/topology/path_strip.h"
#include "ui/topology/topology_details.h"
#include "ui/topology/topology_render.h"
#include "ui/topology/topology_tree.h"
#include "ui/topology/topology_view.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace sluice::ui {

TopologyPanel::TopologyPanel(Details details, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
    , m_strip(new PathStrip)
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
    auto *save = addTool(QStringLiteral("save"), tr("Export"), QStringLiteral("exportButton"));
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    save->setPopupMode(QToolButton::InstantPopup);
    auto *formats = new QMenu(save);
    for (const auto &[words, ending] : {std::pair{tr("Drawing as SVG…"), QStringLiteral("svg")},
                                        {tr("Drawing as PNG…"), QStringLiteral("png")},
                                        {tr("Drawing as PDF…"), QStringLiteral("pdf")},
                                        {tr("Text as Mermaid…"), QStringLiteral("mmd")}})
        formats->addAction(words, this, [this, ending = ending] { askWhereToExport(ending); });
    save->setMenu(formats);
    buildSearch();
    bar->addWidget(m_treeButton);
    bar->addSpacing(space::kSmall);
    bar->addWidget(m_search);
    bar->addWidget(m_hits);
    bar->addStretch();
    bar->addWidget(save);
    bar->addSpacing(space::kSmall);
    for (QToolButton *button : {out, in, all})
        bar->addWidget(button);
    column->addLayout(bar);

    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tree);
    split->addWidget(m_view);
    if (details == Details::Shown) {
        // Over the drawing, not beside it: a look at a part makes the letters of the others no smaller.
        m_details = new TopologyDetails(m_view);
        m_details->hide();
        m_view->installEventFilter(this);
        connect(m_details, &TopologyDetails::closeRequested, this, [this] {
            m_view->setFocus(Qt::OtherFocusReason);
            select({});
            Q_EMIT selected({});
        });
    }
    split->setStretchFactor(1, 1);
    split->setSizes({400, 760});
    column->addWidget(split, 1);
    column->addWidget(m_strip);
    const QList<QWidget *> order{m_treeButton, m_search, save, out, in, all, m_tree, m_view};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
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
    connect(m_view, &TopologyView::pointed, this, &TopologyPanel::showPath);
    connect(m_view, &TopologyView::focusMoved, this, [this](const QString &id) {
        m_tree->select(id); // the twin stands where the keyboard stands
        showPath();
    });
    connect(m_view, &TopologyView::opened, this, [this](const QString &id) {
        if (m_details && !id.isEmpty())
            m_details->takeFocus();
    });
    connect(m_tree, &QTreeView::activated, this, [this] {
        if (m_details && !selectedId().isEmpty())
            m_details->takeFocus();
    });
    QList<QWidget *> leave{m_tree, m_search};
    if (m_details) {
        leave.append(m_details);
        connect(m_details, &TopologyDetails::actionRequested, this, &TopologyPanel::actionRequested);
    }
    for (QWidget *place : std::as_const(leave)) {
        auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), place);
        back->setContext(Qt::WidgetWithChildrenShortcut);
        connect(back, &QShortcut::activated, this, &TopologyPanel::backToDrawing);
    }
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

void TopologyPanel::buildSearch() {
    m_search->setObjectName(QStringLiteral("topologySearch"));
    m_search->setPlaceholderText(tr("Find name, id or IP (Ctrl+F)"));
    m_search->setAccessibleName(tr("Find a part by name, id or IP"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(280);
    m_hits->setObjectName(QStringLiteral("topologyHits"));
    m_hits->setFont(Theme::font(Type::Body));
    m_hits->setMinimumWidth(m_hits->fontMetrics().horizontalAdvance(tr("nothing found")) + 4);
    auto *start = new QShortcut(QKeySequence::Find, this);
    start->setContext(Qt::WidgetWithChildrenShortcut);
    connect(start, &QShortcut::activated, this, &TopologyPanel::startSearch);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_hit = -1;
        find(1);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(1); });
    for (const auto &[key, step] : {std::pair{Qt::Key_Down, 1}, {Qt::Key_Up, -1}}) {
        auto *walk = new QShortcut(QKeySequence(key), m_search);
        walk->setContext(Qt::WidgetShortcut);
        connect(walk, &QShortcut::activated, this, [this, step = step] { find(step); });
    }
}

void TopologyPanel::startSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopologyPanel::find(int step) {
    m_found = findNodes(model(), m_search->text());
    if (m_found.isEmpty()) {
        m_hit = -1;
        m_hits->setText(m_search->text().trimmed().isEmpty() ? QString() : tr("nothing found"));
        return;
    }
    const auto count = int(m_found.size());
    m_hit = ((m_hit < 0 ? (step > 0 ? 0 : count - 1) : m_hit + step) + count) % count;
    m_hits->setText(tr("%1 of %2").arg(m_hit + 1).arg(count));
    const QString id = m_found[m_hit];
    select(id);
    m_view->setFocusedNode(id);
    m_view->topology()->setFocusedNode({}); // the ring belongs to the search box now; the selection shows the hit
    Q_EMIT selected(id);
}

void TopologyPanel::showDetails() {
    const TopologyNode *node = model().find(selectedId());
    m_details->show(node);
    m_details->setVisible(node != nullptr);
    placeDetails();
}

void TopologyPanel::placeDetails() {
    const int width = std::min(m_details->sizeHint().width(), m_view->width() * 2 / 3);
    m_details->setGeometry(m_view->width() - width, 0, width, m_view->height());
    m_details->raise();
    m_view->setCovered(m_details->isVisibleTo(m_view) ? width : 0);
}

bool TopologyPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_view && event->type() == QEvent::Resize)
        placeDetails();
    return QWidget::eventFilter(watched, event);
}

void TopologyPanel::showPath() {
    const TopologyScene *scene = m_view->topology();
    for (const QString &id : {scene->hovered(), scene->focusedNode(), scene->selected()})
        if (const auto hops = packetPath(model(), id); !hops.isEmpty())
            return m_strip->setHops(hops);
    m_strip->setHops({});
}

void TopologyPanel::backToDrawing() {
    m_view->setFocus(Qt::OtherFocusReason);
    if (!selectedId().isEmpty())
        m_view->setFocusedNode(selectedId());
}

void TopologyPanel::setActionsVisible(bool visible) {
    if (m_details)
        m_details->setActionsVisible(visible);
}

Status TopologyPanel::exportTo(const QString &path) const {
    return renderFile(model(), path);
}

void TopologyPanel::askWhereToExport(const QString &ending) {
    auto *dialog = new QFileDialog(this, tr("Export the drawing"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("*.") + ending);
    dialog->selectFile(model().title + QLatin1Char('.') + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Status written = exportTo(path);
        if (written)
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Not exported"),
                                    written.error().message + QLatin1Char('\n') + written.error().remedy,
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void TopologyPanel::setModel(const TopologyModel &model) {
    m_view->setModel(model);
    m_tree->setModelValue(model);
    if (m_details)
        showDetails();
    showPath();
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
        showDetails();
    showPath();
}

void TopologyPanel::setTreeVisible(bool visible) {
    m_tree->setVisible(visible);
    m_treeButton->setChecked(visible);
}

} // namespace sluice::ui
