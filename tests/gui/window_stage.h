#pragma once

#include "core/sandbox/sandbox.h"
#include "tests/gui/accessible_tree.h"
#include "tests/gui/shots.h"
#include "ui/deployments/main_window.h"
#include "ui/theme/language.h"
#include "ui/theme/theme.h"

#include <QAbstractAnimation>
#include <QFloat16> // QTest knows it by name only, and the JSON library asks whether it can be made
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace sluice::tests {

inline constexpr int kPatience = 120000; ///< a deadline, not a duration: everything is awaited by its state

/// Presses Tab until the widget with this name has the focus: only what a keyboard user can reach is reached.
inline bool focusByTab(QWidget *window, const QString &objectName) {
    for (int i = 0; i < 300; ++i) {
        QWidget *focused = window->focusWidget();
        if (focused && focused->objectName() == objectName && focused->isEnabled())
            return true;
        QTest::keyClick(focused ? focused : window, Qt::Key_Tab);
    }
    return false;
}

/// Activates a button as a keyboard user does.
inline bool pressByKeyboard(QWidget *window, const QString &objectName) {
    if (!focusByTab(window, objectName))
        return false;
    QTest::keyClick(window->focusWidget(), Qt::Key_Space);
    return true;
}

/// The whole window against the embedded sandbox, as the app wires it: real HTTP, TLS and SSH on loopback.
class WindowStage {
protected:
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_english = true; ///< else in the language that SLUICE_TEST_LANGUAGE names

    /// A word as this run's window says it.
    QString said(const char *english, const char *german) const {
        return QString::fromUtf8(m_english ? english : german);
    }
    void shot(QWidget *widget, const QString &name) {
        // What is worth a picture is worth a name: the live state, as a screen reader meets it.
        const QStringList complaints = unnamed(QAccessible::queryAccessibleInterface(widget));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QStringLiteral("; "))));
        // What was just said is laid out in some turns of the event loop; what stays cut off is a mistake.
        QStringList cut;
        const auto isWhole = [&cut, widget] { return (cut = cutOff(widget)).isEmpty(); };
        QTRY_VERIFY2(isWhole(), qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral("; "))));
        for (const auto *growth : widget->findChildren<QAbstractAnimation *>(QStringLiteral("topologyGrowth")))
            QTRY_VERIFY(growth->state() == QAbstractAnimation::Stopped);
        ui::Theme::current()->setMode(ui::Theme::Mode::HighContrast);
        QCoreApplication::processEvents();
        QVERIFY(grabState(widget, name + QStringLiteral("-contrast")));
        ui::Theme::current()->setMode(ui::Theme::Mode::Light);
        QCoreApplication::processEvents();
        QVERIFY(grabState(widget, name + QStringLiteral("-light")));
        ui::Theme::current()->setMode(ui::Theme::Mode::Dark);
        QCoreApplication::processEvents(); // a new palette reaches the widgets through events
        QVERIFY(grabState(widget, name + QStringLiteral("-dark")));
        ui::Theme::current()->setMode(ui::Theme::Mode::Light);
    }
    void openDesk() {
        ui::Desk::Options options;
        options.workspace.state = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("state.db"));
        options.sandboxTimeScale = 100;
        options.sandboxAccount = {.key = QStringLiteral("sandbox"),
                                  .title = QStringLiteral("Sandbox"),
                                  .endpoint = m_sandbox->endpoints().api,
                                  .token = m_sandbox->endpoints().token,
                                  .sandbox = true};
        auto desk = ui::Desk::open(options);
        QVERIFY2(desk.has_value(), desk ? "" : qPrintable(desk.error().toString()));
        m_desk = *std::move(desk);
        m_window = std::make_unique<ui::MainWindow>(m_desk.get());
        m_window->show();
    }
    void showTab(int index) {
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("deploymentTabs"));
        tabs->setCurrentIndex(index);
    }
    /// Through the sandbox's admin interface, as somebody else's change.
    void breakSandbox(const Json &body) {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(m_sandbox->endpoints().admin.toString() + QStringLiteral("/mutate")));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox->endpoints().token.toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        std::unique_ptr<QNetworkReply> reply(network.post(request, toJsonText(body)));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), kPatience);
        QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
    }
    const ui::DeploymentView &only() { return m_desk->deployments().first(); }
    void openStage() {
        QCoreApplication::setOrganizationName(QStringLiteral("sluice-test"));
        const QString language = qEnvironmentVariable("SLUICE_TEST_LANGUAGE", QStringLiteral("en"));
        QCOMPARE(ui::installLanguage(*qApp, language), language);
        m_english = language == QLatin1String("en");
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        ui::Theme::install(*qApp, ui::Theme::Mode::Light);
        sandbox::Options options;
        options.timeScale = 100;
        auto sandbox = sandbox::Sandbox::start(options);
        QVERIFY2(sandbox.has_value(), sandbox ? "" : qPrintable(sandbox.error().toString()));
        m_sandbox = *std::move(sandbox);
        openDesk();
    }
};

} // namespace sluice::tests
