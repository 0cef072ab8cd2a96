#pragma once

#include "core/operations/workspace.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;

namespace sluice::ui {

class Draft;
class DraftDrawing;
class StepRail;
class WizardPage;
class Banner;

/// From nothing to a plan to create: Account, Place, Network, Machines, Access, Review. Edits one Blueprint; "Next" all
/// the way works with what it proposes. Asks for everything by signals and never calls the core's workspace.
class EgressWizard : public QDialog {
    Q_OBJECT
public:
    explicit EgressWizard(const operations::Account &account, QWidget *parent = nullptr);
    ~EgressWizard() override;

    const blueprint::Blueprint &blueprint() const;
    int pageIndex() const;
    QString pageName() const; ///< account | place | network | machines | access | review

public Q_SLOTS:
    /// The account to work with; facts of another account are forgotten.
    void setAccount(const sluice::operations::Account &account);
    /// What the account holds; pre-fills the draft the first time.
    void setFacts(const sluice::blueprint::AccountFacts &facts);
    /// A blueprint to start from (opened file, clone); before or after setFacts.
    void setBlueprint(const sluice::blueprint::Blueprint &blueprint);
    void setPrices(const sluice::blueprint::Prices &prices);
    /// The operator's public IPv4 address, where the program knows it: fills in "only my address".
    void setOwnAddress(const QString &address);
    /// Answer to planRequested.
    /// A read of the preflight was sent, or answered; shown on the Review page while the plan is worked out.
    void showPreflight(const QString &what, bool answered, const sluice::Status &status);
    void setPlanOutcome(const sluice::blueprint::PlanOutcome &outcome);
    /// Shows that an answer is awaited; Create and Next wait.
    void setBusy(bool busy);
    void setError(const sluice::Error &error);
    void next();
    void back();

Q_SIGNALS:
    /// Answer with setPlanOutcome or setError. Emitted on entering the Review page.
    void planRequested(const sluice::blueprint::Blueprint &blueprint);
    void createRequested(const sluice::blueprint::Plan &plan);
    /// The operator chose an account on the first page; answer with setAccount + setFacts, or setError. The token is
    /// empty for the sandbox and when the one in the keychain is meant.
    void connectRequested(bool sandbox, const QString &token);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void goTo(int index);
    void refresh();
    void fold();
    Draft *m_draft;
    StepRail *m_rail;
    DraftDrawing *m_drawing;
    QStackedWidget *m_stack;
    QList<WizardPage *> m_pages;
    Banner *m_error;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_create;
    QPushButton *m_cancel;
};

} // namespace sluice::ui
