#include "ui/theme/accessible_drawing.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace sluice::ui {

namespace {

QWidget *canvasOf(QWidget *view) {
    auto *area = qobject_cast<QAbstractScrollArea *>(view);
    return area ? area->viewport() : view;
}

/// One part. It outlives a model that no longer has it, and is invalid until a later one has it again.
class Part final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    Part(QWidget *view, DrawingParts *parts, const QString &id)
        : m_view(view)
        , m_parts(parts)
        , m_id(id) {}
    const QString &id() const { return m_id; }

    bool isValid() const override { return m_view && m_parts->partIds().contains(m_id); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::Button; }
    void setText(QAccessible::Text, const QString &) override {}
    QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name && isValid() ? m_parts->partWords(m_id) : QString();
    }
    QRect rect() const override {
        if (!isValid())
            return {};
        QWidget *canvas = canvasOf(m_view);
        const QRect box = m_parts->partBox(m_id);
        return {canvas->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.focused = m_view->hasFocus() && m_parts->focusedPart() == m_id;
        state.selectable = true;
        state.selected = m_parts->selectedPart() == m_id;
        state.invisible = !m_view->isVisible();
        state.offscreen = !canvasOf(m_view)->rect().intersects(m_parts->partBox(m_id));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &action) override {
        if (!isValid())
            return;
        m_view->setFocus(Qt::OtherFocusReason);
        m_parts->focusPart(m_id);
        if (action == pressAction())
            m_parts->pressPart(m_id);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QWidget> m_view;
    DrawingParts *m_parts;
    QString m_id;
};

} // namespace

AccessibleDrawing::AccessibleDrawing(QWidget *view, DrawingParts *parts)
    : QAccessibleWidget(view, QAccessible::Graphic)
    , m_parts(parts) {}

AccessibleDrawing::~AccessibleDrawing() {
    for (const QAccessible::Id id : std::as_const(m_made))
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *AccessibleDrawing::part(const QString &id) const {
    if (id.isEmpty())
        return nullptr;
    const auto made = m_made.constFind(id);
    if (made != m_made.constEnd())
        return QAccessible::accessibleInterface(*made);
    auto *part = new Part(widget(), m_parts, id);
    m_made.insert(id, QAccessible::registerAccessibleInterface(part));
    return part;
}

int AccessibleDrawing::childCount() const {
    return static_cast<int>(m_parts->partIds().size());
}

QAccessibleInterface *AccessibleDrawing::child(int index) const {
    return part(m_parts->partIds().value(index));
}

int AccessibleDrawing::indexOfChild(const QAccessibleInterface *child) const {
    const auto *wanted = dynamic_cast<const Part *>(child);
    return wanted ? static_cast<int>(m_parts->partIds().indexOf(wanted->id())) : -1;
}

QAccessibleInterface *AccessibleDrawing::childAt(int x, int y) const {
    const QPoint point = canvasOf(widget())->mapFromGlobal(QPoint(x, y));
    // The last is painted last: what lies within another comes after it.
    const QStringList ids = m_parts->partIds();
    for (auto id = ids.crbegin(); id != ids.crend(); ++id) {
        if (m_parts->partBox(*id).contains(point))
            return part(*id);
    }
    return nullptr;
}

QAccessibleInterface *AccessibleDrawing::focusChild() const {
    return widget()->hasFocus() ? part(m_parts->focusedPart()) : nullptr;
}

void AccessibleDrawing::tellFocus(QWidget *view) {
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    QAccessibleInterface *drawing = QAccessible::queryAccessibleInterface(view);
    if (QAccessibleInterface *part = drawing ? drawing->focusChild() : nullptr) {
        QAccessibleEvent told(part, QAccessible::Focus);
        QAccessible::updateAccessibility(&told);
    }
}

} // namespace sluice::ui
