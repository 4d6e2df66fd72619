// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qreal radius = 4;
constexpr int scrollBarWidth = 12;
constexpr int smallestThumb = 28;

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * share),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * share),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * share));
}

bool hasFocus(const QStyleOption &option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_Enabled;
}

/// A rounded box, with a ring when it has the keyboard.
void paintBox(QPainter *painter, const QStyleOption &option, const QBrush &fill, bool isFocused)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor border = isFocused ? option.palette.highlight().color() : option.palette.mid().color();
    const qreal width = isFocused ? 2 : 1;
    painter->setPen(QPen(border, width));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius,
                             radius);
    painter->restore();
}

QBrush buttonFill(const QStyleOption &option)
{
    const QColor button = option.palette.button().color();
    const QColor text = option.palette.buttonText().color();
    if (!(option.state & QStyle::State_Enabled))
        return option.palette.window();
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return mixed(button, text, 0.16);
    if (option.state & QStyle::State_MouseOver)
        return mixed(button, text, 0.07);
    return button;
}

void paintTab(QPainter *painter, const QStyleOptionTab &tab)
{
    const bool isSelected = tab.state & QStyle::State_Selected;
    const bool isVertical = tab.shape == QTabBar::RoundedWest || tab.shape == QTabBar::RoundedEast
        || tab.shape == QTabBar::TriangularWest || tab.shape == QTabBar::TriangularEast;
    const bool isHovered = tab.state & QStyle::State_MouseOver && !isSelected;
    if (isHovered)
        painter->fillRect(tab.rect.adjusted(2, 2, -2, -2),
                          mixed(tab.palette.window().color(), tab.palette.windowText().color(), 0.06));
    if (!isSelected || isVertical)
        return;
    const QRect rect = tab.rect;
    const bool isBelow = tab.shape == QTabBar::RoundedSouth || tab.shape == QTabBar::TriangularSouth;
    const QRect mark(rect.left() + 6, isBelow ? rect.top() : rect.bottom() - 2, rect.width() - 12, 3);
    painter->fillRect(mark, tab.palette.highlight());
}

}

Style::Style() : QProxyStyle(u"fusion"_s) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth <= 0) { // inside a combo or spin box, which draws the frame
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1), option->palette.base());
            return;
        }
        paintBox(painter, *option, option->palette.base(), hasFocus(*option));
        return;
    }
    case PE_FrameLineEdit:
        paintBox(painter, *option, Qt::NoBrush, hasFocus(*option));
        return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->features & QStyleOptionButton::Flat
            && !(option->state & (State_MouseOver | State_Sunken | State_HasFocus)))
            return;
        const bool isDefault = button && button->features & QStyleOptionButton::DefaultButton
            && option->state & State_Enabled;
        paintBox(painter, *option, buttonFill(*option), hasFocus(*option) || isDefault);
        return;
    }
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On) && option->state & State_Enabled) {
            paintBox(painter, *option, buttonFill(*option), false);
            return;
        }
        if (!(option->state & State_AutoRaise))
            paintBox(painter, *option, buttonFill(*option), hasFocus(*option));
        return;
    case PE_Frame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->frameShape == QFrame::StyledPanel || frame->frameShape == QFrame::NoFrame) {
            paintBox(painter, *option, Qt::NoBrush, hasFocus(*option));
            return;
        }
        break;
    }
    case PE_FrameTabBarBase: {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.mid());
        return;
    }
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          option->palette.mid());
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: {
        const bool isOn = option->state & State_On;
        paintBox(painter, *option, isOn ? option->palette.highlight() : option->palette.base(), hasFocus(*option));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(option->rect).adjusted(3, 3, -3, -3);
        painter->setPen(QPen(isOn ? option->palette.highlightedText() : option->palette.text(), 2, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        if (isOn)
            painter->drawPolyline(QPolygonF{QPointF(box.left(), box.center().y()),
                                            QPointF(box.left() + box.width() * 0.38, box.bottom() - 1),
                                            QPointF(box.right(), box.top() + 1)});
        else if (option->state & State_NoChange)
            painter->drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        painter->restore();
        return;
    }
    case PE_IndicatorRadioButton: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool isOn = option->state & State_On;
        const QRectF circle = QRectF(option->rect).adjusted(1, 1, -1, -1);
        painter->setPen(
            QPen(isOn || hasFocus(*option) ? option->palette.highlight() : option->palette.mid(), isOn ? 4 : 1));
        painter->setBrush(option->palette.base());
        painter->drawEllipse(isOn ? circle.adjusted(1.5, 1.5, -1.5, -1.5) : circle);
        painter->restore();
        return;
    }
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paintTab(painter, *tab);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.window());
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.window());
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          option->palette.mid());
        return;
    case CE_MenuBarItem:
        painter->fillRect(option->rect, option->palette.window());
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool isActive = item->state & State_Selected && item->state & State_Enabled;
            if (isActive)
                painter->fillRect(item->rect, item->palette.highlight());
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, item->state & State_Enabled, item->text,
                         isActive ? QPalette::HighlightedText : QPalette::ButtonText);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool isPlain = widget && widget->autoFillBackground();
        painter->fillRect(option->rect, isPlain ? option->palette.window() : option->palette.base());
        if (!bar || bar->maximum <= bar->minimum)
            return;
        const QRect thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget).adjusted(3, 3, -3, -3);
        const bool isHot = option->state & State_MouseOver || option->activeSubControls & SC_ScrollBarSlider;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(option->palette.base().color(), option->palette.text().color(), isHot ? 0.62 : 0.42));
        const qreal round = qMin(thumb.width(), thumb.height()) / 2.0;
        painter->drawRoundedRect(thumb, round, round);
        painter->restore();
        return;
    }
    if (control == CC_ComboBox) {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (combo && combo->frame) {
            paintBox(painter, *option, combo->editable ? option->palette.base() : buttonFill(*option),
                     hasFocus(*option));
            QStyleOption arrow(*option);
            const QRect room = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
            arrow.rect = QRect(0, 0, 10, 10);
            arrow.rect.moveCenter(room.center());
            arrow.state &= ~(State_HasFocus | State_Sunken);
            QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->frame)
            paintBox(painter, *option, Qt::NoBrush, hasFocus(*option));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

/// Scroll bars have no arrows: wheel, keys and the bar itself do the same.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    const bool isUpright = bar->orientation == Qt::Vertical;
    const int length = isUpright ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int thumb = length;
    if (range > 0)
        thumb = qMin(length,
                     qMax(smallestThumb, static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep))));
    const int begin = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                              bar->upsideDown);
    const auto part = [&](int from, int size) {
        const QRect rect = isUpright ? QRect(0, from, bar->rect.width(), size)
                                     : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return part(begin, thumb);
    case SC_ScrollBarSubPage:
        return part(0, begin);
    case SC_ScrollBarAddPage:
        return part(begin + thumb, length - begin - thumb);
    default:
        return {};
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return smallestThumb;
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 5;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarTabHSpace:
        return 22;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_ToolBarItemSpacing:
        return 3;
    case PM_ToolBarItemMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_EtchDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

}
