#include "ui/theme/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QVBoxLayout>

namespace sluice::ui {

Text::Text(const QString &text, Type type, Ink ink, QWidget *parent)
    : QLabel(text, parent)
    , m_ink(ink) {
    setFont(Theme::font(type));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    applyInk();
    if (Theme *theme = Theme::current())
        connect(theme, &Theme::changed, this, &Text::applyInk);
}

void Text::setTone(Tone tone) {
    m_ink = Ink::Tone;
    m_tone = tone;
    applyInk();
}

void Text::applyInk() {
    const Colours &c = Theme::colours();
    QPalette p = palette();
    p.setColor(QPalette::WindowText,
               m_ink == Ink::Normal ? c.text : (m_ink == Ink::Soft ? c.textSoft : c.tone(m_tone).ink));
    setPalette(p);
}

Card::Card(QWidget *parent)
    : QFrame(parent) {}

void Card::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Card::paintEvent(QPaintEvent *) {
    const Colours &c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_tone == Tone::Neutral ? c.card : c.tone(m_tone).soft);
    painter.setPen(QPen(m_tone == Tone::Neutral ? c.line : c.tone(m_tone).line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 8, 8);
}

Badge::Badge(Tone tone, const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone) {
    setFont(Theme::font(Type::CaptionStrong));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(tone, word);
}

void Badge::set(Tone tone, const QString &word) {
    m_tone = tone;
    m_word = word.isEmpty() ? toneWord(tone) : word;
    setAccessibleName(m_word);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_word) + 34, 24};
}

void Badge::paintEvent(QPaintEvent *) {
    const ToneColours t = Theme::colours().tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(t.soft);
    painter.setPen(QPen(t.line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), 11.5, 11.5);
    Theme::paintIcon(&painter, toneIcon(m_tone), QRectF(7, 4.5, 15, 15), t.ink);
    painter.setPen(t.ink);
    painter.drawText(rect().adjusted(25, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

Mark::Mark(int size, QWidget *parent)
    : QWidget(parent) {
    setFixedSize(size, size);
    connect(Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Mark::set(const QString &icon, Tone tone) {
    m_icon = icon;
    m_tone = tone;
    update();
}

void Mark::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    if (!m_icon.isEmpty())
        Theme::paintIcon(&painter, m_icon, rect(), Theme::colours().tone(m_tone).ink);
}

Banner::Banner(Tone tone, const QString &title, const QString &details, QWidget *parent)
    : Card(parent)
    , m_icon(new Mark(20, this))
    , m_title(new Text(title, Type::Strong, Text::Ink::Normal, this))
    , m_details(new Text(details, Type::Body, Text::Ink::Normal, this))
    , m_action(new QLabel(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    row->setSpacing(space::kMedium);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::kHair);
    column->addWidget(m_title);
    column->addWidget(m_details);
    m_action->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    m_action->hide();
    column->addWidget(m_action);
    row->addLayout(column, 1);
    connect(m_action, &QLabel::linkActivated, this, &Banner::actionTriggered);
    // A label keeps the colour that its link had at first.
    connect(Theme::current(), &Theme::changed, m_action,
            [this] { setAction(QTextDocumentFragment::fromHtml(m_action->text()).toPlainText()); });
    set(tone, title, details);
}

void Banner::set(Tone tone, const QString &title, const QString &details) {
    setTone(tone);
    m_icon->set(toneIcon(tone), tone);
    m_title->setText(title);
    m_title->setTone(tone);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(details);
}

void Banner::setAction(const QString &text) {
    m_action->setText(QStringLiteral("<a href=\"#\" style=\"color: %1\">%2</a>")
                          .arg(Theme::colours().tone(Tone::Accent).ink.name(), text.toHtmlEscaped()));
    m_action->setVisible(!text.isEmpty());
}

void fitColumns(QTableView *table) {
    const int columns = table->model()->columnCount();
    for (int column = 0; column + 1 < columns; ++column) {
        table->resizeColumnToContents(column);
        table->setColumnWidth(column, table->columnWidth(column) + space::kMedium);
    }
}

CopyButton::CopyButton(const QString &text, const QString &what, QWidget *parent)
    : QToolButton(parent)
    , m_text(text) {
    setIcon(Theme::icon(QStringLiteral("copy")));
    setIconSize(QSize(16, 16));
    setAutoRaise(true);
    setToolTip(tr("Copy %1").arg(what));
    setAccessibleName(tr("Copy %1").arg(what));
    connect(this, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text);
        setIcon(Theme::icon(QStringLiteral("check"), Tone::Pass));
        QTimer::singleShot(1500, this, [this] { setIcon(Theme::icon(QStringLiteral("copy"))); });
    });
}

void CopyButton::setText(const QString &text) {
    m_text = text;
}

} // namespace sluice::ui
