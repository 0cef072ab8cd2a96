#include "core/store/keychain_secrets.h"

#include "core/base/random.h"
#include "core/base/words.h"
#include "core/store/file_secrets.h"
#include "core/store/memory_secrets.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace sluice::store {

namespace {

const QString kService = QStringLiteral("sluice");

// Starts the job and waits for it; false when it did not finish in time. The job deletes itself.
bool finish(QKeychain::Job *job, int milliseconds) {
    QEventLoop loop;
    QPointer<QKeychain::Job> alive(job);
    job->setAutoDelete(false);
    bool done = false;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
        done = true;
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    job->start();
    if (!done)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return done && alive;
}

Error keychainError(const QKeychain::Job &job, bool finished) {
    return {.code = ErrorCode::Storage,
            .message = StoreWords::tr("The keychain did not work: %1")
                           .arg(finished ? job.errorString() : StoreWords::tr("it did not answer in time")),
            .path = QStringLiteral("keychain"),
            .remedy = StoreWords::tr("Unlock the keychain of your desktop session and try again.")};
}

} // namespace

std::shared_ptr<SecretStore> KeychainSecrets::openIfWorking() {
#ifdef Q_OS_LINUX
    // Without either, the library can only fail, and on some systems it first starts a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && qEnvironmentVariableIsEmpty("DISPLAY") &&
        qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return nullptr;
#endif
    if (!QCoreApplication::instance() || qEnvironmentVariableIsSet("SLUICE_NO_KEYCHAIN"))
        return nullptr;
    auto keychain = std::make_shared<KeychainSecrets>();
    const QString key = QStringLiteral("probe-") + randomHex(4);
    const QByteArray secret = randomHex(8).toLatin1();
    QElapsedTimer spent;
    spent.start();
    const auto left = [&] { return std::max(1, 3000 - static_cast<int>(spent.elapsed())); };
    keychain->m_patience = left();
    if (!keychain->write(key, secret))
        return nullptr;
    keychain->m_patience = left();
    const Result<QByteArray> back = keychain->read(key);
    keychain->m_patience = left();
    const Status removed = keychain->remove(key);
    if (!back || *back != secret || !removed)
        return nullptr;
    keychain->m_patience = 30000;
    return keychain;
}

Status KeychainSecrets::write(const QString &key, const QByteArray &secret) {
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setKey(key);
    job->setBinaryData(secret);
    const bool finished = finish(job, m_patience);
    job->deleteLater();
    if (!finished || job->error() != QKeychain::NoError)
        return keychainError(*job, finished);
    return Ok{};
}

Result<QByteArray> KeychainSecrets::read(const QString &key) {
    auto *job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(key);
    const bool finished = finish(job, m_patience);
    job->deleteLater();
    if (finished && job->error() == QKeychain::EntryNotFound)
        return Error{.code = ErrorCode::NotFound, .message = StoreWords::tr("The keychain has no entry %1").arg(key)};
    if (!finished || job->error() != QKeychain::NoError)
        return keychainError(*job, finished);
    return job->binaryData();
}

Status KeychainSecrets::remove(const QString &key) {
    auto *job = new QKeychain::DeletePasswordJob(kService);
    job->setKey(key);
    const bool finished = finish(job, m_patience);
    job->deleteLater();
    if (!finished || (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound))
        return keychainError(*job, finished);
    return Ok{};
}

std::shared_ptr<SecretStore> openTokenStore() {
    if (auto keychain = KeychainSecrets::openIfWorking())
        return keychain;
    return std::make_shared<MemorySecrets>();
}

std::shared_ptr<SecretStore> openDeploymentKeyStore(const QString &folder) {
    if (auto keychain = KeychainSecrets::openIfWorking())
        return keychain;
    return std::make_shared<FileSecrets>(folder);
}

} // namespace sluice::store
