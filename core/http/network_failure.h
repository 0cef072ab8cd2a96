#pragma once

#include "core/base/error.h"

#include <QNetworkReply>

namespace sluice {

/// What is known about an exchange that ended without a whole reply.
struct NetworkFailure {
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString text; ///< Qt's words.
    QString host;
    QByteArray method;
    QString path;
    QStringList tlsErrors;  ///< Reasons that TLS gave, if any.
    bool outOfDate = false; ///< One of them is a certificate that has expired or is not valid yet.
    bool requestSent = false;
    bool timedOut = false;
};

/// Unavailable, Untrusted, DeadlineExceeded, or UnknownOutcome for a POST that may have reached the server.
Error toError(const NetworkFailure &failure);

} // namespace sluice
