// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/verdictdelegate.h"

#include "ui/parts/glyphs.h"
#include "ui/review/queuemodel.h"

#include <QApplication>
#include <QPainter>

namespace pq {

namespace {

constexpr int glyphSize = 14;
constexpr int gap = 6;

}

VerdictDelegate::VerdictDelegate(const QueueModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
}

void VerdictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor colour = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QueueRow &row = m_model.row(index.row());
    const QRect rect = item.rect.adjusted(gap, 0, -gap, 0);
    const QRectF mark(rect.left(), rect.center().y() - glyphSize / 2.0 + 0.5, glyphSize, glyphSize);
    painter->save();
    paintGlyph(*painter, mark, glyph(row.value), colour);
    if (row.isSignedOff()) // the same once more, in the second hand
        paintGlyph(*painter, mark.translated(glyphSize * 0.45, 0), glyph(row.value), colour);
    painter->restore();
    painter->setPen(colour);
    painter->setFont(item.font);
    const QRect words = rect.adjusted(glyphSize + 2 * gap, 0, 0, 0);
    painter->drawText(words, Qt::AlignLeading | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
}

}
