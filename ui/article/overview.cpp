// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/overview.h"

#include <QHash>

#include <algorithm>

namespace pq {

namespace {

/// Where in a block a y of it is, taking its lines for equally long.
TextPosition positionIn(const TextBlocks &blocks, qsizetype block, qint64 y, int height)
{
    const TextSpan span = blocks.at(block).span;
    return {span.begin.value + (height > 0 ? span.length() * y / height : 0)};
}

}

QList<TextPosition> rowBegins(const ArticleLayout &layout, int rows)
{
    const BlockHeights &heights = layout.heights();
    QList<TextPosition> begins;
    begins.reserve(rows + 1);
    for (int row = 0; row < rows; ++row) {
        const qint64 y = heights.total() * row / rows;
        const qsizetype block = heights.blockAt(y);
        begins.append(positionIn(layout.blocks(), block, y - heights.top(block), heights.height(block)));
    }
    begins.append(layout.text().span().end);
    return begins;
}

Overview overview(const PassageMarks &marks, const QList<TextSpan> &hits, const QList<TextPosition> &begins,
                  const std::function<bool(TagId)> &isShown, const QList<TextPosition> &unchecked,
                  const QList<TextSpan> &uncovered)
{
    const qsizetype rows = begins.size() - 1;
    Overview result;
    result.rows.resize(rows);
    if (rows == 0)
        return result;
    const auto rowAt = [&begins, rows](TextPosition position) {
        const auto behind = std::upper_bound(begins.begin(), begins.end(), position);
        return std::clamp<qsizetype>(behind - begins.begin() - 1, 0, rows - 1);
    };

    QHash<TagId, qsizetype> tags;
    QList<TagId> tagOf;
    std::vector<QList<qsizetype>> characters(static_cast<size_t>(rows)); // by tag
    std::vector<qsizetype> reached(static_cast<size_t>(rows), 0);        // how far passages cover the row
    std::vector<qsizetype> covered(static_cast<size_t>(rows), 0);
    for (const PassageMarks::Hit &hit : marks.meeting({begins.first(), begins.last()})) {
        const TagId tag = marks.mark(hit.number).tag;
        if (!isShown(tag))
            continue;
        auto known = tags.constFind(tag);
        if (known == tags.constEnd()) {
            known = tags.insert(tag, tagOf.size());
            tagOf.append(tag);
        }
        for (qsizetype row = rowAt(hit.fragment.begin); row < rows && begins[row] < hit.fragment.end; ++row) {
            const auto r = static_cast<size_t>(row);
            const qsizetype from = std::max(hit.fragment.begin, begins[row]).value;
            const qsizetype to = std::min(hit.fragment.end, begins[row + 1]).value;
            if (characters[r].size() <= *known)
                characters[r].resize(*known + 1, 0);
            characters[r][*known] += to - from;
            covered[r] += std::max<qsizetype>(0, to - std::max(from, reached[r])); // fragments ascend by begin
            reached[r] = std::max(reached[r], to);
        }
    }
    for (qsizetype row = 0; row < rows; ++row) {
        const QList<qsizetype> &counts = characters[static_cast<size_t>(row)];
        const qsizetype length = begins[row + 1].value - begins[row].value;
        if (counts.isEmpty() || length <= 0)
            continue;
        result.rows[row].tag = tagOf[std::ranges::max_element(counts) - counts.begin()];
        result.rows[row].covered = double(covered[static_cast<size_t>(row)]) / double(length);
    }
    for (const TextSpan &hit : hits)
        result.rows[rowAt(hit.begin)].hasHit = true;
    for (const TextSpan &span : uncovered) {
        const qsizetype last = rowAt(span.end - 1);
        for (qsizetype row = rowAt(span.begin); row <= last; ++row)
            result.rows[row].isUncovered = true;
    }
    for (const TextPosition position : unchecked)
        result.rows[rowAt(position)].isUnchecked = true;
    return result;
}

}
