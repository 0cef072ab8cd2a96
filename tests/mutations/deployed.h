#pragma once

#include "tests/integration/programs.h"

#include <functional>

namespace sluice::test {

/// A healthy deployment on a sandbox in another process, and the hands of somebody who breaks it from outside.
class Deployed {
public:
    /// Applies the reference's input with three nodes; false when that does not end in a pass. SLUICE_FABRIC=netns: on
    /// real namespaces, which there are in the lab's capsule only (tests/lab).
    bool start();
    /// Until the simulated network follows what was done to it; real namespaces take a moment.
    void settle();

    /// Verifies by `sluicectl verify`; the document.
    CtlResult verify();
    CtlResult run(const QStringList &command) { return m_ctl->run(command); }
    /// Variables of the commands from now on, beside the usual ones.
    void environment(const QMap<QString, QString> &variables) { m_ctl->setVariables(variables); }
    CtlResult remedy(const QString &action);

    /// See sandbox Admin: members of one object.
    void set(const char *kind, const QString &name, const Json &members);
    /// A switch of the sandbox; null takes it away.
    void flip(const QString &name, const Json &value);
    /// Typed on a droplet ("bastion" or "droplet") by somebody with access.
    void type(const QString &role, const QString &command);
    /// A call of the public API, as another tool would make it.
    Json api(const QByteArray &method, const QString &path, const Json &body = nullptr);
    /// A call of the cluster's own API, as kubectl would make it.
    void kube(const QByteArray &method, const QString &path);

    QString output(const char *name) const { return jsonString(m_outputs, name); }
    QString idOf(const QString &role) const { return m_ids.value(role); }
    QStringList nodes() const { return m_nodes; }
    /// The router on a droplet's public side.
    QString routerOf(const QString &role);
    /// The answer of the API before anything was broken, to put it back: "firewalls/<id>".
    Json firewall(const QString &name);
    SandboxProcess &sandbox() { return m_sandbox; }
    /// What went wrong while breaking or mending; a broken test is not a result.
    QString problem;

private:
    void expect(const QString &what, bool good, const Json &answer);

    SandboxProcess m_sandbox;
    std::unique_ptr<Ctl> m_ctl;
    Json m_outputs;
    QMap<QString, QString> m_ids;
    QStringList m_nodes;
};

} // namespace sluice::test
