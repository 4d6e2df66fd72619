// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/alignment.h"

#include "core/text/tokens.h"
#include "core/text/uniqueruns.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace pq {

namespace {

constexpr qint64 smallGap = 1 << 14;  // tokens by tokens that are aligned word by word at once
constexpr qint64 largeGap = 1 << 18;  // the same where no run divides the gap
constexpr int mostDivisions = 16;     // one within the other
constexpr qint32 shortRun = 4;        // tokens by which copies are known

Alignment::Side sideOf(const Text &text, QHash<QStringView, qint32> &known)
{
    Alignment::Side side{text.string(), tokenBegins(text.string()), {}};
    side.ids.resize(static_cast<size_t>(side.begins.size() - 1));
    for (qint32 i = 0; i < side.size(); ++i) {
        qint32 &id = known[side.token(i)];
        if (id == 0)
            id = static_cast<qint32>(known.size());
        side.ids[static_cast<size_t>(i)] = id;
    }
    return side;
}

struct Gap
{
    qint32 oldBegin, oldEnd, newBegin, newEnd;
    [[nodiscard]] bool isEmpty() const { return oldBegin == oldEnd || newBegin == newEnd; }
    [[nodiscard]] qint64 cells() const { return qint64(oldEnd - oldBegin) * (newEnd - newBegin); }
};

/// Fills in which token became which.
class Aligner
{
public:
    Aligner(const Alignment::Side &old, const Alignment::Side &now, std::vector<qint32> &kept)
        : m_old(old), m_new(now), m_kept(kept)
    {
    }

    void align(Gap gap, int depth = 0)
    {
        while (!gap.isEmpty() && isSame(gap.oldBegin, gap.newBegin))
            keep(gap.oldBegin++, gap.newBegin++);
        while (!gap.isEmpty() && isSame(gap.oldEnd - 1, gap.newEnd - 1))
            keep(--gap.oldEnd, --gap.newEnd);
        if (gap.isEmpty())
            return;
        if (gap.cells() <= smallGap) {
            alignWords(gap);
            return;
        }
        if (depth < mostDivisions) {
            for (const qint32 length : {Alignment::landmark, 3, 1}) {
                if (divide(gap, length, depth))
                    return;
            }
        }
        if (gap.cells() <= largeGap)
            alignWords(gap);
    }

private:
    [[nodiscard]] bool isSame(qint32 i, qint32 j) const
    {
        return m_old.ids[static_cast<size_t>(i)] == m_new.ids[static_cast<size_t>(j)];
    }
    void keep(qint32 i, qint32 j) { m_kept[static_cast<size_t>(i)] = j; }

    /// Keeps the runs that stand once in both sides of the gap, aligns what is between; false when there are none.
    bool divide(const Gap &gap, qint32 length, int depth)
    {
        const auto part = [](const Alignment::Side &side, qint32 begin, qint32 end) {
            return std::span(side.ids).subspan(static_cast<size_t>(begin), static_cast<size_t>(end - begin));
        };
        const std::vector<RunPair> chain = longestChain(
            uniqueRuns(part(m_old, gap.oldBegin, gap.oldEnd), part(m_new, gap.newBegin, gap.newEnd), length));
        qint32 i = gap.oldBegin;
        qint32 j = gap.newBegin;
        for (const RunPair &run : chain) {
            const qint32 oldRun = gap.oldBegin + run.inOld;
            const qint32 newRun = gap.newBegin + run.inNew;
            if (oldRun < i || newRun < j)
                continue; // within the one before it
            align({i, oldRun, j, newRun}, depth + 1);
            for (i = oldRun, j = newRun; i < gap.oldEnd && j < gap.newEnd && isSame(i, j); ++i, ++j)
                keep(i, j);
        }
        if (chain.empty())
            return false;
        align({i, gap.oldEnd, j, gap.newEnd}, depth + 1);
        return true;
    }

