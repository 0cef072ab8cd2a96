#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

namespace sluice::ui {

namespace {

void roundedBox(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal width = 1,
                qreal radius = space::kRadius) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

/// The outline of an input: red when the field binder marked it ("problem" = error | warning), blue with focus; with
/// both there are two lines.
void inputBox(QPainter *painter, const QRectF &rect, QStyle::State state, const QWidget *widget) {
    const Colours &c = Theme::colours();
    const bool enabled = state & QStyle::State_Enabled;
    const bool focus = enabled && (state & QStyle::State_HasFocus);
    const QString problem = widget ? widget->property("problem").toString() : QString();
    QColor line = enabled ? c.lineStrong : c.line;
    if (problem == QLatin1String("error"))
        line = c.tone(Tone::Fail).ink;
    else if (problem == QLatin1String("warning"))
        line = c.tone(Tone::Unknown).ink;
    else if (focus)
        line = c.focus;
    roundedBox(painter, rect, enabled ? c.card : c.page, line, focus || !problem.isEmpty() ? 2 : 1);
    if (focus && !problem.isEmpty())
        roundedBox(painter, rect.adjusted(2.5, 2.5, -2.5, -2.5), {}, c.focus, 1.5, space::kRadius - 2);
}

void checkMark(QPainter *painter, const QRectF &box, const QColor &ink) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{box.topLeft() + QPointF(box.width() * .24, box.height() * .53),
                                    box.topLeft() + QPointF(box.width() * .43, box.height() * .72),
                                    box.topLeft() + QPointF(box.width() * .77, box.height() * .31)});
    painter->restore();
}

} // namespace

Style::Style(QStyle *base)
    : QProxyStyle(base) {}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const {
    switch (pixmap) {
    case SP_LineEditClearButton:
        return Theme::icon(QStringLiteral("clear"));
    case SP_ToolBarHorizontalExtensionButton: // of every menu bar, too
        return Theme::icon(QStringLiteral("chevron-right"));
    case SP_MessageBoxInformation:
        return Theme::icon(QStringLiteral("info"), Tone::Accent);
    case SP_MessageBoxQuestion:
        return Theme::icon(QStringLiteral("unknown"), Tone::Accent);
    case SP_MessageBoxWarning:
        return Theme::icon(QStringLiteral("warning"), Tone::Unknown);
    case SP_MessageBoxCritical:
        return Theme::icon(QStringLiteral("fail"), Tone::Fail);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

void Style::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QToolButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        header->setHighlightSections(false); // a chosen row makes no title bold
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const {
    const Colours &c = Theme::colours();
    const bool enabled = option->state & State_Enabled;
    switch (element) {
    case PE_PanelLineEdit:
        if (widget && qobject_cast<QAbstractSpinBox *>(widget->parentWidget()))
            return;
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth == 0)
            return;
        inputBox(painter, option->rect, option->state, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton: {
        const bool on = option->state & State_On;
        const bool round = element == PE_IndicatorRadioButton;
        const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        const ToneColours accent = c.tone(Tone::Accent);
        const QColor fill = on ? (enabled ? accent.solid : c.lineStrong) : (enabled ? c.card : c.page);
        roundedBox(painter, box, fill, on ? fill : (enabled ? c.lineStrong : c.line), 1.4, round ? box.width() / 2 : 4);
        if (on && round) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(accent.onSolid);
            painter->drawEllipse(box.center(), box.width() * .2, box.width() * .2);
            painter->restore();
        } else if (on) {
            checkMark(painter, box, accent.onSolid);
        }
        return;
    }
    case PE_PanelButtonTool: {
        const bool on = option->state & State_On;
        const bool hot = enabled && (option->state & (State_MouseOver | State_Sunken));
        if (on || hot)
            roundedBox(painter, option->rect, on ? c.tone(Tone::Accent).soft : c.hover,
                       on ? c.tone(Tone::Accent).line : QColor());
        if (option->state & State_HasFocus)
            roundedBox(painter, option->rect, QColor(), c.focus, 2);
        return;
    }
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            roundedBox(painter, QRectF(option->rect), QColor(), c.focus, 1.6, 4);
        return;
    case PE_Frame:
    case PE_FrameGroupBox:
        roundedBox(painter, option->rect, QColor(), c.line);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), c.line);
        return;
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorBranch: {
        if (!(option->state & State_Children))
            return;
        const QRect box(option->rect.center() - QPoint(6, 6), QSize(12, 12));
        Theme::paintIcon(painter,
                         option->state & State_Open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                         box, c.textSoft);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const Colours &c = Theme::colours();
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const QString kind = widget ? widget->property("tone").toString() : QString();
    const bool enabled = option->state & State_Enabled;
    const bool hot = option->state & State_MouseOver;
    const bool down = option->state & (State_Sunken | State_On);
    const bool primary = kind == QLatin1String("primary") ||
                         (kind.isEmpty() && button && (button->features & QStyleOptionButton::DefaultButton));
    QColor fill = c.card;
    QColor line = enabled ? c.lineStrong : c.line;
    if (primary || kind == QLatin1String("danger")) {
        fill = c.tone(primary ? Tone::Accent : Tone::Danger).solid;
        if (!enabled)
            fill = c.line;
        else if (down)
            fill = fill.darker(118);
        else if (hot)
            fill = fill.darker(108);
        line = QColor();
    } else if (kind == QLatin1String("quiet")) {
        fill = enabled && (hot || down) ? c.hover : QColor();
        line = QColor();
    } else if (kind == QLatin1String("risk") && enabled) {
        fill = hot || down ? c.tone(Tone::Danger).soft : c.card;
        line = c.tone(Tone::Danger).ink;
    } else if (enabled && (hot || down)) {
        fill = c.hover;
    }
    const QRectF rect = option->rect;
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange) {
        roundedBox(painter, rect, QColor(), c.focus, 2, space::kRadius + 1);
        roundedBox(painter, rect.adjusted(3, 3, -3, -3), fill, line, 1, space::kRadius - 2);
    } else {
        roundedBox(painter, rect.adjusted(1, 1, -1, -1), fill, line);
    }
}

