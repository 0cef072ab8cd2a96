// What an API says about a cluster becomes credentials and a kubeconfig: whatever it says, it is refused, or the file
// has these values and no others.
#include "core/interop/kubeconfig.h"
#include "core/digitalocean/api.h"

#include <yaml-cpp/yaml.h>

using namespace sluice;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Json reply = {{"server", text.section(QLatin1Char('\n'), 0, 0).toStdString()},
                        {"token", text.section(QLatin1Char('\n'), 1).toStdString()},
                        {"certificate_authority_data", "UEVN"}};
    const auto credentials = digitalocean::clusters::parseCredentials(reply);
    if (!credentials)
        return 0;
    const YAML::Node read = YAML::Load(interop::kubeconfig(QStringLiteral("egress"), *credentials).toStdString());
    if (read["clusters"].size() != 1 || read["users"].size() != 1 || read["contexts"].size() != 1 || read.size() != 7 ||
        read["clusters"][0]["cluster"]["server"].as<std::string>() != credentials->server.toStdString() ||
        read["users"][0]["user"]["token"].as<std::string>() != credentials->token.toStdString())
        __builtin_trap();
    return 0;
}
