#pragma once

#include "ui/theme/widgets.h"

namespace sluice::ui {

/// A value in the fixed-width face with a copy button. The value can also be selected with the keyboard.
class CopyField final : public QWidget {
    Q_OBJECT
public:
    /// `name` is the accessible name of the value, e.g. "Egress IP".
    explicit CopyField(const QString &name, QWidget *parent = nullptr);
    void setValue(const QString &value);
    QString value() const { return m_label->text(); }
    QLabel *label() const { return m_label; }

private:
    QLabel *m_label;
    CopyButton *m_button;
};

/// Puts text on the clipboard.
void copyText(const QString &text);

} // namespace sluice::ui
