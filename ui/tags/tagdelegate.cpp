// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagdelegate.h"

#include "ui/tags/tagmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace pq {

namespace {

constexpr int swatchSize = 12;

QPixmap swatch(const QColor &colour, qreal ratio)
{
    QPixmap pixmap(QSize(swatchSize, swatchSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0, 0, swatchSize, swatchSize), 2, 2);
    return pixmap;
}

}

void TagDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Tag tag = index.data(TagModel::TagRole).value<Tag>();
    const Theme theme = Theme::of(option->palette);
    const bool isAside = index.column() != TagModel::NameColumn || tag.retired;
    if (isAside)
        option->palette.setColor(QPalette::Text, theme.dimmed);
    if (index.column() != TagModel::NameColumn || tag.id.isNull())
        return;
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(swatchSize, swatchSize);
    option->icon = QIcon(swatch(theme.line(tag.colour), ratio));
}

void TagDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString key = index.data().toString();
    if (index.column() != TagModel::KeyColumn || key.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor colour = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const int height = item.fontMetrics.height() + 2;
    const int width = qMax(item.fontMetrics.horizontalAdvance(key) + 10, height);
    QRectF cap(0, 0, width, height);
    cap.moveCenter(QRectF(item.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor edge = colour;
    edge.setAlphaF(0.5F);
    painter->setPen(edge);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(colour);
    painter->setFont(item.font);
    painter->drawText(cap, Qt::AlignCenter, key);
    painter->restore();
}

QSize TagDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, option.fontMetrics.height() + 8});
}

}
