#include "ui/topology/topology_details.h"

#include "ui/theme/widgets.h"
#include "ui/topology/topology_paint.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

constexpr qsizetype kLine = 27; ///< letters of code that the panel has room for

/// A sentence may break within the long ids that it names; else one of them is wider than the panel, and pushes all of
/// it. Not for text that is copied: the place is a letter without width.
QString breakable(const QString &sentence) {
    static const QRegularExpression joint(QStringLiteral("([-./_])"));
    QStringList words = sentence.split(QLatin1Char(' '));
    for (QString &word : words) {
        if (word.size() > kLine)
            word.replace(joint, QStringLiteral("\\1\u200B"));
    }
    return words.join(QLatin1Char(' '));
}

/// An id has no place where a label would break it: after its dashes, dots and slashes it may.
QString folded(const QString &value) {
    QStringList lines;
    QString rest = value;
    while (rest.size() > kLine) {
        qsizetype at = kLine;
        while (at > kLine / 2 && !QStringLiteral("-./ ,").contains(rest[at - 1]))
            --at;
        if (at <= kLine / 2)
            at = kLine;
        lines << rest.left(at);
        rest = rest.mid(at);
    }
    lines << rest;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TopologyDetails::TopologyDetails(QWidget *parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("topologyDetails"));
    setAccessibleName(tr("Details of the selected part"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAutoFillBackground(true); // whatever is under it stays under it
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kLarge);
    column->setSpacing(space::kSmall);
    m_kind = new Text({}, Type::Caption, Text::Ink::Soft);
    m_title = new Text({}, Type::Heading);
    m_badge = new Badge;
    m_error = new Banner(Tone::Fail, tr("This part failed"));
    m_alert = new Banner(Tone::Fail, tr("What was found"));
    m_actions = new QWidget;
    auto *actions = new QVBoxLayout(m_actions);
    actions->setContentsMargins(0, space::kSmall, 0, 0);
    actions->setSpacing(space::kHair);
    const auto add = [this, actions](const QString &words, const QString &action) {
        auto *button = new QPushButton(words);
        button->setObjectName(QStringLiteral("detailsAction:") + action);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        actions->addWidget(button);
    };
    add(tr("Measure again"), QStringLiteral("verify"));
    add(tr("Show the evidence"), QStringLiteral("evidence"));
    add(tr("Show its steps and calls"), QStringLiteral("activity"));
    m_hint = new Text(
        tr("Select a part of the drawing to see its addresses, ids and cost. Point at a source to follow its packets."),
        Type::Body, Text::Ink::Soft);
    m_facts = new QWidget;
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, space::kSmall, 0, 0);
    m_grid->setHorizontalSpacing(space::kSmall);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("detailsClose"));
    close->setIcon(Theme::icon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the details"));
    connect(close, &QToolButton::clicked, this, &TopologyDetails::closeRequested);
    auto *head = new QHBoxLayout;
    head->addWidget(m_kind, 1);
    head->addWidget(close);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_badge);
    column->addWidget(m_error);
    column->addWidget(m_alert);
    column->addWidget(m_hint);
    column->addWidget(m_actions);
    column->addWidget(m_facts);
    column->addStretch();
    // Copyable, like every other value here; and a text control knows the height of several lines better than QLabel.
    for (Banner *banner : {m_error, m_alert})
        for (Text *text : banner->findChildren<Text *>())
            text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWidget(page);
    show(nullptr);
}

QSize TopologyDetails::sizeHint() const {
    return {304, 480};
}

void TopologyDetails::paintEvent(QPaintEvent *event) {
    QScrollArea::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(0, 0, 1, viewport()->height(), Theme::colours().line);
}

void TopologyDetails::clearFacts() {
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide(); // it goes at the end of the turn: until then two facts would stand in one place
            widget->deleteLater();
        }
        delete item;
    }
}

void TopologyDetails::setActionsVisible(bool visible) {
    m_hasActions = visible;
    m_actions->setVisible(visible && m_any);
}

void TopologyDetails::takeFocus() {
    const auto buttons = widget()->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons)
        if (button->isVisibleTo(this) && button->isEnabled() && button->objectName() != QLatin1String("detailsClose")) {
            button->setFocus(Qt::OtherFocusReason);
            ensureWidgetVisible(button);
            return;
        }
    setFocus(Qt::OtherFocusReason);
}

void TopologyDetails::show(const TopologyNode *node) {
    const bool any = node != nullptr;
    if (any && m_any && *node == m_shown)
        return; // keeps a selection of text and the focus of a copy button
    m_any = any;
    m_shown = any ? *node : TopologyNode{};
    const bool state = any && node->status != NodeStatus::Outside;
    m_hint->setVisible(!any);
    m_kind->setVisible(any);
    m_title->setVisible(any);
    m_badge->setVisible(state);
    m_error->setVisible(any && !node->error.isEmpty());
    m_alert->setVisible(any && !node->alert.isEmpty());
    m_actions->setVisible(any && m_hasActions);
    // What is not there cannot be measured.
    const bool measurable = any && (node->status == NodeStatus::Ready || node->status == NodeStatus::Outside ||
                                    node->status == NodeStatus::Unknown);
    for (const char *name : {"detailsAction:verify", "detailsAction:evidence"})
        m_actions->findChild<QPushButton *>(QLatin1String(name))->setVisible(measurable);
    clearFacts();
    if (!any)
        return;
    m_kind->setText(nodeKindName(node->kind));
    m_title->setText(node->title);
    // One mark for one state: what was measured here is worth more than what the platform says of it.
    const bool alert = !node->alert.isEmpty();
    if (state)
        m_badge->set(alert ? Tone::Fail : nodeTone(node->status), alert ? node->alert : node->statusText);
    if (!node->error.isEmpty())
        m_error->set(Tone::Fail, tr("This part failed"), breakable(node->error));
    if (alert)
        m_alert->set(Tone::Fail, tr("What was found"), breakable(node->alertDetails));
    int row = 0;
    for (const TopologyNode::Fact &fact : node->facts) {
        if (fact.key == tr("Kind"))
            continue;
        auto *key = new Text(fact.key, Type::Caption, Text::Ink::Soft);
        // What is copied is code: letter under letter, and no l that could be a 1.
        auto *value =
            new Text(fact.copyable ? folded(fact.value) : fact.value, fact.copyable ? Type::Mono : Type::Medium);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(fact.key, fact.value));
        key->setContentsMargins(0, space::kSmall, 0, 0);
        m_grid->addWidget(key, row++, 0, 1, 2);
        m_grid->addWidget(value, row, 0);
        if (fact.copyable) {
            auto *copy = new CopyButton(fact.value, fact.key);
            copy->setObjectName(QStringLiteral("copy:") + fact.key);
            m_grid->addWidget(copy, row, 1, Qt::AlignTop);
        }
        ++row;
    }
}

} // namespace sluice::ui
