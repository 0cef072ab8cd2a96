#pragma once

#include "core/http/http.h"

#include <QCoreApplication>
#include <QList>

namespace sluice::test {

/// A scripted server: the first rule whose method and path prefix fit answers. A rule's last reply is repeated.
class FakeTransport : public HttpTransport {
public:
    using Reply = Result<HttpResponse>;
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    static HttpResponse json(const Json &body, int status = 200, const Headers &headers = {}) {
        return raw(toJsonText(body), status, headers);
    }
    static HttpResponse raw(const QByteArray &body, int status = 200, const Headers &headers = {}) {
        return {.status = status, .body = body, .requestId = QStringLiteral("req-1"), .headers = headers};
    }
    static Error failure(ErrorCode code, const QString &message = QStringLiteral("scripted failure")) {
        return {.code = code, .message = message};
    }

    /// Appends to the replies of this method and prefix; the replies are used in order.
    void on(const QByteArray &method, const QString &pathPrefix, const Reply &reply) {
        for (Rule &rule : m_rules) {
            if (rule.method == method && rule.prefix == pathPrefix) {
                rule.replies << reply;
                return;
            }
        }
        m_rules << Rule{method, pathPrefix, {reply}};
    }
    void on(const QByteArray &method, const QString &pathPrefix, const Json &body) {
        on(method, pathPrefix, Reply(json(body)));
    }

    QFuture<Reply> send(const HttpRequest &request) override {
        sent << request;
        for (Rule &rule : m_rules) {
            if (rule.method == request.method && request.path.startsWith(rule.prefix))
                return readyFuture<Reply>(rule.replies.size() > 1 ? rule.replies.takeFirst() : rule.replies.first());
        }
        return readyFuture<Reply>(json({{"id", "not_found"}, {"message", "nothing scripted for this path"}}, 404));
    }

    /// "POST /v2/vpcs", in order.
    QStringList lines() const {
        QStringList list;
        for (const HttpRequest &request : sent)
            list << QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
        return list;
    }
    QList<HttpRequest> sent;

private:
    struct Rule {
        QByteArray method;
        QString prefix;
        QList<Reply> replies;
    };
    QList<Rule> m_rules;
};

/// The value of a future that finishes by queued events of this thread (no clock involved).
template <class T>
bool settled(const QFuture<T> &future, int rounds = 50) {
    for (int i = 0; i < rounds && !future.isFinished(); ++i)
        QCoreApplication::processEvents();
    return future.isFinished();
}

} // namespace sluice::test
