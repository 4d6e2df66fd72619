// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"

#include <QList>
#include <QString>

namespace pq {

/// An immutable text with the map between code points and UTF-16: the only place that converts.
/// A value; copies share their data. The map holds one number for each astral character (above U+FFFF), so
/// for most texts nothing; lookups take O(log of those).
class Text
{
public:
    Text() = default;
    /// @p string must be valid UTF-16 (documents/ sees to it); a lone surrogate counts as one code point.
    explicit Text(QString string);

    [[nodiscard]] const QString &string() const { return m_string; }
    /// In code points.
    [[nodiscard]] qsizetype length() const { return m_string.size() - m_astral.size(); }
    [[nodiscard]] bool isEmpty() const { return m_string.isEmpty(); }
    [[nodiscard]] TextSpan span() const { return {{0}, {length()}}; }
    /// True when @p span is not reversed and lies within the text.
    [[nodiscard]] bool covers(const TextSpan &span) const;

    /// Positions beyond the end are the end; negative ones are 0.
    [[nodiscard]] Utf16Position toUtf16(TextPosition position) const;
    [[nodiscard]] Utf16Span toUtf16(const TextSpan &span) const;
    /// A position inside a surrogate pair is the one before the pair.
    [[nodiscard]] TextPosition toText(Utf16Position position) const;
    /// A span that begins or ends inside a surrogate pair grows to hold the whole pair.
    [[nodiscard]] TextSpan toText(const Utf16Span &span) const;

    /// The exact words; valid as long as this text or a copy of it lives.
    [[nodiscard]] QStringView words(const TextSpan &span) const;

    friend bool operator==(const Text &a, const Text &b) { return a.m_string == b.m_string; }

private:
    QString m_string;
    QList<qsizetype> m_astral; ///< code-point positions of the astral characters, ascending
};

}
