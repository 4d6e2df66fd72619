// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelstudiodialogue.h"

#include "core/formats/labelled/labelled.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr Counting inBrowsers{PositionUnit::Utf16Units};

/// Under which key the paragraphs have their words: "text", or else where most is.
QString keyOfWords(const QJsonArray &paragraphs)
{
    QHash<QString, qsizetype> sizes;
    for (const auto &each : paragraphs) {
        const QJsonObject paragraph = each.toObject();
        for (auto member = paragraph.constBegin(); member != paragraph.constEnd(); ++member) {
            if (member.value().isString())
                sizes[member.key()] += member.value().toString().size();
        }
    }
    if (sizes.contains(u"text"_s))
        return u"text"_s;
    QStringList keys = sizes.keys();
    keys.sort(); // so that the same is found each time
    const auto most = std::ranges::max_element(keys, {}, [&](const QString &key) { return sizes.value(key); });
    return most == keys.end() ? QString() : *most;
}

/// With a colon behind it.
QString speakerOf(const QJsonObject &paragraph, const QString &keyOfWords)
{
    for (const auto key : {"author"_L1, "speaker"_L1, "name"_L1}) {
        const QString name = key == keyOfWords ? QString() : paragraph.value(key).toString().simplified();
        if (name.isEmpty())
            continue;
        return name.endsWith(u':') ? name + u' ' : name + u": "_s;
    }
    return {};
}

/// Paragraphs' numbers are written as strings.
std::optional<qint64> numberOf(const QJsonValue &value)
{
    if (!value.isString())
        return wholeNumber(value);
    bool isNumber = false;
    const qint64 number = value.toString().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Where in the words the position @p counted is that a program counts as @p counting says.
std::optional<TextPosition> positionIn(const CountedText &words, qint64 counted, const Counting &counting)
{
    if (counted == 0 && !counting.endsAreInclusive)
        return TextPosition{0};
    const auto before = words.spanOf({.begin = 0, .end = counted, .words = {}}, counting);
    return before ? std::optional(before->end) : std::nullopt;
}

}

QString LabelStudioDialogue::keyIn(const QJsonObject &data)
{
    QString key;
    qsizetype longest = 0;
    for (auto member = data.constBegin(); member != data.constEnd(); ++member) {
        const QJsonArray paragraphs = member.value().toArray();
        if (!std::ranges::all_of(paragraphs, [](const QJsonValue &each) { return each.isObject(); }))
            continue;
        const qsizetype size = LabelStudioDialogue(paragraphs).text().size();
        if (size > longest) {
            key = member.key();
            longest = size;
        }
    }
    return key;
}

LabelStudioDialogue::LabelStudioDialogue(const QJsonArray &paragraphs)
{
    const QString key = keyOfWords(paragraphs);
    qsizetype length = 0; // of the text, in code points
    for (const auto &each : paragraphs) {
        const QJsonObject paragraph = each.toObject();
        const CountedText words(paragraph.value(key).toString());
        const QString before = (m_paragraphs.isEmpty() ? QString() : u"\n"_s)
            + CountedText(speakerOf(paragraph, key)).text().string();
        length += Text(before).length();
        m_text += before + words.text().string();
        m_paragraphs.append({words, {length}});
        length += words.text().length();
    }
}

const CountedText *LabelStudioDialogue::paragraph(qint64 number) const
{
    return number >= 0 && number < m_paragraphs.size() ? &m_paragraphs[number].words : nullptr;
}

std::optional<TextSpan> LabelStudioDialogue::spanOf(const Place &place, const Counting &counting) const
{
    const CountedText *first = paragraph(place.first);
    const CountedText *last = paragraph(place.last);
    if (!first || !last)
        return std::nullopt;
    Counting exclusive = counting;
    exclusive.endsAreInclusive = false;
    const auto begin = positionIn(*first, place.begin, exclusive);
    const auto end = positionIn(*last, place.end, counting);
    if (!begin || !end)
        return std::nullopt;
    const TextSpan span{{m_paragraphs[place.first].begin.value + begin->value},
                        {m_paragraphs[place.last].begin.value + end->value}};
    return span.begin < span.end ? std::optional(span) : std::nullopt;
}

qsizetype LabelStudioDialogue::paragraphAt(TextPosition position) const
{
    const auto behind = std::ranges::upper_bound(m_paragraphs, position, {}, &Paragraph::begin);
    if (behind == m_paragraphs.begin() || std::prev(behind)->end() < position)
        return -1;
    return std::prev(behind) - m_paragraphs.begin();
}

std::optional<LabelStudioDialogue::Place> LabelStudioDialogue::placeOf(const TextSpan &span) const
{
    const qsizetype first = paragraphAt(span.begin);
    const qsizetype last = paragraphAt(span.end);
    if (first < 0 || last < 0)
        return std::nullopt;
    const auto counted = [this](qsizetype number, TextPosition position) {
        const Paragraph &paragraph = m_paragraphs[number];
        return paragraph.words.counted({{0}, {position.value - paragraph.begin.value}}, inBrowsers).end;
    };
    return Place{first, last, counted(first, span.begin), counted(last, span.end)};
}

std::optional<LabelStudioDialogue::Place> takeDialoguePlace(QJsonObject &value)
{
    const auto first = numberOf(value.value("start"_L1));
    const auto last = numberOf(value.value("end"_L1));
    const auto begin = numberOf(value.value("startOffset"_L1));
    const auto end = numberOf(value.value("endOffset"_L1));
    if (!first || !last || !begin || !end)
        return std::nullopt;
    for (const auto key : {"start"_L1, "end"_L1, "startOffset"_L1, "endOffset"_L1})
        value.remove(key);
    return LabelStudioDialogue::Place{*first, *last, *begin, *end};
}

}
