#pragma once

#include "core/base/words.h"
#include "core/digitalocean/api.h"

#include <optional>

namespace sluice::digitalocean {

/// What every caller shares who uses one token: transport stack (logging, retry, rate budget 250/min and 5000/h) and
/// the endpoint. `send` gives a parsed JSON document of any 2xx reply (an empty body becomes an empty object), or an
/// Error with everything errorFromReply knows. Thread-affine.
class Client : public QObject {
    Q_OBJECT
public:
    struct Options {
        QUrl endpoint{QStringLiteral("https://api.digitalocean.com")}; ///< http:// is accepted for loopback only.
        QString token;
        Clock *clock = nullptr; ///< required; outlives the client
    };
    /// InvalidInput when the endpoint is not https (or loopback http).
    static Result<std::shared_ptr<Client>> open(const Options &options);
    /// For tests: any transport that answers for the API.
    Client(std::unique_ptr<HttpTransport> transport, Clock *clock);
    ~Client() override;

    QFuture<Result<Json>> send(const HttpRequest &request);
    /// Follows `links.pages.next` up to `maxPages`; the parser is one of api.h's parseList functions.
    template <class T>
    QFuture<Result<QList<T>>> listAll(const HttpRequest &first, Result<Page<T>> (*parse)(const Json &),
                                      int maxPages = 50) {
        Promise<Result<QList<T>>> promise;
        nextPage<T>(first, parse, maxPages, {}, promise);
        return promise.future();
    }
    /// Requests sent (every attempt counts), for `api_calls`.
    int calls() const;
    /// Where simulated public addresses are served: a loopback URL that a sandbox announces by the response header
    /// `x-sluice-dial`. Empty on any endpoint that is not loopback. Known after the first reply.
    QUrl dialUrl() const;
    Clock *clock() const { return m_clock; }
    /// How far this machine's clock is ahead of the API's, by the Date of its last reply; negative when it is behind,
    /// 0 when they agree within the second that a Date tells. Nothing before the first reply that has one.
    std::optional<std::chrono::seconds> clockAhead() const;

Q_SIGNALS:
    /// One line per finished call for the activity log; nothing secret. `status` 0 = no reply.
    void called(const QString &method, const QString &path, int status, const QString &requestId, int milliseconds,
                const QString &note);

private:
    void attempt(const HttpRequest &request, int number, const Promise<Result<Json>> &promise);
    template <class T>
    void nextPage(const HttpRequest &request, Result<Page<T>> (*parse)(const Json &), int pagesLeft, QList<T> soFar,
                  Promise<Result<QList<T>>> promise) {
        send(request).then(this, [this, parse, pagesLeft, soFar, promise](const Result<Json> &reply) mutable {
            if (!reply)
                return promise.finish(reply.error());
            const Result<Page<T>> page = parse(*reply);
            if (!page)
                return promise.finish(page.error());
            soFar += page->items;
            if (page->next.isEmpty())
                return promise.finish(std::move(soFar));
            if (pagesLeft <= 1)
                return promise.finish(
                    Error{.code = ErrorCode::Malformed, .message = CloudWords::tr("The list never ends")});
            nextPage<T>(HttpRequest::get(page->next), parse, pagesLeft - 1, std::move(soFar), promise);
        });
    }
    struct Private;
    std::unique_ptr<Private> d;
    Clock *m_clock;
};

} // namespace sluice::digitalocean
