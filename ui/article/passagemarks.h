// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/text/spanindex.h"
#include "ui/article/passagenumbers.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pq {

/// The passages of one version, as much of them as a view needs: where they are, their tag and their state,
/// without their words. Every question costs what it finds, not what there is. They may come from a feed, in
/// the order of the text, so that the first screen need not wait for the last passage: whoever asks for what
/// has not come yet gets it all the same.
class PassageMarks
{
public:
    using Number = PassageNumbers::Number; ///< names a passage in here as long as it is in here
    struct Helping
    {
        QList<PlacedFragment> fragments; ///< ascending by begin, also from one helping to the next
        bool isLast = true;
    };
    using Feed = std::function<Helping()>;

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

    PassageMarks() = default;
    explicit PassageMarks(const QList<Passage> &passages);
    explicit PassageMarks(Feed feed) : m_feed(std::move(feed)) {}

    /// True when the feed, if there is one, has been emptied.
    [[nodiscard]] bool isComplete() const { return !m_feed; }
    /// Takes the feed's next helping.
    void takeMore() const;

    void put(const Passage &passage);
    /// True when put() would change nothing.
    [[nodiscard]] bool holds(const Passage &passage) const;
    bool remove(PassageId id);

    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] bool contains(PassageId id) const { return find(id).has_value(); }
    /// Of a passage that a question gave; its extent as far as its fragments have come.
    [[nodiscard]] Mark mark(Number number) const;
    [[nodiscard]] PassageId id(Number number) const { return m_numbers.id(number); }
    [[nodiscard]] TagId tag(Number number) const { return m_tags[m_slots[number].tag]; }
    [[nodiscard]] State state(Number number) const { return m_slots[number].state; }
    /// The passage must be in here.
    [[nodiscard]] Mark mark(PassageId id) const;
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
        qint32 begin = 0; ///< of the first fragment
        qint32 end = 0;
        quint32 tag = 0; ///< into m_tags
        State state = State::Accepted;
        bool more = false; ///< further fragments are in m_more
    };
    void add(const PlacedFragment &fragment) const;
    void takeUntil(TextPosition end) const; ///< all fragments that begin before it
    void takeAll() const;
    [[nodiscard]] std::optional<Number> find(PassageId id) const;
    [[nodiscard]] QList<TextSpan> fragmentsOf(Number number) const;
    [[nodiscard]] SpanIndex::Entry entryOf(Number number) const;
    [[nodiscard]] PassageId firstOf(std::optional<SpanIndex::Entry> entry, bool forward) const;

    // What is in here may grow by asking, for it is a part only of what there is as long as there is a feed.
    mutable Feed m_feed;
    mutable TextPosition m_taken; ///< every fragment that begins before it has come
    mutable SpanIndex m_index;    ///< of all fragments
    mutable PassageNumbers m_numbers;
    mutable std::vector<Slot> m_slots;
    mutable QHash<Number, QList<TextSpan>> m_more; ///< fragments after the first; few passages have them
    mutable QList<TagId> m_tags;
    mutable QHash<TagId, quint32> m_tagNumbers;
    mutable qint64 m_visited = 0;
};

}
