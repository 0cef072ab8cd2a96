#pragma once

#include "ui/desk/desk.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QWidget>

namespace sluice::ui {

/// The deployment's outputs by the contract's names: copy one, or all as JSON.
class OutputsView final : public QWidget {
    Q_OBJECT
public:
    explicit OutputsView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);

private:
    QTableWidget *m_table;
    QLabel *m_empty;
    QPushButton *m_copyAll;
    QMap<QString, QString> m_outputs;
};

} // namespace sluice::ui
