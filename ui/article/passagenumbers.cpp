// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagenumbers.h"

namespace pq {

std::optional<PassageNumbers::Number> PassageNumbers::find(PassageId id) const
{
    if (m_places.empty())
        return std::nullopt;
    const Number number = m_places[placeOf(id)];
    return number == none ? std::nullopt : std::optional(number);
}

PassageNumbers::Number PassageNumbers::insert(PassageId id)
{
    if (size_t(count() + 1) * 4 > m_places.size() * 3)
        grow();
    Number number = Number(m_ids.size());
    if (m_free.empty()) {
        m_ids.push_back(id);
    } else {
        number = m_free.back();
        m_free.pop_back();
        m_ids[number] = id;
    }
    m_places[placeOf(id)] = number;
    return number;
}

void PassageNumbers::remove(PassageId id)
{
    size_t gap = placeOf(id);
    m_free.push_back(m_places[gap]);
    m_places[gap] = none;
    // What was pushed on by the one that goes moves up, or it would not be found any more.
    for (size_t place = next(gap); m_places[place] != none; place = next(place)) {
        if (way(homeOf(m_ids[m_places[place]]), place) < way(gap, place))
            continue;
        m_places[gap] = m_places[place];
        m_places[place] = none;
        gap = place;
    }
}

size_t PassageNumbers::placeOf(PassageId id) const
{
    size_t place = homeOf(id);
    while (m_places[place] != none && !(m_ids[m_places[place]] == id))
        place = next(place);
    return place;
}

void PassageNumbers::grow()
{
    std::vector<Number> old(m_places.empty() ? 16 : m_places.size() * 2, none);
    old.swap(m_places);
    for (const Number number : old) {
        if (number != none)
            m_places[placeOf(m_ids[number])] = number;
    }
}

}
