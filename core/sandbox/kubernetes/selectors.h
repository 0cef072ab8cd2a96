#pragma once

#include "core/base/result.h"
#include "core/sandbox/kubernetes/resource_types.h"

namespace sluice::sandbox {

/// labelSelector and fieldSelector of a list, watch or collection delete.
class Selector {
public:
    /// InvalidInput with the text of the 400 answer.
    static Result<Selector> parse(const ResourceType &type, const QString &labels, const QString &fields);
    bool matches(const Json &object) const;
    bool isEmpty() const { return m_labels.isEmpty() && m_fields.isEmpty(); }

private:
    enum class Operator { In, NotIn, Exists, DoesNotExist };
    struct Requirement {
        QString key;
        Operator op = Operator::Exists;
        QStringList values;
    };
    struct Field {
        QStringList path;
        QString value;
        bool equal = true;
    };
    Status addLabels(const QString &text);
    Status addFields(const ResourceType &type, const QString &text);
    QList<Requirement> m_labels;
    QList<Field> m_fields;
};

} // namespace sluice::sandbox
