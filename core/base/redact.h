#pragma once

#include <QByteArray>
#include <QString>

namespace sluice {

/// Process-wide list of secrets (tokens, passphrases, kube tokens) that must never reach a log, file or screen.
/// Thread-safe. Register a secret before its first use; redact() replaces every occurrence by "[redacted]".
/// Values shorter than 8 characters are ignored: they would blank out ordinary words.
void registerSecret(const QString &secret);
QString redact(QString text);

} // namespace sluice
