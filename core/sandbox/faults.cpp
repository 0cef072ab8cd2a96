#include "core/sandbox/faults.h"

#include <QFile>

namespace sluice::sandbox {

namespace {

bool isFault(const QString &name) {
    static const QStringList known = {
        QStringLiteral("429_no_retry_after"), QStringLiteral("503_html"),    QStringLiteral("timeout"),
        QStringLiteral("reset_before"),       QStringLiteral("reset"),       QStringLiteral("500_but_created"),
        QStringLiteral("502_but_created"),    QStringLiteral("truncated"),   QStringLiteral("timeout_but_created"),
        QStringLiteral("malformed"),          QStringLiteral("wrong_types"), QStringLiteral("empty_body"),
        QStringLiteral("huge_body"),          QStringLiteral("slow_body"),   QStringLiteral("slow"),
        QStringLiteral("stale_list"),         QStringLiteral("hide_ids")};
    bool number = false;
    const int status = name.toInt(&number);
    return known.contains(name) || (number && status >= 400 && status <= 599);
}

Error invalid(const QString &message) {
    return Error{
        .code = ErrorCode::InvalidInput, .message = message, .remedy = QStringLiteral("See faults.h for the rules.")};
}

Result<FaultRule> read(const Json &json) {
    static const QStringList members = {
        QStringLiteral("method"),  QStringLiteral("path"),    QStringLiteral("fault"), QStringLiteral("nth"),
        QStringLiteral("from"),    QStringLiteral("every"),   QStringLiteral("count"), QStringLiteral("probability"),
        QStringLiteral("seconds"), QStringLiteral("matched"), QStringLiteral("fired")};
    if (!json.is_object())
        return invalid(QStringLiteral("A fault rule must be a JSON object."));
    for (const auto &[key, value] : json.items()) {
        if (!members.contains(QString::fromStdString(key)))
            return invalid(QStringLiteral("A fault rule has no member \"%1\".").arg(QString::fromStdString(key)));
    }
    FaultRule rule;
    rule.method = jsonString(json, "method").toUpper().toLatin1();
    if (rule.method == "*")
        rule.method.clear();
    rule.path.setPattern(jsonString(json, "path", QStringLiteral(".*")));
    if (!rule.path.isValid())
        return invalid(
            QStringLiteral("The path of a fault rule is no regular expression: %1.").arg(rule.path.errorString()));
    const auto fault = json.find("fault");
    rule.fault = fault != json.end() && fault->is_number_integer() ? QString::number(fault->get<int>())
                                                                   : jsonString(json, "fault");
    if (!isFault(rule.fault))
        return invalid(QStringLiteral("There is no fault named \"%1\".").arg(rule.fault));
    rule.nth = static_cast<int>(jsonInt(json, "nth"));
    rule.from = static_cast<int>(jsonInt(json, "from"));
    rule.every = static_cast<int>(jsonInt(json, "every"));
    rule.count = static_cast<int>(jsonInt(json, "count", -1));
    rule.probability = jsonDouble(json, "probability", 1);
    rule.seconds = jsonDouble(json, "seconds", 1);
    return rule;
}

} // namespace

Status Faults::add(const Json &rules) {
    const Json list = rules.is_object() ? Json::array({rules}) : rules;
    if (!list.is_array())
        return invalid(QStringLiteral("Faults are a JSON array of rules."));
    QList<FaultRule> fresh;
    for (const Json &item : list) {
        const auto rule = read(item);
        if (!rule)
            return rule.error();
        fresh << *rule;
    }
    m_rules += fresh;
    return Ok{};
}

Status Faults::addFile(const QString &file) {
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return invalid(QStringLiteral("Cannot read the fault file %1: %2.").arg(file, input.errorString()));
    const auto json = parseJson(input.readAll());
    return json ? add(*json) : Status(invalid(QStringLiteral("The fault file %1 is not JSON.").arg(file)));
}

std::optional<FaultRule> Faults::next(const QByteArray &method, const QString &path,
                                      const std::function<double()> &random) {
    for (FaultRule &rule : m_rules) {
        if ((!rule.method.isEmpty() && rule.method != method) || !rule.path.match(path).hasMatch())
            continue;
        ++rule.matched;
        const bool due = (rule.nth == 0 || rule.matched == rule.nth) && (rule.from == 0 || rule.matched >= rule.from) &&
                         (rule.every == 0 || rule.matched % rule.every == 0) &&
                         (rule.count < 0 || rule.fired < rule.count) &&
                         (rule.probability >= 1 || random() < rule.probability);
        if (!due)
            continue;
        ++rule.fired;
        return rule;
    }
    return std::nullopt;
}

Json Faults::toJson() const {
    Json list = Json::array();
    for (const FaultRule &rule : m_rules) {
        list.push_back({{"method", rule.method.toStdString()},
                        {"path", rule.path.pattern().toStdString()},
                        {"fault", rule.fault.toStdString()},
                        {"nth", rule.nth},
                        {"from", rule.from},
                        {"every", rule.every},
                        {"count", rule.count},
                        {"probability", rule.probability},
                        {"seconds", rule.seconds},
                        {"matched", rule.matched},
                        {"fired", rule.fired}});
    }
    return list;
}

} // namespace sluice::sandbox
