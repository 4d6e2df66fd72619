// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/segmentation.h"

#include <algorithm>
#include <random>
#include <vector>

namespace pq::test {

using namespace Qt::StringLiterals;

/// A text that is edited at random while every character knows where it comes from: so one knows, and need not
/// guess, where a passage of the first version stands in the last. Made of few sentences, so that many come twice.
class TextStory
{
public:
    explicit TextStory(quint64 seed) : m_random(seed)
    {
        for (int i = 0; i < 14; ++i)
            m_sentences.append(randomSentence());
        for (qsizetype paragraphs = 3 + below(6); paragraphs > 0; --paragraphs) {
            Paragraph paragraph;
            for (qsizetype sentences = 2 + below(5); sentences > 0; --sentences)
                paragraph.push_back(written(oneOf(m_sentences)));
            m_paragraphs.push_back(paragraph);
        }
        m_first = m_last = flat();
        m_firstNew = m_next;
    }

    /// Of the paragraphs and sentences of @p text, with one space and one empty line between them.
    TextStory(quint64 seed, const Text &text) : m_random(seed)
    {
        for (const TextSpan &span : pq::paragraphs(text)) {
            Paragraph paragraph;
            for (TextPosition at = span.begin; at < span.end; at = nextBoundary(text, at, Unit::Sentence)) {
                const QString words = text.words(unitAt(text, at, Unit::Sentence)).trimmed().toString();
                if (words.isEmpty())
                    continue;
                m_sentences.append(words);
                paragraph.push_back(written(words));
            }
            if (!paragraph.empty())
                m_paragraphs.push_back(paragraph);
        }
        m_first = m_last = flat();
        m_firstNew = m_next;
    }

    void edit()
    {
        const std::vector<Paragraph> before = m_paragraphs;
        const size_t p = index(m_paragraphs.size());
        Paragraph &paragraph = m_paragraphs[p];
        const size_t s = index(paragraph.size());
        switch (below(11)) {
        case 0: // a sentence that may be there already
            paragraph.insert(paragraph.begin() + qsizetype(s), written(oneOf(m_sentences)));
            break;
        case 1:
            paragraph.insert(paragraph.begin() + qsizetype(s), written(randomSentence()));
            break;
        case 2: { // the same sentence once more, there or elsewhere
            Sentence copy = paragraph[s];
            for (Character &c : copy)
                c.id = m_next++;
            Paragraph &other = m_paragraphs[index(m_paragraphs.size())];
            other.insert(other.begin() + below(qsizetype(other.size()) + 1), copy);
            break;
        }
        case 3:
            paragraph.erase(paragraph.begin() + qsizetype(s));
            break;
        case 4:
            paragraph[s] = written(oneOf(m_sentences));
            break;
        case 5: { // words into a sentence, anywhere
            const Sentence words = written(u" "_s + randomWord());
            Sentence &sentence = paragraph[s];
            sentence.insert(sentence.begin() + below(qsizetype(sentence.size()) + 1), words.begin(), words.end());
            break;
        }
        case 6: { // out of a sentence
            Sentence &sentence = paragraph[s];
            const qsizetype from = below(qsizetype(sentence.size()));
            const qsizetype to = std::min(from + 1 + below(12), qsizetype(sentence.size()));
            sentence.erase(sentence.begin() + from, sentence.begin() + to);
            break;
        }
        case 7: { // one for another
            Sentence &sentence = paragraph[s];
            const qsizetype from = below(qsizetype(sentence.size()));
            const qsizetype to = std::min(from + 1 + below(12), qsizetype(sentence.size()));
            const Sentence words = written(randomWord());
            sentence.erase(sentence.begin() + from, sentence.begin() + to);
            sentence.insert(sentence.begin() + from, words.begin(), words.end());
            break;
        }
        case 8: { // a whole paragraph goes elsewhere
            if (isThereTwice(paragraph))
                break;
            const Paragraph moved = paragraph;
            m_paragraphs.erase(m_paragraphs.begin() + qsizetype(p));
            m_paragraphs.insert(m_paragraphs.begin() + below(qsizetype(m_paragraphs.size()) + 1), moved);
            break;
        }
        case 9: { // two sentences change places
            Paragraph &other = m_paragraphs[index(m_paragraphs.size())];
            Sentence &with = other[index(other.size())];
            if (with.front().kind != paragraph[s].front().kind)
                std::swap(paragraph[s], with);
            break;
        }
        default: { // case and marks
            Character &c = paragraph[s][index(paragraph[s].size())];
            const char32_t other = QChar::toUpper(c.code) == c.code ? QChar::toLower(c.code) : QChar::toUpper(c.code);
            if (other != c.code)
                c = {other, m_next++, c.kind};
            break;
        }
        }
        for (Paragraph &each : m_paragraphs)
            std::erase_if(each, [](const Sentence &sentence) { return sentence.empty(); });
        std::erase_if(m_paragraphs, [](const Paragraph &each) { return each.empty(); });
        if (m_paragraphs.empty())
            m_paragraphs.push_back({written(randomSentence())});
        const Sentence edited = flat();
        if (std::ranges::equal(edited, m_last, {}, &Character::code, &Character::code))
            m_paragraphs = before; // two that are equal changed places: nothing happened
        else
            m_last = edited;
    }

