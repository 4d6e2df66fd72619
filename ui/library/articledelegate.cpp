// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/articledelegate.h"

#include "ui/library/librarymodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int marginX = 8;
constexpr int marginY = 6;
constexpr int lineGap = 2;

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailFont(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

/// How far the work on it is, in a word or two.
QString progress(const QModelIndex &index)
{
    const auto passages = static_cast<int>(index.data(LibraryModel::PassagesRole).toLongLong());
    const auto claims = static_cast<int>(index.data(LibraryModel::ClaimsRole).toLongLong());
    if (passages < 0)
        return {};
    if (claims > 0) {
        const QString count = ArticleDelegate::tr("%n claim(s)", nullptr, claims);
        const int covered = index.data(LibraryModel::CoverageRole).toInt();
        return covered < 0 ? count : ArticleDelegate::tr("%1 · %2 %", "claims and coverage").arg(count).arg(covered);
    }
    return passages > 0 ? ArticleDelegate::tr("%n passage(s)", nullptr, passages) : ArticleDelegate::tr("new");
}

}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = std::exchange(item.text, QString());
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool isSelected = item.state & QStyle::State_Selected;
    const auto group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor text = item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim = isSelected ? text : Theme::of(item.palette).dimmed;

    const QFont strong = titleFont(item.font);
    const QFont small = detailFont(item.font);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics smallMetrics(small);
    const QRect rect = item.rect.adjusted(marginX, marginY, -marginX, -marginY);
    const QRect first(rect.left(), rect.top(), rect.width(), strongMetrics.lineSpacing());
    const QRect second(rect.left(), first.bottom() + 1 + lineGap, rect.width(), smallMetrics.lineSpacing());

    painter->setFont(strong);
    painter->setPen(text);
    painter->drawText(first, Qt::AlignLeading | Qt::AlignVCenter,
                      strongMetrics.elidedText(title, Qt::ElideRight, first.width()));
    const QString aside = progress(index);
    const int asideWidth = aside.isEmpty() ? 0 : smallMetrics.horizontalAdvance(aside) + marginX;
    QStringList detail{index.data(LibraryModel::OutletRole).toString(),
                       index.data(LibraryModel::PublishedRole).toString()};
    detail.removeAll(QString());
    painter->setFont(small);
    painter->setPen(dim);
    painter->drawText(second, Qt::AlignLeading | Qt::AlignVCenter,
                      smallMetrics.elidedText(detail.join(u" · "_s), Qt::ElideRight, second.width() - asideWidth));
    painter->drawText(second, Qt::AlignTrailing | Qt::AlignVCenter, aside);
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int height = 2 * marginY + QFontMetrics(titleFont(option.font)).lineSpacing() + lineGap
        + QFontMetrics(detailFont(option.font)).lineSpacing();
    return {120, height};
}

}
