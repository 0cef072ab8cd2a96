#include "core/store/keychain_secrets.h"

#include "core/base/random.h"
#include "core/store/deferred_secrets.h"
#include "core/store/file_secrets.h"
#include "core/store/memory_secrets.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>
#include <functional>
#include <memory>
#include <qt6keychain/keychain.h>
#include <type_traits>

namespace sluice::store {

namespace {

const QString kService = QStringLiteral("sluice");

struct Answer {
    bool finished = false; ///< in time
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    QByteArray secret;
};

/// The one thread on which every job runs: an event loop on the caller's thread would hand it work that was sent to it
/// for later, in the middle of what it does now; and the desktop's library keeps its connection to the thread that
/// asked first. Ends with the application.
QObject *keychainThread() {
    static QObject *anchor = [] {
        static QThread thread;
        auto *object = new QObject;
        object->moveToThread(&thread);
        thread.setObjectName(QStringLiteral("keychain"));
        thread.start();
        qAddPostRoutine([] {
            thread.quit();
            thread.wait();
        });
        return object;
    }();
    return anchor;
}

/// Runs one job there and waits for it, so many milliseconds.
template <class Job>
Answer ask(int milliseconds, const std::function<void(Job *)> &prepare) {
    struct Shared {
        QSemaphore done;
        Answer answer;
    };
    const auto shared = std::make_shared<Shared>(); // a job that ends too late still finds it
    QMetaObject::invokeMethod(
        keychainThread(),
        [shared, prepare] {
            auto *job = new Job(kService); // deletes itself
            prepare(job);
            QObject::connect(job, &QKeychain::Job::finished, job, [shared, job] {
                shared->answer = {.finished = true, .error = job->error(), .text = job->errorString()};
                if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                    shared->answer.secret = job->binaryData();
                shared->done.release();
            });
            job->start();
        },
        Qt::QueuedConnection);
    return shared->done.tryAcquire(1, milliseconds) ? shared->answer : Answer{};
}

Error keychainError(const Answer &answer) {
    return {.code = ErrorCode::Storage,
            .message = QStringLiteral("The keychain did not work: %1")
                           .arg(answer.finished ? answer.text : QStringLiteral("it did not answer in time")),
            .path = QStringLiteral("keychain"),
            .remedy = QStringLiteral("Unlock the keychain of your desktop session and try again.")};
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
    keychain->m_patience = kPatience;
    return keychain;
}

Status KeychainSecrets::write(const QString &key, const QByteArray &secret) {
    const Answer answer = ask<QKeychain::WritePasswordJob>(m_patience, [=](QKeychain::WritePasswordJob *job) {
        job->setKey(key);
        job->setBinaryData(secret);
    });
    if (!answer.finished || answer.error != QKeychain::NoError)
        return keychainError(answer);
    return Ok{};
}

Result<QByteArray> KeychainSecrets::read(const QString &key) {
    const Answer answer =
        ask<QKeychain::ReadPasswordJob>(m_patience, [=](QKeychain::ReadPasswordJob *job) { job->setKey(key); });
    if (answer.finished && answer.error == QKeychain::EntryNotFound)
        return Error{.code = ErrorCode::NotFound, .message = QStringLiteral("The keychain has no entry %1").arg(key)};
    if (!answer.finished || answer.error != QKeychain::NoError)
        return keychainError(answer);
    return answer.secret;
}

Status KeychainSecrets::remove(const QString &key) {
    const Answer answer =
        ask<QKeychain::DeletePasswordJob>(m_patience, [=](QKeychain::DeletePasswordJob *job) { job->setKey(key); });
    if (!answer.finished || (answer.error != QKeychain::NoError && answer.error != QKeychain::EntryNotFound))
        return keychainError(answer);
    return Ok{};
}

std::shared_ptr<SecretStore> openTokenStore() {
    if (auto keychain = KeychainSecrets::openIfWorking())
        return keychain;
    return std::make_shared<MemorySecrets>();
}

std::shared_ptr<SecretStore> openDeploymentKeyStore(const QString &folder) {
    return std::make_shared<DeferredSecrets>([folder]() -> std::shared_ptr<SecretStore> {
        if (auto keychain = KeychainSecrets::openIfWorking())
            return keychain;
        return std::make_shared<FileSecrets>(folder);
    });
}

} // namespace sluice::store
