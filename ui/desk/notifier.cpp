#include "ui/desk/notifier.h"

#include "ui/theme/theme.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QImage>
#include <QPainter>

#include <utility>

namespace sluice::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kOpen = QStringLiteral("open");
const QString kClicked = QStringLiteral("default"); ///< the notification itself, by the specification
constexpr int kIconSize = 64;

/// The picture itself, as the specification's "image-data" (iiibiiay): an icon's name would need our icon installed.
struct Picture {
    int width, height, rowStride;
    bool hasAlpha;
    int bitsPerSample, channels;
    QByteArray data;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Picture &p) {
    argument.beginStructure();
    argument << p.width << p.height << p.rowStride << p.hasAlpha << p.bitsPerSample << p.channels << p.data;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Picture &p) {
    argument.beginStructure();
    argument >> p.width >> p.height >> p.rowStride >> p.hasAlpha >> p.bitsPerSample >> p.channels >> p.data;
    argument.endStructure();
    return argument;
}

/// A sign on a plate of its own: the desktop's ground may have any colour. What is bad has another shape too.
Picture pictureOf(bool bad) {
    QImage image(kIconSize, kIconSize, QImage::Format_RGBA8888);
    image.fill(Qt::transparent);
    const ToneColours tone = Theme::colours().tone(bad ? Tone::Fail : Tone::Accent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone.onSolid, 2));
    painter.setBrush(tone.solid);
    const QRectF plate = QRectF(image.rect()).adjusted(2, 2, -2, -2);
    painter.drawRoundedRect(plate, 12, 12);
    Theme::paintIcon(&painter, bad ? QStringLiteral("warning") : QStringLiteral("nat"),
                     plate.adjusted(11, 11, -11, -11), tone.onSolid);
    painter.end();
    return {image.width(),
            image.height(),
            static_cast<int>(image.bytesPerLine()),
            true,
            8,
            4,
            QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes())};
}

} // namespace

Notifier::Notifier(QObject *parent)
    : QObject(parent) {}

void Notifier::listen() {
    if (std::exchange(m_listens, true))
        return;
    qDBusRegisterMetaType<Picture>();
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(kService, kPath, kService, QStringLiteral("ActivationToken"), this,
                SLOT(onActivationToken(uint, QString)));
    bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint)));
}

void Notifier::tell(const Notice &notice) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return fallBack(notice);
    listen();
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue<uchar>(notice.bad ? 2 : 1)},
                            {QStringLiteral("image-data"), QVariant::fromValue(pictureOf(notice.bad))},
                            {QStringLiteral("desktop-entry"), QStringLiteral("sluice")}};
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    call.setArguments({QStringLiteral("Sluice"), m_shown.value(notice.deployment), QString(), notice.title,
                       notice.text.toHtmlEscaped(), // the text is markup by the specification
                       QStringList{kClicked, tr("Open"), kOpen, tr("Open")}, hints, -1});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, m_patienceMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notice](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<uint> reply = *done;
        if (reply.isError())
            return fallBack(notice); // no service, or one that does not answer
        m_shown[notice.deployment] = reply.value();
    });
}

void Notifier::fallBack(const Notice &notice) {
    m_inTray = notice.deployment;
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        if (!m_tray) {
            m_tray = new QSystemTrayIcon(Theme::icon(QStringLiteral("nat"), Tone::Accent), this);
            connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT opened(m_inTray); });
            m_tray->show();
        }
        m_tray->showMessage(notice.title, notice.text,
                            notice.bad ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    }
    Q_EMIT fellBack(notice.deployment);
}

void Notifier::onActionInvoked(uint id, const QString &action) {
    const QString deployment = m_shown.key(id);
    if (!deployment.isEmpty() && (action == kOpen || action == kClicked))
        Q_EMIT opened(deployment);
}

void Notifier::onActivationToken(uint id, const QString &token) {
    // The desktop's leave to come to the front; Qt takes it from here when the window is activated.
    if (!m_shown.key(id).isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void Notifier::onClosed(uint id) {
    if (const QString deployment = m_shown.key(id); !deployment.isEmpty())
        m_shown.remove(deployment);
}

} // namespace sluice::ui
