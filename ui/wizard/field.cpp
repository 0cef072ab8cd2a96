#include "ui/wizard/field.h"

#include "ui/theme/widgets.h"

#include <QStyle>
#include <QVBoxLayout>

namespace sluice::ui {

Field::Field(const QString &label, QWidget *editor, const QString &hint, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_hint(new Text(hint, Type::Caption, Text::Ink::Soft))
    , m_problem(new Text({}, Type::Caption))
    , m_proposal(new QLabel) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kHair);
    auto *title = new QLabel(label);
    title->setFont(Theme::font(Type::Medium));
    title->setBuddy(editor);
    QString plain = label;
    plain.remove(QLatin1Char('&'));
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(plain);
    title->setVisible(!label.isEmpty());
    column->addWidget(title);
    column->addWidget(editor);
    m_problem->hide();
    m_proposal->hide();
    m_proposal->setFont(Theme::font(Type::CaptionStrong));
    m_proposal->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_proposal->setFocusPolicy(Qt::StrongFocus);
    m_proposal->setObjectName(editor->objectName() + QStringLiteral("Proposal"));
    column->addWidget(m_hint);
    column->addWidget(m_problem);
    column->addWidget(m_proposal);
    setHint(hint);
    connect(m_proposal, &QLabel::linkActivated, this, [this] { Q_EMIT proposalTaken(m_value); });
}

void Field::setHint(const QString &hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_problem->isHidden());
    m_editor->setAccessibleDescription(hint);
}

void Field::setProblems(const blueprint::Problems &problems) {
    const bool any = !problems.isEmpty();
    const bool error = blueprint::hasErrors(problems);
    m_problem->setVisible(any);
    m_hint->setVisible(!any && !m_hint->text().isEmpty());
    m_value = any ? problems.first().proposal : QString();
    m_proposal->setVisible(!m_value.isEmpty());
    if (any) {
        m_problem->setText((error ? tr("Error: ") : tr("Note: ")) + problems.first().message);
        m_problem->setTone(error ? Tone::Fail : Tone::Unknown);
        const QString words = tr("Use %1").arg(m_value);
        m_proposal->setText(QStringLiteral("<a href=\"#\">%1</a>").arg(words.toHtmlEscaped()));
        m_proposal->setAccessibleName(words);
    }
    m_editor->setAccessibleDescription(any ? problems.first().message : m_hint->text());
    m_editor->setProperty("problem", any ? (error ? QStringLiteral("error") : QStringLiteral("warning")) : QString());
    m_editor->update();
}

QString Field::problemText() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace sluice::ui
