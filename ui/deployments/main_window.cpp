#include "ui/deployments/main_window.h"

#include "ui/deployments/list_delegate.h"
#include "ui/settings/accounts_dialog.h"
#include "ui/settings/prices_dialog.h"
#include "ui/theme/theme.h"
#include "ui/topology/fleet_page.h"
#include "ui/verification/verdict_notice.h"
#include "ui/wizard/egress_wizard.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStatusBar>
#include <QVBoxLayout>

namespace sluice::ui {

namespace {

bool isUnfinished(const DeploymentView &view) {
    return view.phase == QLatin1String("applying") || view.phase == QLatin1String("destroying") ||
           view.phase == QLatin1String("cancelled");
}

/// The one blueprint file that is dragged; empty when it is something else.
QString droppedFile(const QMimeData *data) {
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(QLatin1String(".json")) || path.endsWith(QLatin1String(".tfvars")) ? path : QString();
}

} // namespace

MainWindow::MainWindow(Desk *desk, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_list(new DeploymentListModel(desk, this))
    , m_listView(new QListView(this))
    , m_accountLabel(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_deployment(new DeploymentPages(this))
    , m_dialogs(new DeploymentDialogs(desk, this))
    , m_recheck(new Recheck(desk, this))
    , m_notifier(new Notifier(this))
    , m_drillRunner(new DrillRunner(desk, this))
    , m_fluency(new Fluency(this)) {
    setWindowTitle(tr("Sluice"));
    resize(1320, 860);
    setAcceptDrops(true);
    QWidget *side = buildSide(); // before the pages: Tab goes from left to right
    m_pages->addWidget(buildWelcome());
    m_pages->addWidget(m_deployment);

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(side);
    splitter->addWidget(m_pages);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({270, 1050});
    splitter->setChildrenCollapsible(false);
    setCentralWidget(splitter);
    buildMenu();
    followDesk();
    followPages();
    if (m_list->rowCount() > 0)
        m_listView->setCurrentIndex(m_list->index(0, 0));
}

QWidget *MainWindow::buildWelcome() {
    auto *welcome = new QWidget(this);
    auto *welcomeLayout = new QVBoxLayout(welcome);
    auto *title = new QLabel(tr("One static egress IP, proven"), welcome);
    title->setFont(Theme::font(Type::Figure));
    auto *text = new QLabel(
        tr("Describe the network once; Sluice plans it, shows what it costs, builds it, measures from every node and "
           "droplet which address the internet sees, and takes it down without leaving anything behind."),
        welcome);
    text->setWordWrap(true);
    text->setMaximumWidth(520);
    text->setAlignment(Qt::AlignHCenter);
    auto *start = new QPushButton(tr("New deplo&yment…"), welcome); // Alt+N is the button's below the list
    start->setObjectName(QStringLiteral("welcomeNewButton"));
    start->setProperty("tone", QStringLiteral("primary"));
    connect(start, &QPushButton::clicked, this, &MainWindow::openWizard);
    welcomeLayout->addStretch(2);
    welcomeLayout->addWidget(title, 0, Qt::AlignHCenter);
    welcomeLayout->addSpacing(8);
    // An alignment would take the label's size hint for its size and cut its last line off.
    auto *textRow = new QHBoxLayout;
    textRow->addStretch(1);
    textRow->addWidget(text, 100);
    textRow->addStretch(1);
    welcomeLayout->addLayout(textRow);
    welcomeLayout->addSpacing(16);
    welcomeLayout->addWidget(start, 0, Qt::AlignHCenter);
    welcomeLayout->addStretch(3);
    return welcome;
}

void MainWindow::followDesk() {
    connect(m_desk, &Desk::viewChanged, this, &MainWindow::refresh);
    // While operations run their news are what could hold the window up.
    connect(m_desk, &Desk::viewChanged, this, [this] {
        if (m_desk->isBusy())
            m_fluency->watch();
    });
    connect(m_desk, &Desk::deploymentAdded, this, [this](const QString &name) {
        if (m_current.isEmpty())
            selectDeployment(name);
    });
    connect(m_desk, &Desk::accountReady, this, [this](const digitalocean::Account &account) {
        updateDrills();
        const bool sandbox = m_desk->account().sandbox;
        m_accountLabel->setText(sandbox ? tr("Sandbox: simulated, free")
                                        : tr("%1 (%2)").arg(m_desk->account().title, account.teamName));
        statusBar()->showMessage(tr("Connected to %1").arg(m_desk->account().title), 5000);
    });
    connect(m_desk, &Desk::accountFailed, this, [this](const Error &error) {
        m_accountLabel->setText(tr("Not connected"));
        m_accountLabel->setToolTip(error.toString());
        statusBar()->showMessage(error.toString());
    });
    connect(m_desk, &Desk::apiCalled, this,
            [this](const QString &method, const QString &path, int status, const QString &id, int ms,
                   const QString &note) { m_deployment->addCall(callLine(method, path, status, id, ms, note)); });
    connect(
        m_desk, &Desk::operationFinished, this, [this](const QString &name, const QString &kind, const Status &status) {
            learnPace();
            if (kind == QLatin1String("remedy") && status)
                m_desk->verify(name); // a remedy is believed only when it was measured
            statusBar()->showMessage(tr("%1: %2").arg(name, status ? doneText(kind) : status.error().message), 8000);
        });
    connect(m_desk, &Desk::stopped, this, [this] {
        if (m_closing)
            close();
    });
    connect(m_drillRunner, &DrillRunner::done, this, [this](const QString &name, const Status &status) {
        if (!status)
            return statusBar()->showMessage(status.error().message, 8000);
        if (name == m_current)
            m_deployment->lookAt(DeploymentPages::Verification);
        m_desk->verify(name); // a drill is worth what the measurement says about it
    });
    connect(m_desk, &Desk::searched, this, [this](const Status &status, int found, const QStringList &added) {
        if (!status)
            statusBar()->showMessage(tr("The search stopped: %1").arg(status.error().toString()));
        else if (added.isEmpty())
            statusBar()->showMessage(found == 0 ? tr("No deployment of Sluice is in this account")
                                                : tr("Every deployment in this account (%1) is known here").arg(found));
        else
            statusBar()->showMessage(tr("Found and recorded: %1. Verify measures it.").arg(added.join(tr(", "))));
    });
    connect(m_recheck, &Recheck::due, m_desk, &Desk::verify);
    connect(m_recheck, &Recheck::verdictChanged, this, &MainWindow::tellVerdict);
    connect(m_notifier, &Notifier::opened, this, &MainWindow::comeForward);
    connect(m_dialogs, &DeploymentDialogs::told, this,
            [this](const QString &text) { statusBar()->showMessage(text, 8000); });
}

void MainWindow::followPages() {
    const auto act = [this](void (Desk::*slot)(const QString &)) {
        return [this, slot] {
            if (!m_current.isEmpty())
                (m_desk->*slot)(m_current);
        };
    };
    const auto ask = [this](void (DeploymentDialogs::*dialog)(const QString &)) {
        return [this, dialog] {
            if (!m_current.isEmpty())
                (m_dialogs->*dialog)(m_current);
        };
    };
    connect(m_deployment, &DeploymentPages::verifyRequested, this, act(&Desk::verify));
    connect(m_deployment, &DeploymentPages::cancelRequested, this, act(&Desk::cancel));
    connect(m_deployment, &DeploymentPages::resumeRequested, this, act(&Desk::resume));
    connect(m_deployment, &DeploymentPages::statusRequested, this, act(&Desk::status));
    connect(m_deployment, &DeploymentPages::teardownRequested, this, ask(&DeploymentDialogs::tearDown));
    connect(m_deployment, &DeploymentPages::changeRequested, this, ask(&DeploymentDialogs::change));
    connect(m_deployment, &DeploymentPages::repairRequested, this, ask(&DeploymentDialogs::repair));
    connect(m_deployment, &DeploymentPages::reportRequested, this, ask(&DeploymentDialogs::saveReport));
    connect(m_deployment, &DeploymentPages::cellsRequested, this, [this](const QStringList &ids) {
        if (!m_current.isEmpty())
            m_desk->verifyCells(m_current, ids);
    });
    connect(m_deployment, &DeploymentPages::recheckChosen, this, [this](int minutes) {
        if (!m_current.isEmpty())
            m_recheck->setMinutes(m_current, minutes);
    });
    connect(m_deployment, &DeploymentPages::remedyRequested, this, [this](const QString &action) {
        if (m_current.isEmpty())
            return;
        if (action == QLatin1String("repair"))
            m_dialogs->repair(m_current); // what it would do is shown first
        else
            m_desk->remedy(m_current, action);
    });
}

QWidget *MainWindow::buildSide() {
    auto *side = new QWidget(this);
    side->setMinimumWidth(216); // a name and a state can be read
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *add = new QPushButton(tr("&New deployment…"), side);
    add->setObjectName(QStringLiteral("newDeploymentButton"));
    connect(add, &QPushButton::clicked, this, &MainWindow::openWizard);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 14, 12, 10);
    top->addWidget(add);
    layout->addLayout(top);
    m_listView->setObjectName(QStringLiteral("deploymentList"));
    m_listView->setAccessibleName(tr("Deployments"));
    m_listView->setModel(m_list);
    m_listView->setItemDelegate(new DeploymentDelegate(m_listView));
    m_listView->setFrameShape(QFrame::NoFrame);
    m_listView->viewport()->setAutoFillBackground(false); // one surface with the buttons above and below it
    m_listView->setUniformItemSizes(true);
    m_listView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_listView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            showDeployment(index.data(DeploymentListModel::NameRole).toString());
    });
    connect(m_listView, &QListView::clicked, this, [this](const QModelIndex &index) {
        showDeployment(index.data(DeploymentListModel::NameRole).toString()); // out of the fleet, to the same one again
    });
    layout->addWidget(m_listView, 1);
    auto *accounts = new QPushButton(tr("Acco&unts…"), side);
    accounts->setObjectName(QStringLiteral("accountsButton"));
    connect(accounts, &QPushButton::clicked, this, &MainWindow::openSettings);
    m_accountLabel->setObjectName(QStringLiteral("accountLabel"));
    m_accountLabel->setText(tr("Connecting"));
    m_accountLabel->setWordWrap(true);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(12, 10, 12, 12);
    bottom->addWidget(m_accountLabel);
    bottom->addWidget(accounts);
    setTabOrder(add, m_listView);
    setTabOrder(m_listView, accounts);
    layout->addLayout(bottom);
    return side;
}

