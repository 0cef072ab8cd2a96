#include "ui/deployments/copy_field.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace sluice::ui {

void copyText(const QString &text) {
    QGuiApplication::clipboard()->setText(text);
}

CopyField::CopyField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_button(new CopyButton(QString(), name, this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kHair);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_label->setFont(Theme::font(Type::Mono));
    m_label->setAccessibleName(name);
    layout->addWidget(m_label);
    layout->addWidget(m_button);
    layout->addStretch();
    setValue(QString());
}

void CopyField::setValue(const QString &value) {
    m_label->setText(value);
    m_button->setText(value);
    m_button->setVisible(!value.isEmpty());
}

} // namespace sluice::ui
