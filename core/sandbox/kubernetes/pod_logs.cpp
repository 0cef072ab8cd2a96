#include "core/sandbox/kubernetes/pod_logs.h"

#include "core/sandbox/kubernetes/kube_json.h"
#include "core/sandbox/kubernetes/kube_status.h"
#include "core/sandbox/kubernetes/kubelet.h"

#include <algorithm>

namespace sluice::sandbox {

namespace {

QByteArray shaped(const Json &note, const ServerRequest &request) {
    QByteArray text = jsonString(note, "output").toUtf8();
    bool isNumber = false;
    const int tail = request.queryValue(QStringLiteral("tailLines")).toInt(&isNumber);
    if (isNumber) {
        QList<QByteArray> lines = text.split('\n');
        const bool ended = text.endsWith('\n');
        if (ended)
            lines.removeLast();
        text = lines.mid(std::max<qsizetype>(0, lines.size() - tail)).join('\n') + (ended && tail > 0 ? "\n" : "");
    }
    if (request.queryValue(QStringLiteral("timestamps")) == QLatin1String("true") && !text.isEmpty()) {
        const QByteArray stamp = jsonString(note, "startedAt").toUtf8() + ' ';
        const bool ended = text.endsWith('\n');
        text = stamp + text.replace('\n', '\n' + stamp);
        if (ended)
            text.chop(stamp.size());
    }
    const int limit = request.queryValue(QStringLiteral("limitBytes")).toInt(&isNumber);
    return isNumber && limit > 0 ? text.left(limit) : text;
}

/// Ends a followed log when the container does, or when its pod goes.
void follow(ObjectStore *store, const QString &nameSpace, const QString &name, const ServerRequest &request,
            const std::shared_ptr<Responder> &responder) {
    responder->startStream({.contentType = "text/plain"});
    auto *waiter = new QObject(store);
    const auto look = [store, nameSpace, name, request, responder, waiter] {
        const Json note = store->note(logNote(nameSpace, name));
        const bool gone = !store->find(coreType("pods"), nameSpace, name);
        if (!gone && responder->isOpen() && !jsonBool(note, "done"))
            return;
        if (!gone)
            responder->stream(shaped(note, request));
        responder->endStream();
        waiter->disconnect();
        waiter->deleteLater();
        QObject::disconnect(store, nullptr, waiter, nullptr);
    };
    QObject::connect(store, &ObjectStore::changed, waiter, look);
    look();
}

} // namespace

void answerPodLog(ObjectStore *store, const QString &nameSpace, const QString &name, const ServerRequest &request,
                  const std::shared_ptr<Responder> &responder) {
    const KubeObject *pod = store->find(coreType("pods"), nameSpace, name);
    if (!pod)
        return responder->send(failureReply(notFound(coreType("pods"), name)));
    const Json &containers = jsonMember(jsonAt(pod->body, {"spec"}), "containers");
    const QString first = containers.empty() ? QString() : textAt(containers[0], {"name"});
    const QString wanted = request.queryValue(QStringLiteral("container"), first);
    if (std::none_of(containers.begin(), containers.end(),
                     [&wanted](const Json &c) { return textAt(c, {"name"}) == wanted; }))
        return responder->send(
            failureReply(badRequest(QStringLiteral("container %1 is not valid for pod %2").arg(wanted, name))));
    const Json &statuses = jsonMember(jsonAt(pod->body, {"status"}), "containerStatuses");
    const Json &waiting = statuses.empty() ? jsonAt({}, {"none"}) : jsonAt(statuses[0], {"state", "waiting"});
    const Json note = store->note(logNote(nameSpace, name));
    if (note.empty() && (statuses.empty() || !waiting.is_null())) {
        const QString reason = textAt(waiting, {"reason"});
        const QString text = reason.contains(QLatin1String("ImagePull"))
                                 ? QStringLiteral("trying and failing to pull image")
                             : reason.isEmpty() ? QStringLiteral("ContainerCreating")
                                                : reason;
        return responder->send(failureReply(badRequest(
            QStringLiteral("container \"%1\" in pod \"%2\" is waiting to start: %3").arg(wanted, name, text))));
    }
    if (request.queryValue(QStringLiteral("follow")) == QLatin1String("true") && !jsonBool(note, "done"))
        return follow(store, nameSpace, name, request, responder);
    responder->send(
        {.contentType = "text/plain", .body = jsonBool(note, "done") ? shaped(note, request) : QByteArray()});
}

} // namespace sluice::sandbox
