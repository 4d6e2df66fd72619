// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/fold.h"

#include "core/text/breaks.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace pq {

namespace {

// Characters that never join with a neighbour of this kind: two of them side by side are two grapheme
// clusters, so that most texts need no look at ICU's rules.
bool standsAlone(char16_t c)
{
    return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || c == 0x2030;
}

bool isQuotationMark(char32_t c)
{
    switch (c) {
    case U'´':
    case U'«':
    case U'»':
    case U'‹':
    case U'›':
    case U'′':
    case U'″':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'＂':
    case U'＇':
    case U'ʼ':
        return true;
    default:
        return c >= U'‘' && c <= U'‟';
    }
}

bool isDash(char32_t c)
{
    return (c >= U'‐' && c <= U'―') || c == U'−' || c == U'﹘' || c == U'﹣' || c == U'－';
}

// Soft hyphens, zero-width and bidirectional controls, variation selectors; not the tags of flags.
bool isDropped(char32_t c)
{
    return c == 0xad
        || (c >= 0x300 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)
            && (c < 0xe0020 || c > 0xe007f));
}

constexpr std::array<char16_t, 0x80> asciiFolded = [] {
    std::array<char16_t, 0x80> table{};
    for (char16_t c = 0; c < 0x80; ++c)
        table[c] = c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c;
    for (const char16_t space : {u'\t', u'\n', u'\v', u'\f', u'\r'})
        table[space] = u' ';
    for (const char16_t mark : {u'"', u'\'', u'`'})
        table[mark] = u'\'';
    return table;
}();

