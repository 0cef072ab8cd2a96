#include "core/operations/dialer.h"

#include "core/base/json.h"
#include "core/base/words.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QUrlQuery>

namespace sluice::operations {

QFuture<Result<ssh::Endpoint>> Dialer::resolve(const QUrl &dial, const QString &host, quint16 port) {
    ssh::Endpoint endpoint;
    endpoint.address = host;
    endpoint.port = port;
    if (dial.isEmpty() || !QHostAddress(dial.host()).isLoopback())
        return readyFuture<Result<ssh::Endpoint>>(endpoint);
    QUrl url = dial;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("host"), host);
    query.addQueryItem(QStringLiteral("port"), QString::number(port));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(10000);
    Promise<Result<ssh::Endpoint>> promise;
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, promise, endpoint]() mutable {
        reply->deleteLater();
        const auto body = parseJson(reply->readAll());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200 && body) {
            endpoint.dialAddress = jsonString(*body, "host");
            endpoint.dialPort = static_cast<quint16>(jsonInt(*body, "port"));
            if (QHostAddress(endpoint.dialAddress).isLoopback() && endpoint.dialPort != 0)
                return promise.finish(endpoint);
        }
        const QString reason = body ? jsonString(*body, "reason", QStringLiteral("unreachable")) : reply->errorString();
        // The reason in its brackets is the network's own word, by which a verification decides: never translated.
        promise.finish(Error{
            .code = ErrorCode::Unavailable,
            .message =
                OperationsWords::tr("%1 port %2 is not reachable from here").arg(endpoint.address).arg(endpoint.port) +
                QStringLiteral(" (%1)").arg(reason),
            .resource = endpoint.address});
    });
    return promise.future();
}

} // namespace sluice::operations
