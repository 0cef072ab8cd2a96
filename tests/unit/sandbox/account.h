#pragma once

#include "core/sandbox/api/api.h"

#include <QFloat16>
#include <QUrlQuery>

namespace sluice::sandbox::test {

struct Captured : Responder {
    void send(const ServerReply &r) override {
        reply = r;
        answered = true;
    }
    void reset() override { wasReset = true; }
    void sendTruncated(const ServerReply &r, int bytes) override {
        reply = r;
        reply.body = r.body.left(bytes);
        answered = truncated = true;
    }
    void drip(const ServerReply &r, int) override {
        reply = r;
        answered = dripped = true;
    }
    bool isOpen() const override { return true; }
    void startStream(const ServerReply &) override {}
    void stream(const QByteArray &) override {}
    void endStream() override {}
    ServerReply reply;
    bool answered = false, wasReset = false, truncated = false, dripped = false;
};

struct FakeKubernetes : KubernetesHook {
    QUrl serve(const QString &id) override {
        serving << id;
        return QUrl(QStringLiteral("https://127.0.0.1:6443"));
    }
    QByteArray caPem(const QString &) override { return "CA"; }
    QString issueToken(const QString &, int seconds, QDateTime *expires) override {
        lastLife = seconds;
        *expires = QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC);
        return QStringLiteral("kube-token");
    }
    void stop(const QString &id) override { serving.removeAll(id); }
    QStringList serving;
    int lastLife = 0;
};

/// A simulated account with a clock that stands still, called without a network.
struct Account {
    ManualClock clock;
    World world{&clock, 7};
    FakeKubernetes kubernetes;
    Hooks hooks{&kubernetes, nullptr};
    Api api{&world, &hooks, QStringLiteral("token-1")};
    QByteArray token = "token-1";
    ServerReply reply;
    int status = 0;
    std::shared_ptr<Captured> last;

    /// The body of the answer; `status` and `reply` tell the rest. Lets the clock run while an answer is being delayed.
    Json call(const QByteArray &method, const QString &target, const Json &body = nullptr,
              const QList<QPair<QByteArray, QByteArray>> &headers = {}) {
        ServerRequest request;
        request.method = method;
        request.target = target.toLatin1();
        request.path = target.section(QLatin1Char('?'), 0, 0);
        request.query = QUrlQuery(target.section(QLatin1Char('?'), 1)).queryItems(QUrl::FullyDecoded);
        request.headers = headers;
        request.headers.append(qMakePair(QByteArray("host"), QByteArray("sandbox.test")));
        if (!token.isEmpty())
            request.headers.append(qMakePair(QByteArray("authorization"), QByteArray("Bearer " + token)));
        if (body.is_string())
            request.body = QByteArray::fromStdString(body.get<std::string>());
        else if (!body.is_null())
            request.body = toJsonText(body);
        last = std::make_shared<Captured>();
        api.handle(request, last);
        if (!last->answered && !last->wasReset)
            clock.advance(std::chrono::seconds(2));
        reply = last->reply;
        status = last->answered ? reply.status : 0;
        const auto json = parseJson(reply.body);
        return json ? *json : Json();
    }
    Json get(const QString &target) { return call("GET", target); }
    Json post(const QString &target, const Json &body) { return call("POST", target, body); }
    QByteArray header(const QByteArray &name) const {
        for (const auto &[key, value] : reply.headers) {
            if (key == name)
                return value;
        }
        return {};
    }
    void pass(int seconds) { clock.advance(std::chrono::seconds(seconds)); }

    QString vpc(const char *name = "net", const char *range = "10.100.0.0/24", const char *region = "nyc3") {
        return jsonString(
            post(QStringLiteral("/v2/vpcs"), {{"name", name}, {"region", region}, {"ip_range", range}})["vpc"], "id");
    }
    Json droplet(const QString &vpcId, const char *name = "host", const Json &tags = Json::array()) {
        return post(QStringLiteral("/v2/droplets"), {{"name", name},
                                                     {"region", "nyc3"},
                                                     {"size", "s-2vcpu-4gb"},
                                                     {"image", "ubuntu-24-04-x64"},
                                                     {"vpc_uuid", vpcId.toStdString()},
                                                     {"tags", tags}});
    }
};

} // namespace sluice::sandbox::test
