#include "core/sandbox/http_connection.h"

#include <QDateTime>
#include <QLocale>
#include <QSslSocket>
#include <QUrlQuery>
#include <algorithm>
#include <boost/beast/http.hpp>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace sluice::sandbox {

namespace http = boost::beast::http;

namespace {

constexpr std::uint32_t kHeaderLimit = 64 * 1024;
constexpr std::uint64_t kBodyLimit = 16 * 1024 * 1024;

QByteArray view(const auto &text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// Outlives its connection without harm; an answer that was never given becomes a 500, so that no client hangs on a
/// defect.
class ConnectionResponder final : public Responder {
public:
    explicit ConnectionResponder(HttpConnection *connection)
        : m_connection(connection) {}
    ~ConnectionResponder() override {
        if (!m_used)
            send({.status = 500, .body = R"({"id":"server_error","message":"The sandbox gave no answer."})"});
    }
    void send(const ServerReply &reply) override {
        if (HttpConnection *c = take())
            c->answer(reply);
    }
    void reset() override {
        if (HttpConnection *c = take())
            c->reset();
    }
    void sendTruncated(const ServerReply &reply, int bytes) override {
        if (HttpConnection *c = take())
            c->truncate(reply, bytes);
    }
    void drip(const ServerReply &reply, int bytesPerSecond) override {
        if (HttpConnection *c = take())
            c->drip(reply, bytesPerSecond);
    }
    bool isOpen() const override { return m_connection && m_connection->isOpen(); }
    void startStream(const ServerReply &reply) override {
        if (HttpConnection *c = take()) {
            m_streaming = true;
            c->startStream(reply);
        }
    }
    void stream(const QByteArray &bytes) override {
        if (m_streaming && m_connection)
            m_connection->stream(bytes);
    }
    void endStream() override {
        if (std::exchange(m_streaming, false) && m_connection)
            m_connection->endStream();
    }

private:
    HttpConnection *take() { return std::exchange(m_used, true) ? nullptr : m_connection.data(); }
    QPointer<HttpConnection> m_connection;
    bool m_used = false, m_streaming = false;
};

} // namespace

struct HttpConnection::Parser {
    http::request_parser<http::string_body> parser;
    Parser() {
        parser.header_limit(kHeaderLimit);
        parser.body_limit(kBodyLimit);
        parser.eager(true);
    }
};

HttpConnection::HttpConnection(std::unique_ptr<QTcpSocket> socket, HttpServer::Handler handler,
                               std::chrono::milliseconds idleTimeout, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_handler(std::move(handler))
    , m_parser(std::make_unique<Parser>()) {
    m_socket->setReadBufferSize(256 * 1024);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTimeout);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        m_socket->abort();
        deleteLater();
    });
    m_idle.start();
    if (auto *ssl = qobject_cast<QSslSocket *>(m_socket.get())) {
        connect(ssl, &QSslSocket::errorOccurred, this, [this] {
            if (!isOpen())
                deleteLater();
        });
        ssl->startServerEncryption();
    }
}

HttpConnection::~HttpConnection() {
    m_socket->disconnect(this);
    m_socket->abort();
}

