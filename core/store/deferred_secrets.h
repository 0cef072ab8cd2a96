#pragma once

#include "core/store/store.h"

#include <functional>

namespace sluice::store {

/// Opened at its first use: asking a keychain takes up to 3 s, and may ask the user, which a start that needs no secret
/// should not.
class DeferredSecrets final : public SecretStore {
public:
    explicit DeferredSecrets(std::function<std::shared_ptr<SecretStore>()> open)
        : m_open(std::move(open)) {}
    Kind kind() const override { return opened().kind(); }
    Status write(const QString &key, const QByteArray &secret) override { return opened().write(key, secret); }
    Result<QByteArray> read(const QString &key) override { return opened().read(key); }
    Status remove(const QString &key) override { return opened().remove(key); }

private:
    SecretStore &opened() const {
        if (!m_opened)
            m_opened = m_open();
        return *m_opened;
    }

    std::function<std::shared_ptr<SecretStore>()> m_open;
    mutable std::shared_ptr<SecretStore> m_opened;
};

} // namespace sluice::store
