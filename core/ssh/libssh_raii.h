#pragma once

#include "core/base/result.h"

#include <libssh/libssh.h>
#include <memory>

namespace sluice::ssh {

/// An ssh_key that frees itself. Shared, because one key opens both hops and a Result must be copyable.
class KeyPointer {
public:
    KeyPointer() = default;
    explicit KeyPointer(ssh_key key)
        : m_key(key, ssh_key_free) {}
    ssh_key get() const { return m_key.get(); }
    explicit operator bool() const { return m_key != nullptr; }

private:
    std::shared_ptr<std::remove_pointer_t<ssh_key>> m_key;
};

/// A private key file as libssh's key; the errors of publicKeyOf().
Result<KeyPointer> loadKeyFile(const QString &file, const QString &passphrase);

} // namespace sluice::ssh
