#pragma once

#include "core/http/http.h"

#include <QFile>
#include <QUrl>
#include <functional>

/// What a client asked and a server answered, kept in a file that people can read.
namespace sluice::upstream {

struct Exchange {
    QString step; ///< of the story
    QByteArray method;
    QString path;
    Json request; ///< null when there was no body
    int status = 0;
    QString contentType;
    Json response; ///< a text that is not JSON is a JSON string
    bool onlyUpstream = false;

    QString line() const {
        return step + QStringLiteral(": ") + QString::fromLatin1(method) + QLatin1Char(' ') + path +
               QStringLiteral(" -> ") + QString::number(status);
    }
};

class Tape {
public:
    /// How often something is asked again is chance: then the last answer (of a status) stands for all.
    enum class Keep { All, LastOfStatus, Last };

    QList<Exchange> exchanges;
    QString step;
    bool onlyUpstream = false;
    Keep keep = Keep::All;

    void add(Exchange exchange) {
        exchange.step = step;
        exchange.onlyUpstream = onlyUpstream;
        if (keep != Keep::All && !exchanges.isEmpty()) {
            const Exchange &last = exchanges.last();
            if (m_keptSince < exchanges.size() && last.method == exchange.method && last.path == exchange.path &&
                (keep == Keep::Last || last.status == exchange.status))
                exchanges.removeLast();
        }
        exchanges << exchange;
    }
    /// What is on the tape already stays whatever comes.
    void setKeep(Keep value) {
        keep = value;
        m_keptSince = exchanges.size();
    }

    bool save(const QString &file) const {
        Json list = Json::array();
        for (const Exchange &one : exchanges) {
            Json entry = {{"step", one.step.toStdString()},
                          {"method", one.method.toStdString()},
                          {"path", one.path.toStdString()},
                          {"status", one.status},
                          {"contentType", one.contentType.toStdString()},
                          {"response", one.response}};
            if (!one.request.is_null())
                entry["request"] = one.request;
            if (one.onlyUpstream)
                entry["onlyUpstream"] = true;
            list.push_back(std::move(entry));
        }
        QFile out(file);
        return out.open(QIODevice::WriteOnly) && out.write(toJsonText(list, 1) + '\n') > 0;
    }

    static Result<Tape> load(const QString &file) {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly))
            return Error{.code = ErrorCode::NotFound, .message = QStringLiteral("There is no ") + file};
        const Result<Json> list = parseJson(in.readAll());
        if (!list)
            return list.error();
        Tape tape;
        for (const Json &entry : *list)
            tape.exchanges << Exchange{.step = jsonString(entry, "step"),
                                       .method = jsonString(entry, "method").toLatin1(),
                                       .path = jsonString(entry, "path"),
                                       .request = entry.contains("request") ? entry["request"] : Json(nullptr),
                                       .status = static_cast<int>(jsonInt(entry, "status")),
                                       .contentType = jsonString(entry, "contentType"),
                                       .response = entry["response"],
                                       .onlyUpstream = jsonBool(entry, "onlyUpstream")};
        return tape;
    }

private:
    qsizetype m_keptSince = 0;
};

inline Json bodyOf(const QByteArray &text) {
    if (text.isEmpty())
        return nullptr;
    const Result<Json> json = parseJson(text);
    return json && !json->is_primitive() ? *json : Json(text.toStdString());
}

/// Writes down what passes. `before` may act ahead of a request, once it is asked for.
class RecordingTransport final : public HttpTransport {
public:
    RecordingTransport(std::unique_ptr<HttpTransport> inner, Tape *tape)
        : m_inner(std::move(inner))
        , m_tape(tape) {}

    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override {
        if (m_before && request.method == m_method) {
            const auto act = std::exchange(m_before, nullptr);
            act();
        }
        Promise<Result<HttpResponse>> promise;
        m_inner->send(request).then(this, [this, request, promise](const Result<HttpResponse> &reply) {
            m_tape->add({.step = {},
                         .method = request.method,
                         .path = request.path,
                         .request = bodyOf(request.body),
                         .status = reply ? reply->status : 0,
                         .contentType = reply ? QString::fromLatin1(reply->header("content-type")) : QString(),
                         .response = reply ? bodyOf(reply->body) : Json(nullptr)});
            promise.finish(reply);
        });
        return promise.future();
    }
    void beforeNext(const QByteArray &method, const std::function<void()> &act) {
        m_method = method;
        m_before = act;
    }

private:
    std::unique_ptr<HttpTransport> m_inner;
    Tape *m_tape;
    QByteArray m_method;
    std::function<void()> m_before;
};

/// Gives the answers of a tape, in order, to the questions that are on it; any other question ends the test.
class PlayingTransport final : public HttpTransport {
public:
    PlayingTransport(const Tape *tape, qsizetype *place)
        : m_tape(tape)
        , m_place(place) {}

    QFuture<Result<HttpResponse>> send(const HttpRequest &request) override {
        const QString asked = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
        if (*m_place >= m_tape->exchanges.size())
            qFatal("not on the tape: %s after its end", qPrintable(asked));
        const Exchange &next = m_tape->exchanges.at((*m_place)++);
        if (request.method != next.method || request.path != next.path || bodyOf(request.body) != next.request)
            qFatal("not on the tape: %s %s\nwhich goes on with %s %s", qPrintable(asked), request.body.constData(),
                   qPrintable(next.line()), toJsonText(next.request).constData());
        const QByteArray body = next.response.is_null() ? QByteArray()
                                : next.response.is_string()
                                    ? QByteArray::fromStdString(next.response.get<std::string>())
                                    : toJsonText(next.response);
        return readyFuture(Result<HttpResponse>(HttpResponse{
            .status = next.status, .body = body, .headers = {{"content-type", next.contentType.toLatin1()}}}));
    }

private:
    const Tape *m_tape;
    qsizetype *m_place;
};

} // namespace sluice::upstream
