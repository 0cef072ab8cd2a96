#pragma once

#include "ui/activity/critical_bar.h"
#include "ui/activity/log_model.h"
#include "ui/activity/steps_model.h"
#include "ui/desk/desk.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QWidget>

namespace sluice::ui {

/// What runs, for how long, on which chain everything waits and for how long still; what stalls and why; the log with
/// request ids; the run in plain language; cancel and resume.
class ActivityView final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);
    /// How long steps took in earlier deployments, for the time that is left.
    void setTypical(const Typical &typical);
    /// Calls of the whole account; newest last. Of all that were ever told, the last kMostCalls are kept.
    void addCalls(const QList<LogLine> &lines);
    static constexpr qsizetype kMostCalls = 2000;

Q_SIGNALS:
    void cancelRequested();
    void resumeRequested();

private:
    void buildLog();
    void refreshTimes();
    void refreshLog();
    void appendToLog(const QList<LogLine> &lines);
    void followEnd();
    void copyLines();
    void explain();

    StepsModel *m_model;
    QLabel *m_headline;
    QLabel *m_critical;
    CriticalBar *m_bar;
    Banner *m_stall;
    QLabel *m_error;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_resume;
    QPushButton *m_explain;
    QTableView *m_table;
    QLineEdit *m_filter;
    QComboBox *m_stepFilter;
    QCheckBox *m_onlyErrors;
    QLabel *m_copied; ///< says what a click copied
    LogModel *m_logModel;
    LogFilter *m_logFilter;
    QTableView *m_log;
    QTimer m_tick; ///< only while something runs: durations on screen, nothing else
    DeploymentView m_view;
    QList<LogLine> m_calls;
    Typical m_typical;
    bool m_atEnd = true; ///< the log shows its newest line, and goes on to
    qint64 m_logged = 0; ///< of m_view's lines, how many the log has
};

} // namespace sluice::ui
