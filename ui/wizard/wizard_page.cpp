#include "ui/wizard/wizard_page.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace sluice::ui {

WizardPage::WizardPage(Draft *draft, const QString &name, const QString &title, const QString &intro, QWidget *parent)
    : QScrollArea(parent)
    , m_draft(draft)
    , m_name(name)
    , m_title(title) {
    setObjectName(QStringLiteral("wizardPage:") + name);
    setAccessibleName(title);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::kPage + 8, space::kPage, space::kPage + 8, space::kWide);
    column->setSpacing(space::kHair);
    column->addWidget(new Text(title, Type::Title));
    column->addWidget(new Text(intro, Type::Body, Text::Ink::Soft));
    column->addSpacing(space::kLarge);
    m_content = new QVBoxLayout;
    m_content->setSpacing(space::kLarge);
    column->addLayout(m_content, 1);
    setWidget(page);
}

Field *WizardPage::addField(const QString &key, const QString &label, QWidget *editor, const QString &hint,
                            const std::function<void(const QString &)> &take, QVBoxLayout *to) {
    auto *field = new Field(label, editor, hint);
    m_fields.insert(key, field);
    (to ? to : m_content)->addWidget(field);
    if (take)
        connect(field, &Field::proposalTaken, this, take);
    return field;
}

QSize WizardPage::minimumSizeHint() const {
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            QScrollArea::minimumSizeHint().height()};
}

void WizardPage::refresh() {
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setProblems(m_draft->problemsOf(it.key()));
}

} // namespace sluice::ui
