#include "core/verify/pod_probe.h"

#include "core/base/random.h"
#include "core/base/words.h"
#include "core/verify/probe_script.h"

namespace sluice::verify {

namespace {

/// A fresh Route needs some time to reach the nodes' tables; undocumented, so bounded and probed (DIGITALOCEAN.md 3).
constexpr std::chrono::seconds kSettle{90};
constexpr std::chrono::seconds kPodDeadline{120};
constexpr std::chrono::seconds kPause{10};
constexpr std::chrono::seconds kLook{2};
constexpr const char *kImage = "curlimages/curl:8.10.1";

} // namespace

PodProbe::PodProbe(std::shared_ptr<kubernetes::Cluster> cluster, Clock *clock, const QString &node,
                   const QString &promised, const QStringList &services, QObject *parent)
    : QObject(parent)
    , m_cluster(std::move(cluster))
    , m_clock(clock)
    , m_promised(promised)
    , m_services(services) {
    m_facts.node = node;
}

void PodProbe::start() {
    m_settleUntil = m_clock->elapsed() + kSettle;
    create();
}

void PodProbe::cancel() {
    m_cancelled = true;
}

void PodProbe::create() {
    if (m_cancelled)
        return conclude();
    m_facts.podName = QStringLiteral("sluice-verify-%1").arg(randomLetters(8));
    m_facts.phase.clear();
    m_facts.waitingReason.clear();
    m_facts.error = {};
    ++m_facts.attempts;
    m_podStarted = m_clock->elapsed();
    m_podUntil = m_podStarted + kPodDeadline;
    kubernetes::PodSpec spec;
    spec.name = m_facts.podName;
    spec.image = QLatin1String(kImage);
    spec.command = {QStringLiteral("sh"), QStringLiteral("-c"), echoScript(m_services)};
    spec.nodeName = m_facts.node;
    m_cluster->createPod(spec).then(this, [this](const Status &created) {
        m_facts.created = created.has_value();
        if (created)
            return poll();
        m_facts.error = created.error();
        clean();
    });
}

void PodProbe::poll() {
    m_cluster->pod(m_facts.podName).then(this, [this](const Result<kubernetes::PodState> &state) {
        if (state) {
            m_facts.phase = state->phase;
            m_facts.waitingReason = state->waitingReason;
            if (state->finished())
                return read();
        } else {
            m_facts.error = state.error();
        }
        const bool unpullable = m_facts.waitingReason == QLatin1String("ImagePullBackOff") ||
                                m_facts.waitingReason == QLatin1String("ErrImagePull");
        if (m_cancelled || unpullable || m_clock->elapsed() > m_podUntil)
            return clean();
        m_clock->after(kLook, this, [this] { poll(); });
    });
}

void PodProbe::read() {
    m_cluster->podLog(m_facts.podName).then(this, [this](const Result<QString> &log) {
        if (log) {
            m_facts.error = {};
            QList<Evidence> before = m_facts.echo.evidence;
            m_facts.echo = parseEcho(*log);
            before.append({.command = QStringLiteral("pod %1 (%2): %3")
                                          .arg(m_facts.podName, QLatin1String(kImage), echoScript(m_services)),
                           .where = VerifyWords::tr("pod on node %1").arg(m_facts.node),
                           .output = evidenceText(*log),
                           .at = m_clock->now().toString(Qt::ISODateWithMs),
                           .milliseconds = (m_clock->elapsed() - m_podStarted).count()});
            m_facts.echo.evidence = before;
        } else {
            m_facts.error = log.error();
        }
        clean();
    });
}

void PodProbe::clean() {
    m_cluster->deletePod(m_facts.podName).then(this, [this](const Status &) {
        const auto agreed = m_facts.echo.agreed();
        const bool asPromised = agreed && agreed->toString() == m_promised;
        const bool canChange = m_facts.created && m_facts.waitingReason.isEmpty();
        if (!m_cancelled && !asPromised && canChange && m_clock->elapsed() + kPause < m_settleUntil) {
            m_clock->after(kPause, this, [this] { create(); });
            return;
        }
        conclude();
    });
}

void PodProbe::conclude() {
    Q_EMIT done();
}

} // namespace sluice::verify
