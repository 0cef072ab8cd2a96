#pragma once

#include <QIODevice>

namespace sluice {

/// A request body that can be read exactly once. QNetworkAccessManager silently sends a request again (up to three
/// times) when the connection breaks before the reply; with a body that refuses reset() it cannot, so a POST is never
/// doubled.
class OnceDevice final : public QIODevice {
public:
    OnceDevice(const QByteArray &data, QObject *parent)
        : QIODevice(parent)
        , m_data(data) {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at >= m_data.size(); }
    qint64 bytesAvailable() const override { return m_data.size() - m_at; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *to, qint64 most) override {
        const qint64 count = qMin(most, m_data.size() - m_at);
        if (count <= 0)
            return -1;
        memcpy(to, m_data.constData() + m_at, static_cast<size_t>(count));
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_at = 0;
};

} // namespace sluice
