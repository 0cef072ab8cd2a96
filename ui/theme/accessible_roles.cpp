#include "ui/theme/accessible_roles.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>

namespace sluice::ui {

void installAccessibleRoles() {
    QAccessible::installFactory([](const QString &className, QObject *object) -> QAccessibleInterface * {
        static const QHash<QString, QAccessible::Role> roles{
            {QStringLiteral("sluice::ui::TopologyView"), QAccessible::Graphic},
            {QStringLiteral("sluice::ui::FleetView"), QAccessible::Graphic},
            {QStringLiteral("sluice::ui::CidrMap"), QAccessible::Graphic},
            {QStringLiteral("sluice::ui::TopologyDetails"), QAccessible::Grouping},
            {QStringLiteral("QChartView"), QAccessible::Chart}};
        auto *widget = qobject_cast<QWidget *>(object);
        const auto role = roles.constFind(className);
        return widget && role != roles.constEnd() ? new QAccessibleWidget(widget, *role) : nullptr;
    });
}

} // namespace sluice::ui
