#include "core/interop/kubeconfig.h"

#include <yaml-cpp/yaml.h>

namespace sluice::interop {

QString kubeconfig(const QString &context, const digitalocean::ClusterCredentials &credentials) {
    const std::string name = context.toStdString();
    YAML::Node cluster;
    cluster["name"] = name;
    cluster["cluster"]["server"] = credentials.server.toStdString();
    cluster["cluster"]["certificate-authority-data"] = credentials.certificateAuthority.toBase64().toStdString();
    YAML::Node user;
    user["name"] = name;
    user["user"]["token"] = credentials.token.toStdString();
    YAML::Node entry;
    entry["name"] = name;
    entry["context"]["cluster"] = name;
    entry["context"]["user"] = name;

    YAML::Node config;
    config["apiVersion"] = "v1";
    config["kind"] = "Config";
    config["preferences"] = YAML::Node(YAML::NodeType::Map);
    config["clusters"].push_back(cluster);
    config["users"].push_back(user);
    config["contexts"].push_back(entry);
    config["current-context"] = name;
    YAML::Emitter emitter;
    // A plain scalar loses a carriage return at its end; quoted, every text comes back as it was.
    emitter.SetStringFormat(YAML::DoubleQuoted);
    emitter << config;
    return QString::fromUtf8(emitter.c_str()) + QLatin1Char('\n');
}

} // namespace sluice::interop
