#include "ui/deployments/copy_field.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTimer>

namespace sluice::ui {

void copyText(const QString &text) {
    QGuiApplication::clipboard()->setText(text);
}

CopyField::CopyField(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_button(new QToolButton(this)) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_label->setAccessibleName(name);
    m_button->setText(tr("Copy"));
    m_button->setAutoRaise(true);
    m_button->setAccessibleName(tr("Copy %1").arg(name));
    m_button->setEnabled(false);
    layout->addWidget(m_label);
    layout->addWidget(m_button);
    layout->addStretch();
    connect(m_button, &QToolButton::clicked, this, [this] {
        copyText(m_label->text());
        m_button->setText(tr("Copied"));
        QTimer::singleShot(1500, m_button, [this] { m_button->setText(tr("Copy")); });
    });
}

void CopyField::setValue(const QString &value) {
    m_label->setText(value);
    m_button->setEnabled(!value.isEmpty());
    m_button->setVisible(!value.isEmpty());
}

} // namespace sluice::ui
