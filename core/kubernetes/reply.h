#pragma once

#include "core/http/http.h"

namespace sluice::kubernetes {

/// A 2xx reply's JSON, or the Error that a Status object (or anything else) means. 401 is Unauthenticated, 403
/// PermissionDenied, 404 NotFound, 409 AlreadyExists or Conflict by the Status' reason.
Result<Json> readReply(const HttpRequest &request, const Result<HttpResponse> &reply);
/// The same without looking into the body of a 2xx reply.
Error errorFromReply(const HttpRequest &request, const HttpResponse &reply);

} // namespace sluice::kubernetes
