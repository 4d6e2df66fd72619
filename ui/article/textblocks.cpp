// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/textblocks.h"

#include "core/text/segmentation.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace pq {

namespace {

constexpr qsizetype longest = 4000; // UTF-16 units: about sixty lines

/// Where to end a piece that begins with @p rest, which is longer than a piece may be.
qsizetype pieceLength(QStringView rest)
{
    for (qsizetype i = longest; i > longest / 2; --i) {
        // A mark belongs to the space before it.
        if (rest[i - 1] == u' ' && !rest[i].isMark() && rest[i] != QChar(0x200d))
            return i;
    }
    // No space: at least no character is cut in two.
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme,
                               rest.first(std::min(rest.size(), longest + 200)).toString());
    finder.setPosition(longest);
    if (finder.isAtBoundary())
        return longest;
    const qsizetype before = finder.toPreviousBoundary();
    return before > 0 ? before : longest - (rest[longest - 1].isHighSurrogate() ? 1 : 0);
}

}

TextBlocks::TextBlocks(const Text &text) : m_text(text)
{
    const QList<TextSpan> all = paragraphs(text);
    m_blocks.reserve(size_t(all.size()));
    for (const TextSpan &span : all)
        add(span);
}

void TextBlocks::add(const TextSpan &span)
{
    Utf16Span units = m_text.toUtf16(span);
    m_blocks.push_back({qint32(span.begin.value), qint32(units.begin.value)});
    while (units.length() > longest) {
        units.begin.value += pieceLength(QStringView(m_text.string()).sliced(units.begin.value, units.length()));
        m_blocks.push_back({qint32(m_text.toText(units.begin).value), qint32(units.begin.value)});
    }
}

TextBlock TextBlocks::at(qsizetype index) const
{
    const Begin begin = m_blocks[size_t(index)];
    const QString &string = m_text.string();
    TextBlock block;
    block.span.begin = {begin.position};
    block.units.begin = {begin.unit};
    block.beginsParagraph = begin.unit == 0 || string[begin.unit - 1] == u'\n';
    if (index + 1 == count()) {
        block.span.end = m_text.span().end;
        block.units.end = {string.size()};
        return block;
    }
    const Begin next = m_blocks[size_t(index) + 1];
    block.endsParagraph = string[next.unit - 1] == u'\n';
    const int lineFeed = block.endsParagraph ? 1 : 0;
    block.span.end = {next.position - lineFeed};
    block.units.end = {next.unit - lineFeed};
    return block;
}

qsizetype TextBlocks::indexAt(TextPosition position) const
{
    const auto above = std::ranges::upper_bound(m_blocks, position.value, {}, &Begin::position);
    return std::max<qsizetype>(0, above - m_blocks.begin() - 1);
}

qsizetype TextBlocks::unitsIn(qsizetype index) const
{
    const qsizetype end = index + 1 < count() ? m_blocks[size_t(index) + 1].unit : m_text.string().size();
    return end - m_blocks[size_t(index)].unit;
}

std::vector<qint32> paragraphNumbers(const TextBlocks &blocks)
{
    std::vector<qint32> numbers(size_t(blocks.count()), 0);
    qint32 last = 0;
    for (qsizetype block = 0; block < blocks.count(); ++block) {
        const TextBlock at = blocks.at(block);
        if (at.beginsParagraph && !at.span.isEmpty())
            numbers[size_t(block)] = ++last;
    }
    return numbers;
}

}
