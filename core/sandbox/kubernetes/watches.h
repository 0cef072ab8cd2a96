#pragma once

#include "core/sandbox/http_server.h"
#include "core/sandbox/kubernetes/object_store.h"
#include "core/sandbox/kubernetes/selectors.h"

namespace sluice::sandbox {

/// What one watch is about.
struct WatchRequest {
    const ResourceType *type = nullptr;
    QString nameSpace;
    Selector selector;
    qint64 version = 0;      ///< changes after this one; 0 = everything there first
    bool bookmarks = false;  ///< allowWatchBookmarks
    bool initialEnd = false; ///< sendInitialEvents: a bookmark ends the first part
    bool table = false;
    QString includeObject;
    int timeoutSeconds = 0; ///< 0 = 30 minutes
};

/// The open watches of one cluster: a line of JSON for every change that concerns them.
class Watches : public QObject {
    Q_OBJECT
public:
    Watches(ObjectStore *store, QObject *parent = nullptr);
    void open(const WatchRequest &request, std::shared_ptr<Responder> responder);

private:
    struct Watch {
        quint64 id = 0;
        WatchRequest request;
        std::shared_ptr<Responder> responder;
    };
    void send(const Watch &watch, const ObjectStore::Change &change) const;
    void write(const Watch &watch, const QString &type, const Json &object) const;
    void spread(const ObjectStore::Change &change);
    void close(quint64 id);

    ObjectStore *m_store;
    QList<Watch> m_watches;
    quint64 m_next = 0;
};

} // namespace sluice::sandbox
