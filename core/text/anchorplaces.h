// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/alignment.h"

#include <QHash>

namespace pq {

/// The places in the new text that a passage of the old one may have, each with its confidence. All positions are
/// UTF-16. Internal to core/text.
class AnchorPlaces
{
public:
    explicit AnchorPlaces(const Alignment &alignment);

    struct Place
    {
        QList<Utf16Span> spans; ///< as many as the passage has; empty where nothing is left
        [[nodiscard]] bool isNowhere() const;
        bool isVerbatim = false;
        bool isInOrder = false;
        bool isLookalike = false; ///< the same words stood there before
        double confidence = 0;
    };

    /// Where the tokens around it say that it is; nothing of it may be left.
    [[nodiscard]] Place aligned(const QList<Utf16Span> &passage) const;
    /// Where the same words stand too, all fragments as far from each other; without the place @p aligned.
    [[nodiscard]] QList<Place> verbatim(const QList<Utf16Span> &passage, const Place &aligned) const;
    /// Where a run of tokens around it, or a part of it, went to another place.
    [[nodiscard]] Place moved(const QList<Utf16Span> &passage) const;

private:
    /// Tokens, both included.
    struct Tokens
    {
        qint32 first;
        qint32 last;
    };
    static Tokens tokensOf(const Alignment::Side &side, const Utf16Span &span);
    [[nodiscard]] Utf16Span alignedSpan(const Utf16Span &fragment) const;
    [[nodiscard]] Utf16Span replaced(const Tokens &tokens) const;
    [[nodiscard]] Utf16Span movedSpan(const Utf16Span &fragment) const;
    [[nodiscard]] const Alignment::Moved *runAt(qint32 oldToken) const;
    [[nodiscard]] Utf16Span trimmed(qint32 first, qint32 last) const;
    [[nodiscard]] bool isTaken(const Utf16Span &span) const;
    [[nodiscard]] double sameWords(const Utf16Span &old, const Utf16Span &now) const;
    void judge(Place &place, const QList<Utf16Span> &passage) const;

    const Alignment &m_alignment;
    std::vector<qint32> m_keptBefore; ///< the last kept token before each of the old text; -1 when there is none
    std::vector<qint32> m_keptAfter;  ///< the next one; the old text's size when there is none
    QHash<qint32, QList<qint32>> m_positions; ///< of each token in the new text
};

}
