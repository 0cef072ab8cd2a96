#pragma once

#include "ui/desk/desk.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace sluice::ui {

/// Accounts: the built-in sandbox, and DigitalOcean accounts with a token. Says where the token is kept and which
/// scopes it needs.
class AccountsDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AccountsDialog(Desk *desk, QWidget *parent = nullptr);

private:
    void refill();
    void validate();
    void add();

    Desk *m_desk;
    QListWidget *m_list;
    QLineEdit *m_title;
    QLineEdit *m_endpoint;
    QLineEdit *m_token;
    QLabel *m_problem;
    QLabel *m_result;
    QPushButton *m_add;
    QPushButton *m_use;
    QPushButton *m_remove;
};

} // namespace sluice::ui
