// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"

#include <QList>

namespace pq {

/// A caret, what is selected with it, and the fragments that were set aside before: together they are the
/// selection. A value; who moves the caret sees to it that it stands between two characters.
class TextSelection
{
public:
    [[nodiscard]] TextPosition caret() const { return m_caret; }
    [[nodiscard]] TextPosition anchor() const { return m_anchor; }
    /// Between anchor and caret, without the fragments added before; may be empty.
    [[nodiscard]] TextSpan live() const;
    /// All that is selected: ascending, not empty, apart from each other (what touches is one).
    [[nodiscard]] QList<TextSpan> spans() const;
    [[nodiscard]] bool isEmpty() const { return m_anchor == m_caret && m_added.isEmpty(); }
    [[nodiscard]] bool hasAdded() const { return !m_added.isEmpty(); }

    /// Leaves the anchor where it is when @p select.
    void moveTo(TextPosition caret, bool select);
    /// From @p anchor to @p caret, in either direction.
    void select(TextPosition anchor, TextPosition caret);
    /// Sets the live part aside, so that another can be selected beside it.
    void addLive();
    /// Selects nothing; the caret stays.
    void clear();

    friend bool operator==(const TextSelection &, const TextSelection &) = default;

private:
    TextPosition m_anchor;
    TextPosition m_caret;
    QList<TextSpan> m_added; ///< ascending, apart
};

}
