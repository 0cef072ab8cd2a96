// Figures of the whole window: start, memory and idle time beside a bare Qt window in the same run on the same machine;
// how long a click waits while many deployments are applied and verified in the simulated cloud; what a long day leaves
// in memory. One line a figure; with --json one document. The exit code does not depend on speed.
#include "core/base/json.h"
#include "figures.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption sluice(QStringLiteral("sluice"), QStringLiteral("The program."), QStringLiteral("FILE"),
                                    QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/sluice"));
    const QCommandLineOption minutes(QStringLiteral("minutes"), QStringLiteral("Of the soak."), QStringLiteral("N"),
                                     QStringLiteral("2"));
    const QCommandLineOption many(QStringLiteral("deployments"), QStringLiteral("Applied and verified."),
                                  QStringLiteral("N"), QStringLiteral("50"));
    const QCommandLineOption smoke(QStringLiteral("smoke"), QStringLiteral("A little of each, to see that it runs."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("One JSON document."));
    const QCommandLineOption work(QStringLiteral("work-only"), QStringLiteral("Not the start of the programs."));
    parser.addOptions({sluice, minutes, many, smoke, json, work});
    parser.process(app);

    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    sluice::ui::Theme::install(*qApp, sluice::ui::Theme::Mode::Light);
    Settings settings{.sluice = parser.value(sluice),
                      .bare = QCoreApplication::applicationDirPath() + QStringLiteral("/bench_bare_window"),
                      .linked = QCoreApplication::applicationDirPath() + QStringLiteral("/bench_bare_window_linked"),
                      .deployments = parser.value(many).toInt(),
                      .minutes = parser.value(minutes).toDouble()};
    if (parser.isSet(smoke)) {
        settings.starts = 1;
        settings.idleSeconds = 1;
        settings.deployments = 1;
        settings.minutes = 0;
    }
    // It counts: offscreen a bare window takes a fifth of the time that it takes on a display, where one waits for it.
    const QList<Figure> system{{QStringLiteral("window system"), QGuiApplication::platformName(), {}}};
    const QList<Figure> figures =
        system + (parser.isSet(work) ? QList<Figure>() : measureProcesses(settings)) + measureWork(settings);
    QTextStream out(stdout);
    if (parser.isSet(json)) {
        sluice::Json list = sluice::Json::array();
        for (const Figure &figure : figures)
            list.push_back({{"figure", figure.name.toStdString()},
                            {"value", figure.value.toStdString()},
                            {"target", figure.target.toStdString()},
                            {"met", figure.met}});
        out << QString::fromUtf8(sluice::toJsonText({{"figures", list}}, 2)) << '\n';
        return 0;
    }
    for (const Figure &figure : figures)
        out << QStringLiteral("%1 %2 %3 %4\n")
                   .arg(figure.name, -28)
                   .arg(figure.value, -38)
                   .arg(figure.target, -18)
                   .arg(figure.target.isEmpty() ? (figure.met ? QString() : QStringLiteral("NOT ALL"))
                                                : (figure.met ? QStringLiteral("met") : QStringLiteral("NOT MET")));
    return 0;
}
