#pragma once

#include "ui/desk/desk.h"
#include "ui/theme/widgets.h"
#include "ui/verification/history_chart.h"
#include "ui/verification/matrix_model.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
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

protected:
    /// In a wide window the evidence stands beside the matrix, which then has the whole height: one look, no scrolling.
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCell();
    void fitTable();
    void fitDiagnosis();
    void measureAgain();
    void showHistory(bool visible);
    QString summary(const DeploymentView &view) const;

    MatrixModel *m_model;
    Mark *m_mark; ///< of the verdict, beside the headline
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
    QBoxLayout *m_head;
    QTableView *m_table;
    QSplitter *m_split;
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