void MainWindow::buildMenu() {
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New deployment…"), QKeySequence::New, this, &MainWindow::openWizard);
    QAction *find = file->addAction(tr("&Find deployments in this account"), this, [this] {
        statusBar()->showMessage(tr("Looking through the account"));
        m_desk->rebuild();
    });
    find->setObjectName(QStringLiteral("findDeploymentsAction"));
    file->addAction(tr("&Accounts…"), this, &MainWindow::openSettings);
    file->addAction(tr("&Prices…"), this, &MainWindow::openPrices)->setObjectName(QStringLiteral("pricesAction"));
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    const QStringList titles = DeploymentPages::titles();
    for (int i = 0; i < titles.size(); ++i)
        view->addAction(titles.at(i), QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this,
                        [this, i] { m_deployment->lookAt(i); });
    view->addSeparator();
    view->addAction(tr("&Fleet: all deployments"), QKeySequence(Qt::CTRL | Qt::Key_0), this, &MainWindow::showFleet)
        ->setObjectName(QStringLiteral("fleetAction"));
    view->addSeparator();
    auto *appearance = new QActionGroup(this);
    appearance->setObjectName(QStringLiteral("appearanceGroup"));
    const std::pair<QString, Theme::Mode> modes[] = {{tr("As the &system"), Theme::Mode::System},
                                                     {tr("&Light"), Theme::Mode::Light},
                                                     {tr("&Dark"), Theme::Mode::Dark},
                                                     {tr("&High contrast"), Theme::Mode::HighContrast}};
    for (const auto &[text, mode] : modes) {
        QAction *action = view->addAction(text, this, [mode = mode] { Theme::current()->remember(mode); });
        action->setCheckable(true);
        action->setChecked(Theme::current() && Theme::current()->mode() == mode);
        appearance->addAction(action);
    }
    QMenu *motion = view->addMenu(tr("&Motion"));
    auto *motions = new QActionGroup(this);
    motions->setObjectName(QStringLiteral("motionGroup"));
    const std::pair<QString, Theme::Motion> choices[] = {
        {tr("As the &system"), Theme::Motion::System},
        {tr("&Reduced: nothing moves by itself"), Theme::Motion::Reduced},
        {tr("&Full"), Theme::Motion::Full}};
    for (const auto &[text, choice] : choices) {
        QAction *action =
            motion->addAction(text, this, [choice = choice] { Theme::current()->rememberMotion(choice); });
        action->setCheckable(true);
        action->setChecked(Theme::current() && Theme::current()->motion() == choice);
        motions->addAction(action);
    }
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("How &fluent is this window"), this, [this] { showFluency(m_fluency, this); })
        ->setObjectName(QStringLiteral("fluencyAction"));
    help->addAction(tr("&About Sluice"), this, [this] {
        QMessageBox::about(
            this, tr("About Sluice"),
            tr("Sluice %1\nOne static egress IP for DOKS and Droplets, proven.\nLicence: GPL-3.0-or-later.")
                .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::openWizard() {
    if (m_wizard) {
        m_wizard->raise();
        m_wizard->activateWindow();
        return;
    }
    m_wizard = new EgressWizard(m_desk->account(), this);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    m_wizard->setPrices(m_desk->prices());
    if (m_desk->hasFacts())
        m_wizard->setFacts(m_desk->facts());
    else
        m_desk->refreshFacts();
    connect(m_desk, &Desk::factsChanged, m_wizard, [this] {
        m_wizard->setAccount(m_desk->account());
        m_wizard->setFacts(m_desk->facts());
    });
    connect(m_desk, &Desk::accountFailed, m_wizard, &EgressWizard::setError);
    connect(m_wizard, &EgressWizard::connectRequested, this, &MainWindow::connectFromWizard);
    connect(m_desk, &Desk::factsFailed, m_wizard, &EgressWizard::setError);
    connect(m_desk, &Desk::preflightRead, m_wizard, &EgressWizard::showPreflight);
    connect(m_desk, &Desk::planned, m_wizard, &EgressWizard::setPlanOutcome);
    connect(m_desk, &Desk::planFailed, m_wizard, &EgressWizard::setError);
    connect(m_wizard, &EgressWizard::planRequested, m_desk, &Desk::plan);
    connect(m_wizard, &EgressWizard::createRequested, this, [this](const blueprint::Plan &plan) {
        m_wizard->close();
        m_listView->setFocus(Qt::OtherFocusReason); // what opened the wizard may go with the welcome
        m_desk->apply(plan, true);
        selectDeployment(plan.deployment);
        m_deployment->lookAt(DeploymentPages::Topology);
    });
    m_wizard->show();
}

void MainWindow::connectFromWizard(bool sandbox, const QString &token) {
    const QUrl endpoint(QStringLiteral("https://api.digitalocean.com"));
    const QList<operations::Account> accounts = m_desk->accounts();
    for (const operations::Account &account : accounts) {
        if (account.sandbox == sandbox && (sandbox || token.isEmpty()))
            return m_desk->useAccount(account.key);
    }
    m_desk->addAccount(tr("DigitalOcean"), endpoint, token);
}

void MainWindow::selectDeployment(const QString &name) {
    const QModelIndex index = m_list->indexOf(name);
    if (index.isValid() && m_listView->currentIndex() != index)
        m_listView->setCurrentIndex(index);
    else
        showDeployment(name);
}

void MainWindow::showFleet() {
    if (!m_fleet) {
        m_fleet = new FleetPage(this);
        m_pages->addWidget(m_fleet);
        m_fleet->follow(m_desk);
        connect(m_fleet, &FleetPage::opened, this, &MainWindow::selectDeployment);
    }
    m_pages->setCurrentWidget(m_fleet);
    m_fleet->setFocus();
    m_fleet->view()->focusOn(m_current);
}

void MainWindow::showDeployment(const QString &name) {
    m_current = name;
    if (m_desk->view(name))
        m_pages->setCurrentWidget(m_deployment);
    m_deployment->setRecheck(m_recheck->minutes(name));
    learnPace();
    refresh(name);
}

void MainWindow::learnPace() {
    const DeploymentView *current = m_desk->view(m_current);
    if (!current)
        return;
    QList<QList<engine::StepState>> others;
    for (const DeploymentView &view : m_desk->deployments()) {
        if (view.name != current->name &&
            view.sandbox == current->sandbox) // a simulated cloud says nothing of a real one
            others << view.steps;
    }
    m_deployment->setTypical(typicalOf(others));
}

void MainWindow::refresh(const QString &name) {
    const DeploymentView *view = m_desk->view(name);
    if (!view)
        return;
    m_dialogs->refresh(*view);
    if (name != m_current)
        return;
    if (m_pages->currentWidget() != m_fleet) // what goes on in one deployment does not end the look at all
        m_pages->setCurrentWidget(m_deployment);
    m_deployment->show(*view);
    updateDrills();
}

void MainWindow::openSettings() {
    auto *dialog = new AccountsDialog(m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openPrices() {
    auto *dialog = new PricesDialog(m_desk->prices(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_desk->setPrices(dialog->prices()); });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    const QString path = droppedFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    const auto blueprint = blueprint::readFile(path);
    if (!blueprint) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("This file is not a blueprint"), blueprint.error().message,
                                    QMessageBox::Ok, this);
        box->setObjectName(QStringLiteral("dropRefused"));
        box->setInformativeText(blueprint.error().remedy);
        box->setAttribute(Qt::WA_DeleteOnClose);
        return box->open();
    }
    openWizard();
    m_wizard->setBlueprint(*blueprint);
}

void MainWindow::updateDrills() {
    if (!m_desk->account().sandbox) {
        delete m_drills;
        m_drills = nullptr;
        return;
    }
    if (!m_drills) {
        m_drills = new QMenu(tr("&Drills"), this);
        m_drills->setObjectName(QStringLiteral("drillsMenu"));
        menuBar()->insertMenu(menuBar()->actions().last(), m_drills);
        for (const Drill &drill : drillNames())
            m_drills->addAction(drill.title, this, [this, id = drill.id] { m_drillRunner->breakOne(m_current, id); })
                ->setObjectName(QStringLiteral("drill:") + drill.id);
        m_drills->addSeparator();
        m_drills->addAction(tr("&Repair what was broken"), this, [this] { m_drillRunner->repair(m_current); })
            ->setObjectName(QStringLiteral("drill:repair"));
    }
    const DeploymentView *view = m_desk->view(m_current);
    const bool possible = view && view->running.isEmpty() && !drillsOf(*view).isEmpty();
    for (QAction *action : m_drills->actions())
        action->setEnabled(possible);
}

void MainWindow::tellVerdict(const QString &deployment, const QString &before, const QString &after) {
    const Notice notice = verdictNotice(deployment, before, after);
    statusBar()->showMessage(notice.text);
    m_notifier->tell(notice);
}

void MainWindow::comeForward(const QString &deployment) {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    selectDeployment(deployment);
    m_deployment->lookAt(DeploymentPages::Verification);
}

void MainWindow::resumeUnfinished(const QStringList &names) {
    for (const QString &name : names) {
        const auto resume = [this, name] {
            const DeploymentView *view = m_desk->view(name);
            if (view && isUnfinished(*view) && view->running.isEmpty())
                m_desk->resume(name);
        };
        // The account must be connected first; both arrive from the engine thread.
        connect(m_desk, &Desk::factsChanged, this, resume, Qt::SingleShotConnection);
    }
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!m_desk->isBusy()) {
        QStringList unfinished;
        if (m_closing) {
            for (const DeploymentView &view : m_desk->deployments()) {
                if (isUnfinished(view))
                    unfinished << view.name;
            }
        }
        Q_EMIT leftUnfinished(unfinished);
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing)
        return;
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Something is running"),
        tr("Stop gracefully and close?\nWhat is in flight lands and is recorded; the rest goes on at the next start."),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stop = box->addButton(tr("&Stop and close"), QMessageBox::AcceptRole);
    box->addButton(tr("&Keep running"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, stop](const QAbstractButton *clicked) {
        if (clicked != stop)
            return;
        m_closing = true;
        statusBar()->showMessage(tr("Stopping: what is in flight lands and is recorded."));
        m_desk->stop();
    });
    box->open();
}

} // namespace sluice::ui
