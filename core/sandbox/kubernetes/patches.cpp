#include "core/sandbox/kubernetes/patches.h"

#include <yaml-cpp/yaml.h>

namespace sluice::sandbox {

namespace {

constexpr int kMaxDepth = 64;

Json scalar(const YAML::Node &node) {
    const std::string &text = node.Scalar();
    if (node.Tag() == "!") // quoted
        return text;
    if (bool flag = false; (text == "true" || text == "false") && YAML::convert<bool>::decode(node, flag))
        return flag;
    if (long long number = 0; YAML::convert<long long>::decode(node, number))
        return number;
    if (double number = 0; YAML::convert<double>::decode(node, number))
        return number;
    return text;
}

Json fromYaml(const YAML::Node &node, int depth) {
    if (depth > kMaxDepth)
        return {};
    if (node.IsMap()) {
        Json object = Json::object();
        for (const auto &item : node)
            object[item.first.Scalar()] = fromYaml(item.second, depth + 1);
        return object;
    }
    if (node.IsSequence()) {
        Json array = Json::array();
        for (const auto &item : node)
            array.push_back(fromYaml(item, depth + 1));
        return array;
    }
    return node.IsScalar() ? scalar(node) : Json();
}

KubeFailure unsupported(const QByteArray &contentType) {
    return {.code = 415,
            .reason = QStringLiteral("UnsupportedMediaType"),
            .message =
                QStringLiteral("the body of the request was in an unknown format - accepted media types include: "
                               "application/json, application/yaml; got %1")
                    .arg(QString::fromUtf8(contentType.left(100)))};
}

} // namespace

std::variant<Json, KubeFailure> readBody(const QByteArray &contentType, const QByteArray &body) {
    const QByteArray media = contentType.split(';').first().trimmed().toLower();
    const bool yaml = media.endsWith("yaml");
    if (!yaml && !media.isEmpty() && !media.endsWith("json"))
        return unsupported(contentType);
    if (Result<Json> json = parseJson(body))
        return std::move(json).value();
    if (!yaml)
        return badRequest(QStringLiteral("the object provided is unrecognized (must be of type Object): couldn't get "
                                         "version/kind; json parse error"));
    try {
        return fromYaml(YAML::Load(body.toStdString()), 0);
    } catch (const YAML::Exception &) {
        return badRequest(QStringLiteral("the object provided is unrecognized: yaml parse error"));
    }
}

std::variant<Json, KubeFailure> patched(const ResourceType &type, const QString &name, const Json &object,
                                        const QByteArray &contentType, const QByteArray &body) {
    const QByteArray media = contentType.split(';').first().trimmed().toLower();
    const bool strategic = media == "application/strategic-merge-patch+json";
    if ((strategic && type.custom) ||
        (!strategic && media != "application/merge-patch+json" && media != "application/json-patch+json" &&
         media != "application/apply-patch+yaml"))
        return unsupported(contentType);
    std::variant<Json, KubeFailure> read = readBody(media, body);
    if (std::holds_alternative<KubeFailure>(read))
        return read;
    const Json &patch = std::get<Json>(read);
    Json result = object;
    if (media == "application/json-patch+json") {
        if (!patch.is_array())
            return badRequest(QStringLiteral("error decoding patch: json: cannot unmarshal into jsonpatch.Patch"));
        try {
            result = object.patch(patch);
        } catch (const Json::exception &) {
            return KubeFailure{.code = 422,
                               .reason = QStringLiteral("Invalid"),
                               .message =
                                   QStringLiteral("the server rejected our request due to an error in our request"),
                               .type = &type,
                               .name = name};
        }
    } else {
        if (!patch.is_object())
            return badRequest(QStringLiteral("error decoding patch: the patch is not an object"));
        result.merge_patch(patch);
    }
    return result;
}

} // namespace sluice::sandbox
