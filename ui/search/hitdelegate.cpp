// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hitdelegate.h"

#include "ui/search/hitmodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

namespace pq {

namespace {

constexpr int gap = 8;

}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Hit hit = index.data(HitModel::HitRole).value<Hit>();
    const bool isSelected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = isSelected ? text : Theme::of(item.palette).dimmed;
    QFont strong = item.font;
    strong.setWeight(QFont::Bold);
    const QFontMetrics metrics(item.font);
    const QFontMetrics strongMetrics(strong);

    QStyleOptionViewItem checked = item;
    checked.features |= QStyleOptionViewItem::HasCheckIndicator;
    const int left = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &checked, item.widget).right() + gap;
    QRect line(left, item.rect.top(), item.rect.right() - gap - left, item.rect.height());
    const int titleWidth = std::min(line.width() / 4, metrics.horizontalAdvance(hit.title));
    const QRect title(line.right() - titleWidth, line.top(), titleWidth, line.height());
    line.setRight(title.left() - 2 * gap);
    const int beforeWidth = line.width() * 2 / 5;
    const QRect before(line.left(), line.top(), beforeWidth, line.height());
    const int wordsWidth = std::min(strongMetrics.horizontalAdvance(hit.words) + 2, line.width() - beforeWidth);
    const QRect words(before.right() + 1, line.top(), wordsWidth, line.height());
    const QRect after(words.right() + 1, line.top(), line.right() - words.right(), line.height());

    // The order of the parts is the line's, whatever each part's own direction is.
    constexpr int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute;
    painter->setFont(item.font);
    painter->setPen(dim);
    painter->drawText(before, flags | Qt::AlignRight, metrics.elidedText(hit.before, Qt::ElideLeft, before.width()));
    painter->drawText(after, flags | Qt::AlignLeft, metrics.elidedText(hit.after, Qt::ElideRight, after.width()));
    painter->drawText(title, flags | Qt::AlignRight, metrics.elidedText(hit.title, Qt::ElideRight, title.width()));
    painter->setFont(strong);
    painter->setPen(text);
    painter->drawText(
        words, flags | Qt::AlignLeft,
        strongMetrics.elidedText(QString(hit.words).replace(u'\n', u' '), Qt::ElideMiddle, words.width()));
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {300, QFontMetrics(option.font).lineSpacing() + gap};
}

}
