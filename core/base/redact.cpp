#include "core/base/redact.h"

#include <QMutex>
#include <QSet>

namespace sluice {

namespace {

struct Secrets {
    QMutex mutex;
    QSet<QString> values;
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
    s.values.insert(secret);
}

QString redact(QString text) {
    Secrets &s = secrets();
    const QMutexLocker lock(&s.mutex);
    for (const QString &secret : std::as_const(s.values))
        text.replace(secret, QStringLiteral("[redacted]"));
    return text;
}

} // namespace sluice
