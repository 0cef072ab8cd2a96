#include "tests/clients/pattern.h"
#include "tests/integration/programs.h"

#include <QtTest>

using namespace sluice;
using namespace sluice::clients;

/// Plays the files named in SLUICE_CLIENTS (README.md has their form) against one sluice-sandbox process.
class ReplayTest : public QObject {
    Q_OBJECT

    struct Answer {
        int status = 0;
        Json body;
        QByteArray raw;
    };

    test::SandboxProcess m_sandbox;
    QNetworkAccessManager m_network;
    QMap<QString, Json> m_known;
    QByteArray m_userAgent;

    static QByteArray file(const QString &name) {
        QFile in(test::source(QStringLiteral("tests/clients/")) + name);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    /// `${name}` alone keeps its type, inside a text it becomes text.
    Json filled(const Json &value) const {
        if (value.is_object()) {
            Json all = Json::object();
            for (const auto &[key, item] : value.items())
                all[key] = filled(item);
            return all;
        }
        if (value.is_array()) {
            Json all = Json::array();
            for (const Json &item : value)
                all.push_back(filled(item));
            return all;
        }
        if (!value.is_string())
            return value;
        const QString text = QString::fromStdString(value.get<std::string>());
        if (text.startsWith(QLatin1String("${")) && text.indexOf(QLatin1Char('}')) == text.size() - 1)
            return known(text.mid(2, text.size() - 3));
        return toJson(filled(text));
    }
    QString filled(QString text) const {
        for (qsizetype at = text.indexOf(QLatin1String("${")); at >= 0; at = text.indexOf(QLatin1String("${"))) {
            const qsizetype end = text.indexOf(QLatin1Char('}'), at);
            const Json value = known(text.mid(at + 2, end - at - 2));
            text.replace(at, end - at + 1,
                         value.is_string() ? QString::fromStdString(value.get<std::string>())
                                           : QString::fromUtf8(toJsonText(value)));
        }
        return text;
    }
    Json known(const QString &name) const {
        if (!m_known.contains(name))
            qFatal("nothing is known as ${%s}", qPrintable(name));
        return m_known.value(name);
    }

    Answer call(const QByteArray &method, const QString &path, const Json &body) {
        QNetworkRequest request(QUrl(m_sandbox.api.toString() + path));
        request.setRawHeader("Authorization", "Bearer " + m_sandbox.token().toLatin1());
        request.setRawHeader("User-Agent", m_userAgent);
        request.setRawHeader("Accept", "application/json");
        request.setRawHeader("Content-Type", "application/json"); // godo sends it with every request
        QNetworkReply *reply =
            m_network.sendCustomRequest(request, method, body.is_null() ? QByteArray() : toJsonText(body));
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 20000))
            qFatal("no answer to %s %s", method.constData(), qPrintable(path));
        Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      .body = {},
                      .raw = reply->readAll()};
        if (const auto json = parseJson(answer.raw))
            answer.body = *json;
        else
            answer.body = answer.raw.toStdString(); // a kubeconfig
        reply->deleteLater();
        return answer;
    }

    Answer allPages(const QString &path, const char *list) {
        Answer all = call("GET", path, nullptr);
        Json page = all.body;
        for (int i = 2; !jsonString(jsonMember(jsonMember(page, "links"), "pages"), "next").isEmpty() && i < 50; ++i) {
            page =
                call("GET", QString(path).replace(QStringLiteral("page=1"), QStringLiteral("page=%1").arg(i)), nullptr)
                    .body;
            for (const Json &item : jsonMember(page, list))
                all.body[list].push_back(item);
        }
        return all;
    }

    static bool isAmong(const Json &statuses, int status) {
        return statuses.is_array() ? std::find(statuses.begin(), statuses.end(), Json(status)) != statuses.end()
                                   : statuses == Json(status);
    }
    static Json at(const Json &value, const Json &pointer) {
        const Json::json_pointer place(pointer.get<std::string>());
        return value.contains(place) ? value[place] : Json(nullptr);
    }

    /// Waits as the client does; what it would not wait through is a failure.
    Answer polled(const Json &step, const QByteArray &method, const QString &path) {
        const Json &poll = step["poll"];
        Answer answer;
        QString bad;
        const auto ready = [&] {
            answer = call(method, path, nullptr);
            if (poll.value("gone", false) && answer.status == 404)
                return true;
            const Json state = at(answer.body, poll["pointer"]);
            if (answer.status != 200)
                bad = QStringLiteral("HTTP status %1").arg(answer.status);
            else if (poll.contains("target") && state == poll["target"])
                return true;
            else if (std::find(poll["pending"].begin(), poll["pending"].end(), state) == poll["pending"].end())
                bad = QStringLiteral("unexpected state ") + brief(state);
            return !bad.isEmpty();
        };
        const bool done = QTest::qWaitFor(ready, 60000);
        if (!bad.isEmpty() || !done)
            qWarning().noquote() << path << (bad.isEmpty() ? QStringLiteral("never came true") : bad)
                                 << answer.raw.left(500);
        m_pollFailed = !bad.isEmpty() || !done;
        return answer;
    }
    bool m_pollFailed = false;

    /// Filter, sort and take as the configuration's data source does.
    void pick(const Json &rule, const Json &list) {
        Json left = Json::array();
        for (const Json &item : list) {
            QStringList wrong;
            match({}, filled(rule["where"]), item, &wrong);
            if (wrong.isEmpty())
                left.push_back(item);
        }
        const std::string key = rule["sort"];
        const bool descending = rule.value("descending", false);
        std::stable_sort(left.begin(), left.end(),
                         [&](const Json &a, const Json &b) { return descending ? a[key] > b[key] : a[key] < b[key]; });
        QVERIFY2(!left.empty(), qPrintable(QStringLiteral("nothing left after ") + brief(rule)));
        m_known[jsonString(rule, "as")] = left[0][jsonString(rule, "take").toStdString()];
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start()); }

    void steps_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("number");
        for (const QString &name : qEnvironmentVariable("SLUICE_CLIENTS").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const Result<Json> script = parseJson(file(name));
            if (!script)
                qFatal("%s: %s", qPrintable(name), qPrintable(script.error().message));
            for (std::size_t i = 0; i < (*script)["steps"].size(); ++i)
                QTest::addRow("%s %zu: %s", qPrintable(name.section(QLatin1Char('.'), 0, 0)), i + 1,
                              qPrintable(jsonString((*script)["steps"][i], "step")))
                    << name << static_cast<int>(i);
        }
    }

    void steps() {
        QFETCH(QString, name);
        QFETCH(int, number);
        static bool broken = false;
        if (broken)
            QSKIP("an earlier step failed");
        broken = true;
        const Json script = *parseJson(file(name));
        m_userAgent = jsonString(script, "userAgent").toLatin1();
        const Json variables = script.value("variables", Json::object());
        for (const auto &[key, value] : variables.items())
            m_known[QString::fromStdString(key)] = value;
        const Json &step = script["steps"][static_cast<std::size_t>(number)];
        QVERIFY2(!jsonString(step, "source").isEmpty(), "every step says where it is from");

        const QByteArray method = jsonString(step, "method").toLatin1();
        const QString path = filled(jsonString(step, "path"));
        const Json body = step.contains("body") ? filled(step["body"]) : Json(nullptr);
        Answer answer;
        if (step.contains("poll")) {
            answer = polled(step, method, path);
            QVERIFY(!m_pollFailed);
        } else if (step.contains("again")) {
            int refused = 0;
            const bool done = QTest::qWaitFor(
                [&] {
                    answer = call(method, path, body);
                    refused += isAmong(step["again"], answer.status) ? 1 : 0;
                    return !isAmong(step["again"], answer.status);
                },
                60000);
            QVERIFY2(done, answer.raw.constData());
            QVERIFY2(refused > 0, "nothing was refused: this step proves nothing");
        } else if (step.contains("pages")) {
            answer = allPages(path, step["pages"].get<std::string>().c_str());
        } else {
            answer = call(method, path, body);
        }
        QVERIFY2(
            isAmong(step["status"], answer.status),
            (method + ' ' + path.toUtf8() + " -> " + QByteArray::number(answer.status) + ' ' + answer.raw).constData());
        QStringList wrong;
        if (step.contains("expect"))
            match(QStringLiteral("$"), filled(step["expect"]), answer.body, &wrong);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        const Json captures = step.value("capture", Json::object());
        for (const auto &[key, pointer] : captures.items()) {
            m_known[QString::fromStdString(key)] = at(answer.body, pointer);
            QVERIFY2(!m_known[QString::fromStdString(key)].is_null(), key.c_str());
        }
        if (step.contains("pick"))
            pick(step["pick"], answer.body[step["pages"].get<std::string>()]);
        broken = QTest::currentTestFailed();
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
