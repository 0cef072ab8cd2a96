#pragma once

#include "core/digitalocean/types.h"
#include "core/http/http.h"

/// Pure functions: a request out of a value, a value out of a reply. No network, no state; unit-tested as values.
/// One .cpp per resource. Parsers take the whole reply document and fail with Malformed when a required member is
/// missing.
namespace sluice::digitalocean {

template <class T>
struct Page {
    QList<T> items;
    QString next; ///< Relative path of the next page, empty on the last. A next link to another host is refused
                  ///< (Malformed).
};

namespace account {
HttpRequest get();
Result<Account> parse(const Json &reply);
} // namespace account
namespace regions {
HttpRequest list();
Result<Page<Region>> parseList(const Json &reply);
} // namespace regions
namespace sizes {
HttpRequest list();
Result<Page<Size>> parseList(const Json &reply);
} // namespace sizes
namespace images {
HttpRequest listDistributions();
Result<Page<Image>> parseList(const Json &reply);
} // namespace images
namespace sshkeys {
HttpRequest create(const QString &name, const QString &publicKey);
HttpRequest get(const QString &idOrFingerprint);
HttpRequest list();
HttpRequest destroy(const QString &id);
Result<SshKey> parse(const Json &reply);
Result<Page<SshKey>> parseList(const Json &reply);
/// MD5 fingerprint of an OpenSSH public key line, as the API writes it; InvalidInput when it is not one.
Result<QString> fingerprintOf(const QString &publicKey);
} // namespace sshkeys
namespace vpcs {
struct Create {
    QString name, region, ipRange, description;
};
HttpRequest create(const Create &spec);
HttpRequest get(const QString &id);
HttpRequest list();
HttpRequest members(const QString &id);
HttpRequest destroy(const QString &id);
Result<Vpc> parse(const Json &reply);
Result<Page<Vpc>> parseList(const Json &reply);
Result<Page<VpcMember>> parseMembers(const Json &reply);
} // namespace vpcs
namespace natgateways {
struct Create {
    QString name, region, vpcId;
    int size = 1;
    bool defaultGateway = false;
};
HttpRequest create(const Create &spec);
/// Makes `gateway` as large as `size`. A PUT replaces the whole object: everything else is sent as it was read.
/// The official document's example keeps both addresses over such a change.
HttpRequest resize(const NatGateway &gateway, int size);
HttpRequest get(const QString &id);
HttpRequest list();
HttpRequest destroy(const QString &id);
Result<NatGateway> parse(const Json &reply);
Result<Page<NatGateway>> parseList(const Json &reply);
} // namespace natgateways
namespace clusters {
struct Create {
    QString name, region, version, vpcId, clusterSubnet, serviceSubnet;
    bool ha = false;
    bool routingAgent = true;
    QStringList tags;
    QString poolName, poolSize;
    int poolCount = 1;
};
HttpRequest options();
HttpRequest create(const Create &spec);
/// Gives a node pool another number of nodes; its tags, labels, taints and limits are sent back as they were read.
HttpRequest resizePool(const QString &id, const ClusterPool &pool, int count);
HttpRequest get(const QString &id);
HttpRequest list();
HttpRequest destroy(const QString &id);
HttpRequest credentials(const QString &id, int expirySeconds = 3600);
HttpRequest kubeconfig(const QString &id, int expirySeconds = 3600);
HttpRequest associatedResources(const QString &id);
HttpRequest destroySelective(const QString &id, const QList<AssociatedResource> &with);
Result<KubernetesOptions> parseOptions(const Json &reply);
Result<Cluster> parse(const Json &reply);
Result<Page<Cluster>> parseList(const Json &reply);
Result<ClusterCredentials> parseCredentials(const Json &reply);
Result<QList<AssociatedResource>> parseAssociated(const Json &reply);
} // namespace clusters
namespace droplets {
struct Create {
    QString name, region, size, image, vpcId, userData;
    QStringList sshKeys; ///< ids or fingerprints
    QStringList tags;
};
HttpRequest create(const Create &spec);
HttpRequest get(const QString &id);
HttpRequest list();
HttpRequest listByTag(const QString &tag);
HttpRequest destroy(const QString &id);
Result<Droplet> parse(const Json &reply);
Result<Page<Droplet>> parseList(const Json &reply);
/// meta.total of any list reply; -1 when absent.
int totalOf(const Json &reply);
} // namespace droplets
namespace firewalls {
struct Create {
    QString name;
    QList<FirewallRule> inbound, outbound;
    QStringList tags;
};
HttpRequest create(const Create &spec);
/// Replaces the firewall by what `request`, a create's body, says.
HttpRequest replace(const QString &id, const Json &request);
HttpRequest get(const QString &id);
HttpRequest list();
HttpRequest destroy(const QString &id);
Result<Firewall> parse(const Json &reply);
Result<Page<Firewall>> parseList(const Json &reply);
} // namespace firewalls
namespace tags {
HttpRequest create(const QString &name);
HttpRequest get(const QString &name);
HttpRequest list();
HttpRequest destroy(const QString &name);
Result<Tag> parse(const Json &reply);
Result<Page<Tag>> parseList(const Json &reply);
} // namespace tags

/// The scopes a call needs (DIGITALOCEAN.md 1.2), e.g. ("POST", "/v2/vpcs") -> {"vpc:create"}; empty when unknown.
QStringList scopesFor(const QByteArray &method, const QString &path);
/// Every scope that provision + verify + teardown needs, in the token page's order; optional ones are in
/// optionalScopes().
QStringList requiredScopes();
QStringList optionalScopes();

/// Turns any non-2xx reply (both error shapes, HTML, empty) into an Error with status, request id, the scope for a 403,
/// retry-after for a 429, and a remedy. `method` and `path` become Error::path.
Error errorFromReply(const QByteArray &method, const QString &path, const HttpResponse &reply);

} // namespace sluice::digitalocean
