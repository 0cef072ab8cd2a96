#pragma once

#include <QByteArray>
#include <QString>

namespace sluice {

/// `length` random lower-case letters from the system's generator; the deployment id is randomLetters(6).
QString randomLetters(int length);
/// `bytes` random bytes as lower-case hex.
QString randomHex(int bytes);
/// A random version 4 UUID in lower case without braces.
QString randomUuid();

} // namespace sluice
