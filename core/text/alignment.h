// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/text.h"

#include <QList>

#include <vector>

namespace pq {

/// Two versions of a text, token by token (core/text/tokens.h): what stayed and what went elsewhere. Made in time
/// that grows with the texts, however different they are: runs of tokens that stand once in either text divide
/// them (patience diff, Bram Cohen), shorter ones divide what is between, and only small gaps are aligned by their
/// longest common subsequence; a gap that is long and has nothing in common stays open. Internal to core/text.
class Alignment
{
public:
    Alignment(const Text &old, const Text &now);

    /// One of the two texts.
    struct Side
    {
        QString string;
        QList<qsizetype> begins;  ///< of the tokens in UTF-16, and the length
        std::vector<qint32> ids;  ///< equal for equal tokens of both sides

        [[nodiscard]] qint32 size() const { return static_cast<qint32>(ids.size()); }
        [[nodiscard]] QStringView token(qint32 i) const
        {
            return QStringView(string).sliced(begins[i], begins[i + 1] - begins[i]);
        }
        /// The token that holds this UTF-16 unit.
        [[nodiscard]] qint32 tokenAt(qsizetype position) const;
    };
    [[nodiscard]] const Side &old() const { return m_old; }
    [[nodiscard]] const Side &now() const { return m_new; }

    /// The new text's token that this one became, or -1. Ascends where it is not -1.
    [[nodiscard]] qint32 kept(qint32 oldToken) const { return m_kept[static_cast<size_t>(oldToken)]; }
    /// The first and the last token of the unbroken run of kept tokens around this one, which must be kept.
    [[nodiscard]] qint32 runBegin(qint32 oldToken) const { return m_runBegin[static_cast<size_t>(oldToken)]; }
    [[nodiscard]] qint32 runEnd(qint32 oldToken) const { return m_runEnd[static_cast<size_t>(oldToken)]; }
    /// True when another text's token became this token of the new text.
    [[nodiscard]] bool isTaken(qint32 newToken) const { return m_taken[static_cast<size_t>(newToken)]; }

    /// So many tokens make a landmark.
    static constexpr qint32 landmark = 8;
    /// Whether a kept run of tokens, wholly within [begin, end] of the old text, stands exactly once in each of the
    /// two whole texts: nothing else can be taken for it.
    [[nodiscard]] bool hasLandmark(qint32 begin, qint32 end) const;

    /// The share of the runs of four tokens within [begin, end] of the old text that stand in what is new in the new
    /// text: near 1 where a copy of these words has come in.
    [[nodiscard]] double copied(qint32 begin, qint32 end) const;

    /// A run of tokens that stands once in either text but did not keep its place among the others.
    struct Moved
    {
        qint32 from;
        qint32 to;
        qint32 length;
    };
    /// In order of from.
    [[nodiscard]] const std::vector<Moved> &moved() const { return m_moved; }

private:
    void slideGaps();
    void findRuns();
    void findLandmarks();
    void findCopies();

    Side m_old;
    Side m_new;
    std::vector<qint32> m_kept;
    std::vector<qint32> m_runBegin;
    std::vector<qint32> m_runEnd;
    std::vector<bool> m_taken;
    std::vector<qint32> m_landmarksBefore; ///< how many begin before each old token
    std::vector<qint32> m_copiesBefore; ///< how many runs that have a copy begin before each
    std::vector<Moved> m_moved;
};

}
