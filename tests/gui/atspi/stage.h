#pragma once

#include "tests/gui/atspi/node.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace sluice::tests {

constexpr int kPatienceMs = 180000; ///< of a loaded machine; a quiet one needs seconds

/// Looks until `test` is true; false when patience ends.
bool becomes(const std::function<bool()> &test, int patienceMs = kPatienceMs);

/// The first in the tree that passes, waited for.
Node await(const Node &root, const Test &test);
Node await(const Node &root, const QString &role, const QString &name);

/// A desktop of the test's own: an X server, a window manager, a message bus with nothing on it but the
/// accessibility service, a home; and the program `sluice` on it, with its simulated cloud.
class Stage {
public:
    /// What is not installed; empty when all is there.
    static QStringList missing();
    ~Stage();
    /// Empty when the program's window is there and active; otherwise what failed.
    QString open();
    Node application() const { return m_application; }
    /// The active window of the program.
    Node window() const;
    /// Presses keys on the X server, as xdotool names them: "Tab", "alt+n".
    bool press(const QString &keys);
    bool type(const QString &text);
    /// What the program and the servers said, for a failed test.
    QString said();

private:
    bool run(QProcess &process, const QString &program, const QStringList &arguments);
    bool tool(const QStringList &arguments);
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_server, m_bus, m_manager, m_program;
    Node m_application;
};

/// Hears which object gets the focus, as a screen reader does.
class FocusEar final : public QObject {
    Q_OBJECT
public:
    FocusEar();
    /// Presses keys and tells what has the focus then; null when nothing gets it.
    Node after(Stage &stage, const QString &keys);
    Node last() const { return m_last; }

private Q_SLOTS:
    void heard(const QDBusMessage &message);

private:
    Node m_last;
    int m_count = 0;
};

/// main() of a test that needs the desktop: skips with one line where it cannot be had; fails in CI, which must have
/// it.
int runOnStage(QObject &test, int argc, char **argv);

} // namespace sluice::tests

#define SLUICE_STAGE_MAIN(Class)                                                                                       \
    int main(int argc, char **argv) {                                                                                  \
        QCoreApplication application(argc, argv);                                                                      \
        Class test;                                                                                                    \
        return sluice::tests::runOnStage(test, argc, argv);                                                            \
    }
