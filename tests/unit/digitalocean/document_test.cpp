#include "core/digitalocean/api.h"

#include <QFile>
#include <QtTest>

using namespace sluice;
using namespace sluice::digitalocean;

namespace {

/// Follows $ref inside the document.
const Json &resolved(const Json &document, const Json &node) {
    const Json *at = &node;
    for (int i = 0; i < 20 && at->is_object() && at->contains("$ref"); ++i)
        at = &document.at(Json::json_pointer((*at)["$ref"].get<std::string>().substr(1)));
    return *at;
}

/// A value of this schema: its example, else put together from the examples of its parts.
Json sampleOf(const Json &document, const Json &reference, int depth = 0) {
    const Json &schema = resolved(document, reference);
    if (depth > 12 || !schema.is_object())
        return nullptr;
    if (schema.contains("example"))
        return schema["example"];
    if (schema.contains("allOf")) {
        Json whole = Json::object();
        for (const Json &part : schema["allOf"]) {
            const Json sample = sampleOf(document, part, depth + 1);
            if (sample.is_object())
                whole.update(sample);
        }
        return whole;
    }
    for (const char *choice : {"oneOf", "anyOf"}) {
        if (schema.contains(choice))
            return sampleOf(document, schema[choice][0], depth + 1);
    }
    if (schema.contains("properties")) {
        Json whole = Json::object();
        for (const auto &[key, part] : schema["properties"].items()) {
            const Json sample = sampleOf(document, part, depth + 1);
            if (!sample.is_null())
                whole[key] = sample;
        }
        return whole;
    }
    if (schema.contains("items")) {
        const Json item = sampleOf(document, schema["items"], depth + 1);
        return item.is_null() ? Json::array() : Json::array({item});
    }
    return nullptr;
}

/// Every example of the 2xx reply of this call.
QList<Json> examplesOf(const Json &document, const char *path, const char *method) {
    QList<Json> found;
    for (const auto &[status, reference] : document["paths"][path][method]["responses"].items()) {
        if (status[0] != '2')
            continue;
        const Json &reply = resolved(document, reference);
        if (!reply.contains("content") || !reply["content"].contains("application/json"))
            continue;
        const Json &content = reply["content"]["application/json"];
        if (content.contains("example"))
            found << content["example"];
        if (content.contains("examples")) {
            for (const auto &[name, example] : content["examples"].items()) {
                const Json &value = resolved(document, example);
                if (value.contains("value"))
                    found << value["value"];
            }
        }
        if (found.isEmpty() && content.contains("schema"))
            found << sampleOf(document, content["schema"]);
    }
    return found;
}

template <class T>
QString say(const Result<T> &result) {
    return result ? QString() : result.error().message;
}

} // namespace

/// The parsers against the official API document's own examples.
class DocumentTest : public QObject {
    Q_OBJECT
    Json m_document;

    using Check = std::function<QString(const Json &)>;

private Q_SLOTS:
    void initTestCase() {
        QString folder = qEnvironmentVariable("SLUICE_SHARED");
        if (folder.isEmpty())
            folder = qEnvironmentVariable("SLUICE_SOURCE_DIR") + QStringLiteral("/../shared");
        QFile file(folder + QStringLiteral("/openapi/digitalocean.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("The official API document is not here; set SLUICE_SHARED to the folder that holds "
                  "openapi/digitalocean.json.");
        m_document = Json::parse(file.readAll().toStdString(), nullptr, false);
        QVERIFY(m_document.is_object());
    }
    void examples_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<Check>("check");
        const auto row = [](const char *method, const char *path, const Check &check) {
            QTest::addRow("%s %s", method, path) << QByteArray(path) << QByteArray(method) << check;
        };
        row("get", "/v2/account", [](const Json &j) { return say(account::parse(j)); });
        row("get", "/v2/regions", [](const Json &j) { return say(regions::parseList(j)); });
        row("get", "/v2/sizes", [](const Json &j) { return say(sizes::parseList(j)); });
        row("get", "/v2/images", [](const Json &j) { return say(images::parseList(j)); });
        row("get", "/v2/account/keys", [](const Json &j) { return say(sshkeys::parseList(j)); });
        row("post", "/v2/account/keys", [](const Json &j) { return say(sshkeys::parse(j)); });
        row("get", "/v2/vpcs", [](const Json &j) { return say(vpcs::parseList(j)); });
        row("post", "/v2/vpcs", [](const Json &j) { return say(vpcs::parse(j)); });
        row("get", "/v2/vpcs/{vpc_id}", [](const Json &j) { return say(vpcs::parse(j)); });
        row("get", "/v2/vpcs/{vpc_id}/members", [](const Json &j) { return say(vpcs::parseMembers(j)); });
        row("get", "/v2/vpc_nat_gateways", [](const Json &j) { return say(natgateways::parseList(j)); });
        row("post", "/v2/vpc_nat_gateways", [](const Json &j) {
            const auto gateway = natgateways::parse(j);
            if (gateway && gateway->isReady())
                return QStringLiteral("ready without an egress address");
            return say(gateway);
        });
        row("get", "/v2/vpc_nat_gateways/{id}", [](const Json &j) {
            const auto gateway = natgateways::parse(j);
            if (gateway && !gateway->isReady())
                return QStringLiteral("should be ready");
            return say(gateway);
        });
        row("get", "/v2/kubernetes/options", [](const Json &j) { return say(clusters::parseOptions(j)); });
        row("get", "/v2/kubernetes/clusters", [](const Json &j) { return say(clusters::parseList(j)); });
        row("post", "/v2/kubernetes/clusters", [](const Json &j) { return say(clusters::parse(j)); });
        row("get", "/v2/kubernetes/clusters/{cluster_id}", [](const Json &j) { return say(clusters::parse(j)); });
        row("get", "/v2/kubernetes/clusters/{cluster_id}/destroy_with_associated_resources",
            [](const Json &j) { return say(clusters::parseAssociated(j)); });
        row("get", "/v2/droplets", [](const Json &j) { return say(droplets::parseList(j)); });
        row("get", "/v2/droplets/{droplet_id}", [](const Json &j) { return say(droplets::parse(j)); });
        row("get", "/v2/firewalls", [](const Json &j) { return say(firewalls::parseList(j)); });
        row("post", "/v2/firewalls", [](const Json &j) { return say(firewalls::parse(j)); });
        row("get", "/v2/firewalls/{firewall_id}", [](const Json &j) { return say(firewalls::parse(j)); });
        row("get", "/v2/tags", [](const Json &j) { return say(tags::parseList(j)); });
        row("post", "/v2/tags", [](const Json &j) { return say(tags::parse(j)); });
        // The document wraps this example twice, against its own schema and description.
        row("get", "/v2/tags/{tag_id}", [](const Json &j) {
            const Json &tag = j.at("tag");
            return say(tags::parse(tag.contains("tag") ? tag : j));
        });
    }
    void examples() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, method);
        QFETCH(Check, check);
        QVERIFY(m_document["paths"].contains(path.constData()));
        const QList<Json> found = examplesOf(m_document, path.constData(), method.constData());
        QVERIFY(!found.isEmpty());
        for (const Json &example : found) {
            const QString problem = check(example);
            QVERIFY2(problem.isEmpty(),
                     qPrintable(problem + QLatin1Char('\n') + QString::fromUtf8(toJsonText(example, 1).left(1500))));
        }
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
