#include "core/sandbox/kubernetes/selectors.h"

#include "core/sandbox/kubernetes/kube_json.h"

#include <QRegularExpression>
#include <algorithm>

namespace sluice::sandbox {

namespace {

Error bad(const QString &message) {
    return Error{.code = ErrorCode::InvalidInput, .message = message};
}

/// Splits at commas outside parentheses.
QStringList requirements(const QString &text) {
    QStringList parts;
    QString part;
    int depth = 0;
    for (const QChar c : text) {
        depth += c == QLatin1Char('(') ? 1 : c == QLatin1Char(')') ? -1 : 0;
        if (c == QLatin1Char(',') && depth == 0) {
            parts << part;
            part.clear();
        } else {
            part += c;
        }
    }
    return parts << part;
}

QStringList fieldLabels(const ResourceType &type) {
    QStringList labels = {QStringLiteral("metadata.name"), QStringLiteral("metadata.namespace")};
    if (type.plural == QLatin1String("pods"))
        labels << QStringLiteral("spec.nodeName") << QStringLiteral("spec.restartPolicy")
               << QStringLiteral("status.phase") << QStringLiteral("status.podIP");
    if (type.plural == QLatin1String("nodes"))
        labels << QStringLiteral("spec.unschedulable");
    if (type.plural == QLatin1String("namespaces"))
        labels << QStringLiteral("status.phase");
    if (type.plural == QLatin1String("events")) {
        for (const char *name : {"kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"})
            labels << QStringLiteral("involvedObject.") + QLatin1String(name);
        labels << QStringLiteral("reason") << QStringLiteral("type") << QStringLiteral("reportingComponent");
    }
    return labels;
}

QString fieldText(const Json &object, const QStringList &path) {
    const Json *here = &object;
    for (const QString &key : path) {
        const auto it = here->is_object() ? here->find(key.toStdString()) : here->end();
        if (!here->is_object() || it == here->end())
            return {};
        here = &*it;
    }
    if (here->is_boolean())
        return here->get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    return here->is_string() ? QString::fromStdString(here->get_ref<const std::string &>()) : QString();
}

} // namespace

Result<Selector> Selector::parse(const ResourceType &type, const QString &labels, const QString &fields) {
    Selector selector;
    if (const Status status = selector.addLabels(labels); !status)
        return status.error();
    if (const Status status = selector.addFields(type, fields); !status)
        return status.error();
    return selector;
}

Status Selector::addLabels(const QString &text) {
    if (text.trimmed().isEmpty())
        return Ok{};
    static const QRegularExpression key(
        QStringLiteral("^(!?)\\s*([A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?)\\s*(.*)$"));
    static const QRegularExpression set(QStringLiteral("^(in|notin)\\s*\\(([^()]*)\\)$"));
    static const QRegularExpression equality(QStringLiteral("^(==|=|!=)\\s*([-A-Za-z0-9_.]*)$"));
    for (const QString &raw : requirements(text)) {
        const auto head = key.match(raw.trimmed());
        const QString rest = head.captured(4).trimmed();
        Requirement requirement{.key = head.captured(2)};
        const bool negated = !head.captured(1).isEmpty();
        const auto inSet = set.match(rest), equal = equality.match(rest);
        if (!head.hasMatch() || (negated && !rest.isEmpty()) ||
            (!rest.isEmpty() && !inSet.hasMatch() && !equal.hasMatch()))
            return bad(QStringLiteral("unable to parse requirement: found '%1', expected: a label selector").arg(raw));
        if (rest.isEmpty()) {
            requirement.op = negated ? Operator::DoesNotExist : Operator::Exists;
        } else if (inSet.hasMatch()) {
            requirement.op = inSet.captured(1) == QLatin1String("in") ? Operator::In : Operator::NotIn;
            for (const QString &value : inSet.captured(2).split(QLatin1Char(',')))
                requirement.values << value.trimmed();
        } else {
            requirement.op = equal.captured(1) == QLatin1String("!=") ? Operator::NotIn : Operator::In;
            requirement.values << equal.captured(2);
        }
        m_labels << requirement;
    }
    return Ok{};
}

Status Selector::addFields(const ResourceType &type, const QString &text) {
    if (text.trimmed().isEmpty())
        return Ok{};
    static const QRegularExpression term(QStringLiteral("^([A-Za-z0-9_.\\[\\]]+)(==|=|!=)(.*)$"));
    for (const QString &raw : text.split(QLatin1Char(','))) {
        const auto match = term.match(raw.trimmed());
        if (!match.hasMatch())
            return bad(QStringLiteral("invalid selector: '%1'; can't understand '%2'").arg(text, raw));
        if (!fieldLabels(type).contains(match.captured(1)))
            return bad(QStringLiteral("field label not supported: %1").arg(match.captured(1)));
        m_fields << Field{.path = match.captured(1).split(QLatin1Char('.')),
                          .value = match.captured(3),
                          .equal = match.captured(2) != QLatin1String("!=")};
    }
    return Ok{};
}

bool Selector::matches(const Json &object) const {
    const Json &labels = jsonAt(object, {"metadata", "labels"});
    const auto holds = [&labels](const Requirement &r) {
        const auto it = labels.is_object() ? labels.find(r.key.toStdString()) : labels.end();
        const bool there = labels.is_object() && it != labels.end() && it->is_string();
        const bool listed = there && r.values.contains(QString::fromStdString(it->get_ref<const std::string &>()));
        switch (r.op) {
        case Operator::In:
            return listed;
        case Operator::NotIn:
            return !listed;
        case Operator::Exists:
            return there;
        case Operator::DoesNotExist:
            return !there;
        }
        return false;
    };
    return std::all_of(m_labels.begin(), m_labels.end(), holds) &&
           std::all_of(m_fields.begin(), m_fields.end(), [&object](const Field &field) {
               return (fieldText(object, field.path) == field.value) == field.equal;
           });
}

} // namespace sluice::sandbox
