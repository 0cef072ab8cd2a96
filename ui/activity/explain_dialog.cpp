#include "ui/activity/explain_dialog.h"

#include "ui/activity/explain.h"
#include "ui/theme/widgets.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sluice::ui {

ExplainDialog::ExplainDialog(const DeploymentView &view, QWidget *parent)
    : QDialog(parent) {
    setWindowTitle(tr("What happened to %1").arg(view.name));
    resize(720, 620);
    QString text = explainRun(view, QDateTime::currentDateTimeUtc());
    if (text.isEmpty())
        text = tr("Nothing has run yet.");
    auto *words = new QPlainTextEdit(text, this);
    words->setObjectName(QStringLiteral("explainText"));
    words->setAccessibleName(tr("What happened"));
    words->setReadOnly(true);
    words->document()->setDocumentMargin(space::kMedium);
    words->setTabChangesFocus(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    QPushButton *copy = buttons->addButton(tr("Co&py the text"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("explainCopyButton"));
    connect(copy, &QPushButton::clicked, this, [copy, text] {
        QGuiApplication::clipboard()->setText(text);
        copy->setText(tr("Copied"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kLarge);
    layout->setSpacing(space::kLarge);
    layout->addWidget(new Text(tr("What happened to %1").arg(view.name), Type::Title, Text::Ink::Normal, this));
    layout->addWidget(words, 1);
    layout->addWidget(buttons);
}

} // namespace sluice::ui
