#include "tests/gui/atspi/stage.h"

#include <QDBusMessage>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

namespace sluice::tests {

namespace {

constexpr const char *kService = "/usr/share/dbus-1/services/org.a11y.Bus.service";

// A bus with the accessibility service alone: no keyring that asks for a password, no notifications, no portal.
constexpr const char *kBusConfiguration =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><servicedir>%1</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
)";

QByteArray firstLine(QProcess &process) {
    QByteArray line;
    becomes([&] {
        process.waitForReadyRead(100);
        line += process.readAllStandardOutput();
        return line.endsWith('\n') || process.state() == QProcess::NotRunning;
    });
    return line.trimmed();
}

bool write(const QString &path, const QByteArray &text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

bool becomes(const std::function<bool()> &test, int patienceMs) {
    return QTest::qWaitFor(test, patienceMs);
}

Node await(const Node &root, const Test &test) {
    Node found;
    becomes([&] {
        found = find(root, test);
        return !found.isNull();
    });
    return found;
}

Node await(const Node &root, const QString &role, const QString &name) {
    return await(root, [&](const Node &node) { return node.role() == role && node.name().startsWith(name); });
}

QStringList Stage::missing() {
    QStringList missing;
    for (const char *program : {"Xvfb", "openbox", "xdotool", "dbus-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            missing << QLatin1String(program);
    }
    if (!QFile::exists(QLatin1String(kService)))
        missing << QStringLiteral("at-spi2-core");
    return missing;
}

Stage::~Stage() {
    closeAccessibilityBus();
    for (QProcess *process : {&m_program, &m_manager, &m_bus, &m_server}) {
        if (process->state() == QProcess::NotRunning)
            continue;
        process->terminate();
        if (!process->waitForFinished(10000)) {
            process->kill();
            process->waitForFinished(10000);
        }
    }
}

bool Stage::run(QProcess &process, const QString &program, const QStringList &arguments) {
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    return process.waitForStarted(30000);
}

bool Stage::tool(const QStringList &arguments) {
    QProcess tool;
    return run(tool, QStringLiteral("xdotool"), arguments) && tool.waitForFinished(30000) && tool.exitCode() == 0;
}

QString Stage::open() {
    const QDir folder(m_folder.path());
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"QT_SCALE_FACTOR", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_IM_MODULE",
                             "XMODIFIERS", "SSH_AUTH_SOCK", "DIGITALOCEAN_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN",
                             "DIGITALOCEAN_API_URL", "SLUICE_STATE", "WAYLAND_DISPLAY", "NO_AT_BRIDGE"})
        m_environment.remove(QLatin1String(name));
    m_environment.insert(QStringLiteral("HOME"), folder.path());
    for (const auto &[name, below] : {std::pair{"XDG_CONFIG_HOME", "config"},
                                      {"XDG_DATA_HOME", "data"},
                                      {"XDG_CACHE_HOME", "cache"},
                                      {"XDG_RUNTIME_DIR", "run"}}) {
        folder.mkpath(QLatin1String(below));
        m_environment.insert(QLatin1String(name), folder.filePath(QLatin1String(below)));
    }
    QFile::setPermissions(folder.filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));