    /// One or two fragments of the first version: sentences, words or any characters.
    QList<TextSpan> passage()
    {
        const auto length = qsizetype(m_first.size());
        const auto isSpace = [this](qsizetype at) { return QChar::isSpace(m_first[size_t(at)].code); };
        const auto isEnd = [this](qsizetype at) {
            return QStringView(u".!?\n").contains(QChar(char16_t(m_first[size_t(at)].code)));
        };
        TextSpan span{{below(length)}, {0}};
        span.end = {std::min(length, span.begin.value + 1 + below(60))};
        const qsizetype kind = below(4);
        if (kind < 3) { // grown to whole words or sentences
            const auto isStop = [&](qsizetype at) { return kind == 0 ? isSpace(at) : isEnd(at); };
            while (span.begin.value > 0 && !isStop(span.begin.value - 1))
                span.begin = span.begin - 1;
            while (span.end.value < length && !isStop(span.end.value - 1))
                span.end = span.end + 1;
        }
        while (span.length() > 1 && isSpace(span.begin.value))
            span.begin = span.begin + 1;
        while (span.length() > 1 && isSpace(span.end.value - 1))
            span.end = span.end - 1;
        if (span.length() < 8 || below(4) > 0)
            return {span};
        const TextPosition middle = span.begin + span.length() / 2;
        return {{span.begin, middle - 1}, {middle + 1, span.end}};
    }

    [[nodiscard]] Text first() const { return textOf(m_first); }
    [[nodiscard]] Text last() const { return textOf(m_last); }

    /// Whether @p now, in the last version, is what became of @p then in the first: the very same characters. Or
    /// characters that nobody can tell from them: all reads as before between two characters that did stay; or
    /// the same words were put in anew, or carried from far away, to where these stood, beside a neighbour that
    /// did stay.
    [[nodiscard]] bool isRight(const TextSpan &then, const TextSpan &now) const
    {
        if (then.length() != now.length())
            return false;
        const qsizetype shift = now.begin - then.begin;
        for (qsizetype at = then.begin.value; at < then.end.value;) {
            qsizetype end = at; // of a stretch of others
            bool isPutInAnew = true;
            for (; end < then.end.value && m_first[size_t(end)].id != m_last[size_t(end + shift)].id; ++end)
                isPutInAnew = isPutInAnew && isSameOrNew(m_first[size_t(end)], m_last[size_t(end + shift)]);
            for (qsizetype i = at; i <= end && i < then.end.value; ++i) {
                if (m_first[size_t(i)].code != m_last[size_t(i + shift)].code)
                    return false;
            }
            isPutInAnew = isPutInAnew || isCarried(at + shift, end + shift);
            const auto isHeldBefore = [&](bool byNew) { return isHeld(at - 1, at - 1 + shift, -1, byNew); };
            const auto isHeldBehind = [&](bool byNew) { return isHeld(end, end + shift, +1, byNew); };
            const bool isTold = end == at || (isHeldBefore(false) && isHeldBehind(false))
                || (isPutInAnew && (isHeldBefore(true) || isHeldBehind(true)));
            if (!isTold)
                return false;
            at = end + 1;
        }
        return true;
    }

    qsizetype below(qsizetype n) { return qsizetype(m_random() % quint64(n)); }

private:
    struct Character
    {
        char32_t code = 0;
        int id = -1; ///< never given twice; -1: what separates sentences and paragraphs
        size_t kind = 0; ///< equal for what was written with the same words
    };
    using Sentence = std::vector<Character>;
    using Paragraph = std::vector<Sentence>;

    size_t index(size_t size) { return size_t(below(qsizetype(size))); }
    QString oneOf(const QStringList &list) { return list[below(list.size())]; }

