#pragma once

#include "core/operations/workspace.h"

#include <QSocketNotifier>

namespace sluice::ctl {

/// Exit codes of the contract (DESIGN.md, "Command line").
enum ExitCode {
    kDone = 0,
    kFailed = 1,
    kBadInput = 2,
    kVerificationFailed = 3,
    kVerdictUnknown = 4,
    kNeedsDecision = 5,
    kCancelled = 130
};
int exitCodeOf(const Error &error);
/// From a finished document: an error's code, else the verdict's when there is one.
int exitCodeOf(const Status &status, const Json &document);

/// The global flags.
struct Globals {
    bool json = false;
    QString progress; ///< none | text | json; empty = text on a terminal, none otherwise
    QString state;    ///< empty = SLUICE_STATE or the platform's folder
    QString endpoint; ///< empty = DIGITALOCEAN_API_URL or the public API
    double timeScale = 1.0;
    blueprint::Prices prices;
    bool verbose = false; ///< every API call in the progress
};

/// One invocation: opens the workspace, connects the account, runs operations one after the other in a local event
/// loop, prints progress on stderr. SIGINT and SIGTERM cancel gracefully; a second one is left to the system.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(const Globals &globals);
    ~Session() override;

    /// The workspace alone (list, show, history need no account).
    Status open();
    /// Workspace and account. The token comes from the environment or the keychain only.
    Status connectAccount();
    /// An embedded sandbox's account for `demo`.
    Status connectAccount(const operations::Account &account);

    operations::Workspace &workspace() { return *m_workspace; }
    const Globals &globals() const { return m_globals; }

    struct Outcome {
        Status status;
        Json document;
    };
    /// Runs it to its end (or its cancelled end).
    Outcome run(operations::Operation *operation);
    /// Text for a person on stdout unless --json.
    void print(const QString &text) const;

private:
    void showProgress(const QString &text, const Json &event);
    void onSignal();

    Globals m_globals;
    std::shared_ptr<operations::Workspace> m_workspace;
    std::unique_ptr<QSocketNotifier> m_signalNotifier;
    operations::Operation *m_current = nullptr;
    bool m_interrupted = false;
};

} // namespace sluice::ctl
