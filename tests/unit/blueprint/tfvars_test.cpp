#include "core/blueprint/blueprint.h"
#include "core/blueprint/tfvars.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::blueprint;

namespace {

const char kReference[] = "name_prefix         = \"nat-gateway\"\n"
                          "region              = \"sfo3\"\n"
                          "vpc_cidr            = \"172.18.0.0/16\"\n"
                          "doks_cluster_subnet = \"172.19.0.0/19\"\n"
                          "doks_service_subnet = \"172.19.32.0/22\"";

} // namespace

class TfvarsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Result<Blueprint> read(const QByteArray &text, const QString &name = QStringLiteral("test.tfvars")) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return Error{};
        file.write(text);
        file.close();
        return readFile(file.fileName());
    }

private Q_SLOTS:
    void readsTheReferencesFileAsItIs() {
        const auto blueprint = read(kReference);
        QVERIFY(blueprint.has_value());
        QCOMPARE(blueprint->namePrefix, QStringLiteral("nat-gateway"));
        QCOMPARE(blueprint->serviceSubnet, QStringLiteral("172.19.32.0/22"));
        QCOMPARE(blueprint->nodeCount, 1);
        QVERIFY(blueprint->sshKeyIds.isEmpty());
        QVERIFY(!hasErrors(validate(*blueprint)));
    }

    void readsValues_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *text, const char *json) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(json);
        };
        row("empty", "", "{}");
        row("comments", "# a\n// b\n/* c\nd */ a = 1 # e\n", "{\"a\":1}");
        row("escapes", "a = \"q\\\"\\\\\\n\\tü\\u00e9$${x}%%{y}$5\"", "{\"a\":\"q\\\"\\\\\\n\\tüé${x}%{y}$5\"}");
        row("numbers", "a = -3\nb = 1.5\nc = 1e3", "{\"a\":-3,\"b\":1.5,\"c\":1000.0}");
        row("words", "a = true\nb = false\nc = null", "{\"a\":true,\"b\":false,\"c\":null}");
        row("list", "a = [\n 1, # one\n \"x\",\n]\n", "{\"a\":[1,\"x\"]}");
        row("empty list", "a = []", "{\"a\":[]}");
        row("object", "a = { b = 1, \"c\" : [2]\n d = 3 }", "{\"a\":{\"b\":1,\"c\":[2],\"d\":3}}");
        row("crlf and bom",
            "\xEF\xBB\xBF"
            "a = 1\r\nb = 2\r\n",
            "{\"a\":1,\"b\":2}");
        row("quoted name", "\"a\" = 1", "{\"a\":1}");
    }
    void readsValues() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        const auto file = parseTfvars(text);
        QVERIFY2(file.has_value(), file ? "" : qPrintable(file.error().message));
        QCOMPARE(toJsonText(file->values), toJsonText(*parseJson(json)));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &text, const char *says) {
            QTest::newRow(name) << text << QString::fromLatin1(says);
        };
        row("heredoc", "\na = <<EOT\nx\nEOT\n", "Line 2: heredocs");
        row("interpolation", "a = \"${var.x}\"", "Line 1: ${} templates");
        row("directive", "a = \"%{if true}\"", "templates");
        row("reference", "a = var.x", "var is not a plain value");
        row("expression", "a = 1 + 2", "something follows");
        row("two on a line", "a = 1 b = 2", "something follows");
        row("block", "variable \"x\" {}", "blocks");
        row("duplicate", "a = 1\na = 2", "twice (first on line 1)");
        row("open string", "a = \"x\nb = 1", "never closed");
        row("open list", "a = [1", "never closed");
        row("open object", "a = { b = 1", "expected");
        row("open comment", "/* a", "never closed");
        row("comment in list", "a = [1, /* ", "never closed");
        row("bad escape", "a = \"\\q\"", "escape");
        row("surrogate", "a = \"\\ud800\"", "escape");
        row("bad number", "a = 1.2.3", "not a number");
        row("infinite", "a = 1e999", "not a number");
        row("no value", "a =", "value was expected");
        row("no equals", "a", "\"=\"");
        row("deep", "a = " + QByteArray(40, '['), "deeper than 32");
        row("huge", QByteArray(1024 * 1024 + 1, ' '), "1 MiB");
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const auto file = parseTfvars(text);
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::InvalidInput);
        QVERIFY2(file.error().message.contains(says), qPrintable(file.error().message));
    }

    void survivesHostileText() {
        QRandomGenerator random(7);
        const QByteArray alphabet = "a=\"[]{}\\$%,#/*\n <-1.eE:u'\xC3";
        for (int round = 0; round < 20000; ++round) {
            QByteArray text;
            for (int i = 0; i < 24; ++i)
                text += alphabet.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(alphabet.size()))));
            const auto file = parseTfvars(text);
            if (file)
                QVERIFY(parseJson(toJsonText(file->values)).has_value());
            else
                QVERIFY(file.error().message.startsWith(QLatin1String("Line ")));
        }
    }

    void namesEveryWrongVariableAtOnce() {
        const auto blueprint = read("region = 3\nname_prefix = \"x\"\nvpc_cdir = \"y\"\ndoks_node_count = \"2\"\nha = "
                                    "1\nssh_key_ids = \"z\"\n");
        QVERIFY(!blueprint.has_value());
        const QString message = blueprint.error().message;
        for (const char *part :
             {"test.tfvars", "vpc_cdir (line 3)", "Missing: vpc_cidr, doks_cluster_subnet, doks_service_subnet",
              "region must be text (line 1)", "doks_node_count must be a whole number (line 4)",
              "ha must be true or false (line 5)", "ssh_key_ids must be a list of texts (line 6)"})
            QVERIFY2(message.contains(QLatin1String(part)), qPrintable(message));
        QCOMPARE(blueprint.error().resource, QStringLiteral("region"));
    }

    void numbersInListsAreText() {
        const auto blueprint =
            read(QByteArray(kReference) + "\nssh_key_ids = [512189, \"3\"]\ndoks_node_count = 2\nha = true\n");
        QVERIFY(blueprint.has_value());
        QCOMPARE(blueprint->sshKeyIds, QStringList({QStringLiteral("512189"), QStringLiteral("3")}));
        QCOMPARE(blueprint->nodeCount, 2);
        QVERIFY(blueprint->ha);
    }

    void nodeCountBeyondIntIsRefused_data() {
        QTest::addColumn<QByteArray>("count");
        QTest::newRow("large") << QByteArray("4294967297");
        QTest::newRow("very large") << QByteArray("18446744073709551615");
        QTest::newRow("fraction") << QByteArray("1.5");
    }
    void nodeCountBeyondIntIsRefused() {
        QFETCH(QByteArray, count);
        QVERIFY(!read(QByteArray(kReference) + "\ndoks_node_count = " + count).has_value());
    }

    void jsonRoundTrip() {
        Blueprint blueprint = *read(kReference);
        blueprint.nodeCount = 3;
        blueprint.sshKeyIds = QStringList{QStringLiteral("1")};
        blueprint.sshKeyFile = QStringLiteral("/home/a/.ssh/id");
        blueprint.dropletSize = QStringLiteral("a");
        blueprint.nodeSize = QStringLiteral("b");
        blueprint.kubernetesVersion = QStringLiteral("c");
        blueprint.image = QStringLiteral("d");
        blueprint.ha = true;
        blueprint.bastionSources = QStringList{QStringLiteral("192.0.2.1/32")};
        blueprint.referenceWays = QStringList{QStringLiteral("implicit_ha")};
        const auto back = read(toJsonText(toJson(blueprint)), QStringLiteral("blueprint.json"));
        QVERIFY(back.has_value());
        QVERIFY(*back == blueprint);
        QVERIFY(read(toJsonText(toJson(blueprint)), QStringLiteral("x.tfvars.json")).has_value());
    }

    void filesOfOtherKindsAreRefused() {
        QVERIFY(!read(kReference, QStringLiteral("a.txt")).has_value());
        QVERIFY(!read("[]", QStringLiteral("a.json")).has_value());
        QVERIFY(!readFile(m_folder.filePath(QStringLiteral("none.tfvars"))).has_value());
        QCOMPARE(read("{", QStringLiteral("a.json")).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TfvarsTest)
#include "tfvars_test.moc"