void Style::drawTab(const QStyleOption *option, QPainter *painter) const {
    const Colours &c = Theme::colours();
    const bool on = option->state & State_Selected;
    if (option->state & State_MouseOver && !on)
        roundedBox(painter, QRectF(option->rect).adjusted(2, 4, -2, -4), c.hover, QColor());
    if (on)
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16, 2),
                          c.tone(Tone::Accent).solid);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const {
    const Colours &c = Theme::colours();
    switch (element) {
    case CE_PushButtonBevel:
        drawButton(option, painter, widget);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        QStyleOptionButton copy = *button;
        const QString kind = widget ? widget->property("tone").toString() : QString();
        const bool primary = kind == QLatin1String("primary") ||
                             (kind.isEmpty() && (button->features & QStyleOptionButton::DefaultButton));
        if ((primary || kind == QLatin1String("danger")) && (option->state & State_Enabled))
            copy.palette.setColor(QPalette::ButtonText, c.tone(Tone::Accent).onSolid);
        else if (kind == QLatin1String("risk") && (option->state & State_Enabled))
            copy.palette.setColor(QPalette::ButtonText, c.tone(Tone::Danger).ink);
        else if (kind == QLatin1String("quiet") && (option->state & State_Enabled))
            copy.palette.setColor(QPalette::ButtonText, c.tone(Tone::Accent).ink);
        copy.features &= ~QStyleOptionButton::DefaultButton;
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, c.page); // Fusion leaves a bright line here on dark pages.
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_TabBarTabLabel: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            break;
        QStyleOptionTab copy = *tab;
        copy.palette.setColor(QPalette::WindowText, option->state & State_Selected ? c.text : c.textSoft);
        copy.state &= ~State_HasFocus;
        QProxyStyle::drawControl(element, &copy, painter, widget);
        if (option->state & State_HasFocus)
            roundedBox(painter, QRectF(option->rect).adjusted(3, 4, -3, -5), QColor(), c.focus, 2);
        return;
    }
    case CE_HeaderSection:
        painter->fillRect(option->rect, c.card);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader copy = *header;
            copy.palette.setColor(QPalette::ButtonText, c.textSoft);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        roundedBox(painter, option->rect, c.line, QColor(), 0, option->rect.height() / 2.0);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum) {
            QRectF rect = option->rect;
            rect.setWidth(rect.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum));
            if (rect.width() >= 1)
                roundedBox(painter, rect, c.tone(Tone::Accent).solid, QColor(), 0,
                           std::min(rect.height(), rect.width()) / 2.0);
            return;
        } else if (Theme::current() && Theme::current()->isMotionReduced()) {
            // Busy, and still: the whole length in the running colour; what is going on is said in words beside it.
            roundedBox(painter, option->rect, c.tone(Tone::Running).solid, QColor(), 0, option->rect.height() / 2.0);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const {
    const Colours &c = Theme::colours();
    inputBox(painter, option->rect, option->state, widget);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    Theme::paintIcon(painter, QStringLiteral("chevron-down"), QRectF(arrow.center() - QPoint(6, 6), QSizeF(13, 13)),
                     option->state & State_Enabled ? c.textSoft : c.textFaint);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const {
    const Colours &c = Theme::colours();
    switch (control) {
    case CC_ComboBox:
        drawCombo(option, painter, widget);
        return;
    case CC_SpinBox: {
        inputBox(painter, option->rect, option->state, widget);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        for (const auto part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
            const QRect box = proxy()->subControlRect(CC_SpinBox, option, part, widget);
            const bool can = spin && (spin->stepEnabled & (part == SC_SpinBoxUp ? QAbstractSpinBox::StepUpEnabled
                                                                                : QAbstractSpinBox::StepDownEnabled));
            Theme::paintIcon(painter,
                             part == SC_SpinBoxUp ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                             QRectF(box.center() - QPoint(5, 5), QSizeF(11, 11)), can ? c.textSoft : c.textFaint);
        }
        return;
    }
    case CC_Slider: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!slider)
            break;
        QStyleOptionSlider copy = *slider;
        copy.state &= ~State_HasFocus; // Fusion's is a faint line along the groove
        QProxyStyle::drawComplexControl(control, &copy, painter, widget);
        if (option->state & State_HasFocus)
            roundedBox(painter, proxy()->subControlRect(CC_Slider, option, SC_SliderHandle, widget), QColor(), c.focus,
                       2.5);
        return;
    }
    case CC_ScrollBar: {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            break;
        painter->fillRect(option->rect, widget ? widget->palette().color(widget->backgroundRole()) : c.page);
        if (bar->maximum > bar->minimum) {
            const QRectF handle = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
            const bool hot = option->state & State_MouseOver;
            roundedBox(painter,
                       bar->orientation == Qt::Horizontal ? handle.adjusted(2, 3, -2, -3)
                                                          : handle.adjusted(3, 2, -3, -2),
                       hot ? c.lineStrong : c.line.darker(c.dark ? 70 : 112), QColor(), 0, 3);
        }
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const {
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        s.setWidth(s.width() + 12);
        [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        s.setHeight(std::max(s.height(), space::kControl));
        break;
    case CT_ItemViewItem:
        s.setHeight(std::max(s.height(), 28));
        break;
    case CT_HeaderSection:
        s.setHeight(std::max(s.height(), 32));
        break;
    case CT_TabBarTab:
        s += QSize(14, 12);
        break;
    case CT_ToolButton:
        s = s.expandedTo(QSize(30, 30));
        break;
    default:
        break;
    }
    return s;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const bool inSpinBox = widget && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
    if (element == SE_LineEditContents)
        return rect.adjusted(inSpinBox ? 4 : 6, 0, inSpinBox ? 0 : -6, 0);
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 9;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ToolBarFrameWidth:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_Widget_Animation_Duration:
        return Theme::current() && Theme::current()->isMotionReduced()
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace sluice::ui
