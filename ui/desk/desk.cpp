#include "ui/desk/desk.h"

#include "ui/desk/engine_thread.h"

#include <QDate>
#include <QSet>
#include <QSettings>
#include <QThread>
#include <algorithm>
#include <utility>

namespace sluice::ui {

namespace {

constexpr qsizetype kMaxLogLines = 5000;

template <class T, class Same>
void replaceOrAppend(QList<T> &list, const T &value, Same same) {
    for (T &item : list) {
        if (same(item)) {
            item = value;
            return;
        }
    }
    list.append(value);
}

void addLine(DeploymentView &view, const QString &line, bool isError) {
    view.log.append(line);
    ++view.logged;
    if (isError)
        view.errorLines.insert(line);
    if (view.log.size() > kMaxLogLines)
        view.log.remove(0, view.log.size() - kMaxLogLines);
}

void readPrices(blueprint::Prices *prices) {
    const QSettings settings;
    const auto number = [&settings](const char *key, double otherwise) {
        bool isNumber = false;
        const double value = settings.value(QLatin1String(key)).toDouble(&isNumber);
        return isNumber && value >= 0 ? value : otherwise;
    };
    prices->natGatewayMonthly = number("prices/nat_gateway_monthly", prices->natGatewayMonthly);
    prices->haMonthly = number("prices/ha_monthly", prices->haMonthly);
    prices->transferPerGib = number("prices/transfer_per_gib", prices->transferPerGib);
    const QString day = settings.value(QStringLiteral("prices/as_of")).toString();
    if (QDate::fromString(day, Qt::ISODate).isValid())
        prices->asOf = day;
}

QMap<QString, QString> driftFrom(const Json &document) {
    QMap<QString, QString> drift;
    for (const Json &item : jsonMember(document, "drift")) {
        QString &sentence = drift[jsonString(item, "resource")];
        sentence += (sentence.isEmpty() ? QString() : QStringLiteral(" ")) + jsonString(item, "message");
    }
    return drift;
}

} // namespace

struct Desk::Private {
    QThread thread;
    EngineThread *engine = nullptr; ///< lives on `thread`, deleted when it ends
    Options options;
    operations::Account account;
    QMap<QString, DeploymentView> views;
    QSet<QString> dirty;
    blueprint::AccountFacts facts;
    Status opening = Ok{}; ///< written by the engine thread, read there
    bool hasFacts = false;
    bool stopping = false;

    template <class Call>
    void post(Call call) {
        EngineThread *target = engine;
        QMetaObject::invokeMethod(
            target, [target, call] { call(target); }, Qt::QueuedConnection);
    }
};

Result<std::unique_ptr<Desk>> Desk::open(const Options &options) {
    std::unique_ptr<Desk> desk = begin(options);
    const Status opened = desk->opened();
    if (!opened)
        return opened.error();
    return desk;
}

std::unique_ptr<Desk> Desk::begin(const Options &given) {
    auto d = std::make_unique<Private>();
    Options options = given;
    readPrices(&options.workspace.prices);
    d->options = options;
    d->account = options.sandboxAccount;
    d->engine = new EngineThread(options.workspace);
    d->engine->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("engine"));
    d->thread.start();
    Private *state = d.get(); // outlives the thread, which is waited for
    d->post([state](EngineThread *engine) { state->opening = engine->open(); });
    return std::unique_ptr<Desk>(new Desk(std::move(d)));
}

Status Desk::opened() {
    Status status = Ok{};
    // The one blocking call, before any window is shown: a state file that cannot be opened must be told first.
    QMetaObject::invokeMethod(
        d->engine, [this, &status] { status = d->opening; }, Qt::BlockingQueuedConnection);
    if (!status)
        return status;
    if (!d->options.sandboxAccount.endpoint.isEmpty())
        connectAccount(d->options.sandboxAccount);
    d->post([](EngineThread *e) { e->loadAll(); });
    return Ok{};
}

void Desk::provideSandbox(const operations::Account &account) {
    d->options.sandboxAccount = account;
    Q_EMIT accountsChanged();
    connectAccount(account);
}

