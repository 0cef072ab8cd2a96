#include "core/store/file_secrets.h"

#include "core/base/words.h"
#include "core/store/sqlite_error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace sluice::store {

QString FileSecrets::pathOf(const QString &key) const {
    // Percent-encoding keeps any key inside the folder ("deployment-key/abcdef" has a slash).
    return m_folder + QLatin1Char('/') + QString::fromLatin1(key.toUtf8().toPercentEncoding({}, "."));
}

Status FileSecrets::write(const QString &key, const QByteArray &secret) {
    const QString remedy = StoreWords::tr("Make the folder writable for your user.");
    if (!QFileInfo::exists(m_folder)) {
        if (!QDir().mkpath(m_folder))
            return storageError(StoreWords::tr("the folder cannot be made"), m_folder, remedy);
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QSaveFile file(pathOf(key));
    // The temporary file that becomes the final one is made 0600; setPermissions before the first byte says so for any
    // umask.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(secret) != secret.size() || !file.commit())
        return storageError(file.errorString(), pathOf(key), remedy);
    return Ok{};
}

Result<QByteArray> FileSecrets::read(const QString &key) {
    QFile file(pathOf(key));
    if (!file.exists())
        return Error{.code = ErrorCode::NotFound, .message = StoreWords::tr("No secret is kept as %1").arg(key)};
    if (!file.open(QIODevice::ReadOnly))
        return storageError(file.errorString(), file.fileName(),
                            StoreWords::tr("Make the file readable for your user."));
    return file.readAll();
}

Status FileSecrets::remove(const QString &key) {
    QFile file(pathOf(key));
    if (file.exists() && !file.remove())
        return storageError(file.errorString(), file.fileName(), StoreWords::tr("Remove the file by hand."));
    return Ok{};
}

} // namespace sluice::store
