#include "core/http/network_failure.h"

#include "core/base/words.h"

namespace sluice {

namespace {

/// The connection was never made, so the server has seen nothing.
bool neverConnected(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

QString reason(const NetworkFailure &failure) {
    switch (failure.error) {
    case QNetworkReply::ConnectionRefusedError:
        return HttpWords::tr("%1 refused the connection.").arg(failure.host);
    case QNetworkReply::HostNotFoundError:
        return HttpWords::tr("The name %1 cannot be resolved.").arg(failure.host);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return HttpWords::tr("%1 closed the connection before its reply was complete.").arg(failure.host);
    default:
        return HttpWords::tr("%1 cannot be reached: %2.").arg(failure.host, failure.text);
    }
}

} // namespace

Error toError(const NetworkFailure &failure) {
    Error error{.path = QString::fromLatin1(failure.method) + QLatin1Char(' ') + failure.path};
    if (failure.error == QNetworkReply::SslHandshakeFailedError || !failure.tlsErrors.isEmpty()) {
        error.code = ErrorCode::Untrusted;
        error.outOfDate = failure.outOfDate;
        error.message =
            HttpWords::tr("The identity of %1 cannot be verified: %2.")
                .arg(failure.host,
                     failure.tlsErrors.isEmpty() ? failure.text : failure.tlsErrors.join(QStringLiteral("; ")));
        error.remedy =
            HttpWords::tr("Nothing was sent. Check this computer's date and whether a proxy intercepts TLS.");
        return error;
    }
    const bool mayHaveArrived = failure.requestSent || (!failure.timedOut && !neverConnected(failure.error));
    if (failure.method == "POST" && mayHaveArrived) {
        error.code = ErrorCode::UnknownOutcome;
        error.message = HttpWords::tr("%1 The request may have been carried out.")
                            .arg(failure.timedOut ? HttpWords::tr("%1 did not answer in time.").arg(failure.host)
                                                  : reason(failure));
        error.remedy = HttpWords::tr("Look whether the object exists before creating it again.");
    } else if (failure.timedOut) {
        error.code = ErrorCode::DeadlineExceeded;
        error.message = HttpWords::tr("%1 did not answer in time.").arg(failure.host);
        error.remedy = HttpWords::tr("Check the network connection and try again.");
    } else {
        error.code = ErrorCode::Unavailable;
        error.message = reason(failure);
        error.remedy = HttpWords::tr("Check the network connection and try again.");
    }
    return error;
}

} // namespace sluice