Desk::Desk(std::unique_ptr<Private> p)
    : d(std::move(p)) {
    EngineThread *engine = d->engine;
    connect(engine, &EngineThread::accountStored, this, &Desk::accountStored);
    connect(engine, &EngineThread::accountReady, this, &Desk::accountReady);
    connect(engine, &EngineThread::accountFailed, this, &Desk::accountFailed);
    connect(engine, &EngineThread::factsRead, this, [this](const blueprint::AccountFacts &facts) {
        d->facts = facts;
        d->hasFacts = true;
        Q_EMIT factsChanged();
    });
    connect(engine, &EngineThread::factsFailed, this, &Desk::factsFailed);
    connect(engine, &EngineThread::preflightRead, this, &Desk::preflightRead);
    connect(engine, &EngineThread::planned, this, &Desk::planned);
    connect(engine, &EngineThread::planFailed, this, &Desk::planFailed);
    connect(engine, &EngineThread::apiCalled, this, &Desk::apiCalled);
    connect(engine, &EngineThread::loaded, this, &Desk::onLoaded);
    connect(engine, &EngineThread::started, this, [this](const QString &name, const QString &kind) {
        const bool fresh = !d->views.contains(name);
        DeploymentView &view = d->views[name];
        view.name = name;
        view.running = kind;
        view.startedAt = QDateTime::currentDateTimeUtc();
        view.lastError = {};
        if (kind != QLatin1String("verify"))
            view.drift.clear();
        if (kind == QLatin1String("verify"))
            view.cells.clear(); // an old PASS must not stand beside a measurement that is going on
        for (verify::Cell &cell : view.cells) {
            if (!view.measuring.contains(cell.id))
                continue;
            cell.verdict = verify::Verdict::Unknown;
            cell.observed.clear();
            cell.evidence.clear();
            cell.diagnosis = {};
        }
        if (fresh)
            Q_EMIT deploymentAdded(name);
        touch(name);
    });
    connect(engine, &EngineThread::previewed, this, &Desk::previewed);
    connect(engine, &EngineThread::searched, this, &Desk::searched);
    connect(engine, &EngineThread::stepChanged, this, [this](const QString &name, const engine::StepState &state) {
        DeploymentView &view = d->views[name];
        replaceOrAppend(view.steps, state, [&](const engine::StepState &s) { return s.name == state.name; });
        if (state.phase == engine::StepPhase::Failed) // the line that tells it comes next
            view.errorLines.insert(QStringLiteral("%1: %2").arg(state.name, state.error.toString()));
        touch(name);
    });
    connect(engine, &EngineThread::cellChanged, this, [this](const QString &name, const verify::Cell &cell) {
        replaceOrAppend(d->views[name].cells, cell, [&](const verify::Cell &c) { return c.id == cell.id; });
        touch(name);
    });
    connect(engine, &EngineThread::logged, this, [this](const QString &name, const QString &line) {
        addLine(d->views[name], line, false);
        touch(name);
    });
    connect(engine, &EngineThread::finished, this,
            [this](const QString &name, const QString &kind, const Status &status, const Json &document) {
                DeploymentView &view = d->views[name];
                view.running.clear();
                view.measuring.clear();
                if (!status) {
                    view.lastError = status.error();
                    addLine(view, tr("%1 stopped: %2").arg(kind, status.error().toString()), true);
                } else if (kind == QLatin1String("status"))
                    view.drift = driftFrom(document);
                touch(name);
                Q_EMIT operationFinished(name, kind, status);
                if (d->stopping && !isBusy())
                    Q_EMIT stopped();
            });
}

Desk::~Desk() {
    EngineThread *engine = d->engine;
    disconnect(engine, nullptr, this, nullptr);
    // Deleting the workspace on its own thread ends every run at once; the journal knows the rest and resume goes on.
    QThread *thread = &d->thread;
    QMetaObject::invokeMethod(
        engine,
        [engine, thread] {
            delete engine;
            thread->quit();
        },
        Qt::QueuedConnection);
    thread->wait();
}

void Desk::onLoaded(const StoredView &stored) {
    const bool fresh = !d->views.contains(stored.name);
    DeploymentView &view = d->views[stored.name];
    view.name = stored.name;
    view.id = stored.id;
    view.phase = stored.phase;
    view.verdict = stored.verdict;
    view.plan = stored.plan;
    view.steps = stored.steps;
    view.region = stored.plan.blueprint.region;
    view.outputs = stored.outputs;
    view.egressIp = stored.outputs.value(QStringLiteral("nat_gateway_public_ip"));
    view.history = stored.history;
    view.journal = stored.journal;
    view.cells = stored.standing.cells;
    view.standing = stored.standing;
    view.certificate = stored.certificate;
    view.sandbox = operations::isSimulated(QUrl(stored.plan.accountEndpoint));
    if (fresh)
        Q_EMIT deploymentAdded(stored.name);
    touch(stored.name);
}