bool isMark(char32_t c)
{
    const int8_t category = u_charType(static_cast<UChar32>(c));
    return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

char16_t foldedAscii(char16_t c, Folding folding)
{
    return folding.keepsCase && c >= u'A' && c <= u'Z' ? c : asciiFolded[c];
}

void appendAlike(QString &to, char32_t c, Folding folding)
{
    if (c < 0x80)
        to += QChar(foldedAscii(static_cast<char16_t>(c), folding));
    else if (isQuotationMark(c))
        to += u'\'';
    else if (isDash(c))
        to += u'-';
    else if (QChar::isSpace(c))
        to += u' ';
    else if (!isDropped(c) && !(folding.dropsMarks && isMark(c)))
        to += QChar::fromUcs4(c);
}

// Canonical caseless matching (Unicode 3.13): "é" is the same whether it is one character or two. QString's
// case folding maps single characters only, which leaves "ß" and "ss" apart.
std::u32string decomposed(QStringView cluster, Folding folding)
{
    UErrorCode error = U_ZERO_ERROR;
    static const icu::Normalizer2 *const canonical = icu::Normalizer2::getNFDInstance(error);
    const icu::UnicodeString all(false, cluster.utf16(), static_cast<int32_t>(cluster.size()));
    icu::UnicodeString apart = canonical->normalize(all, error);
    if (!folding.keepsCase)
        apart.foldCase();
    const icu::UnicodeString folded = canonical->normalize(apart, error);
    std::u32string result;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        result += static_cast<char32_t>(folded.char32At(i));
    return result;
}

// Folds a text one grapheme cluster after the other, so that every folded character knows where it is from.
class Folder
{
public:
    Folder(QStringView words, Folding folding) : m_words(words), m_folding(folding) {}

    /// Appends the folded @p words to @p to and, when asked for, where in the words each code unit is from.
    void fold(QString &to, QList<qsizetype> *origins)
    {
        to.reserve(to.size() + m_words.size());
        if (origins)
            origins->reserve(m_words.size());
        bool afterSpace = false;
        for (qsizetype begin = 0; begin < m_words.size();) {
            if (const char16_t c = lone(begin); c != 0) {
                if (c != u' ' || !afterSpace) {
                    to.append(QChar(c));
                    if (origins)
                        origins->append(begin);
                }
                afterSpace = c == u' ';
                ++begin;
                continue;
            }
            const qsizetype end = clusterEnd(begin);
            const qsizetype size = to.size();
            appendCluster(to, begin, end);
            if (to.size() > size) {
                const bool isSpace = isOnlySpace(QStringView(to).sliced(size));
                to.resize(isSpace ? size + (afterSpace ? 0 : 1) : to.size());
                afterSpace = isSpace;
            }
            if (origins)
                origins->resize(to.size(), begin);
            begin = end;
        }
    }

    /// Where the run of white space or the cluster that begins at @p begin ends.
    [[nodiscard]] qsizetype unitEnd(qsizetype begin)
    {
        qsizetype end = clusterEnd(begin);
        if (!isFoldedToSpace(begin, end))
            return end;
        for (qsizetype from = end; from < m_words.size();) {
            const qsizetype next = clusterEnd(from);
            m_cluster.clear();
            appendCluster(m_cluster, from, next);
            if (!m_cluster.isEmpty()) {
                if (!isOnlySpace(m_cluster))
                    break;
                end = next;
            }
            from = next;
        }
        return end;
    }

private:
    // What becomes of the ASCII character at @p i when the next one cannot join it, else 0: nearly every
    // character of an English text.
    [[nodiscard]] char16_t lone(qsizetype i) const
    {
        const char16_t c = m_words[i].unicode();
        if (c >= 0x80 || (i + 1 < m_words.size() && !standsAlone(m_words[i + 1].unicode())))
            return 0;
        return foldedAscii(c, m_folding);
    }

    static bool isOnlySpace(QStringView folded)
    {
        return std::ranges::all_of(folded, [](QChar c) { return c == u' '; });
    }

    bool isFoldedToSpace(qsizetype begin, qsizetype end)
    {
        m_cluster.clear();
        appendCluster(m_cluster, begin, end);
        return !m_cluster.isEmpty() && isOnlySpace(m_cluster);
    }

    qsizetype clusterEnd(qsizetype begin)
    {
        const qsizetype next = begin + 1;
        if (next == m_words.size())
            return next;
        if (standsAlone(m_words[begin].unicode()) && standsAlone(m_words[next].unicode()))
            return next;
        if (!m_breaks)
            m_breaks.emplace(Breaks::Kind::Characters, m_words);
        return m_breaks->after(begin);
    }

    void appendCluster(QString &to, qsizetype begin, qsizetype end) const
    {
        const char16_t first = m_words[begin].unicode();
        if (end - begin == 1 && (first < 0x80 || (first >= 0x2010 && first <= 0x2027))) {
            appendAlike(to, first, m_folding);
        } else {
            for (const char32_t c : decomposed(m_words.sliced(begin, end - begin), m_folding))
                appendAlike(to, c, m_folding);
        }
    }

    QStringView m_words;
    Folding m_folding;
    std::optional<Breaks> m_breaks;
    QString m_cluster;
};

}

QString folded(QStringView words, Folding folding)
{
    QString result;
    Folder(words, folding).fold(result, nullptr);
    return result;
}

QList<TextSpan> find(const Text &text, QStringView words, Folding folding)
{
    const QString wanted = folded(words, folding);
    if (wanted.isEmpty())
        return {};
    QString all;
    QList<qsizetype> origins; // of each unit in all
    Folder folder(text.string(), folding);
    folder.fold(all, &origins);

    // What is found must not begin or end within what became of one cluster.
    const auto isEdge = [&origins](qsizetype i) {
        return i == 0 || i == origins.size() || origins[i] != origins[i - 1];
    };
    QList<TextSpan> found;
    for (qsizetype at = all.indexOf(wanted); at >= 0;) {
        const qsizetype end = at + wanted.size();
        const bool whole = isEdge(at) && isEdge(end);
        if (whole)
            found.append(text.toText(Utf16Span{{origins[at]}, {folder.unitEnd(origins[end - 1])}}));
        at = all.indexOf(wanted, whole ? end : at + 1);
    }
    return found;
}

QList<TextSpan> findExactly(const Text &text, QStringView words)
{
    QList<TextSpan> found;
    const QStringView all = text.string();
    for (qsizetype at = words.isEmpty() ? -1 : all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
        const TextSpan span = text.toText(Utf16Span{{at}, {at + words.size()}});
        if (text.words(span).size() == words.size()) // else it is half of a surrogate pair
            found.append(span);
    }
    return found;
}

}
