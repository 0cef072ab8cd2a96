#include "ui/theme/accessible_roles.h"

#include "ui/theme/accessible_drawing.h"

#include <QHash>
#include <QWidget>

namespace sluice::ui {

namespace {

/// A widget that Qt knows nothing about: when it is named, it is a text (a painted mark, a badge) or the group of what
/// is in it; else a screen reader goes through it without a word.
class PlainWidget final : public QAccessibleWidget {
public:
    explicit PlainWidget(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Client) {}
    QAccessible::Role role() const override {
        if (widget()->accessibleName().isEmpty())
            return QAccessible::Client;
        return childCount() > 0 ? QAccessible::Grouping : QAccessible::StaticText;
    }
};

/// A picture: its name says what is in it, and what it is made of is nobody's business.
class Picture final : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
};

} // namespace

void installAccessibleRoles() {
    QAccessible::installFactory([](const QString &className, QObject *object) -> QAccessibleInterface * {
        static const QHash<QString, QAccessible::Role> roles{
            {QStringLiteral("sluice::ui::TopologyDetails"), QAccessible::Grouping},
            {QStringLiteral("sluice::ui::WizardPage"), QAccessible::Grouping}};
        auto *widget = qobject_cast<QWidget *>(object);
        if (!widget)
            return nullptr;
        if (className == QLatin1String("sluice::ui::TopologyView") ||
            className == QLatin1String("sluice::ui::FleetView"))
            return new AccessibleDrawing(widget, dynamic_cast<DrawingParts *>(widget));
        if (className == QLatin1String("sluice::ui::CidrMap"))
            return new Picture(widget, QAccessible::Graphic);
        if (className == QLatin1String("QChartView"))
            return new Picture(widget, QAccessible::Chart);
        // Only what no class of its own speaks for gets to its base class here.
        if (className == QLatin1String("QWidget") || className == QLatin1String("QFrame"))
            return new PlainWidget(widget);
        const auto role = roles.constFind(className);
        return role != roles.constEnd() ? new QAccessibleWidget(widget, *role) : nullptr;
    });
}

} // namespace sluice::ui
