#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QRect>
#include <QStringList>

namespace sluice::ui {

/// What a drawing (a QGraphicsView) has to say of its parts, so that assistive technology meets each of them: its items
/// are paint and nothing else.
class DrawingParts {
public:
    virtual ~DrawingParts() = default;
    virtual QStringList partIds() const = 0;
    virtual QString partWords(const QString &id) const = 0;
    virtual QRect partBox(const QString &id) const = 0; ///< in the viewport
    virtual QString focusedPart() const = 0;            ///< where the keyboard is; empty = nowhere
    virtual QString selectedPart() const = 0;
    virtual void focusPart(const QString &id) = 0;
    virtual void pressPart(const QString &id) = 0; ///< as Enter does
};

/// The drawing as one object whose children are its parts, each a button.
class AccessibleDrawing final : public QAccessibleWidget {
public:
    AccessibleDrawing(QWidget *view, DrawingParts *parts);
    ~AccessibleDrawing() override;
    /// The keyboard moved within the drawing: told as the focus of the part.
    static void tellFocus(QWidget *view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    QAccessibleInterface *part(const QString &id) const;
    DrawingParts *m_parts;
    mutable QHash<QString, QAccessible::Id> m_made;
};

} // namespace sluice::ui
