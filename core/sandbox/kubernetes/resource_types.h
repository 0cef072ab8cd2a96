#pragma once

#include "core/base/json.h"

#include <QList>

namespace sluice::sandbox {

/// One kind that the simulated API serves.
struct ResourceType {
    QString group, version, plural, singular, kind;
    QStringList shortNames;
    bool namespaced = true;
    QStringList categories;
    bool hasStatus = false; ///< a subresource of its own
    bool custom = false;    ///< defined by a CRD: no strategic merge patch, unconditional PUT refused

    /// metadata.generation is kept only where somebody compares it with what was observed.
    bool countsGenerations() const {
        return custom || group == QLatin1String("apps") || group.startsWith(QLatin1String("apiextensions"));
    }
    QString apiVersion() const { return group.isEmpty() ? version : group + QLatin1Char('/') + version; }
    /// "routes.networking.doks.digitalocean.com", or "pods" for the core group: as error texts name it.
    QString qualified() const { return group.isEmpty() ? plural : plural + QLatin1Char('.') + group; }
};

inline const QString kRouteGroup = QStringLiteral("networking.doks.digitalocean.com");
inline const QString kRouteFinalizer = QStringLiteral("networking.doks.digitalocean.com/routing-agent");
inline const QString kAgentLabel = QStringLiteral("c3.doks.digitalocean.com/component");

const QList<ResourceType> &resourceTypes();
/// The type of a plural in a group and version, or null.
const ResourceType *resourceType(const QString &group, const QString &version, const QString &plural);
const ResourceType &coreType(const char *plural);
/// Route; the same with namespaced = false where the world serves it cluster-wide.
const ResourceType &routeType();
const ResourceType &clusterRouteType();

} // namespace sluice::sandbox
