#pragma once

#include <QDBusMessage>
#include <QObject>

namespace sluice::ui {

/// What the desktop asks every program for, live: XDG settings portal, namespace org.freedesktop.appearance
/// (color-scheme: 1 dark, 2 light; contrast: 1 high), which GNOME, KDE and others serve. Qt 6.4 has no signal for it.
/// Where there is no portal nothing is ever known and nothing changes. Never blocks: answers arrive by changed().
class SystemAppearance : public QObject {
    Q_OBJECT
public:
    enum class Scheme { Unknown, Light, Dark };
    explicit SystemAppearance(QObject *parent = nullptr);
    Scheme scheme() const { return m_scheme; }
    bool wantsHighContrast() const { return m_highContrast; }

Q_SIGNALS:
    void changed();

private:
    void ask(const QString &key);
    void take(const QString &key, uint value);
    Scheme m_scheme = Scheme::Unknown;
    bool m_highContrast = false;

private Q_SLOTS:
    void onSettingChanged(const QDBusMessage &message);
};

} // namespace sluice::ui