    /// The longest common subsequence; white space counts least, and of several the one with the most tokens side
    /// by side is taken.
    void alignWords(const Gap &gap)
    {
        const auto rows = static_cast<size_t>(gap.oldEnd - gap.oldBegin) + 1;
        const auto columns = static_cast<size_t>(gap.newEnd - gap.newBegin) + 1;
        constexpr qint32 never = std::numeric_limits<qint32>::min() / 2;
        m_best.assign(rows * columns, 0);        // from these tokens on
        m_matched.assign(rows * columns, never); // the same when these two match
        const auto at = [columns](size_t i, size_t j) { return i * columns + j; };
        const auto oldAt = [&gap](size_t i) { return gap.oldBegin + static_cast<qint32>(i); };
        const auto newAt = [&gap](size_t j) { return gap.newBegin + static_cast<qint32>(j); };
        constexpr qint32 besideBonus = 2;
        for (size_t i = rows - 1; i-- > 0;) {
            const qint32 weight = tokenKind(m_old.token(oldAt(i))) == TokenKind::Space ? 1 : 8;
            for (size_t j = columns - 1; j-- > 0;) {
                if (isSame(oldAt(i), newAt(j))) {
                    m_matched[at(i, j)] = weight
                        + std::max(m_best[at(i + 1, j + 1)], m_matched[at(i + 1, j + 1)] + besideBonus);
                }
                m_best[at(i, j)] = std::max({m_best[at(i + 1, j)], m_best[at(i, j + 1)], m_matched[at(i, j)]});
            }
        }
        bool besideMatch = false;
        for (size_t i = 0, j = 0; i < rows - 1 && j < columns - 1;) {
            const qint32 matched = m_matched[at(i, j)];
            if (matched != never && matched + (besideMatch ? besideBonus : 0) >= m_best[at(i, j)]) {
                keep(oldAt(i++), newAt(j++));
                besideMatch = true;
            } else {
                besideMatch = false;
                if (m_best[at(i + 1, j)] > m_best[at(i, j + 1)])
                    ++i;
                else
                    ++j;
            }
        }
    }

    const Alignment::Side &m_old;
    const Alignment::Side &m_new;
    std::vector<qint32> &m_kept;
    std::vector<qint32> m_best;
    std::vector<qint32> m_matched;
};

/// How good a place the boundary before token @p i is for something to be put in or left out.
int boundaryWorth(const Alignment::Side &side, qint32 i)
{
    if (i == 0 || i == side.size())
        return 3;
    const auto isSpace = [&side](qint32 token) { return tokenKind(side.token(token)) == TokenKind::Space; };
    const auto endsSentence = [&side](qint32 token) {
        return token >= 0 && tokenKind(side.token(token)) == TokenKind::Mark;
    };
    if (side.token(i).contains(u'\n') || side.token(i - 1).contains(u'\n'))
        return 3;
    if (isSpace(i))
        return endsSentence(i - 1) ? 2 : 1;
    if (isSpace(i - 1))
        return endsSentence(i - 2) ? 2 : 1;
    return 0;
}

}

Alignment::Alignment(const Text &old, const Text &now)
{
    QHash<QStringView, qint32> known;
    m_old = sideOf(old, known);
    m_new = sideOf(now, known);
    m_kept.assign(m_old.ids.size(), -1);
    Aligner(m_old, m_new, m_kept).align({0, m_old.size(), 0, m_new.size()});
    slideGaps();
    findRuns();
    findLandmarks();
    findCopies();
}

qint32 Alignment::Side::tokenAt(qsizetype position) const
{
    return static_cast<qint32>(std::upper_bound(begins.begin(), begins.end() - 1, position) - begins.begin()) - 1;
}

/// "a. (b. )c." and "a(. b). c." are the same text: of the places where something may have been put in or left out,
/// the one between paragraphs or sentences is taken, so that those around it stay whole.
void Alignment::slideGaps()
{
    for (qint32 i = 1, last = -1; i < m_old.size(); ++i) {
        if (m_kept[static_cast<size_t>(i - 1)] >= 0)
            last = i - 1;
        const qint32 next = m_kept[static_cast<size_t>(i)];
        if (next < 0 || last < 0)
            continue;
        const qint32 before = m_kept[static_cast<size_t>(last)];
        const qint32 leftOut = i - last - 1;
        const qint32 putIn = next - before - 1;
        if ((leftOut == 0) == (putIn == 0))
            continue; // nothing between them, or something else
        const Side &side = putIn > 0 ? m_new : m_old;
        const qint32 begin = putIn > 0 ? before + 1 : last + 1;
        const qint32 length = std::max(leftOut, putIn);
        // As far as the gap can slide towards the begin: what goes before it is what it ends with.
        qint32 best = 0;
        int worth = boundaryWorth(side, begin);
        for (qint32 slide = 1; slide <= last + 1 && worth < 3; ++slide) {
            const qint32 from = last + 1 - slide;
            const bool isRun = m_kept[static_cast<size_t>(from)] >= 0
                && m_kept[static_cast<size_t>(from)] == before + 1 - slide;
            if (!isRun
                || side.ids[static_cast<size_t>(begin - slide)]
                    != side.ids[static_cast<size_t>(begin - slide + length)])
                break;
            if (const int better = boundaryWorth(side, begin - slide); better > worth) {
                worth = better;
                best = slide;
            }
        }
        for (qint32 slide = 1; slide <= best; ++slide) {
            const auto from = static_cast<size_t>(last + 1 - slide);
            if (putIn > 0) {
                m_kept[from] += length;
            } else {
                m_kept[from + static_cast<size_t>(length)] = m_kept[from];
                m_kept[from] = -1;
            }
        }
        if (best > 0)
            continue;
        // And towards the end.
        for (qint32 slide = 1; i + slide <= m_old.size() && worth < 3; ++slide) {
            const qint32 to = i + slide - 1;
            const bool isRun = m_kept[static_cast<size_t>(to)] == next + slide - 1;
            if (!isRun
                || side.ids[static_cast<size_t>(begin + slide - 1)]
                    != side.ids[static_cast<size_t>(begin + slide - 1 + length)])
                break;
            if (const int better = boundaryWorth(side, begin + slide); better > worth) {
                worth = better;
                best = slide;
            }
        }
        for (qint32 slide = 1; slide <= best; ++slide) {
            const auto to = static_cast<size_t>(i + slide - 1);
            if (putIn > 0) {
                m_kept[to] -= length;
            } else {
                m_kept[to - static_cast<size_t>(length)] = m_kept[to];
                m_kept[to] = -1;
            }
        }
    }
}

