#pragma once

#include <QMap>
#include <QObject>
#include <QSystemTrayIcon>

class QDBusMessage;

namespace sluice::ui {

/// News for a person who looks elsewhere.
struct Notice {
    QString deployment;
    QString title;
    QString text;
    bool bad = false; ///< it stays until it was seen
};

/// Tells news on the desktop: by its notification service (org.freedesktop.Notifications), where there is none or it
/// does not answer by the tray. Never waits for either.
class Notifier final : public QObject {
    Q_OBJECT
public:
    explicit Notifier(QObject *parent = nullptr);
    void tell(const Notice &notice);
    /// How long the service may take to answer before the tray is asked.
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

Q_SIGNALS:
    /// The person wants to see it.
    void opened(const QString &deployment);
    /// The service did not take it; the tray was asked.
    void fellBack(const QString &deployment);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onActivationToken(uint id, const QString &token);
    void onClosed(uint id);

private:
    void listen(); ///< from the first news on: most days have none
    void fallBack(const Notice &notice);
    QMap<QString, uint> m_shown;       ///< deployment to the service's number: newer news takes the older one's place
    QSystemTrayIcon *m_tray = nullptr; ///< made at the first notification that needs it
    QString m_inTray;                  ///< the deployment that the tray tells of
    int m_patienceMs = 5000;
    bool m_listens = false;
};

} // namespace sluice::ui
