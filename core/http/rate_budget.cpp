#include "core/http/rate_budget.h"

#include "core/http/retry_policy.h"

#include <QCryptographicHash>
#include <QHash>
#include <QLocale>
#include <algorithm>

namespace sluice {

namespace {

using namespace std::chrono_literals;

qint64 serverTime(const HttpResponse &response, const QDateTime &fallback) {
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(response.header("date")),
                                                   QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return fallback.toSecsSinceEpoch();
    return QDateTime(date.date(), date.time(), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

RateBudget::Duration RateBudget::reserve(Duration now) {
    const QMutexLocker lock(&m_mutex);
    while (!m_places.empty() && m_places.front() + 1h <= now)
        m_places.pop_front();
    Duration place = std::max(now, m_closedUntil);
    if (!m_places.empty())
        place = std::max(place, m_places.back());
    const std::size_t count = m_places.size();
    if (count >= m_limits.perMinute)
        place = std::max(place, m_places[count - m_limits.perMinute] + Duration(1min));
    if (count >= m_limits.perHour)
        place = std::max(place, m_places[count - m_limits.perHour] + Duration(1h));
    m_places.push_back(place);
    return place - now;
}

void RateBudget::learn(const HttpResponse &response, Duration now, const QDateTime &clockNow) {
    Duration closed{0};
    if (response.status == 429 && retryAfterOf(response) > 0)
        closed = std::chrono::seconds(retryAfterOf(response));
    bool hasRemaining = false, hasReset = false;
    const qint64 remaining = response.header("ratelimit-remaining").toLongLong(&hasRemaining);
    const qint64 reset = response.header("ratelimit-reset").toLongLong(&hasReset);
    if (hasRemaining && hasReset && remaining <= 0) {
        // The reset is the moment the oldest request leaves the window, so at most an hour away.
        const qint64 seconds = std::clamp<qint64>(reset - serverTime(response, clockNow), 1, 3600);
        closed = std::max(closed, Duration(std::chrono::seconds(seconds)));
    }
    const QMutexLocker lock(&m_mutex);
    if (closed > 0ms)
        m_closedUntil = std::max(m_closedUntil, now + std::min(closed, Duration(1h)));
}

std::shared_ptr<RateBudget> sharedRateBudget(const QUrl &endpoint, const QString &token, const Clock *clock) {
    static QMutex mutex;
    static QHash<QByteArray, std::weak_ptr<RateBudget>> budgets;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(endpoint.toEncoded());
    hash.addData("\n");
    hash.addData(token.toUtf8());
    // Places are times of one clock, so clocks cannot share them.
    const QByteArray key = hash.result() + QByteArray::number(reinterpret_cast<quintptr>(clock));
    const QMutexLocker lock(&mutex);
    std::shared_ptr<RateBudget> budget = budgets.value(key).lock();
    if (!budget) {
        budget = std::make_shared<RateBudget>();
        budgets.insert(key, budget);
    }
    return budget;
}

} // namespace sluice
