// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagemarks.h"

#include <algorithm>

namespace pq {

PassageMarks::PassageMarks(const QList<Passage> &passages)
{
    for (const Passage &passage : passages)
        put(passage);
}

void PassageMarks::takeMore() const
{
    if (!m_feed)
        return;
    const Helping helping = m_feed();
    for (const PlacedFragment &fragment : helping.fragments)
        add(fragment);
    if (!helping.fragments.isEmpty())
        m_taken = helping.fragments.constLast().span.begin;
    if (!helping.isLast)
        return;
    m_feed = {};
    m_numbers.squeeze();
    m_slots.shrink_to_fit();
}

void PassageMarks::takeUntil(TextPosition end) const
{
    while (m_feed && m_taken < end)
        takeMore();
}

void PassageMarks::takeAll() const
{
    while (m_feed)
        takeMore();
}

void PassageMarks::put(const Passage &passage)
{
    remove(passage.id);
    for (const Fragment &fragment : passage.fragments)
        add({fragment.span, passage.id, passage.tag, passage.state});
}

bool PassageMarks::holds(const Passage &passage) const
{
    const std::optional<Number> number = find(passage.id);
    if (!number)
        return false;
    const Mark known = mark(*number);
    return known.tag == passage.tag && known.state == passage.state
        && std::ranges::equal(fragmentsOf(*number), passage.fragments, {}, {}, &Fragment::span);
}

void PassageMarks::add(const PlacedFragment &fragment) const
{
    std::optional<Number> number = m_numbers.find(fragment.passage);
    if (number) {
        m_slots[*number].more = true;
        m_more[*number].append(fragment.span);
    } else {
        auto tag = m_tagNumbers.constFind(fragment.tag);
        if (tag == m_tagNumbers.cend()) {
            tag = m_tagNumbers.insert(fragment.tag, quint32(m_tags.size()));
            m_tags.append(fragment.tag);
        }
        number = m_numbers.insert(fragment.passage);
        if (*number == m_slots.size())
            m_slots.emplace_back();
        m_slots[*number] = {.begin = qint32(fragment.span.begin.value),
                            .end = qint32(fragment.span.end.value),
                            .tag = *tag,
                            .state = fragment.state};
    }
    m_index.insert(fragment.span, *number);
}

bool PassageMarks::remove(PassageId id)
{
    const std::optional<Number> number = find(id);
    if (!number)
        return false;
    for (const QList<TextSpan> spans = fragmentsOf(*number); const TextSpan &span : spans)
        m_index.remove(span, *number);
    m_more.remove(*number);
    m_numbers.remove(id);
    return true;
}

qsizetype PassageMarks::count() const
{
    takeAll();
    return m_numbers.count();
}

std::optional<PassageMarks::Number> PassageMarks::find(PassageId id) const
{
    if (id.isNull())
        return std::nullopt; // the current passage often is none; nothing must be waited for
    takeAll();
    return m_numbers.find(id);
}

QList<TextSpan> PassageMarks::fragmentsOf(Number number) const
{
    const Slot &slot = m_slots[number];
    QList<TextSpan> result{{{slot.begin}, {slot.end}}};
    if (slot.more)
        result += m_more.value(number);
    return result;
}

PassageMarks::Mark PassageMarks::mark(Number number) const
{
    const Slot &slot = m_slots[number];
    TextSpan extent{{slot.begin}, {slot.end}};
    if (slot.more)
        extent.end = m_more.value(number).constLast().end;
    return {m_numbers.id(number), m_tags[slot.tag], slot.state, extent};
}

PassageMarks::Mark PassageMarks::mark(PassageId id) const
{
    return mark(find(id).value());
}

QList<TextSpan> PassageMarks::fragments(PassageId id) const
{
    const std::optional<Number> number = find(id);
    return number ? fragmentsOf(*number) : QList<TextSpan>();
}

QList<PassageMarks::Hit> PassageMarks::meeting(const TextSpan &window) const
{
    takeUntil(window.end);
    QList<Hit> result;
    m_index.visit(window, [&](const SpanIndex::Entry &entry) {
        result.append({entry.span(), entry.number});
        ++m_visited;
    });
    return result;
}

QList<PassageId> PassageMarks::at(TextPosition position) const
{
    struct Over
    {
        qsizetype length;
        PassageId id;
    };
    QList<Over> over;
    for (const QList<Hit> hits = meeting({position, position + 1}); const Hit &hit : hits)
        over.append({hit.fragment.length(), m_numbers.id(hit.number)});
    // Of equally long ones the newest is on top, as it is painted.
    std::ranges::sort(
        over, [](const Over &a, const Over &b) { return a.length != b.length ? a.length < b.length : b.id < a.id; });
    QList<PassageId> result;
    for (const Over &o : std::as_const(over))
        result.append(o.id);
    return result;
}

SpanIndex::Entry PassageMarks::entryOf(Number number) const
{
    const Slot &slot = m_slots[number];
    return {slot.begin, slot.end, number};
}

/// Walks on until an entry is its passage's first fragment.
PassageId PassageMarks::firstOf(std::optional<SpanIndex::Entry> entry, bool forward) const
{
    while (entry) {
        if (entryOf(entry->number) == *entry)
            return m_numbers.id(entry->number);
        entry = forward ? m_index.after(*entry) : m_index.before(*entry);
    }
    return {};
}

PassageId PassageMarks::after(PassageId id) const
{
    const std::optional<Number> number = find(id);
    return number ? firstOf(m_index.after(entryOf(*number)), true) : PassageId();
}

PassageId PassageMarks::before(PassageId id) const
{
    const std::optional<Number> number = find(id);
    return number ? firstOf(m_index.before(entryOf(*number)), false) : PassageId();
}

PassageId PassageMarks::firstFrom(TextPosition position) const
{
    takeAll();
    // Before every entry that begins there.
    const SpanIndex::Entry probe{qint32(position.value) - 1, 0, ~0U};
    return firstOf(m_index.after(probe), true);
}

PassageId PassageMarks::lastBefore(TextPosition position) const
{
    takeAll();
    const SpanIndex::Entry probe{qint32(position.value) - 1, -1, ~0U};
    return firstOf(m_index.before(probe), false);
}

}
