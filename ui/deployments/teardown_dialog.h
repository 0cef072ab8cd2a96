#pragma once

#include "ui/desk/desk.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>

namespace sluice::ui {

/// Shows what a teardown deletes, asks for the deployment's name, then shows its progress and the certificate.
class TeardownDialog final : public QDialog {
    Q_OBJECT
public:
    TeardownDialog(const DeploymentView &view, QWidget *parent = nullptr);
    /// Progress and, at the end, the certificate.
    void show(const DeploymentView &view);
    using QDialog::show;
    /// The teardown ended; with an error it says what to do.
    void finish(const DeploymentView &view, const Status &status);

Q_SIGNALS:
    void teardownRequested();
    void cancelRequested();

private:
    void fillWhatGoes(const DeploymentView &view);
    void fillCertificate(const DeploymentView &view);

    QString m_name;
    QLabel *m_headline;
    QLabel *m_text;
    QTableWidget *m_table;
    QLabel *m_prompt;
    QLineEdit *m_typed;
    QProgressBar *m_progress;
    QPushButton *m_destroy;
    QPushButton *m_close;
    bool m_running = false;
};

} // namespace sluice::ui