    QString randomWord()
    {
        static const QStringList words{u"okay"_s,       u"Loki"_s,   u"the"_s,   u"throne"_s, u"I"_s,
                                       u"don’t"_s,      u"want"_s,   u"you"_s,   u"to"_s,     u"be"_s,
                                       u"said"_s,       u"Sylvie"_s, u"שלום"_s,  u"مرحبا"_s,  u"👩‍👩‍👧"_s,
                                       u"cafe\u0301"_s, u"🇩🇪"_s,     u"1987"_s,  u"東京"_s,   u"—"_s,
                                       u"“just”"_s,     u"and"_s,    u"never"_s, u"𝒜lpha"_s,  u"(again)"_s,
                                       u"line"_s,       u"kept"_s,   u"day"_s,   u"before"_s, u"👍🏽"_s};
        return oneOf(words);
    }
    QString randomSentence()
    {
        QStringList words;
        for (qsizetype n = 2 + below(9); n > 0; --n)
            words.append(randomWord());
        static const QStringList ends{u"."_s, u"."_s, u"?"_s, u"!"_s, u".”"_s};
        return words.join(u' ') + oneOf(ends);
    }
    Sentence written(const QString &words)
    {
        Sentence sentence;
        for (const char32_t code : words.toUcs4())
            sentence.push_back({code, m_next++, qHash(words)});
        return sentence;
    }
    /// Paragraphs that began as the same could change places, and it would look as if one of them were edited.
    [[nodiscard]] bool isThereTwice(const Paragraph &paragraph) const
    {
        const auto kind = [](const Sentence &sentence) { return sentence.front().kind; };
        return 1 < std::ranges::count_if(m_paragraphs, [&](const Paragraph &other) {
                   return std::ranges::equal(other, paragraph, {}, kind, kind);
               });
    }
    [[nodiscard]] Sentence flat() const
    {
        Sentence text;
        for (const Paragraph &paragraph : m_paragraphs) {
            if (!text.empty())
                text.insert(text.end(), 2, {U'\n', -1, 0});
            for (size_t i = 0; i < paragraph.size(); ++i) {
                if (i > 0)
                    text.push_back({U' ', -1, 0});
                text.insert(text.end(), paragraph[i].begin(), paragraph[i].end());
            }
        }
        return text;
    }
    static Text textOf(const Sentence &characters)
    {
        QList<char32_t> codes;
        for (const Character &c : characters)
            codes.append(c.code);
        return Text(QString::fromUcs4(codes.constData(), codes.size()));
    }
    [[nodiscard]] bool isSameOrNew(const Character &then, const Character &now) const
    {
        return then.id == now.id || now.id >= m_firstNew;
    }
    /// Whether the sentences of these characters have left both of the neighbours they had in the first version.
    [[nodiscard]] bool isCarried(qsizetype begin, qsizetype end) const
    {
        const auto neighbour = [](const Sentence &text, qsizetype at, int step) {
            while (at >= 0 && at < qsizetype(text.size()) && text[size_t(at)].id < 0)
                at += step;
            return at < 0 || at >= qsizetype(text.size()) ? -1 : text[size_t(at)].id;
        };
        const auto placeOf = [this](int id) {
            return std::ranges::find(m_first, id, &Character::id) - m_first.begin();
        };
        while (begin < end && m_last[size_t(begin)].id < 0)
            ++begin;
        while (begin < end && m_last[size_t(end - 1)].id < 0)
            --end;
        if (begin == end)
            return false;
        while (begin > 0 && m_last[size_t(begin - 1)].id >= 0)
            --begin;
        while (end < qsizetype(m_last.size()) && m_last[size_t(end)].id >= 0)
            ++end;
        return neighbour(m_last, begin - 1, -1) != neighbour(m_first, placeOf(m_last[size_t(begin)].id) - 1, -1)
            && neighbour(m_last, end, +1) != neighbour(m_first, placeOf(m_last[size_t(end - 1)].id) + 1, +1);
    }
    /// Whether all reads as before up to a character that stayed, or to the end of both; @p byNew: without sentences
    /// that were elsewhere before.
    [[nodiscard]] bool isHeld(qsizetype then, qsizetype now, int step, bool byNew) const
    {
        for (bool isSameSentence = true;; then += step, now += step) {
            const bool isEndThen = then < 0 || then >= qsizetype(m_first.size());
            const bool isEndNow = now < 0 || now >= qsizetype(m_last.size());
            if (isEndThen || isEndNow)
                return isEndThen && isEndNow;
            const Character &a = m_first[size_t(then)];
            const Character &b = m_last[size_t(now)];
            isSameSentence = isSameSentence && a.id >= 0;
            if (a.code != b.code || (byNew && !isSameSentence && !isSameOrNew(a, b)))
                return false;
            if (a.id >= 0 && a.id == b.id)
                return true;
        }
    }

    std::mt19937_64 m_random;
    QStringList m_sentences; ///< of which texts are made
    std::vector<Paragraph> m_paragraphs;
    int m_next = 0;
    int m_firstNew = 0; ///< from this id on, characters are none of the first version
    Sentence m_first;
    Sentence m_last;
};

}
