#pragma once

#include "core/operations/workspace.h"

#include <QObject>

#include <functional>
#include <optional>

namespace sluice::ui {

/// The one value that the wizard edits, what is known of the account, and what the rules say of both. Pages read and
/// edit it; none of them keeps a copy.
class Draft : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    const blueprint::Blueprint &blueprint() const { return m_blueprint; }
    const operations::Account &account() const { return m_account; }
    const blueprint::AccountFacts &facts() const { return m_facts; }
    const blueprint::Prices &prices() const { return m_prices; }
    const blueprint::Problems &problems() const { return m_problems; }
    const std::optional<blueprint::PlanOutcome> &outcome() const { return m_outcome; }
    bool hasFacts() const { return m_hasFacts; }
    bool isBusy() const { return m_busy; }
    /// What the operator chose on the first page; the account follows when it is connected.
    bool wantsSandbox() const { return m_wantsSandbox; }
    /// The account that was chosen is connected and read.
    bool isConnected() const { return m_hasFacts && m_account.sandbox == m_wantsSandbox; }
    QString ownAddress() const { return m_ownAddress; }

    /// Changes the blueprint, runs the rules and tells everybody. A change makes an earlier plan stale.
    void edit(const std::function<void(blueprint::Blueprint &)> &change);
    /// Moves to another region; networks that were proposed (not typed) are proposed anew for it.
    void setRegion(const QString &region);
    void setBlueprint(const blueprint::Blueprint &blueprint);
    void setWantsSandbox(bool sandbox);
    void setAccount(const operations::Account &account);
    void setFacts(const blueprint::AccountFacts &facts);
    void setPrices(const blueprint::Prices &prices) { m_prices = prices; }
    void setOutcome(const blueprint::PlanOutcome &outcome);
    void setBusy(bool busy);
    void setOwnAddress(const QString &address);
    void forgetOutcome() { m_outcome.reset(); }

    /// The plan, or where there is none, what would become of the draft if its refused values stood.
    blueprint::Plan sketch() const;
    /// Problems of one field, errors first; those of the plan too while it is fresh.
    blueprint::Problems problemsOf(const QString &field) const;
    bool hasErrorIn(const QStringList &fields) const;
    /// Regions where the whole architecture can be built: available, with Kubernetes.
    QList<digitalocean::Region> regions() const;

Q_SIGNALS:
    void changed();

private:
    void check();
    blueprint::Blueprint m_blueprint;
    blueprint::Blueprint m_proposed;
    operations::Account m_account;
    blueprint::AccountFacts m_facts;
    blueprint::Prices m_prices;
    blueprint::Problems m_problems;
    std::optional<blueprint::PlanOutcome> m_outcome;
    QString m_ownAddress;
    bool m_hasFacts = false;
    bool m_wantsSandbox = true;
    bool m_given = false; ///< a blueprint was brought along: nothing of it is proposed over
    bool m_busy = false;
};

} // namespace sluice::ui
