#pragma once

#include "ui/desk/desk.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace sluice::ui {

class Banner;

/// What differs from the plan and what would be done about it, before anything is done. A repair that loses the egress
/// IP is red, and needs that address typed.
class RepairDialog : public QDialog {
    Q_OBJECT
public:
    explicit RepairDialog(const DeploymentView &view, QWidget *parent = nullptr);
    /// The answer to the look that the dialog was opened with.
    void show(const Status &status, const Json &document);
    using QDialog::show;

Q_SIGNALS:
    /// `abandonedEgressIp` is what was typed; empty when no address is lost.
    void repairRequested(const QString &abandonedEgressIp);

private:
    void judge();

    QLabel *m_headline;
    Banner *m_loss;
    QTableWidget *m_table;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    QPushButton *m_repair;
    QString m_egressIp; ///< the address that is lost; empty when none is
    bool m_possible = false;
};

} // namespace sluice::ui
