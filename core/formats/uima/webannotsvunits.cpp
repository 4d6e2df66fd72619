// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/webannotsvunits.h"

#include "core/formats/uima/caslayers.h"
#include "core/formats/uima/castokens.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Whether a reader puts it between two sentences, or before the first, by itself.
bool isFilledIn(QStringView gap, bool isFirst)
{
    if (!isFirst && gap.startsWith(u'\n'))
        gap = gap.sliced(1);
    else if (!isFirst && !gap.isEmpty())
        return false;
    return std::ranges::all_of(gap, [](QChar c) { return c == u' '; });
}

}

TsvUnits::TsvUnits(const Cas &cas, qint64 sofa, const QString &text)
{
    QList<TsvSentence> sentences;
    QList<TsvUnit> tokens;
    for (const FeatureStructure &structure : cas.structures) {
        const qint64 begin = structure.number(u"begin", -1);
        const qint64 end = structure.number(u"end", -1);
        if (structure.reference(u"sofa") != sofa || begin < 0 || end <= begin || end > text.size())
            continue;
        if (isToken(structure.type))
            tokens.append({begin, end});
        else if (isSentence(structure.type))
            sentences.append({begin, end, structure.text(u"id")});
    }
    if (tokens.isEmpty()) {
        const Text whole(text);
        const Tokens derived = deriveTokens(whole);
        const auto utf16 = [&whole](const TextSpan &span) { return whole.toUtf16(span); };
        for (const TextSpan &token : derived.tokens)
            tokens.append({utf16(token).begin.value, utf16(token).end.value});
        if (sentences.isEmpty()) {
            for (const TextSpan &sentence : derived.sentences)
                sentences.append({utf16(sentence).begin.value, utf16(sentence).end.value});
        }
    }
    std::ranges::stable_sort(tokens, {}, &TsvUnit::begin);
    for (const TsvUnit &token : std::as_const(tokens)) {
        if (m_units.isEmpty() || m_units.last().end <= token.begin)
            m_units.append(token);
    }
    // What stands before the first token has no other place.
    if (const QStringView before = QStringView(text).first(m_units.first().begin); !isFilledIn(before, true))
        m_units.prepend({0, m_units.first().begin});
    m_tokens = m_units.size();
    std::ranges::stable_sort(sentences, {}, &TsvSentence::begin);
    addSentences(sentences, text);
}

/// Each token is in the last sentence that begins before it; a sentence's text ends where what follows is filled in.
void TsvUnits::addSentences(QList<TsvSentence> sentences, const QString &text)
{
    if (sentences.isEmpty() || sentences.first().begin > m_units.first().begin)
        sentences.prepend({m_units.first().begin, m_units.first().end});
    qsizetype place = 0;
    for (qsizetype token = 0; token < m_tokens; ++token) {
        qsizetype own = place;
        while (own + 1 < sentences.size() && sentences[own + 1].begin <= m_units[token].begin)
            ++own;
        if (m_sentences.isEmpty() || own != place) {
            TsvSentence sentence = sentences[own];
            sentence.begin = m_units[token].begin;
            sentence.end = std::max(sentence.end, m_units[token].end);
            m_sentences.append(sentence);
        }
        place = own;
        m_sentences.last().tokens.append(token);
        m_sentences.last().end = std::max(m_sentences.last().end, m_units[token].end);
    }
    for (qsizetype i = 0; i < m_sentences.size(); ++i) {
        const qint64 next = i + 1 < m_sentences.size() ? m_sentences[i + 1].begin : qint64(text.size());
        TsvSentence &sentence = m_sentences[i];
        sentence.end = std::min(sentence.end, next);
        const bool isLast = i + 1 == m_sentences.size();
        if (isLast || !isFilledIn(QStringView(text).sliced(sentence.end, next - sentence.end), false))
            sentence.end = next;
        for (qsizetype j = 0; j < sentence.tokens.size(); ++j)
            m_units[sentence.tokens[j]].id = u"%1-%2"_s.arg(i + 1).arg(j + 1);
    }
}

qsizetype TsvUnits::token(qint64 begin, qint64 end) const
{
    const auto tokens = m_units.begin();
    const auto found = std::lower_bound(tokens, tokens + m_tokens, begin,
                                        [](const TsvUnit &unit, qint64 value) { return unit.begin < value; });
    return found != tokens + m_tokens && found->begin == begin && found->end == end ? found - tokens : -1;
}

qsizetype TsvUnits::part(qsizetype token, qint64 begin, qint64 end)
{
    for (const qsizetype known : std::as_const(m_units[token].parts)) {
        if (m_units[known].begin == begin && m_units[known].end == end)
            return known;
    }
    m_units[token].parts.append(m_units.size());
    m_units.append({begin, end});
    return m_units.size() - 1;
}

QList<qsizetype> TsvUnits::cover(qint64 &begin, qint64 &end)
{
    const auto tokens = std::as_const(m_units).begin();
    if (begin == end) {
        // The token that it ends, is in, or is nearest behind.
        const auto found = std::lower_bound(tokens, tokens + m_tokens, end,
                                            [](const TsvUnit &unit, qint64 value) { return unit.end < value; });
        qsizetype token = found - tokens;
        if (token == m_tokens || (m_units[token].begin > end && token > 0))
            --token;
        begin = end = std::clamp(begin, m_units[token].begin, m_units[token].end);
        return {part(token, begin, end)};
    }
    const auto first = std::upper_bound(tokens, tokens + m_tokens, begin,
                                        [](qint64 value, const TsvUnit &unit) { return value < unit.end; });
    const auto behind = std::lower_bound(tokens, tokens + m_tokens, end,
                                         [](const TsvUnit &unit, qint64 value) { return unit.begin < value; });
    if (behind <= first)
        return {};
    const qsizetype from = first - tokens;
    const qsizetype to = behind - tokens - 1;
    begin = std::max(begin, m_units[from].begin);
    end = std::min(end, m_units[to].end);
    QList<qsizetype> units;
    for (qsizetype token = from; token <= to; ++token) {
        const qint64 partBegin = std::max(begin, m_units[token].begin);
        const qint64 partEnd = std::min(end, m_units[token].end);
        const bool isWhole = partBegin == m_units[token].begin && partEnd == m_units[token].end;
        units.append(isWhole ? token : part(token, partBegin, partEnd));
    }
    return units;
}

void TsvUnits::numberParts()
{
    for (qsizetype token = 0; token < m_tokens; ++token) {
        QList<qsizetype> parts = m_units[token].parts;
        std::ranges::sort(parts, {},
                          [this](qsizetype unit) { return std::pair(m_units[unit].begin, -m_units[unit].end); });
        for (qsizetype i = 0; i < parts.size(); ++i)
            m_units[parts[i]].id = u"%1.%2"_s.arg(m_units[token].id).arg(i + 1);
        m_units[token].parts = parts;
    }
}

}
