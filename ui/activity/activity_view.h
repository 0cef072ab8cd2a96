#pragma once

#include "ui/activity/steps_model.h"
#include "ui/desk/desk.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <QWidget>

namespace sluice::ui {

/// What runs, for how long, on which chain everything waits; the log with request ids; cancel and resume.
class ActivityView final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityView(QWidget *parent = nullptr);
    void show(const DeploymentView &view);
    /// Calls of the whole account, newest last.
    void addCall(const QString &line);

Q_SIGNALS:
    void cancelRequested();
    void resumeRequested();

private:
    void refreshTimes();
    void refreshLog();

    StepsModel *m_model;
    QLabel *m_headline;
    QLabel *m_critical;
    QLabel *m_error;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_resume;
    QTableView *m_table;
    QLineEdit *m_filter;
    QPlainTextEdit *m_log;
    QTimer m_tick; ///< only while something runs: durations on screen, nothing else
    DeploymentView m_view;
    QStringList m_calls;
};

} // namespace sluice::ui