void Alignment::findRuns()
{
    const auto size = m_kept.size();
    m_taken.assign(m_new.ids.size(), false);
    m_runBegin.resize(size);
    m_runEnd.resize(size);
    for (size_t i = 0; i < size; ++i) {
        if (m_kept[i] < 0)
            continue;
        m_taken[static_cast<size_t>(m_kept[i])] = true;
        const bool goesOn = i > 0 && m_kept[i - 1] >= 0 && m_kept[i - 1] + 1 == m_kept[i];
        m_runBegin[i] = goesOn ? m_runBegin[i - 1] : static_cast<qint32>(i);
    }
    for (size_t i = size; i-- > 0;) {
        const bool goesOn = i + 1 < size && m_kept[i] >= 0 && m_kept[i] + 1 == m_kept[i + 1];
        m_runEnd[i] = goesOn ? m_runEnd[i + 1] : static_cast<qint32>(i);
    }
}

void Alignment::findLandmarks()
{
    std::vector<bool> begins(m_kept.size() + 1, false);
    for (const RunPair &run : uniqueRuns(m_old.ids, m_new.ids, landmark)) {
        const auto first = static_cast<size_t>(run.inOld);
        if (m_kept[first] == run.inNew && m_runEnd[first] >= run.inOld + landmark - 1) {
            begins[first] = true;
            continue;
        }
        // What stayed in part only goes on differently.
        bool isKeptInPart = false;
        for (qint32 n = 0; n < landmark; ++n)
            isKeptInPart = isKeptInPart || m_kept[first + static_cast<size_t>(n)] == run.inNew + n;
        if (isKeptInPart)
            continue;
        const bool goesOn = !m_moved.empty() && m_moved.back().to - m_moved.back().from == run.inNew - run.inOld
            && run.inOld < m_moved.back().from + m_moved.back().length;
        if (goesOn)
            continue;
        Moved moved{run.inOld, run.inNew, landmark};
        const auto isSame = [this](qint32 i, qint32 j) {
            return i >= 0 && j >= 0 && i < m_old.size() && j < m_new.size()
                && m_old.ids[static_cast<size_t>(i)] == m_new.ids[static_cast<size_t>(j)];
        };
        for (; isSame(moved.from - 1, moved.to - 1); ++moved.length) {
            --moved.from;
            --moved.to;
        }
        while (isSame(moved.from + moved.length, moved.to + moved.length))
            ++moved.length;
        m_moved.push_back(moved);
    }
    m_landmarksBefore.resize(begins.size());
    qint32 count = 0;
    for (size_t i = 0; i < begins.size(); ++i) {
        m_landmarksBefore[i] = count;
        count += begins[i] ? 1 : 0;
    }
}

bool Alignment::hasLandmark(qint32 begin, qint32 end) const
{
    const qint32 last = end - landmark + 1; // where one may begin
    return begin <= last
        && m_landmarksBefore[static_cast<size_t>(last) + 1] > m_landmarksBefore[static_cast<size_t>(begin)];
}

void Alignment::findCopies()
{
    std::vector<qint32> fresh = m_new.ids; // what is not new stands for nothing
    for (size_t j = 0; j < fresh.size(); ++j) {
        if (m_taken[j])
            fresh[j] = -1;
    }
    m_copiesBefore.assign(1, 0);
    for (const bool isCopied : runsAlsoIn(m_old.ids, fresh, shortRun))
        m_copiesBefore.push_back(m_copiesBefore.back() + (isCopied ? 1 : 0));
}

double Alignment::copied(qint32 begin, qint32 end) const
{
    const qint32 runs = end - begin + 1 - shortRun + 1;
    if (runs <= 0)
        return 0;
    const qint32 copies = m_copiesBefore[static_cast<size_t>(begin + runs)]
        - m_copiesBefore[static_cast<size_t>(begin)];
    return static_cast<double>(copies) / runs;
}

}
