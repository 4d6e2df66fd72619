// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <vector>

namespace pq {

/// What is laid out as one: a paragraph without its line feed, or a piece of a very long one.
struct TextBlock
{
    TextSpan span;
    Utf16Span units;
    bool beginsParagraph = true;
    bool endsParagraph = true;
};

/// A text cut into blocks of bounded length, so that no paragraph is too long to be laid out within a frame.
/// Takes 8 bytes a block.
class TextBlocks
{
public:
    TextBlocks() : TextBlocks(Text()) {}
    explicit TextBlocks(const Text &text);

    /// At least 1.
    [[nodiscard]] qsizetype count() const { return qsizetype(m_blocks.size()); }
    [[nodiscard]] TextBlock at(qsizetype index) const;
    /// The block that a caret at @p position stands in: between two pieces of a paragraph, the second.
    [[nodiscard]] qsizetype indexAt(TextPosition position) const;
    /// UTF-16 units of the block, without making it.
    [[nodiscard]] qsizetype unitsIn(qsizetype index) const;

private:
    struct Begin
    {
        qint32 position; ///< in code points
        qint32 unit;     ///< in UTF-16
    };
    void add(const TextSpan &span);

    Text m_text;
    std::vector<Begin> m_blocks;
};

/// The number of the paragraph that each block begins, counted from 1; 0 for empty paragraphs, which do not count,
/// and for the further pieces of long ones.
[[nodiscard]] std::vector<qint32> paragraphNumbers(const TextBlocks &blocks);

}