void Desk::touch(const QString &name) {
    // Many small changes of one event-loop turn become one repaint.
    if (d->dirty.isEmpty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QSet<QString> names = std::exchange(d->dirty, {});
                for (const QString &changed : names)
                    Q_EMIT viewChanged(changed);
            },
            Qt::QueuedConnection);
    d->dirty.insert(name);
}

const operations::Account &Desk::sandboxAccount() const {
    return d->options.sandboxAccount;
}

const operations::Account &Desk::account() const {
    return d->account;
}

const QMap<QString, DeploymentView> &Desk::deployments() const {
    return d->views;
}

const DeploymentView *Desk::view(const QString &name) const {
    const auto it = d->views.constFind(name);
    return it == d->views.constEnd() ? nullptr : &*it;
}

bool Desk::isBusy() const {
    for (const DeploymentView &view : std::as_const(d->views)) {
        if (!view.running.isEmpty())
            return true;
    }
    return false;
}

const blueprint::AccountFacts &Desk::facts() const {
    return d->facts;
}

bool Desk::hasFacts() const {
    return d->hasFacts;
}

QList<operations::Account> Desk::accounts() const {
    QList<operations::Account> list;
    operations::Account sandbox = d->options.sandboxAccount;
    sandbox.token.clear();
    if (!sandbox.endpoint.isEmpty())
        list.append(sandbox);
    QSettings settings;
    const int count = settings.beginReadArray(QStringLiteral("accounts"));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        operations::Account account;
        account.key = settings.value(QStringLiteral("key")).toString();
        account.title = settings.value(QStringLiteral("title")).toString();
        account.endpoint = settings.value(QStringLiteral("endpoint")).toUrl();
        list.append(account);
    }
    settings.endArray();
    return list;
}

blueprint::Prices Desk::prices() const {
    return d->options.workspace.prices;
}

void Desk::setPrices(const blueprint::Prices &prices) {
    d->options.workspace.prices = prices;
    QSettings settings;
    settings.setValue(QStringLiteral("prices/nat_gateway_monthly"), prices.natGatewayMonthly);
    settings.setValue(QStringLiteral("prices/ha_monthly"), prices.haMonthly);
    settings.setValue(QStringLiteral("prices/transfer_per_gib"), prices.transferPerGib);
    settings.setValue(QStringLiteral("prices/as_of"), prices.asOf);
    d->post([prices](EngineThread *e) { e->setPrices(prices); });
}

void Desk::connectAccount(const operations::Account &account) {
    d->account = account;
    d->account.token.clear();
    d->hasFacts = false;
    const double scale = account.sandbox ? d->options.sandboxTimeScale : 1.0;
    d->post([account, scale](EngineThread *e) { e->connectAccount(account, scale); });
}

void Desk::useAccount(const QString &key) {
    if (isBusy()) {
        Q_EMIT accountFailed(Error{.code = ErrorCode::Conflict,
                                   .message = tr("Something is still running on %1").arg(d->account.title),
                                   .remedy = tr("Wait for it, or cancel it, then switch accounts.")});
        return;
    }
    if (key == d->options.sandboxAccount.key)
        return connectAccount(d->options.sandboxAccount);
    for (const operations::Account &account : accounts()) {
        if (account.key != key)
            continue;
        d->account = account;
        d->hasFacts = false;
        d->post([account](EngineThread *e) { e->connectStored(account); });
        return;
    }
}

void Desk::addAccount(const QString &title, const QUrl &endpoint, const QString &token) {
    QList<operations::Account> list = accounts();
    operations::Account account;
    account.title = title;
    account.endpoint = endpoint;
    // The first account of an endpoint has the endpoint's host as its key: the command line looks its token up by that
    // name.
    account.key = endpoint.host();
    const auto taken = [&list](const QString &key) {
        return std::any_of(list.cbegin(), list.cend(), [&](const operations::Account &a) { return a.key == key; });
    };
    for (int n = 2; taken(account.key); ++n)
        account.key = QStringLiteral("%1#%2").arg(endpoint.host()).arg(n);
    list.append(account);
    saveAccounts(list);
    d->account = account;
    d->hasFacts = false;
    account.token = token;
    d->post([account](EngineThread *e) { e->storeAndConnect(account); });
}

