#pragma once

#include "core/store/store.h"

namespace sluice::store {

/// One file of mode 0600 per secret in a folder of mode 0700; a write replaces the file whole.
class FileSecrets final : public SecretStore {
public:
    explicit FileSecrets(QString folder)
        : m_folder(std::move(folder)) {}
    Kind kind() const override { return Kind::File; }
    Status write(const QString &key, const QByteArray &secret) override;
    Result<QByteArray> read(const QString &key) override;
    Status remove(const QString &key) override;

private:
    QString pathOf(const QString &key) const;
    QString m_folder;
};

} // namespace sluice::store
