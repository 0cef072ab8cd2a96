#pragma once

#include "core/sandbox/http_server.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace sluice::sandbox {

/// One accepted connection: reads requests one at a time, so pipelined ones are answered in order.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    HttpConnection(std::unique_ptr<QTcpSocket> socket, HttpServer::Handler handler,
                   std::chrono::milliseconds idleTimeout, QObject *parent);
    ~HttpConnection() override;

    bool isOpen() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    void answer(const ServerReply &reply);
    void reset();
    void truncate(const ServerReply &reply, int bytes);
    void drip(const ServerReply &reply, int bytesPerSecond);
    void startStream(const ServerReply &reply);
    void stream(const QByteArray &bytes);
    void endStream();

private:
    void read();
    void refuse(int status, const char *text);
    void dispatch();
    void finish();
    QByteArray head(const ServerReply &reply, bool chunked = false) const;

    struct Parser;
    std::unique_ptr<QTcpSocket> m_socket;
    HttpServer::Handler m_handler;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_buffer;
    QTimer m_idle, m_dripTimer;
    QByteArray m_dripping;
    bool m_busy = false, m_keepAlive = true, m_head = false, m_closing = false, m_starved = false, m_continued = false;
};

} // namespace sluice::sandbox
