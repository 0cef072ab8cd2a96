#include "core/base/redact.h"

#include <QMutex>
#include <QStringList>
#include <algorithm>

namespace sluice {

namespace {

struct Secrets {
    QMutex mutex;
    QStringList values; ///< Longest first: a secret that begins like another must not leave its tail behind.
};

Secrets &secrets() {
    static Secrets instance;
    return instance;
}

} // namespace

void registerSecret(const QString &secret) {
    if (secret.size() < 8)
        return;
    Secrets &s = secrets();
    const QMutexLocker lock(&s.mutex);
    if (s.values.contains(secret))
        return;
    const auto place = std::find_if(s.values.cbegin(), s.values.cend(),
                                    [&secret](const QString &other) { return other.size() < secret.size(); });
    s.values.insert(std::distance(s.values.cbegin(), place), secret);
}

QString redact(QString text) {
    Secrets &s = secrets();
    const QMutexLocker lock(&s.mutex);
    for (const QString &secret : std::as_const(s.values))
        text.replace(secret, QStringLiteral("[redacted]"));
    return text;
}

} // namespace sluice
