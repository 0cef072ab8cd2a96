#pragma once

#include "core/ssh/handles.h"
#include "core/ssh/ssh.h"

namespace sluice::ssh {

/// The private key to log in with; a null handle for Identity::Kind::Agent. InvalidInput (file missing, unreadable or
/// not a key; path and remedy in the error) or NeedsDecision (passphrase missing or wrong).
Result<KeyHandle> loadKey(const Identity &identity);

} // namespace sluice::ssh
