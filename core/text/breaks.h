// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <unicode/brkiter.h>

namespace pq {

/// ICU's breaks of one stretch of UTF-16, counted in UTF-16 from its begin; those of words and sentences only
/// where no grapheme cluster is split, those of sentences not after abbreviations. Making one costs next to
/// nothing: each thread keeps the iterators that it made. So only one may be in use in a thread at a time, and
/// no longer than the characters it looks at. Internal to core/text.
class Breaks
{
public:
    enum class Kind { Characters, Words, Sentences };
    Breaks(Kind kind, QStringView stretch);

    [[nodiscard]] bool at(qsizetype position) const;
    /// The stretch's end when nothing follows.
    [[nodiscard]] qsizetype after(qsizetype position) const;
    /// 0 when nothing precedes.
    [[nodiscard]] qsizetype before(qsizetype position) const;
    /// Whether a word (letters, digits, ideographs) ends at @p position, which is a break.
    [[nodiscard]] bool wordEndsAt(qsizetype position) const;

private:
    [[nodiscard]] bool isOurs(qsizetype found) const;

    Kind m_kind;
    QStringView m_stretch;
    icu::BreakIterator &m_iterator;
    icu::BreakIterator &m_characters;
};

}
