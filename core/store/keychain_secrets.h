#pragma once

#include "core/store/store.h"

namespace sluice::store {

/// The operating system's keychain by QtKeychain. Its jobs are asynchronous while SecretStore is not, so each call runs
/// a bounded local event loop that takes no user input; this is the only place of the product that does so.
class KeychainSecrets final : public SecretStore {
public:
    /// Null when there is no working keychain: no session bus, or a write, read and delete did not succeed within 3 s.
    /// A locked keychain's read looks like "never stored", hence all three.
    static std::shared_ptr<SecretStore> openIfWorking();
    Kind kind() const override { return Kind::Keychain; }
    Status write(const QString &key, const QByteArray &secret) override;
    Result<QByteArray> read(const QString &key) override;
    Status remove(const QString &key) override;

private:
    int m_patience = 30000; ///< real milliseconds: a keychain may ask the user for its password
};

} // namespace sluice::store
