// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <optional>
#include <vector>

namespace pq {

/// Gives passages small numbers for as long as they are in here, and finds each from the other in some 25 bytes
/// a passage. Open addressing with linear probing (Knuth, The Art of Computer Programming, volume 3, section
/// 6.4, algorithms L and R).
class PassageNumbers
{
public:
    using Number = quint32;

    [[nodiscard]] qsizetype count() const { return qsizetype(m_ids.size() - m_free.size()); }
    /// Nothing when the passage is not in here.
    [[nodiscard]] std::optional<Number> find(PassageId id) const;
    /// The number must be in use.
    [[nodiscard]] PassageId id(Number number) const { return m_ids[number]; }
    /// The passage must not be in here. Numbers of passages that were removed are given again.
    Number insert(PassageId id);
    /// The passage must be in here.
    void remove(PassageId id);
    /// Gives back what growing has set aside.
    void squeeze() { m_ids.shrink_to_fit(); }

private:
    static constexpr Number none = ~0U;

    [[nodiscard]] size_t homeOf(PassageId id) const { return qHash(id) & (m_places.size() - 1); }
    [[nodiscard]] size_t next(size_t place) const { return (place + 1) & (m_places.size() - 1); }
    /// From one place to another, round the end.
    [[nodiscard]] size_t way(size_t from, size_t to) const { return (to - from) & (m_places.size() - 1); }
    /// Where the passage is, or would be put.
    [[nodiscard]] size_t placeOf(PassageId id) const;
    void grow();

    std::vector<PassageId> m_ids;
    std::vector<Number> m_free;
    std::vector<Number> m_places; ///< a power of two of them, or none
};

}
