#include "core/base/words.h"
#include "core/blueprint/blueprint.h"
#include "core/blueprint/tfvars.h"

#include <QFile>
#include <QFileInfo>
#include <limits>

namespace sluice::blueprint {

namespace {

constexpr qint64 kMaxFile = 1024 * 1024;

enum class Type { Text, Number, Flag, List };

struct Field {
    const char *name;
    Type type;
    bool required;
    QString Blueprint::*text = nullptr;
    QStringList Blueprint::*list = nullptr;
    int Blueprint::*number = nullptr;
};

// The first seven are the reference's variables.tf; the rest are ours, all optional.
const QList<Field> &fields() {
    static const QList<Field> all{
        {"region", Type::Text, true, &Blueprint::region},
        {"name_prefix", Type::Text, true, &Blueprint::namePrefix},
        {"vpc_cidr", Type::Text, true, &Blueprint::vpcCidr},
        {"doks_cluster_subnet", Type::Text, true, &Blueprint::clusterSubnet},
        {"doks_service_subnet", Type::Text, true, &Blueprint::serviceSubnet},
        {"doks_node_count", Type::Number, false, nullptr, nullptr, &Blueprint::nodeCount},
        {"nat_gateway_size", Type::Number, false, nullptr, nullptr, &Blueprint::natGatewaySize},
        {"ssh_key_ids", Type::List, false, nullptr, &Blueprint::sshKeyIds},
        {"ssh_key_file", Type::Text, false, &Blueprint::sshKeyFile},
        {"droplet_size", Type::Text, false, &Blueprint::dropletSize},
        {"node_size", Type::Text, false, &Blueprint::nodeSize},
        {"kubernetes_version", Type::Text, false, &Blueprint::kubernetesVersion},
        {"image", Type::Text, false, &Blueprint::image},
        {"ha", Type::Flag, false},
        {"bastion_ssh_sources", Type::List, false, nullptr, &Blueprint::bastionSources},
        {"reference_ways", Type::List, false, nullptr, &Blueprint::referenceWays},
    };
    return all;
}

QString expected(Type type) {
    switch (type) {
    case Type::Text:
        return BlueprintWords::tr("text");
    case Type::Number:
        return BlueprintWords::tr("a whole number");
    case Type::Flag:
        return BlueprintWords::tr("true or false");
    case Type::List:
        return BlueprintWords::tr("a list of texts");
    }
    return {};
}

/// False when the value has another type. Numbers inside a list become text, as Terraform converts them.
bool assign(const Field &field, const Json &value, Blueprint &blueprint) {
    switch (field.type) {
    case Type::Text:
        if (!value.is_string())
            return false;
        blueprint.*field.text = QString::fromStdString(value.get<std::string>());
        return true;
    case Type::Number: {
        if (!value.is_number_integer() ||
            (value.is_number_unsigned() &&
             value.get<quint64>() > static_cast<quint64>(std::numeric_limits<int>::max())))
            return false;
        const qint64 number = value.get<qint64>();
        if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
            return false;
        blueprint.*field.number = static_cast<int>(number);
        return true;
    }
    case Type::Flag:
        if (!value.is_boolean())
            return false;
        blueprint.ha = value.get<bool>();
        return true;
    case Type::List: {
        if (!value.is_array())
            return false;
        QStringList list;
        for (const Json &item : value) {
            if (item.is_string())
                list << QString::fromStdString(item.get<std::string>());
            else if (item.is_number_integer())
                list << QString::number(item.get<qint64>());
            else
                return false;
        }
        blueprint.*field.list = list;
        return true;
    }
    }
    return false;
}

/// Every wrong name and type is told at once; the error's resource is the first of them.
Result<Blueprint> fromValues(const Json &values, const QMap<QString, int> &lines) {
    QStringList unknown, missing, mistyped, where;
    Blueprint blueprint;
    QStringList known;
    for (const Field &field : fields()) {
        const QString name = QLatin1String(field.name);
        known << name;
        const auto it = values.find(field.name);
        if (it == values.end() || it->is_null()) {
            if (field.required)
                missing << name;
        } else if (!assign(field, *it, blueprint)) {
            const QString line =
                lines.contains(name) ? BlueprintWords::tr(" (line %1)").arg(lines.value(name)) : QString();
            mistyped << BlueprintWords::tr("%1 must be %2%3").arg(name, expected(field.type), line);
            where << name;
        }
    }
    QStringList unknownNames;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QString name = QString::fromStdString(it.key());
        if (known.contains(name))
            continue;
        const QString line = lines.contains(name) ? BlueprintWords::tr(" (line %1)").arg(lines.value(name)) : QString();
        unknownNames << name;
        if (unknown.size() < 20)
            unknown << name.left(64) + line;
    }
    QStringList told;
    if (!unknown.isEmpty())
        told << BlueprintWords::tr("Unknown: %1.").arg(unknown.join(QStringLiteral(", ")));
    if (!missing.isEmpty())
        told << BlueprintWords::tr("Missing: %1.").arg(missing.join(QStringLiteral(", ")));
    if (!mistyped.isEmpty())
        told << BlueprintWords::tr("Wrong type: %1.").arg(mistyped.join(QStringLiteral("; ")));
    if (told.isEmpty())
        return blueprint;
    return Error{.code = ErrorCode::InvalidInput,
                 .message = told.join(QLatin1Char(' ')),
                 .resource = (where + missing + unknownNames).constFirst().left(64),
                 .remedy = BlueprintWords::tr("Known variables: %1.").arg(known.join(QStringLiteral(", ")))};
}

Result<Blueprint> inFile(Result<Blueprint> result, const QString &path) {
    if (result)
        return result;
    Error error = result.error();
    error.path = path;
    error.code = ErrorCode::InvalidInput;
    error.message = QStringLiteral("%1: %2").arg(QFileInfo(path).fileName(), error.message);
    return error;
}

} // namespace

