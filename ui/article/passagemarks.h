// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/text/spanindex.h"

#include <QHash>

#include <vector>

namespace pq {

/// The passages of one version, as much of them as a view needs: where they are, their tag and their state,
/// without their words. Every question costs what it finds, not what there is.
class PassageMarks
{
public:
    using Number = quint32; ///< names a passage in here as long as it is in here

    struct Mark
    {
        PassageId id;
        TagId tag;
        State state = State::Accepted;
        TextSpan extent;
    };
    struct Hit
    {
        TextSpan fragment;
        Number number = 0;
    };

    void assign(const QList<Passage> &passages);
    void put(const Passage &passage);
    bool remove(PassageId id);

    [[nodiscard]] qsizetype count() const { return m_numbers.size(); }
    [[nodiscard]] bool contains(PassageId id) const { return m_numbers.contains(id); }
    [[nodiscard]] Mark mark(Number number) const;
    /// The passage must be in here.
    [[nodiscard]] Mark mark(PassageId id) const { return mark(m_numbers.value(id)); }
    /// Empty when the passage is not in here.
    [[nodiscard]] QList<TextSpan> fragments(PassageId id) const;

    /// Fragments that share a character with @p window, outer before inner.
    [[nodiscard]] QList<Hit> meeting(const TextSpan &window) const;
    /// Passages over the character at @p position, innermost (the shortest fragment) first.
    [[nodiscard]] QList<PassageId> at(TextPosition position) const;
    /// The passage that begins next after this one in the text (or before it); null at the end.
    [[nodiscard]] PassageId after(PassageId id) const;
    [[nodiscard]] PassageId before(PassageId id) const;
    /// The first passage that begins at or after @p position, the last one that begins before it.
    [[nodiscard]] PassageId firstFrom(TextPosition position) const;
    [[nodiscard]] PassageId lastBefore(TextPosition position) const;

    /// How many fragments were looked at by meeting() and at(); for tests that count work.
    [[nodiscard]] qint64 fragmentsVisited() const { return m_visited; }

private:
    struct Slot
    {
        PassageId id;
        qint32 begin = 0; ///< of the first fragment
        qint32 end = 0;
        quint32 tag = 0; ///< into m_tags
        State state = State::Accepted;
        bool more = false; ///< further fragments are in m_more
    };
    Number store(const Passage &passage, std::vector<SpanIndex::Entry> *entries);
    [[nodiscard]] QList<TextSpan> fragmentsOf(Number number) const;
    [[nodiscard]] SpanIndex::Entry entryOf(PassageId id) const;
    [[nodiscard]] PassageId firstOf(std::optional<SpanIndex::Entry> entry, bool forward) const;

    SpanIndex m_index; ///< of all fragments
    std::vector<Slot> m_slots;
    std::vector<Number> m_free;
    QHash<PassageId, Number> m_numbers;
    QHash<Number, QList<TextSpan>> m_more; ///< fragments after the first; few passages have them
    QList<TagId> m_tags;
    QHash<TagId, quint32> m_tagNumbers;
    mutable qint64 m_visited = 0;
};

}
