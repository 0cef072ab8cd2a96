#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace sluice::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kNamespace = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
const QString kMotion = QStringLiteral("reduced-motion");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kAnimations = QStringLiteral("enable-animations");

/// The portal's Read wraps the value twice, its signal once.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

bool hasSessionBus() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
}

} // namespace

void startNoSessionBus() {
    if (!hasSessionBus())
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no transport of libdbus: every connection fails at once
}

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent) {
    if (!hasSessionBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QDBusMessage)));
    for (const QString &key : {kScheme, kContrast, kMotion})
        ask(kNamespace, key);
    ask(kGnome, kAnimations);
}

void SystemAppearance::ask(const QString &space, const QString &key) {
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call.setArguments({space, key});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, space, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (!reply.isError()) // no portal, or one that does not know the key
            take(space, key, unwrapped(QVariant::fromValue(reply.value())));
    });
}

void SystemAppearance::onSettingChanged(const QDBusMessage &message) {
    const QVariantList parts = message.arguments();
    if (parts.size() == 3)
        take(parts[0].toString(), parts[1].toString(), unwrapped(parts[2]));
}

void SystemAppearance::take(const QString &space, const QString &key, const QVariant &value) {
    if (space == kNamespace && key == kScheme)
        m_scheme = value.toUInt() == 1 ? Scheme::Dark : value.toUInt() == 2 ? Scheme::Light : Scheme::Unknown;
    else if (space == kNamespace && key == kContrast)
        m_highContrast = value.toUInt() == 1;
    else if (space == kNamespace && key == kMotion)
        m_reducedMotion = value.toUInt() == 1;
    else if (space == kGnome && key == kAnimations && value.typeId() == QMetaType::Bool)
        m_animations = value.toBool();
    else
        return;
    Q_EMIT changed();
}

} // namespace sluice::ui
