#pragma once

#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/object_store.h"

namespace sluice::sandbox {

/// GET .../pods/<name>/log: what the container wrote, once it has ended; ?follow=true waits for that.
void answerPodLog(ObjectStore *store, const QString &nameSpace, const QString &name, const ServerRequest &request,
                  const std::shared_ptr<Responder> &responder);

} // namespace sluice::sandbox
