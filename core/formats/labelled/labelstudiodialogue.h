// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/counting.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pq {

/// What Label Studio shows by its Paragraphs: an array of objects, each with what somebody says and perhaps who. Here
/// it is one text, a line for each: "Noe: I kept it lit."
/// https://labelstud.io/tags/paragraphs
class LabelStudioDialogue
{
public:
    /// A place as results have it.
    struct Place
    {
        qint64 first = 0; ///< paragraph, from 0
        qint64 last = 0;  ///< paragraph
        qint64 begin = 0; ///< in what is said in the first one, in whatever the file counts
        qint64 end = 0;   ///< in what is said in the last one

        friend bool operator==(const Place &, const Place &) = default;
    };

    /// Under which key of a task's "data" the longest one is; empty where there is none.
    [[nodiscard]] static QString keyIn(const QJsonObject &data);
    explicit LabelStudioDialogue(const QJsonArray &paragraphs);

    [[nodiscard]] const QString &text() const { return m_text; }

    /// Nothing when it is empty, reversed or beyond a paragraph, or cuts a character.
    [[nodiscard]] std::optional<TextSpan> spanOf(const Place &place, const Counting &counting) const;
    /// The reverse, in UTF-16 units as Label Studio itself counts in browsers. Nothing when an end lies in a name.
    [[nodiscard]] std::optional<Place> placeOf(const TextSpan &span) const;
    /// What is said in one of the paragraphs; null where there is none.
    [[nodiscard]] const CountedText *paragraph(qint64 number) const;

private:
    struct Paragraph
    {
        CountedText words;
        TextPosition begin; ///< of the words in the text

        [[nodiscard]] TextPosition end() const { return {begin.value + words.text().length()}; }
    };
    [[nodiscard]] qsizetype paragraphAt(TextPosition position) const;

    QString m_text;
    QList<Paragraph> m_paragraphs;
};

/// Takes "start", "end", "startOffset" and "endOffset" out of a result's "value". Nothing, and all is left, where they
/// are no such place.
[[nodiscard]] std::optional<LabelStudioDialogue::Place> takeDialoguePlace(QJsonObject &value);

}
