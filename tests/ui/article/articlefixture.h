// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/model/tag.h"
#include "core/text/text.h"
#include "ui/article/articleview.h"

#include <QRandomGenerator>
#include <QTest>

namespace pq::test {

/// Emoji with joiners, skin tones and flags, stacked combining marks, right-to-left words, quotes in quotes.
inline Text hardText()
{
    return Text(QStringLiteral(
        "A line that everybody quotes 👩‍👩‍👧‍👦\n"
        "\n"
        "By Zoë Nin\u0303a\n"
        "\n"
        "“He said, ‘keep it lit,’ and then he laughed,” the director says. Mr. Brandt waved 👋🏽 twice. "
        "It was not in the script, and nobody had asked for it; still, the whole room went quiet and stayed so "
        "until somebody coughed and the tape ran out.\n"
        "שלום לכולם, אמר הבמאי, and then he went on in English for a while.\n"
        "Flags 🇮🇸🇩🇰 and a stack: Z\u0351\u036b\u0343a\u0328\u0301lgo e\u0301.\n"
        "Q: Did you write it?\n"
        "A: No. [Laughs] It came from him — all of it."));
}

/// @p paragraphCount paragraphs of about five hundred characters, never two alike.
inline Text longText(int paragraphCount)
{
    QString text = QStringLiteral("A very long conversation\n");
    for (int i = 0; i < paragraphCount; ++i) {
        text += QStringLiteral("Paragraph %1. ").arg(i);
        for (int n = 0; n < 6; ++n)
            text += QStringLiteral("The director recalls take %1, when the lamp went out and somebody said the line. ")
                        .arg(i * 7 + n);
        text += u'\n';
    }
    return Text(text);
}

/// Paragraphs from right to left with Latin words and numbers in them, and the other way round.
inline Text rightToLeftText(int paragraphCount = 12)
{
    QString text;
    for (int i = 0; i < paragraphCount; ++i) {
        text += QStringLiteral("הבמאי אמר: “I kept it lit %1 times”, ואז صمت لحظة وقال مرحبا (123) שוב ושוב עד "
                               "שהמנורה כבתה. ")
                    .arg(i)
                    .repeated(3)
            + u'\n';
        text += QStringLiteral("In the middle קורה משהו 👋🏽 and Z\u0351\u036b\u0343a\u0328\u0301lgo مرحبا بالعالم "
                               "goes on. ")
                    .repeated(2)
            + u'\n';
    }
    return Text(text);
}

inline Tag tag(const QString &name, const QString &colour, const QString &key = {})
{
    Tag t;
    t.id = TagId::create();
    t.name = name;
    t.colour = colour;
    t.key = key;
    return t;
}

inline Passage passageOf(const Text &text, TagId tag, const QList<TextSpan> &spans)
{
    Passage p;
    p.id = PassageId::create();
    p.tag = tag;
    for (const TextSpan &span : spans)
        p.fragments.append({span, text.words(span).toString()});
    return p;
}

/// Where the words stand first at or after @p from.
inline TextSpan spanOf(const Text &text, const QString &words, qsizetype from = 0)
{
    const qsizetype at = text.string().indexOf(words, text.toUtf16(TextPosition{from}).value);
    return at < 0 ? TextSpan() : text.toText(Utf16Span{{at}, {at + words.size()}});
}

/// Over each other, nested and apart, as many as asked for.
inline QList<Passage> manyPassages(const Text &text, const QList<Tag> &tags, int count, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    QList<Passage> result;
    result.reserve(count);
    for (int i = 0; i < count; ++i) {
        const qsizetype begin = random.bounded(qint64(text.length() - 2));
        const qsizetype length = 1 + random.bounded(i % 50 == 0 ? 900 : 90);
        result.append(
            passageOf(text, tags[i % tags.size()].id, {{{begin}, {std::min(begin + length, text.length())}}}));
    }
    return result;
}

}
