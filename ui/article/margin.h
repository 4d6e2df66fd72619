// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/article/visibleblocks.h"
#include "ui/parts/glyphs.h"
#include "ui/theme.h"

#include <QRect>

#include <variant>

class QFontMetrics;
class QPainter;

namespace pq {

using CardId = std::variant<ClaimId, NoteId>;

/// What stands in the margin beside the line with @p position.
struct MarginCard
{
    CardId id;
    TextPosition position;
    QString title;
    QString text; ///< as much of it as two lines hold is shown
    Glyph verdict = Glyph::None; ///< at the end of the title

    friend bool operator==(const MarginCard &, const MarginCard &) = default;
};

/// Cards beside the lines they belong to, pushed apart where they would overlap; dots where there is no room
/// for cards, or where so many stand together that some would be far from their lines. A dot opens when it is
/// pointed at. Places those in view only.
class Margin
{
public:
    struct Placed
    {
        qsizetype card = 0; ///< into cards()
        QRect box;          ///< in the viewport
        int lineY = 0;      ///< middle of the line it belongs to
        [[nodiscard]] bool isDot() const { return box.width() == dotSize; }
    };
    static constexpr int dotSize = 10;

    void setCards(QList<MarginCard> cards);
    [[nodiscard]] const QList<MarginCard> &cards() const { return m_cards; }

    /// The width that cards in @p font want.
    [[nodiscard]] static int wishedWidth(const QFont &font);
    static constexpr int dotsWidth = 18;

    [[nodiscard]] QList<Placed> place(ArticleLayout &layout, const VisibleBlocks &visible, const QFont &font, int x,
                                      int width) const;
    void paint(QPainter &painter, const QList<Placed> &placed, const Theme &theme, const QFont &font, int columnRight,
               qsizetype hovered) const;
    /// Where a dot's card opens, within @p right.
    [[nodiscard]] QRect openBox(const Placed &dot, const QFont &font, int right) const;
    void paintOpen(QPainter &painter, const Placed &dot, const Theme &theme, const QFont &font, int right) const;

private:
    void paintCard(QPainter &painter, const MarginCard &card, const QRect &box, const Theme &theme,
                   const QFont &font) const;
    [[nodiscard]] static int cardHeight(const MarginCard &card, const QFontMetrics &metrics, int width);

    QList<MarginCard> m_cards; ///< ascending by position
};

}
