#pragma once

#include "core/digitalocean/types.h"

namespace sluice::interop {

/// A kubeconfig (v1 Config, YAML) with one cluster, user and context named `context`. It holds the short-lived bearer
/// token: write it only where the user asked, readable by the user alone.
QString kubeconfig(const QString &context, const digitalocean::ClusterCredentials &credentials);

} // namespace sluice::interop
