#pragma once

#include "core/sandbox/hosts/shell.h"

namespace sluice::sandbox {

/// Applies a droplet's user_data as cloud-init does at the first boot: write_files, bootcmd, runcmd (one script), or a
/// whole shell script. Sets the machine's cloudInit to "done" or "error" and leaves /var/log/cloud-init-output.log.
/// Returns the nominal seconds it took.
double applyUserData(const Shell::Host &host, const QString &userData);

/// The same as a POSIX script for a host with real files: write_files, then bootcmd and runcmd; empty when there is
/// nothing to do. InvalidInput when the text is no YAML.
Result<QString> userDataScript(const QString &userData);

} // namespace sluice::sandbox
