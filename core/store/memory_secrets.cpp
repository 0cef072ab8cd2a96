#include "core/store/memory_secrets.h"

#include "core/base/words.h"

namespace sluice::store {

Status MemorySecrets::write(const QString &key, const QByteArray &secret) {
    m_secrets.insert(key, secret);
    return Ok{};
}

Result<QByteArray> MemorySecrets::read(const QString &key) {
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd())
        return Error{.code = ErrorCode::NotFound, .message = StoreWords::tr("No secret is kept as %1").arg(key)};
    return *found;
}

Status MemorySecrets::remove(const QString &key) {
    m_secrets.remove(key);
    return Ok{};
}

} // namespace sluice::store
