#include "core/http/endpoint.h"

#include "core/base/words.h"

#include <QHostAddress>

namespace sluice {

namespace {

int portOf(const QUrl &url) {
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

bool isLoopback(const QUrl &url) {
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool sameOrigin(const QUrl &a, const QUrl &b) {
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

Status checkEndpoint(const QUrl &url) {
    const auto refuse = [&url](const QString &why) {
        return Error{.code = ErrorCode::InvalidInput,
                     .message = HttpWords::tr("The address \"%1\" cannot be used: %2.")
                                    .arg(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery).left(200), why),
                     .resource = QStringLiteral("endpoint"),
                     .remedy = HttpWords::tr("Use an https:// address.")};
    };
    if (!url.isValid() || url.host().isEmpty())
        return refuse(HttpWords::tr("it names no host"));
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && isLoopback(url)))
        return refuse(HttpWords::tr("only https is accepted, because a token is sent there"));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refuse(HttpWords::tr("it must not hold a user name, a query or a fragment"));
    return Ok{};
}

Result<QUrl> resolvePath(const QUrl &base, const QString &path) {
    QString prefix = base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(QLatin1Char('/')))
        prefix.chop(1);
    const QUrl url(base.toString(QUrl::RemovePath | QUrl::FullyEncoded) + prefix + path, QUrl::StrictMode);
    if (!path.startsWith(QLatin1Char('/')) || path.startsWith(QLatin1String("//")) || !url.isValid() ||
        !sameOrigin(url, base))
        return Error{.code = ErrorCode::Malformed,
                     .message = HttpWords::tr("\"%1\" is not a path on the server.").arg(path.left(200))};
    return url;
}

} // namespace sluice