void Desk::removeAccount(const QString &key) {
    QList<operations::Account> list = accounts();
    list.removeIf([&](const operations::Account &account) { return account.key == key; });
    saveAccounts(list);
    d->post([key](EngineThread *e) { e->forget(key); });
    if (d->account.key == key)
        connectAccount(d->options.sandboxAccount);
}

void Desk::saveAccounts(const QList<operations::Account> &list) {
    QSettings settings;
    settings.beginWriteArray(QStringLiteral("accounts"));
    int index = 0;
    for (const operations::Account &account : list) {
        if (account.key == d->options.sandboxAccount.key)
            continue;
        settings.setArrayIndex(index++);
        settings.setValue(QStringLiteral("key"), account.key);
        settings.setValue(QStringLiteral("title"), account.title);
        settings.setValue(QStringLiteral("endpoint"), account.endpoint);
    }
    settings.endArray();
    settings.setValue(QStringLiteral("accounts/size"), index);
    Q_EMIT accountsChanged();
}

void Desk::refreshFacts() {
    d->post([](EngineThread *e) { e->readFacts(); });
}

void Desk::plan(const blueprint::Blueprint &blueprint) {
    d->post([blueprint](EngineThread *e) { e->plan(blueprint); });
}

void Desk::apply(const blueprint::Plan &plan, bool thenVerify) {
    DeploymentView &view = d->views[plan.deployment];
    const bool fresh = view.name.isEmpty();
    view = DeploymentView{};
    view.name = plan.deployment;
    view.id = plan.deploymentId;
    view.region = plan.blueprint.region;
    view.phase = QStringLiteral("applying");
    view.running = QStringLiteral("apply");
    view.plan = plan;
    view.sandbox = d->account.sandbox;
    if (fresh)
        Q_EMIT deploymentAdded(plan.deployment);
    touch(plan.deployment);
    d->post([plan, thenVerify](EngineThread *e) { e->apply(plan, thenVerify); });
}

void Desk::resume(const QString &deployment) {
    d->post([deployment](EngineThread *e) { e->resume(deployment); });
}

void Desk::verify(const QString &deployment) {
    d->post([deployment](EngineThread *e) { e->verify(deployment); });
}

void Desk::verifyCells(const QString &deployment, const QStringList &ids) {
    const auto view = d->views.find(deployment);
    if (view == d->views.end() || !view->running.isEmpty() || ids.isEmpty())
        return;
    view->measuring = ids;
    d->post([deployment, ids](EngineThread *e) { e->verify(deployment, ids); });
}

void Desk::status(const QString &deployment) {
    d->post([deployment](EngineThread *e) { e->status(deployment); });
}

void Desk::destroy(const QString &deployment, bool deleteAssociated) {
    d->post([deployment, deleteAssociated](EngineThread *e) { e->destroy(deployment, deleteAssociated); });
}

void Desk::remedy(const QString &deployment, const QString &action) {
    d->post([deployment, action](EngineThread *e) { e->remedy(deployment, action); });
}

void Desk::previewChange(const QString &deployment, const operations::ChangeRequest &request) {
    d->post([deployment, request](EngineThread *e) { e->previewChange(deployment, request); });
}

void Desk::previewRepair(const QString &deployment) {
    d->post([deployment](EngineThread *e) { e->previewRepair(deployment); });
}

void Desk::change(const QString &deployment, const operations::ChangeRequest &request) {
    d->post([deployment, request](EngineThread *e) { e->change(deployment, request); });
}

void Desk::repair(const QString &deployment, const QString &abandonedEgressIp) {
    d->post([deployment, abandonedEgressIp](EngineThread *e) { e->repair(deployment, abandonedEgressIp); });
}

void Desk::rebuild() {
    d->post([](EngineThread *e) { e->rebuild(); });
}

void Desk::cancel(const QString &deployment) {
    d->post([deployment](EngineThread *e) { e->cancel(deployment); });
}

void Desk::stop() {
    d->stopping = true;
    if (!isBusy()) {
        Q_EMIT stopped();
        return;
    }
    d->post([](EngineThread *e) { e->cancelAll(); });
}

} // namespace sluice::ui
