#pragma once

#include "ui/desk/desk.h"
#include "ui/verification/history_chart.h"
#include "ui/verification/matrix_model.h"

#include <QAction>
#include <QComboBox>
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
    /// What the person chose for the deployment that is shown.
    void setRecheck(int minutes);

Q_SIGNALS:
    void verifyRequested();
    /// Only these cells again.
    void cellsRequested(const QStringList &ids);
    void cancelRequested();
    /// An automatic remedy of the selected cell's diagnosis.
    void remedyRequested(const QString &action);
    void reportRequested();
    /// Verify again by itself every so many minutes; 0 = never.
    void recheckChosen(int minutes);

private:
    void showCell();
    void measureAgain();
    void showHistory(bool visible);
    QString summary(const DeploymentView &view) const;

    MatrixModel *m_model;
    QLabel *m_headline;
    QLabel *m_summary;
    QPushButton *m_verify;
    QPushButton *m_cancel;
    QComboBox *m_recheck;
    QPushButton *m_report;
    QPushButton *m_historyButton;
    HistoryChart *m_history = nullptr; ///< made when it is first looked at
    QList<RunFigures> m_runs;
    QDateTime m_lastRun; ///< newest run of the chart, so that it is drawn anew only when there is one
    QString m_name;
    QProgressBar *m_progress;
    QTableView *m_table;
    QLabel *m_cellTitle;
    QLabel *m_diagnosis;
    QPushButton *m_again;
    QAction *m_againAction;
    QPushButton *m_remedy;
    QPlainTextEdit *m_evidence;
    QString m_action;
    bool m_running = false;
    bool m_measurable = false;
    QStringList m_measuring;
    QMap<QString, QString> m_againAt; ///< id -> ISO 8601 UTC
};

} // namespace sluice::ui
