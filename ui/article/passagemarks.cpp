// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagemarks.h"

#include <algorithm>

namespace pq {

void PassageMarks::assign(const QList<Passage> &passages)
{
    *this = PassageMarks();
    std::vector<SpanIndex::Entry> entries;
    entries.reserve(size_t(passages.size()));
    m_slots.reserve(size_t(passages.size()));
    m_numbers.reserve(passages.size());
    for (const Passage &passage : passages) {
        if (!passage.fragments.isEmpty())
            store(passage, &entries);
    }
    m_index = SpanIndex(std::move(entries));
}

void PassageMarks::put(const Passage &passage)
{
    remove(passage.id);
    if (!passage.fragments.isEmpty())
        store(passage, nullptr);
}

PassageMarks::Number PassageMarks::store(const Passage &passage, std::vector<SpanIndex::Entry> *entries)
{
    Number number = Number(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    auto tag = m_tagNumbers.find(passage.tag);
    if (tag == m_tagNumbers.end()) {
        tag = m_tagNumbers.insert(passage.tag, quint32(m_tags.size()));
        m_tags.append(passage.tag);
    }
    const TextSpan first = passage.fragments.first().span;
    const bool more = passage.fragments.size() > 1;
    m_slots[number] = {passage.id, qint32(first.begin.value), qint32(first.end.value), *tag, passage.state, more};
    m_numbers.insert(passage.id, number);
    QList<TextSpan> rest;
    for (const Fragment &fragment : passage.fragments) {
        if (entries)
            entries->push_back({qint32(fragment.span.begin.value), qint32(fragment.span.end.value), number});
        else
            m_index.insert(fragment.span, number);
        if (fragment.span != first)
            rest.append(fragment.span);
    }
    if (more)
        m_more.insert(number, rest);
    return number;
}

bool PassageMarks::remove(PassageId id)
{
    const auto found = m_numbers.constFind(id);
    if (found == m_numbers.constEnd())
        return false;
    const Number number = *found;
    m_numbers.erase(found);
    for (const QList<TextSpan> spans = fragmentsOf(number); const TextSpan &span : spans)
        m_index.remove(span, number);
    m_more.remove(number);
    m_slots[number] = {};
    m_free.push_back(number);
    return true;
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
    return {slot.id, m_tags[slot.tag], slot.state, extent};
}

QList<TextSpan> PassageMarks::fragments(PassageId id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.constEnd() ? QList<TextSpan>() : fragmentsOf(*found);
}

QList<PassageMarks::Hit> PassageMarks::meeting(const TextSpan &window) const
{
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
        over.append({hit.fragment.length(), m_slots[hit.number].id});
    // Of equally long ones the newest is on top, as it is painted.
    std::ranges::sort(
        over, [](const Over &a, const Over &b) { return a.length != b.length ? a.length < b.length : b.id < a.id; });
    QList<PassageId> result;
    for (const Over &o : std::as_const(over))
        result.append(o.id);
    return result;
}

SpanIndex::Entry PassageMarks::entryOf(PassageId id) const
{
    const Number number = m_numbers.value(id);
    const Slot &slot = m_slots[number];
    return {slot.begin, slot.end, number};
}

/// Walks on until an entry is its passage's first fragment.
PassageId PassageMarks::firstOf(std::optional<SpanIndex::Entry> entry, bool forward) const
{
    while (entry) {
        const Slot &slot = m_slots[entry->number];
        if (slot.begin == entry->begin && slot.end == entry->end)
            return slot.id;
        entry = forward ? m_index.after(*entry) : m_index.before(*entry);
    }
    return {};
}

PassageId PassageMarks::after(PassageId id) const
{
    return contains(id) ? firstOf(m_index.after(entryOf(id)), true) : PassageId();
}

PassageId PassageMarks::before(PassageId id) const
{
    return contains(id) ? firstOf(m_index.before(entryOf(id)), false) : PassageId();
}

PassageId PassageMarks::firstFrom(TextPosition position) const
{
    // Before every entry that begins there.
    const SpanIndex::Entry probe{qint32(position.value) - 1, 0, ~0U};
    return firstOf(m_index.after(probe), true);
}

PassageId PassageMarks::lastBefore(TextPosition position) const
{
    const SpanIndex::Entry probe{qint32(position.value) - 1, -1, ~0U};
    return firstOf(m_index.before(probe), false);
}

}