    // Without -noreset the server begins anew when its last client leaves, and takes with it who is just arriving.
    run(m_server, QStringLiteral("Xvfb"),
        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
         QStringLiteral("1600x1100x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp"),
         QStringLiteral("-noreset")});
    const QByteArray display = firstLine(m_server);
    if (display.isEmpty())
        return QStringLiteral("Xvfb does not start: ") + said();
    m_environment.insert(QStringLiteral("DISPLAY"), QLatin1Char(':') + QString::fromLatin1(display));

    const QString services = folder.filePath(QStringLiteral("services"));
    const QString configuration = folder.filePath(QStringLiteral("bus.conf"));
    folder.mkpath(QStringLiteral("services"));
    QFile::copy(QLatin1String(kService), services + QStringLiteral("/org.a11y.Bus.service"));
    write(configuration, QString::fromLatin1(kBusConfiguration).arg(services).toUtf8());
    run(m_bus, QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + configuration, QStringLiteral("--nofork"),
         QStringLiteral("--print-address=1")});
    const QString address = QString::fromUtf8(firstLine(m_bus));
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), address);
    if (address.isEmpty() || !openAccessibilityBus(address))
        return QStringLiteral("No accessibility bus: ") + said();

    if (!run(m_manager, QStringLiteral("openbox"), {QStringLiteral("--sm-disable")}))
        return QStringLiteral("openbox does not start");
    // The window manager is there when the X server knows its name.
    if (!becomes([this] { return tool({QStringLiteral("getactivewindow")}) || tool({QStringLiteral("get_desktop")}); }))
        return QStringLiteral("openbox does not manage: ") + said();

    run(m_program, QString::fromLocal8Bit(qgetenv("SLUICE_BIN_DIR")) + QStringLiteral("/sluice"),
        {QStringLiteral("--state"), QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("state/state.db")),
         QStringLiteral("--time-scale"), QStringLiteral("120"), QStringLiteral("--language"), QStringLiteral("en")});
    becomes([this] {
        m_application = program(QStringLiteral("sluice"));
        return m_program.state() == QProcess::NotRunning || (!m_application.isNull() && !window().isNull());
    });
    return window().isNull() ? QStringLiteral("The program's window does not become active: ") + said() : QString();
}

Node Stage::window() const {
    if (m_application.isNull())
        return {};
    for (const Node &window : m_application.children()) {
        if (window.is(State::Active))
            return window;
    }
    return {};
}

bool Stage::press(const QString &keys) {
    return tool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), keys});
}

bool Stage::type(const QString &text) {
    return tool({QStringLiteral("type"), QStringLiteral("--clearmodifiers"), text});
}

QString Stage::said() {
    QString text;
    for (QProcess *process : {&m_server, &m_bus, &m_manager, &m_program})
        text += QString::fromUtf8(process->readAllStandardError());
    if (m_program.state() == QProcess::NotRunning)
        text += QStringLiteral("sluice ended with %1 (%2)").arg(m_program.exitCode()).arg(m_program.errorString());
    return text;
}

FocusEar::FocusEar() {
    QDBusConnection bus = accessibilityBus();
    bus.connect({}, {}, QStringLiteral("org.a11y.atspi.Event.Object"), QStringLiteral("StateChanged"), this,
                SLOT(heard(QDBusMessage)));
    QDBusMessage wish = QDBusMessage::createMethodCall(
        QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("/org/a11y/atspi/registry"),
        QStringLiteral("org.a11y.atspi.Registry"), QStringLiteral("RegisterEvent"));
    wish.setArguments({QStringLiteral("object:state-changed:focused")});
    bus.call(wish);
}

void FocusEar::heard(const QDBusMessage &message) {
    const QVariantList arguments = message.arguments();
    if (arguments.value(0).toString() != QLatin1String("focused") || arguments.value(1).toInt() != 1)
        return;
    m_last = Node(message.service(), message.path());
    ++m_count;
}

Node FocusEar::after(Stage &stage, const QString &keys) {
    const int before = m_count;
    if (!stage.press(keys))
        return {};
    if (!becomes([this, before] { return m_count > before; }, kPatienceMs / 8))
        return {};
    // One key may move the focus twice (to a list, then to its item). The program answers this question after it has
    // told all that the key did.
    stage.application().name();
    QCoreApplication::processEvents();
    return m_last;
}

int runOnStage(QObject &test, int argc, char **argv) {
    const QStringList missing = Stage::missing();
    if (missing.isEmpty())
        return QTest::qExec(&test, argc, argv);
    const bool must = qEnvironmentVariable("CI") == QLatin1String("true");
    printf("%s: %s needs %s (installers/packages-test.txt)\n", must ? "FAIL" : "SKIP", test.metaObject()->className(),
           qPrintable(missing.join(QStringLiteral(", "))));
    return must ? 1 : 77;
}

} // namespace sluice::tests
