#pragma once

#include "ui/cost/cost_estimate.h"
#include "ui/wizard/preflight_list.h"
#include "ui/wizard/scope_list.h"
#include "ui/wizard/wizard_page.h"

class QTreeWidget;

namespace sluice::ui {

class TopologyView;

/// What will happen: drawing, list, cost, permissions, warnings, consequences. Nothing is created before Create.
class ReviewPage : public WizardPage {
    Q_OBJECT
public:
    explicit ReviewPage(Draft *draft, QWidget *parent = nullptr);
    bool isComplete() const override;
    void refresh() override;
    void enter() override;
    bool hasPlan() const;
    /// Whether the page draws the plan itself; not when it stands beside the page.
    void setDrawn(bool drawn);
    /// A read of the preflight was sent, or answered.
    void showPreflight(const QString &what, bool answered, const Status &status);
    /// The plan could not be worked out: no answer comes any more.
    void endPreflight();

Q_SIGNALS:
    void planRequested();
    /// The operator wants to mend this field.
    void fieldRequested(const QString &field);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPlan(const blueprint::Plan &plan);
    void showLines(QVBoxLayout *to, const QStringList &lines, const QString &icon, Tone tone);
    Banner *m_state;
    PreflightList *m_preflight;
    QWidget *m_plan;
    TopologyView *m_view;
    QTreeWidget *m_list;
    Text *m_month;
    Text *m_hour;
    Text *m_asOf;
    ScopeList *m_scopes;
    CostEstimate *m_estimate;
    Text *m_reach;
    QVBoxLayout *m_notes;
    QString m_shown;
};

} // namespace sluice::ui
