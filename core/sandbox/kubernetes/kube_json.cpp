#include "core/sandbox/kubernetes/kube_json.h"

#include <algorithm>

namespace sluice::sandbox {

const Json &jsonAt(const Json &value, std::initializer_list<const char *> keys) {
    static const Json nothing;
    const Json *here = &value;
    for (const char *key : keys) {
        if (!here->is_object())
            return nothing;
        const auto it = here->find(key);
        if (it == here->end())
            return nothing;
        here = &*it;
    }
    return *here;
}

QString textAt(const Json &value, std::initializer_list<const char *> keys) {
    const Json &found = jsonAt(value, keys);
    return found.is_string() ? QString::fromStdString(found.get_ref<const std::string &>()) : QString();
}

qint64 numberAt(const Json &value, std::initializer_list<const char *> keys, qint64 fallback) {
    const Json &found = jsonAt(value, keys);
    return found.is_number_integer() ? found.get<qint64>() : fallback;
}

Json kubeTime(const QDateTime &time) {
    return toJson(time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'")));
}

QString kubeAge(const QDateTime &since, const QDateTime &now) {
    if (!since.isValid())
        return QStringLiteral("<unknown>");
    const qint64 seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < 120)
        return QStringLiteral("%1s").arg(seconds);
    if (seconds < 2 * 3600)
        return QStringLiteral("%1m").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return QStringLiteral("%1h").arg(seconds / 3600);
    return QStringLiteral("%1d").arg(seconds / 86400);
}

} // namespace sluice::sandbox
