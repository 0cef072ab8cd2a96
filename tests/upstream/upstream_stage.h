#pragma once

#include "tests/upstream/stage.h"

#include "core/http/qnam_transport.h"
#include "core/kubernetes/kubernetes.h"
#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/certificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace sluice::upstream {

/// The upstream programs: from SLUICE_KUBE_APISERVER and SLUICE_ETCD, else from PATH; empty when not there.
struct Programs {
    QString apiServer, etcd;
    static Programs find();
};

/// An upstream kube-apiserver on its own etcd, both on loopback and in a folder that goes with it. There is no
/// scheduler, controller or kubelet: what those would write, this writes.
class UpstreamStage final : public Stage {
public:
    explicit UpstreamStage(bool namespaced)
        : m_namespaced(namespaced) {}
    ~UpstreamStage() override;
    /// Empty when the server is ready; else what went wrong.
    QString start(const Programs &programs);
    kubernetes::Credentials credentials(Who who) const;

    bool isUpstream() const override { return true; }
    std::unique_ptr<HttpTransport> connect(Who who) override;
    Clock *clock() override { return &m_clock; }
    void acceptLate() override { m_lateCounts = true; }
    void addNodesAndAgent() override;
    void serveRoutes() override;
    void agentTakes(const QString &route) override;
    void agentReleases(const QString &route) override;
    void removeServiceAccount() override {}
    void addServiceAccount() override;
    void podCannotPull(const QString &pod) override;
    void podSucceeds(const QString &pod, const QByteArray &log) override;
    void podIsGone(const QString &pod) override;

private:
    QString startEtcd(const QString &program);
    QString startApiServer(const QString &program);
    Status openssl(const QStringList &arguments) const;
    bool write(const QString &name, const QByteArray &text) const;
    QByteArray tail(const QString &log) const;
    void call(const QByteArray &method, const QString &path, const Json &body = nullptr,
              const char *contentType = "application/json");
    QString routePath(const QString &route) const;
    void patchPod(const QString &pod, const Json &status);
    void startWebhook();
    void startKubelet();

    const bool m_namespaced;
    bool m_lateCounts = false;
    QTemporaryDir m_folder;
    ScaledClock m_clock;
    QProcess m_etcd, m_apiServer;
    quint16 m_etcdPort = 0, m_port = 0;
    std::unique_ptr<sandbox::HttpServer> m_webhook, m_kubelet;
    QByteArray m_podLog;
};

} // namespace sluice::upstream
