#pragma once

#include "ui/desk/desk.h"
#include "ui/verification/matrix_model.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

namespace sluice::ui {

/// One button, the matrix, and for the selected cell its diagnosis, remedy and raw evidence.
class VerificationView final : public QWidget {
    Q_OBJECT
public:
    explicit VerificationView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);

Q_SIGNALS:
    void verifyRequested();
    void cancelRequested();
    /// An automatic remedy of the selected cell's diagnosis.
    void remedyRequested(const QString &action);

private:
    void showCell();
    QString summary(const DeploymentView &view) const;

    MatrixModel *m_model;
    QLabel *m_headline;
    QLabel *m_summary;
    QPushButton *m_verify;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QTableView *m_table;
    QLabel *m_cellTitle;
    QLabel *m_diagnosis;
    QPushButton *m_remedy;
    QPlainTextEdit *m_evidence;
    QString m_action;
    bool m_running = false;
};

} // namespace sluice::ui