Json toJson(const Blueprint &blueprint) {
    Json json = Json::object();
    for (const Field &field : fields()) {
        if (field.text)
            json[field.name] = (blueprint.*field.text).toStdString();
        else if (field.list)
            json[field.name] = sluice::toJson(blueprint.*field.list);
    }
    json["doks_node_count"] = blueprint.nodeCount;
    json["nat_gateway_size"] = blueprint.natGatewaySize;
    json["ha"] = blueprint.ha;
    return json;
}

Result<Blueprint> fromJson(const QByteArray &text) {
    const auto json = parseJson(text);
    if (!json)
        return json.error();
    if (!json->is_object())
        return Error{.code = ErrorCode::InvalidInput,
                     .message = BlueprintWords::tr("A blueprint is one JSON object."),
                     .remedy = BlueprintWords::tr("Write {\"name_prefix\": \"...\", \"region\": \"...\", ...}.")};
    return fromValues(*json, {});
}

Result<Blueprint> readFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::InvalidInput,
                     .message = BlueprintWords::tr("Cannot read %1: %2.").arg(path, file.errorString()),
                     .path = path,
                     .remedy = BlueprintWords::tr("Check the file's name and permissions.")};
    const QByteArray text = file.read(kMaxFile + 1);
    if (text.size() > kMaxFile)
        return Error{.code = ErrorCode::InvalidInput,
                     .message = BlueprintWords::tr("%1 is larger than 1 MiB.").arg(path),
                     .path = path,
                     .remedy = BlueprintWords::tr("Name a blueprint or a .tfvars file.")};
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return inFile(fromJson(text), path);
    if (!path.endsWith(QLatin1String(".tfvars"), Qt::CaseInsensitive))
        return Error{.code = ErrorCode::InvalidInput,
                     .message = BlueprintWords::tr("%1 is neither .tfvars nor .json.").arg(path),
                     .path = path,
                     .remedy = BlueprintWords::tr("Rename it: .tfvars for name = value lines, .json for JSON.")};
    const auto parsed = parseTfvars(text);
    return inFile(parsed ? fromValues(parsed->values, parsed->lines) : Result<Blueprint>(parsed.error()), path);
}

} // namespace sluice::blueprint
