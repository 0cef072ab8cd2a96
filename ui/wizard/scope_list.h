#pragma once

#include "ui/theme/widgets.h"

class QGridLayout;
class QPushButton;

namespace sluice::ui {

/// The exact custom scopes that a token needs, one line for each kind of resource as the token page has them, and one
/// button that copies them all.
class ScopeList final : public QWidget {
    Q_OBJECT
public:
    explicit ScopeList(QWidget *parent = nullptr);
    void setScopes(const QStringList &scopes);
    /// What the button puts into the clipboard: comma-separated, in the given order.
    QString copyText() const { return m_scopes.join(QLatin1Char(',')); }

private:
    void copy();
    QStringList m_scopes;
    QGridLayout *m_grid;
    QPushButton *m_copy;
};

} // namespace sluice::ui
