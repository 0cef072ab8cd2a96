#pragma once

#include "core/verify/observations.h"

namespace sluice::verify {

/// The shell text that asks every echo service over IPv4 and prints "service|answer" per line. For pods and hosts
/// alike.
QString echoScript(const QStringList &services);
/// Reads such lines. `measured` when at least one service was asked.
Echo parseEcho(const QString &text);

/// One POSIX sh script that prints every fact of a host in sections ("===name"); `withBoot` also asks what netplan
/// would generate.
QString hostScript(const QStringList &services, bool withBoot);
/// Splits the output into sections; fills routes, gateways, metadata, boot, ipv6, dns and echo of `facts`. Garbage
/// stays "not measured".
void parseHost(const QString &output, const Evidence &whole, HostFacts *facts);

/// Cuts to 4 KiB and removes secrets.
QString evidenceText(const QString &output);

} // namespace sluice::verify
