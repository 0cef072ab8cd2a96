#pragma once

#include "core/base/result.h"

#include <QUrl>

namespace sluice {

/// "localhost" or a loopback address: the only place where http:// is accepted.
bool isLoopback(const QUrl &url);
/// Same scheme, host and port (default ports filled in): only there may a token go.
bool sameOrigin(const QUrl &a, const QUrl &b);
/// InvalidInput unless `url` is https with a host, or http on loopback, without user, query and fragment.
Status checkEndpoint(const QUrl &url);
/// `base` plus an absolute, already encoded path; Malformed when that would leave `base`'s origin.
Result<QUrl> resolvePath(const QUrl &base, const QString &path);

} // namespace sluice