void HttpConnection::read() {
    while (!m_busy && !m_closing) {
        if (m_buffer.isEmpty() || m_starved) {
            const QByteArray fresh = m_socket->readAll();
            if (fresh.isEmpty())
                return;
            m_buffer += fresh;
        }
        boost::system::error_code failure;
        auto &parser = m_parser->parser;
        const std::size_t used =
            parser.put(boost::asio::buffer(m_buffer.constData(), static_cast<std::size_t>(m_buffer.size())), failure);
        m_buffer.remove(0, static_cast<qsizetype>(used));
        if (failure == http::error::header_limit || m_buffer.size() > static_cast<qsizetype>(kHeaderLimit + kBodyLimit))
            return refuse(431, "Request Header Fields Too Large");
        if (failure == http::error::body_limit)
            return refuse(413, "Content Too Large");
        if (failure && failure != http::error::need_more)
            return refuse(400, "Bad Request");
        if (parser.is_header_done() && !parser.is_done() && !m_continued &&
            boost::beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            m_continued = true;
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        m_starved = failure == http::error::need_more || used == 0;
        if (parser.is_done())
            dispatch();
    }
}

void HttpConnection::refuse(int status, const char *text) {
    m_closing = true;
    m_keepAlive = false;
    Q_UNUSED(text);
    answer({.status = status, .body = R"({"id":"bad_request","message":"The request is not acceptable HTTP."})"});
}

void HttpConnection::dispatch() {
    const auto &message = m_parser->parser.get();
    ServerRequest request;
    request.method = view(message.method_string());
    request.target = view(message.target());
    const qsizetype mark = request.target.indexOf('?');
    request.path = QString::fromLatin1(request.target.left(mark < 0 ? request.target.size() : mark));
    if (mark >= 0) {
        QByteArray text = request.target.mid(mark + 1);
        text.replace('+', "%20"); // form encoding, as Go's url.Values writes it
        const QUrlQuery query(QString::fromLatin1(text));
        request.query = query.queryItems(QUrl::FullyDecoded);
    }
    for (const auto &field : message)
        request.headers.append({view(field.name_string()).toLower(), view(field.value())});
    request.body = view(message.body());
    m_keepAlive = message.keep_alive();
    m_head = message.method() == http::verb::head;
    m_parser = std::make_unique<Parser>();
    m_starved = m_continued = false;
    m_busy = true;
    m_idle.stop();
    auto responder = std::make_shared<ConnectionResponder>(this);
    if (m_handler) {
        // A copy: the handler may answer at once, and the answer may end this connection.
        const HttpServer::Handler handler = m_handler;
        handler(request, std::move(responder));
    }
}

QByteArray HttpConnection::head(const ServerReply &reply, bool chunked) const {
    const auto reason = http::obsolete_reason(static_cast<http::status>(reply.status));
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + view(reason) + "\r\n";
    const bool bodiless = reply.status == 204 || reply.status == 304 || reply.status < 200;
    if (!bodiless) {
        // 202 without a body (a NAT gateway's delete) has no type either; clients would parse nothing as JSON.
        if (chunked || !reply.body.isEmpty())
            text += "Content-Type: " + reply.contentType + "\r\n";
        text += chunked ? QByteArray("Transfer-Encoding: chunked\r\n")
                        : "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    }
    // What a client compares its own clock with (RFC 9110, 6.6.1).
    text += "Date: " +
            QLocale::c()
                .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                .toLatin1() +
            "\r\n";
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    text += m_keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

void HttpConnection::answer(const ServerReply &reply) {
    if (!isOpen())
        return;
    m_socket->write(head(reply));
    if (!m_head && reply.status != 204 && reply.status != 304)
        m_socket->write(reply.body);
    finish();
}

void HttpConnection::finish() {
    m_busy = false;
    m_head = false;
    if (!m_keepAlive) {
        m_closing = true;
        m_socket->disconnectFromHost();
        return;
    }
    m_idle.start();
    // Not from here: a handler that answers at once would recurse once per pipelined request.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::reset() {
    const linger hard{.l_onoff = 1, .l_linger = 0};
    setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&hard), sizeof hard);
    m_closing = true;
    m_socket->abort();
    deleteLater();
}

void HttpConnection::truncate(const ServerReply &reply, int bytes) {
    m_keepAlive = false;
    m_socket->write(head(reply));
    m_socket->write(reply.body.left(std::min<qsizetype>(bytes, std::max<qsizetype>(0, reply.body.size() - 1))));
    finish();
}

void HttpConnection::drip(const ServerReply &reply, int bytesPerSecond) {
    m_socket->write(head(reply));
    m_dripping = m_head ? QByteArray() : reply.body;
    const int slice = std::max(1, bytesPerSecond / 10);
    connect(&m_dripTimer, &QTimer::timeout, this, [this, slice] {
        if (m_dripping.isEmpty()) {
            m_dripTimer.stop();
            m_dripTimer.disconnect(this);
            return finish();
        }
        m_socket->write(m_dripping.left(slice));
        m_dripping.remove(0, slice);
    });
    m_dripTimer.start(std::max(1, 1000 * slice / std::max(1, bytesPerSecond)));
}

void HttpConnection::startStream(const ServerReply &reply) {
    if (!isOpen())
        return;
    m_socket->write(head(reply, true));
    if (!reply.body.isEmpty())
        stream(reply.body);
}

void HttpConnection::stream(const QByteArray &bytes) {
    if (isOpen() && !bytes.isEmpty())
        m_socket->write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void HttpConnection::endStream() {
    if (!isOpen())
        return;
    m_socket->write("0\r\n\r\n");
    finish();
}

} // namespace sluice::sandbox
