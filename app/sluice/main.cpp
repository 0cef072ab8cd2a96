// The desktop app: opens the desk, shows the window, then starts the built-in sandbox behind it.
#include "core/base/memory_guard.h"
#include "core/sandbox/sandbox.h"
#include "ui/deployments/main_window.h"
#include "ui/desk/desk.h"
#include "ui/desk/first_paint.h"
#include "ui/theme/language.h"
#include "ui/theme/system_appearance.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrent>

using namespace sluice;

namespace {

constexpr const char *kUnfinishedKey = "unfinished";

/// The simulated cloud of this user: kept beside the state, so that it survives a restart of the app.
Result<std::unique_ptr<sandbox::Sandbox>> startSandbox(const QString &folder, double timeScale) {
    sandbox::Options options;
    options.timeScale = timeScale;
    options.storeFile = folder + QStringLiteral("/sandbox.json");
    options.requestLog = 500; // nobody reads it here, and it lives in the window's memory
    return sandbox::Sandbox::start(options);
}

int refuse(const Error &error) {
    QMessageBox box(QMessageBox::Critical, QObject::tr("Sluice cannot start"), error.message);
    box.setInformativeText(error.remedy);
    box.setDetailedText(error.toString());
    box.exec();
    return 1;
}

} // namespace

int main(int argc, char **argv) {
    ui::markStart("main begins");
    refuseCoreFile();
    ui::startNoSessionBus();
    ui::Theme::readFontsAhead();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("sluice"));
    QApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    QApplication::setOrganizationName(QStringLiteral("sluice"));

    // --help is for the terminal: English, as sluicectl.
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("One static egress IP for DOKS and Droplets, proven."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption wizard(QStringLiteral("wizard"), QStringLiteral("Open the wizard for a new deployment."));
    const QCommandLineOption state(QStringLiteral("state"), QStringLiteral("Where deployments are remembered."),
                                   QStringLiteral("sqlite:PATH"));
    const QCommandLineOption scale(QStringLiteral("time-scale"),
                                   QStringLiteral("How much faster the simulated cloud runs."), QStringLiteral("S"),
                                   QStringLiteral("30"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Language of the window (as the desktop's)."),
                                      ui::languages().join(QLatin1Char('|')));
    parser.addOptions({wizard, state, scale, language});
    parser.process(application);
    if (parser.isSet(language) && !ui::languages().contains(parser.value(language))) {
        fputs(qPrintable(
                  QStringLiteral("sluice: --language is one of %1\n").arg(ui::languages().join(QStringLiteral(", ")))),
              stderr);
        return 2;
    }
    ui::installLanguage(application, parser.value(language)); // before the first widget

    ui::markStart("application");
    ui::Theme::install(application, ui::Theme::remembered())->setMotion(ui::Theme::rememberedMotion());
    ui::markStart("theme");
    const QString location = parser.isSet(state) ? parser.value(state) : store::defaultStateLocation();
    const QString path = location.startsWith(QLatin1String("sqlite:")) ? location.mid(7) : location;
    const QString folder = QFileInfo(path).absolutePath();
    QDir().mkpath(folder);

    const double timeScale = parser.value(scale).toDouble();
    ui::Desk::Options options;
    options.workspace.state = location;
    options.sandboxTimeScale = timeScale;
    std::unique_ptr<sandbox::Sandbox> sandbox; // outlives the desk that speaks to it
    const std::unique_ptr<ui::Desk> desk = ui::Desk::begin(options);
    ui::MainWindow window(desk.get());
    ui::markStart("window made");
    const Status opened = desk->opened();
    if (!opened)
        return refuse(opened.error());
    ui::markStart("state");
    QSettings settings;
    QObject::connect(&window, &ui::MainWindow::leftUnfinished, &window, [&settings](const QStringList &names) {
        settings.setValue(QLatin1String(kUnfinishedKey), names);
    });
    ui::afterFirstPaint(&window, [&] {
        QtConcurrent::run(startSandbox, folder, timeScale)
            .then(&window, [&](Result<std::unique_ptr<sandbox::Sandbox>> started) {
                if (!started)
                    return QCoreApplication::exit(refuse(started.error()));
                sandbox = *std::move(started);
                desk->provideSandbox({.key = QStringLiteral("sandbox"),
                                      .title = QObject::tr("Sandbox (simulated cloud)"),
                                      .endpoint = sandbox->endpoints().api,
                                      .token = sandbox->endpoints().token,
                                      .sandbox = true});
                ui::markStart("simulated cloud");
            });
    });
    window.show();
    const QStringList unfinished = settings.value(QLatin1String(kUnfinishedKey)).toStringList();
    settings.remove(QLatin1String(kUnfinishedKey));
    window.resumeUnfinished(unfinished);
    if (parser.isSet(wizard))
        window.openWizard();
    return QApplication::exec();
}
