#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace sluice::sandbox {

/// What one API server shows and its clients trust; all PEM.
struct ServerIdentity {
    QByteArray ca, certificate, key;
};

/// A fresh CA and a server certificate signed by it for 127.0.0.1 and localhost (P-256, ten years). The CA's key is
/// thrown away: nothing else will ever be signed by it. Internal when OpenSSL refuses.
Result<ServerIdentity> makeServerIdentity(const QByteArray &commonName);

} // namespace sluice::sandbox
