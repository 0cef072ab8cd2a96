#include "ui/wizard/draft_drawing.h"

#include "ui/theme/widgets.h"
#include "ui/topology/topology_view.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace sluice::ui {

namespace {
constexpr std::chrono::milliseconds kTogether(40); ///< changes within this time are drawn once
constexpr int kGrowth = 260;                       ///< milliseconds until what is new stands there
} // namespace

DraftDrawing::DraftDrawing(const Draft *draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_view(new TopologyView(this, Arrangement::Tall))
    , m_legend(new Text({}, Type::Caption, Text::Ink::Soft)) {
    setObjectName(QStringLiteral("draftDrawing"));
    m_view->setObjectName(QStringLiteral("draftTopology"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setDragMode(QGraphicsView::NoDrag);
    m_view->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_view->setAccessibleName(tr("Drawing of what the fields say so far"));
    auto *column = new QVBoxLayout(this);
    // The drawing brings its own margin: what is above and below it stands on the same line.
    column->setContentsMargins(space::kMedium, space::kPage, space::kMedium, space::kLarge);
    column->setSpacing(space::kMedium);
    auto *heading = new Text(tr("What it becomes"), Type::Heading);
    for (Text *text : {heading, m_legend})
        text->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    column->addWidget(heading);
    column->addWidget(m_view, 1);
    column->addWidget(m_legend);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogether);
    connect(&m_soon, &QTimer::timeout, this, &DraftDrawing::draw);
}

void DraftDrawing::setPage(Page page) {
    m_page = page;
    m_reached = std::max(m_reached, page);
    draw();
}

void DraftDrawing::follow() {
    if (!m_draft->isConnected())
        m_reached = m_page;
    if (!m_soon.isActive())
        m_soon.start();
}

void DraftDrawing::draw() {
    m_soon.stop();
    if (!isVisible())
        return;
    const DraftPicture picture = pictureOf(*m_draft, m_page, m_reached);
    const auto before = m_view->model().nodes.size();
    m_view->setModel(picture.model);
    m_view->topology()->setEmphasised(picture.emphasised);
    m_view->setAccessibleDescription(picture.words);
    m_legend->setText(m_page == Page::Review ? tr("Dashed: planned, nothing exists yet.")
                                             : tr("Dashed: planned, nothing exists yet. Bold: decided on this page."));
    // As large as it will be: what stands already neither moves nor shrinks while the rest comes.
    const QRectF bounds = m_view->topology()->layout().bounds;
    const QRectF whole(bounds.topLeft(), picture.whole.expandedTo(bounds.size()));
    if (m_view->sceneRect() != whole) {
        m_view->topology()->setSceneRect(whole);
        m_view->fit();
    }
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (before > 0 && m_view->model().nodes.size() > before)
        m_view->topology()->growIn(moves ? kGrowth : 0);
}

void DraftDrawing::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    draw();
}

void DraftDrawing::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colours().sunken);
    painter.fillRect(QRect(0, 0, 1, height()), Theme::colours().line);
}

} // namespace sluice::ui
