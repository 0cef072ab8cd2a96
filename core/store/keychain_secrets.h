#pragma once

#include "core/store/store.h"

namespace sluice::store {

/// The operating system's keychain by QtKeychain. Its jobs are asynchronous while SecretStore is not, so each call
/// waits, bounded, for a job on a thread of its own; nothing else happens on the caller's thread meanwhile.
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
    /// Real milliseconds: a keychain may ask the user for its password. Shorter than a lease lives without a sign of
    /// life (lease.h), because the thread that waits also gives that sign for what runs.
    static constexpr int kPatience = 20000;
    int m_patience = kPatience;
};

} // namespace sluice::store
