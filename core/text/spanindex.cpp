// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/spanindex.h"

#include <algorithm>

namespace pq {

namespace {
constexpr size_t largestPiece = 512;
}

SpanIndex::Bounds SpanIndex::boundsOf(const Piece &piece)
{
    return {piece.front().begin, std::ranges::max(piece, {}, &Entry::end).end};
}

size_t SpanIndex::pieceFor(const Entry &entry) const
{
    const auto above = std::upper_bound(m_pieces.begin(), m_pieces.end(), entry,
                                        [](const Entry &e, const Piece &p) { return e < p.front(); });
    return above == m_pieces.begin() ? 0 : size_t(above - m_pieces.begin()) - 1;
}

void SpanIndex::insert(const TextSpan &span, quint32 number)
{
    const Entry entry{qint32(span.begin.value), qint32(span.end.value), number};
    ++m_size;
    if (m_pieces.empty()) {
        m_pieces.push_back({entry});
        m_bounds.push_back({entry.begin, entry.end});
        return;
    }
    const size_t at = pieceFor(entry);
    Piece &home = m_pieces[at];
    // What comes in order, as from a file, fills pieces instead of leaving half of each empty.
    if (home.size() == largestPiece && at + 1 == m_pieces.size() && home.back() < entry) {
        m_pieces.push_back({entry});
        m_bounds.push_back({entry.begin, entry.end});
        return;
    }
    home.insert(std::upper_bound(home.begin(), home.end(), entry), entry);
    m_bounds[at] = {home.front().begin, std::max(m_bounds[at].greatestEnd, entry.end)};
    if (home.size() <= largestPiece)
        return;
    const auto middle = home.begin() + qsizetype(home.size() / 2);
    Piece upper(middle, home.end());
    home = Piece(home.begin(), middle);
    m_bounds[at] = boundsOf(home);
    m_bounds.insert(m_bounds.begin() + qsizetype(at) + 1, boundsOf(upper));
    m_pieces.insert(m_pieces.begin() + qsizetype(at) + 1, std::move(upper));
}

bool SpanIndex::remove(const TextSpan &span, quint32 number)
{
    const Entry entry{qint32(span.begin.value), qint32(span.end.value), number};
    if (m_pieces.empty())
        return false;
    const size_t at = pieceFor(entry);
    Piece &home = m_pieces[at];
    const auto found = std::lower_bound(home.begin(), home.end(), entry);
    if (found == home.end() || *found != entry)
        return false;
    home.erase(found);
    --m_size;
    if (home.empty()) {
        m_pieces.erase(m_pieces.begin() + qsizetype(at));
        m_bounds.erase(m_bounds.begin() + qsizetype(at));
    } else {
        m_bounds[at] = boundsOf(home);
    }
    return true;
}

QList<SpanIndex::Entry> SpanIndex::meeting(const TextSpan &window) const
{
    QList<Entry> result;
    visit(window, [&result](const Entry &entry) { result.append(entry); });
    return result;
}

std::optional<SpanIndex::Entry> SpanIndex::after(const Entry &entry) const
{
    if (m_pieces.empty())
        return std::nullopt;
    const size_t at = pieceFor(entry);
    const Piece &entries = m_pieces[at];
    const auto found = std::upper_bound(entries.begin(), entries.end(), entry);
    if (found != entries.end())
        return *found;
    if (at + 1 < m_pieces.size())
        return m_pieces[at + 1].front();
    return std::nullopt;
}

std::optional<SpanIndex::Entry> SpanIndex::before(const Entry &entry) const
{
    if (m_pieces.empty())
        return std::nullopt;
    const size_t at = pieceFor(entry);
    const Piece &entries = m_pieces[at];
    const auto found = std::lower_bound(entries.begin(), entries.end(), entry);
    if (found != entries.begin())
        return *std::prev(found);
    if (at > 0)
        return m_pieces[at - 1].back();
    return std::nullopt;
}

}
