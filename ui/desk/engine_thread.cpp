#include "ui/desk/engine_thread.h"

#include "core/base/redact.h"
#include "core/operations/measured.h"

namespace sluice::ui {

namespace {

constexpr int kWholeReports = 3;
constexpr int kReports = 60; ///< the chart shows 40

QList<engine::Certificate::Item> itemsFrom(const Json &array) {
    QList<engine::Certificate::Item> items;
    for (const Json &item : array)
        items.append({.kind = jsonString(item, "kind"),
                      .name = jsonString(item, "name"),
                      .id = jsonString(item, "id"),
                      .how = jsonString(item, "how")});
    return items;
}

/// What the history chart and the time slider need of a report: everything but the raw answers.
void leaveOutAnswers(Json &report) {
    if (!report.is_object() || !report.contains("cells"))
        return;
    for (Json &cell : report["cells"]) {
        if (!cell.is_object() || !cell.contains("evidence"))
            continue;
        for (Json &evidence : cell["evidence"])
            evidence = Json{{"at", jsonString(evidence, "at").toStdString()},
                            {"milliseconds", jsonInt(evidence, "milliseconds")}};
    }
}

/// Reports are large (every raw answer), and a deployment that is verified every few minutes has thousands. The window
/// holds the last ones whole, some more without their answers, and of older ones when they were and how they ended.
QList<store::HistoryItem> withoutOldReports(QList<store::HistoryItem> history) {
    int seen = 0;
    for (auto item = history.rbegin(); item != history.rend(); ++item) {
        if (item->kind != QLatin1String(verify::kWholeKind) && item->kind != QLatin1String(verify::kCellsKind))
            continue;
        if (++seen > kReports)
            item->document = Json();
        else if (seen > kWholeReports && item->kind == QLatin1String(verify::kWholeKind))
            leaveOutAnswers(item->document);
    }
    return history;
}

engine::Certificate certificateFrom(const Json &document) {
    const Json &json = jsonMember(document, "certificate");
    engine::Certificate certificate;
    certificate.checked = itemsFrom(jsonMember(json, "checked"));
    certificate.left = itemsFrom(jsonMember(json, "left"));
    certificate.kept = itemsFrom(jsonMember(json, "kept"));
    certificate.usdPerHour = jsonDouble(json, "usd_per_hour");
    certificate.at = jsonString(json, "at");
    return certificate;
}

} // namespace

Status EngineThread::open() {
    auto workspace = operations::Workspace::open(m_options);
    if (!workspace)
        return workspace.error();
    m_workspace = *workspace;
    connect(m_workspace.get(), &operations::Workspace::apiCalled, this, &EngineThread::apiCalled);
    return Ok{};
}

void EngineThread::close() {
    m_workspace.reset();
}

store::SecretStore &EngineThread::tokens() {
    if (!m_tokens)
        m_tokens = store::openTokenStore();
    return *m_tokens;
}

void EngineThread::connectStored(const operations::Account &account) {
    const auto token = tokens().read(QStringLiteral("token/") + account.key);
    if (!token) {
        Q_EMIT accountFailed(Error{.code = ErrorCode::Unauthenticated,
                                   .message = tr("The token of %1 is not in the keychain").arg(account.title),
                                   .remedy = tr("Add the account again with its token.")});
        return;
    }
    operations::Account complete = account;
    complete.token = QString::fromUtf8(*token);
    registerSecret(complete.token);
    connectAccount(complete, 1.0);
}

void EngineThread::storeAndConnect(const operations::Account &account) {
    registerSecret(account.token);
    const Status stored = tokens().write(QStringLiteral("token/") + account.key, account.token.toUtf8());
    if (!stored) {
        Q_EMIT accountFailed(stored.error());
        return;
    }
    Q_EMIT accountStored(tokens().kind());
    connectAccount(account, 1.0);
}

void EngineThread::forget(const QString &key) {
    const Status removed = tokens().remove(QStringLiteral("token/") + key);
    if (!removed)
        Q_EMIT accountFailed(removed.error());
}

void EngineThread::connectAccount(const operations::Account &account, double timeScale) {
    m_workspace->setTimeScale(timeScale);
    m_workspace->connectAccount(account).then(this, [this](const Result<digitalocean::Account> &answer) {
        if (!answer) {
            Q_EMIT accountFailed(answer.error());
            return;
        }
        Q_EMIT accountReady(*answer);
        readFacts();
    });
}

void EngineThread::readFacts() {
    m_workspace->readAccount().then(this, [this](const Result<blueprint::AccountFacts> &facts) {
        if (facts)
            Q_EMIT factsRead(*facts);
        else
            Q_EMIT factsFailed(facts.error());
    });
}

void EngineThread::plan(const blueprint::Blueprint &blueprint) {
    operations::Operation *operation = m_workspace->plan(blueprint);
    connect(operation, &operations::Operation::preflightRead, this, &EngineThread::preflightRead);
    auto answered = std::make_shared<bool>(false);
    connect(operation, &operations::Operation::planned, this, [this, answered](const blueprint::PlanOutcome &outcome) {
        *answered = true;
        Q_EMIT planned(outcome);
    });
    connect(operation, &operations::Operation::finished, this, [this, answered](const Status &status, const Json &) {
        // A refused plan was already delivered with its problems; only a plan that could not be made is a failure.
        if (!status && !*answered)
            Q_EMIT planFailed(status.error());
    });
}

void EngineThread::apply(const blueprint::Plan &plan, bool thenVerify) {
    follow(m_workspace->apply(plan, thenVerify));
}

void EngineThread::resume(const QString &deployment) {
    follow(m_workspace->resume(deployment));
}

void EngineThread::verify(const QString &deployment, const QStringList &only) {
    follow(m_workspace->verify(deployment, only));
}

void EngineThread::status(const QString &deployment) {
    follow(m_workspace->status(deployment));
}

void EngineThread::destroy(const QString &deployment, bool deleteAssociated) {
    follow(m_workspace->destroy(deployment, {.deleteAssociated = deleteAssociated}));
}

void EngineThread::remedy(const QString &deployment, const QString &action) {
    follow(m_workspace->remedy(deployment, action));
}

void EngineThread::preview(operations::Operation *operation) {
    connect(operation, &operations::Operation::finished, this,
            [this, name = operation->deployment()](const Status &status, const Json &document) {
                Q_EMIT previewed(name, status, document);
            });
}

void EngineThread::previewChange(const QString &deployment, const operations::ChangeRequest &request) {
    preview(m_workspace->change(deployment, request, true));
}

void EngineThread::previewRepair(const QString &deployment) {
    preview(m_workspace->repair(deployment, {}, true));
}

void EngineThread::change(const QString &deployment, const operations::ChangeRequest &request) {
    follow(m_workspace->change(deployment, request, false, true));
}

void EngineThread::repair(const QString &deployment, const QString &abandonedEgressIp) {
    follow(m_workspace->repair(deployment, abandonedEgressIp, false, true));
}

void EngineThread::rebuild() {
    operations::Operation *operation = m_workspace->rebuild();
    connect(operation, &operations::Operation::finished, this, [this](const Status &status, const Json &document) {
        loadAll(); // what was recorded before a failure counts too
        QStringList added;
        for (const Json &rebuilt : jsonMember(document, "rebuilt"))
            added << jsonString(rebuilt, "deployment");
        Q_EMIT searched(status, static_cast<int>(jsonMember(document, "found").size()), added);
    });
}

void EngineThread::cancel(const QString &deployment) {
    if (const auto operation = m_running.value(deployment))
        operation->cancel();
}

void EngineThread::cancelAll() {
    m_workspace->cancelAll();
}

void EngineThread::follow(operations::Operation *operation) {
    const QString name = operation->deployment();
    const QString kind = operation->kind();
    m_running.insert(name, operation);
    Q_EMIT started(name, kind);
    connect(operation, &operations::Operation::stepChanged, this,
            [this, name](const engine::StepState &state) { Q_EMIT stepChanged(name, state); });
    connect(operation, &operations::Operation::cellChanged, this,
            [this, name](const verify::Cell &cell) { Q_EMIT cellChanged(name, cell); });
    connect(operation, &operations::Operation::logged, this,
            [this, name](const QString &line) { Q_EMIT logged(name, line); });
    connect(operation, &operations::Operation::finished, this,
            [this, name, kind](const Status &status, const Json &document) {
                m_running.remove(name);
                const auto record = m_workspace->deployment(name);
                if (record)
                    load(*record);
                Q_EMIT finished(name, kind, status, document);
            });
}

void EngineThread::loadAll() {
    const auto records = m_workspace->deployments();
    if (!records)
        return;
    for (const store::DeploymentRecord &record : *records)
        load(record);
}

void EngineThread::load(const store::DeploymentRecord &record) {
    StoredView view;
    view.name = record.name;
    view.id = record.id;
    view.phase = record.phase;
    view.verdict = record.lastVerdict;
    view.account = record.account;
    if (const auto plan = blueprint::planFromJson(record.plan))
        view.plan = *plan;
    if (const auto steps = m_workspace->steps(record.name))
        view.steps = *steps;
    if (record.outputs.is_object()) {
        for (const auto &[key, value] : record.outputs.items()) {
            if (value.is_string())
                view.outputs.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
        }
    }
    if (const auto journal = m_workspace->journal(record.name))
        view.journal = *journal;
    const store::HistoryDepth depth{.newest = kReports, .since = QLatin1String(verify::kWholeKind)};
    if (const auto history = m_workspace->history(record.name, depth)) {
        view.history = withoutOldReports(*history);
        view.standing = operations::measuredOf(*history);
        for (const store::HistoryItem &item : *history) {
            if (item.document.is_object() && item.document.contains("certificate")) {
                view.certificate = certificateFrom(item.document);
            }
        }
    }
    Q_EMIT loaded(view);
}

} // namespace sluice::ui
