#pragma once

#include "core/base/result.h"
#include "core/ssh/deadline.h"
#include "core/ssh/handles.h"
#include "core/ssh/interrupt.h"

namespace sluice::ssh {

/// A connected TCP socket, blocking, TCP_NODELAY. `who` names the peer in errors ("the bastion 203.0.113.9 port 22").
/// Unavailable: refused, unreachable, unknown name; DeadlineExceeded: no answer; Cancelled.
Result<Descriptor> connectTcp(const QString &address, quint16 port, const QString &who, const Deadline &deadline,
                              Interrupt *interrupt);

} // namespace sluice::ssh
