#pragma once

#include <QDBusMessage>
#include <QObject>

namespace sluice::ui {

/// Where this desktop has no session bus, libdbus would start one of its own at the first question (the accessibility
/// bridge asks at start): a process that outlives us, and the window waits for it. Call before the QApplication.
void startNoSessionBus();

/// What the desktop asks every program for, live: XDG settings portal, namespace org.freedesktop.appearance
/// (color-scheme: 1 dark, 2 light; contrast: 1 high; reduced-motion: 1 reduced, in newer portals), which GNOME, KDE and
/// others serve; for less motion also org.gnome.desktop.interface enable-animations, which GNOME's portal has long
/// told. Qt 6.4 has no signal for it. Where there is no portal nothing is ever known and nothing changes. Never blocks:
/// answers arrive by changed().
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    enum class Scheme { Unknown, Light, Dark };
    explicit SystemAppearance(QObject *parent = nullptr);
    Scheme scheme() const { return m_scheme; }
    bool wantsHighContrast() const { return m_highContrast; }
    bool wantsReducedMotion() const { return m_reducedMotion || !m_animations; }

Q_SIGNALS:
    void changed();

private:
    void ask(const QString &space, const QString &key);
    void take(const QString &space, const QString &key, const QVariant &value);
    Scheme m_scheme = Scheme::Unknown;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
    bool m_animations = true;

private Q_SLOTS:
    void onSettingChanged(const QDBusMessage &message);
};

} // namespace sluice::ui
