// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/article/blockheights.h"
#include "ui/article/textblocks.h"
#include "ui/article/typography.h"

#include <QCache>
#include <QRectF>
#include <QTextLayout>
#include <QVarLengthArray>

#include <functional>
#include <vector>

namespace pq {

/// An article's text in a column. Blocks are laid out when they are asked for and heights of others are
/// estimated, so that nothing costs what the text is long, except setting the text and its width, which touch
/// a few bytes of each block. Coordinates are pixels from the top left of the column or of a block.
class ArticleLayout
{
public:
    /// Formats for a block's text; called when the block is laid out.
    using Formats = std::function<QList<QTextLayout::FormatRange>(QStringView block)>;

    struct Line
    {
        int top = 0; ///< of the band between the middles of the gaps around it
        int height = 0;
        int begin = 0; ///< of its words, in UTF-16 units of the block
        int end = 0;   ///< also behind white space that ends it
        double baseline = 0;
        double lettersTop = 0; ///< within the band
        double lettersHeight = 0;
    };
    struct Laid
    {
        QTextLayout text;
        QList<Line> lines; ///< as many as text has
        bool bidirectional = false;

        /// QTextLine::cursorToX(), which walks along the line, asked once for each place.
        [[nodiscard]] double cursorToX(qsizetype line, int at) const;
        /// The line that a place in the block is on, or the last one before it.
        [[nodiscard]] qsizetype lineWith(int at) const;

    private:
        mutable std::vector<float> m_edges; ///< by place and line; empty until one is asked for
    };
    /// Where a part of one line stands. A part of a bidirectional line may stand at several places.
    struct LinePart
    {
        qsizetype line = 0;
        QRectF box;          ///< as high as the letters
        double baseline = 0;
        int bandTop = 0;
        int bandHeight = 0;
    };

    void setFormats(Formats formats);
    void setText(const Text &text);
    void setTypography(const Typography &typography, int width);
    /// Lays out everything anew when it is next asked for, because colours changed.
    void forgetLayouts() { m_laid.clear(); }

    [[nodiscard]] const Text &text() const { return m_text; }
    [[nodiscard]] const TextBlocks &blocks() const { return m_blocks; }
    [[nodiscard]] const BlockHeights &heights() const { return m_heights; }
    [[nodiscard]] const Typography &typography() const { return m_typography; }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] bool isHeadline(qsizetype block) const { return block == 0 && m_hasHeadline; }

    /// Valid until the next call for another block. Corrects the block's height in heights().
    const Laid &laid(qsizetype block);

    using LineParts = QVarLengthArray<LinePart, 4>;

    /// Where the part of @p span that lies in the block stands, line by line. A span that goes on behind the
    /// block's line feed gets a little more than its last letter.
    [[nodiscard]] LineParts parts(qsizetype block, const TextSpan &span);
    /// @p width wide, as high as the letters.
    [[nodiscard]] QRectF caret(qsizetype block, TextPosition position, int width = 2);
    /// The line of the block that a caret at @p position stands on.
    [[nodiscard]] qsizetype lineAt(qsizetype block, TextPosition position);
    /// The place between two characters nearest to x on the line.
    [[nodiscard]] TextPosition positionOnLine(qsizetype block, qsizetype line, double x);
    /// The place nearest to a point of the block.
    [[nodiscard]] TextPosition positionAt(qsizetype block, const QPointF &point);
    /// The character under a point of the block; empty where there is none.
    [[nodiscard]] TextSpan characterAt(qsizetype block, const QPointF &point);
    /// What stands on the line, without the white space that ends it.
    [[nodiscard]] TextSpan lineSpan(qsizetype block, qsizetype line);

    /// How often a block was laid out since the beginning; for tests that count work.
    [[nodiscard]] qint64 layoutsMade() const { return m_layoutsMade; }

private:
    [[nodiscard]] int estimatedHeight(qsizetype block) const;
    void estimateHeights();
    [[nodiscard]] std::pair<int, int> gapsAround(qsizetype block) const;
    [[nodiscard]] bool isRightToLeft(qsizetype block) const;
    Laid *layOut(qsizetype block);
    [[nodiscard]] qsizetype lineAtY(const Laid &laid, double y) const;

    Formats m_formats;
    Text m_text;
    TextBlocks m_blocks;
    BlockHeights m_heights;
    Typography m_typography;
    int m_width = 400;
    bool m_hasHeadline = false;
    QCache<qsizetype, Laid> m_laid;
    qint64 m_layoutsMade = 0;
};

}
