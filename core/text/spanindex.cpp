// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/spanindex.h"

#include <algorithm>

namespace pq {

namespace {
constexpr size_t largestPiece = 512;
}

SpanIndex::Piece SpanIndex::piece(std::vector<Entry> entries)
{
    Piece result;
    result.greatestEnd = std::ranges::max(entries, {}, &Entry::end).end;
    result.entries = std::move(entries);
    return result;
}

SpanIndex::SpanIndex(std::vector<Entry> entries) : m_size(qsizetype(entries.size()))
{
    std::sort(entries.begin(), entries.end());
    constexpr size_t filled = largestPiece / 4 * 3; // room for what is inserted later
    for (size_t i = 0; i < entries.size(); i += filled) {
        const size_t end = std::min(i + filled, entries.size());
        m_pieces.push_back(piece({entries.begin() + qsizetype(i), entries.begin() + qsizetype(end)}));
    }
}

size_t SpanIndex::pieceFor(const Entry &entry) const
{
    const auto above = std::upper_bound(m_pieces.begin(), m_pieces.end(), entry,
                                        [](const Entry &e, const Piece &p) { return e < p.entries.front(); });
    return above == m_pieces.begin() ? 0 : size_t(above - m_pieces.begin()) - 1;
}

void SpanIndex::insert(const TextSpan &span, quint32 number)
{
    const Entry entry{qint32(span.begin.value), qint32(span.end.value), number};
    ++m_size;
    if (m_pieces.empty()) {
        m_pieces.push_back(piece({entry}));
        return;
    }
    const size_t at = pieceFor(entry);
    Piece &home = m_pieces[at];
    home.entries.insert(std::upper_bound(home.entries.begin(), home.entries.end(), entry), entry);
    home.greatestEnd = std::max(home.greatestEnd, entry.end);
    if (home.entries.size() <= largestPiece)
        return;
    const auto middle = home.entries.begin() + qsizetype(home.entries.size() / 2);
    Piece upper = piece({middle, home.entries.end()});
    home = piece({home.entries.begin(), middle});
    m_pieces.insert(m_pieces.begin() + qsizetype(at) + 1, std::move(upper));
}

bool SpanIndex::remove(const TextSpan &span, quint32 number)
{
    const Entry entry{qint32(span.begin.value), qint32(span.end.value), number};
    if (m_pieces.empty())
        return false;
    const size_t at = pieceFor(entry);
    std::vector<Entry> &entries = m_pieces[at].entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), entry);
    if (found == entries.end() || *found != entry)
        return false;
    entries.erase(found);
    --m_size;
    if (entries.empty())
        m_pieces.erase(m_pieces.begin() + qsizetype(at));
    else if (entry.end == m_pieces[at].greatestEnd)
        m_pieces[at].greatestEnd = std::ranges::max(entries, {}, &Entry::end).end;
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
    const std::vector<Entry> &entries = m_pieces[at].entries;
    const auto found = std::upper_bound(entries.begin(), entries.end(), entry);
    if (found != entries.end())
        return *found;
    if (at + 1 < m_pieces.size())
        return m_pieces[at + 1].entries.front();
    return std::nullopt;
}

std::optional<SpanIndex::Entry> SpanIndex::before(const Entry &entry) const
{
    if (m_pieces.empty())
        return std::nullopt;
    const size_t at = pieceFor(entry);
    const std::vector<Entry> &entries = m_pieces[at].entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), entry);
    if (found != entries.begin())
        return *std::prev(found);
    if (at > 0)
        return m_pieces[at - 1].entries.back();
    return std::nullopt;
}

}
