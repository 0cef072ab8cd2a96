#pragma once

#include "core/store/store.h"

#include <QMap>

namespace sluice::store {

/// Secrets for this session only.
class MemorySecrets final : public SecretStore {
public:
    Kind kind() const override { return Kind::MemoryOnly; }
    Status write(const QString &key, const QByteArray &secret) override;
    Result<QByteArray> read(const QString &key) override;
    Status remove(const QString &key) override;

private:
    QMap<QString, QByteArray> m_secrets;
};

} // namespace sluice::store
