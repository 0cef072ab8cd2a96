#include "core/http/http.h"

namespace sluice {

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const {
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

} // namespace sluice
