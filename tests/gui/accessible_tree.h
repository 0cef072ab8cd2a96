#pragma once

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QCoreApplication>
#include <QImage>
#include <QLabel>
#include <QSet>
#include <QTest>
#include <QWidget>

/// What a screen reader and a keyboard user meet: the tree of QAccessible of a window, and its chain of Tab stops. Each
/// function returns complaints in words; an empty list is success.
namespace sluice::tests {

inline QString called(const QWidget *widget) {
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
}

inline bool isTabStop(const QWidget *widget) {
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
           !widget->focusProxy();
}

inline bool isItem(QAccessible::Role role) {
    return role == QAccessible::Cell || role == QAccessible::ListItem || role == QAccessible::TreeItem ||
           role == QAccessible::ColumnHeader || role == QAccessible::RowHeader;
}

/// Everything that takes the focus has a name and a role that says what it is.
inline QStringList unnamed(QAccessibleInterface *node, int depth = 0) {
    QStringList complaints;
    if (!node || !node->isValid() || depth > 40 || node->state().invisible)
        return complaints;
    QWidget *widget = qobject_cast<QWidget *>(node->object());
    // Items of a view are named by their model; an empty cell is an empty cell.
    if (node->state().focusable && !isItem(node->role()) && (!widget || isTabStop(widget))) {
        const QString who = widget ? called(widget) : QStringLiteral("node of %1").arg(static_cast<int>(node->role()));
        if (node->text(QAccessible::Name).trimmed().isEmpty() && !(widget && widget->isWindow()))
            complaints << who + QStringLiteral(" has no name");
        if (node->role() == QAccessible::NoRole || node->role() == QAccessible::Client)
            complaints << who + QStringLiteral(" has no role");
    }
    // Views answer for thousands of cells; what is in them is the models' business.
    if (qobject_cast<QAbstractItemView *>(node->object()))
        return complaints;
    for (int i = 0; i < node->childCount(); ++i)
        complaints << unnamed(node->child(i), depth + 1);
    return complaints;
}

/// The Tab stops in the order in which Tab reaches them; ends where it began.
inline QList<QWidget *> tabOrder(QWidget *window) {
    constexpr int kSections = 4; ///< a date has parts that Tab visits one by one; more of the same is a trap
    QList<QWidget *> order;
    int stays = 0;
    for (int i = 0; i < 200; ++i) {
        QWidget *focused = window->focusWidget();
        QTest::keyClick(focused ? focused : window, Qt::Key_Tab);
        focused = window->focusWidget();
        stays = !order.isEmpty() && order.last() == focused ? stays + 1 : 0;
        if (stays > 0 && stays < kSections)
            continue;
        if (!focused || order.contains(focused))
            break;
        order << focused;
    }
    return order;
}

/// Pixels that changed so much that eyes see it (WCAG 2.1, 1.4.11: a contrast of 3 to 1).
inline int changedPixels(const QImage &a, const QImage &b) {
    constexpr double kSeen = 3.0;
    if (a.size() != b.size())
        return a.width() * a.height();
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count +=
                a.pixel(x, y) != b.pixel(x, y) && ui::contrast(a.pixelColor(x, y), b.pixelColor(x, y)) >= kSeen ? 1 : 0;
    return count;
}

/// Each of these shows that it has the focus, in every appearance.
inline QStringList hiddenFocus(const QList<QWidget *> &stops) {
    constexpr int kRing = 40; ///< pixels that a focus mark changes at least: a text cursor alone has fewer
    QStringList complaints;
    for (const ui::Theme::Mode mode : {ui::Theme::Mode::Dark, ui::Theme::Mode::HighContrast, ui::Theme::Mode::Light}) {
        ui::Theme::current()->setMode(mode);
        for (QWidget *widget : stops) {
            widget->clearFocus();
            QCoreApplication::processEvents();
            const QImage without = widget->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            if (changedPixels(without, widget->grab().toImage()) < kRing)
                complaints << called(widget) + QStringLiteral(" does not show the focus in ") +
                                  QVariant::fromValue(mode).toString();
        }
    }
    return complaints;
}

/// Every Tab stop is reached, in reading order (never back to what lies above or to the left, but for the one wrap),
/// and shows that it has the focus.
inline QStringList keyboardComplaints(QWidget *window) {
    QStringList complaints;
    const QList<QWidget *> order = tabOrder(window);
    int wraps = 0;
    for (int i = 1; i < order.size(); ++i) {
        const QRect before(order[i - 1]->mapTo(window, QPoint()), order[i - 1]->size());
        const QRect after(order[i]->mapTo(window, QPoint()), order[i]->size());
        const bool above =
            after.bottom() < before.top() && after.left() <= before.right(); // else it is the next column
        const bool left =
            after.top() <= before.bottom() && after.bottom() >= before.top() && after.right() < before.left();
        if ((above || left) && ++wraps > 1)
            complaints << QStringLiteral("Tab jumps back from %1 to %2").arg(called(order[i - 1]), called(order[i]));
    }
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!isTabStop(widget) || widget->window() != window)
            continue;
        // Of a group of radio buttons Tab reaches one; the arrow keys the others.
        const bool radio = widget->inherits("QRadioButton");
        if (!radio && !order.contains(widget))
            complaints << called(widget) + QStringLiteral(" is not reached by Tab");
    }
    return complaints + hiddenFocus(order);
}

} // namespace sluice::tests
