#include "core/digitalocean/client.h"

#include "core/base/words.h"
#include "core/digitalocean/reader.h"
#include "core/http/budget_transport.h"
#include "core/http/endpoint.h"
#include "core/http/logging_transport.h"
#include "core/http/qnam_transport.h"
#include "core/http/retrying_transport.h"

#include <QLocale>

namespace sluice::digitalocean {

namespace {

/// An HTTP date (RFC 9110, 5.6.7), of the one form that servers may write.
std::optional<QDateTime> timeOf(const QByteArray &date) {
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// A Date is cut to whole seconds and was on its way: what is less than two seconds is no difference.
std::chrono::seconds aheadOf(const QDateTime &told, const QDateTime &here) {
    const std::chrono::seconds difference(told.secsTo(here));
    return std::chrono::abs(difference) < std::chrono::seconds(2) ? std::chrono::seconds(0) : difference;
}

} // namespace

struct Client::Private {
    QUrl endpoint;
    QUrl dial;
    std::optional<std::chrono::seconds> clockAhead;
    LoggingTransport *logging = nullptr; ///< inside `transport`
    std::unique_ptr<HttpTransport> transport;
};

Result<std::shared_ptr<Client>> Client::open(const Options &options) {
    auto network = QnamTransport::open({.baseUrl = options.endpoint, .token = options.token, .clock = options.clock});
    if (!network)
        return network.error();
    auto logging = std::make_unique<LoggingTransport>(std::move(*network), options.clock);
    LoggingTransport *counter = logging.get();
    auto budget = std::make_unique<BudgetTransport>(std::move(logging), options.clock,
                                                    sharedRateBudget(options.endpoint, options.token, options.clock));
    auto client =
        std::make_shared<Client>(std::make_unique<RetryingTransport>(std::move(budget), options.clock), options.clock);
    // Below the retries, so that every attempt is counted and seen.
    disconnect(client->d->logging, nullptr, client.get(), nullptr);
    client->d->logging = counter;
    connect(counter, &LoggingTransport::called, client.get(), &Client::called);
    client->d->endpoint = options.endpoint;
    return client;
}

Client::Client(std::unique_ptr<HttpTransport> transport, Clock *clock)
    : d(std::make_unique<Private>())
    , m_clock(clock) {
    auto logging = std::make_unique<LoggingTransport>(std::move(transport), clock);
    d->logging = logging.get();
    d->transport = std::move(logging);
    d->endpoint = Options().endpoint;
    connect(d->logging, &LoggingTransport::called, this, &Client::called);
}

Client::~Client() = default;

int Client::calls() const {
    return d->logging->calls();
}

QUrl Client::dialUrl() const {
    return d->dial;
}

QFuture<Result<Json>> Client::send(const HttpRequest &request) {
    Promise<Result<Json>> promise;
    attempt(request, 1, promise);
    return promise.future();
}

std::optional<std::chrono::seconds> Client::clockAhead() const {
    return d->clockAhead;
}

void Client::attempt(const HttpRequest &request, int number, const Promise<Result<Json>> &promise) {
    d->transport->send(request).then(this, [this, request, number, promise](const Result<HttpResponse> &reply) {
        const QString where =
            QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path.section(QLatin1Char('?'), 0, 0);
        if (!reply) {
            Error error = reply.error();
            error.path = where;
            return promise.finish(error);
        }
        if (const QUrl dial(QString::fromLatin1(reply->header("x-sluice-dial")), QUrl::StrictMode);
            !dial.isEmpty() && isLoopback(d->endpoint) && isLoopback(dial))
            d->dial = dial;
        if (const auto told = timeOf(reply->header("date")))
            d->clockAhead = aheadOf(*told, m_clock->now());
        if (reply->status < 200 || reply->status >= 300)
            return promise.finish(errorFromReply(request.method, request.path, *reply));
        Result<Json> json = reply->body.trimmed().isEmpty() ? Result<Json>(Json::object()) : parseJson(reply->body);
        if (json) {
            if (const Status next = checkNext(*json, d->endpoint); !next) {
                Error error = next.error();
                error.path = where;
                return promise.finish(error);
            }
            return promise.finish(std::move(json));
        }
        // Garbage under a 200 is a broken middle box: worth one more look where looking is free.
        if (request.method == "GET" && number == 1)
            return m_clock->after(std::chrono::seconds(1), this,
                                  [this, request, promise] { attempt(request, 2, promise); });
        Error error = json.error();
        error.path = where;
        error.httpStatus = reply->status;
        error.requestId = reply->requestId;
        if (request.method == "POST") {
            error.code = ErrorCode::UnknownOutcome;
            error.message = CloudWords::tr("DigitalOcean accepted the request, but its answer cannot be read.");
            error.remedy = CloudWords::tr("Look whether the object exists before creating it again.");
        } else {
            error.message = CloudWords::tr("DigitalOcean's answer cannot be read: %1.").arg(error.message);
            error.remedy = CloudWords::tr("Try again.");
        }
        promise.finish(error);
    });
}

} // namespace sluice::digitalocean
