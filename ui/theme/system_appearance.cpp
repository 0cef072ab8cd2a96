#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace sluice::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kNamespace = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");

/// The portal's Read wraps the value twice, its signal once.
uint unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QDBusMessage)));
    ask(kScheme);
    ask(kContrast);
}

void SystemAppearance::ask(const QString &key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call.setArguments({kNamespace, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError()) // no portal, or one that does not know the key
            take(key, unwrapped(QVariant::fromValue(reply.value())));
    });
}

void SystemAppearance::onSettingChanged(const QDBusMessage &message) {
    const QVariantList parts = message.arguments();
    if (parts.size() == 3 && parts[0].toString() == kNamespace)
        take(parts[1].toString(), unwrapped(parts[2]));
}

void SystemAppearance::take(const QString &key, uint value) {
    if (key == kScheme)
        m_scheme = value == 1 ? Scheme::Dark : value == 2 ? Scheme::Light : Scheme::Unknown;
    else if (key == kContrast)
        m_highContrast = value == 1;
    else
        return;
    Q_EMIT changed();
}

} // namespace sluice::ui
