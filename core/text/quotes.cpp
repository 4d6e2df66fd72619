// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/quotes.h"

#include "core/text/segmentation.h"

#include <algorithm>

namespace pq {

namespace {

constexpr int farthestParagraph = 1000; // that a quotation is followed to, back and forth
constexpr qsizetype farthestMark = 2000; // characters looked ahead for what an apostrophe could be

struct Open
{
    char16_t mark;
    qsizetype at; ///< in the text's UTF-16
};

// Elisions that begin with a mark which is none.
constexpr QStringView elisions[] = {u"em", u"cause", u"til", u"tis", u"twas", u"n", u"bout", u"round", u"cos"};

bool isSingle(char16_t mark)
{
    return mark == u'\'' || mark == u'‘' || mark == u'’' || mark == u'‚';
}

bool isOpeningShape(char16_t mark)
{
    return mark == u'“' || mark == u'"' || mark == u'‘' || mark == u'\'' || mark == u'„' || mark == u'‚' || mark == u'«'
        || mark == u'‹';
}

/// Whether @p mark ends what @p open began.
bool closes(char16_t open, char16_t mark)
{
    switch (open) {
    case u'“':
        return mark == u'”';
    case u'„':
        return mark == u'“' || mark == u'”';
    case u'‘':
        return mark == u'’';
    case u'‚':
        return mark == u'‘' || mark == u'’';
    case u'«':
        return mark == u'»';
    case u'‹':
        return mark == u'›';
    default:
        return mark == open; // straight ones
    }
}

/// Reads the marks of one paragraph after the other.
class Reader
{
public:
    explicit Reader(QStringView text) : m_text(text) {}

    void read(qsizetype begin, qsizetype end)
    {
        m_begin = begin;
        m_end = end;
        for (qsizetype i = reopened(); i < end; ++i)
            take(i);
    }
    [[nodiscard]] const QList<Open> &open() const { return m_open; }
    [[nodiscard]] const QList<Utf16Span> &closed() const { return m_closed; }

private:
    [[nodiscard]] QChar before(qsizetype i) const { return i > m_begin ? m_text[i - 1] : QChar(u'\n'); }
    [[nodiscard]] QChar after(qsizetype i) const { return i + 1 < m_end ? m_text[i + 1] : QChar(u'\n'); }
    [[nodiscard]] static bool isWord(QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); }

    /// What was open when the last paragraph ended stays so where this one opens it anew; behind those marks.
    qsizetype reopened()
    {
        qsizetype i = m_begin;
        qsizetype kept = 0;
        qsizetype behind = m_begin;
        while (kept < m_open.size()) {
            while (i < m_end && m_text[i].isSpace())
                ++i;
            if (i == m_end || m_text[i] != QChar(m_open[kept].mark))
                break;
            ++kept;
            behind = ++i;
        }
        m_open.resize(kept);
        return behind;
    }

    /// Of something that begins a word and no quotation: ’90s, ’em.
    [[nodiscard]] bool isElision(qsizetype i) const
    {
        if (after(i).isDigit())
            return true;
        qsizetype end = i + 1;
        while (end < m_end && m_text[end].isLetter())
            ++end;
        const QStringView word = m_text.sliced(i + 1, end - i - 1);
        return std::ranges::any_of(elisions,
                                   [word](QStringView e) { return word.compare(e, Qt::CaseInsensitive) == 0; });
    }

    /// Surely the end of a quotation: punctuation stands before it, or what follows is no further word.
    [[nodiscard]] bool isFirmEnd(qsizetype i) const
    {
        const QChar next = after(i);
        return (before(i).isPunct() && !before(i).isSpace()) || (!next.isSpace() && !isWord(next)) || next == u'\n';
    }

    /// "the dancers’ shoes", "rockin’ all night": an apostrophe when the quotation surely ends further on.
    [[nodiscard]] bool isApostropheAtWordEnd(qsizetype i) const
    {
        const QChar last = before(i).toLower();
        if (isFirmEnd(i) || (last != u's' && !(last == u'n' && i - 2 >= m_begin && m_text[i - 2].toLower() == u'i')))
            return false;
        const qsizetype limit = std::min(m_end, i + farthestMark);
        for (qsizetype next = i + 1; next < limit; ++next) {
            const char16_t c = m_text[next].unicode();
            if (c == u'‘' || c == u'”' || c == u'"' || (c == u'\'' && m_text[next - 1].isSpace()))
                return false;
            if (c == m_text[i].unicode() && !before(next).isSpace() && !isWord(after(next)) && isFirmEnd(next))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool canClose(qsizetype i) const
    {
        const char16_t c = m_text[i].unicode();
        if (isSingle(c))
            return !before(i).isSpace() && !isWord(after(i)) && !isApostropheAtWordEnd(i);
        if (c == u'"')
            return !before(i).isSpace() && !(before(i) == u'\n');
        return c != u'“' || !before(i).isSpace();
    }

    [[nodiscard]] bool canOpen(qsizetype i) const
    {
        const char16_t c = m_text[i].unicode();
        if (!isOpeningShape(c))
            return false;
        if (after(i).isSpace() && (after(i) == u'\n' || (c != u'«' && c != u'‹'))) // French puts a space there
            return false;
        if (c == u'‘' || c == u'‚')
            return !isWord(before(i));
        if (c == u'\'')
            return !isWord(before(i)) && !isElision(i);
        return c != u'"' || !isWord(before(i));
    }

    void take(qsizetype i)
    {
        const char16_t c = m_text[i].unicode();
        if (!isOpeningShape(c) && c != u'”' && c != u'’' && c != u'»' && c != u'›')
            return;
        // The nearest that it can close; what was opened within and never closed was no mark.
        const auto matching = std::ranges::find_if(m_open.rbegin(), m_open.rend(),
                                                   [c](const Open &open) { return closes(open.mark, c); });
        if (matching != m_open.rend() && canClose(i) && !(isSingle(c) && hidesDouble(matching))) {
            m_closed.append(Utf16Span{{matching->at}, {i + 1}});
            m_open.resize(m_open.rend() - matching - 1);
        } else if (canOpen(i)) {
            m_open.append({c, i});
        }
    }

    /// A single mark never ends what was opened outside a double one: in there it is an apostrophe.
    [[nodiscard]] bool hidesDouble(QList<Open>::reverse_iterator matching)
    {
        return std::any_of(m_open.rbegin(), matching, [](const Open &open) { return !isSingle(open.mark); });
    }

    QStringView m_text;
    qsizetype m_begin = 0; ///< of the paragraph
    qsizetype m_end = 0;
    QList<Open> m_open; ///< outer before inner
    QList<Utf16Span> m_closed;
};

/// Paragraphs in UTF-16, without their line feeds.
struct Lines
{
    QStringView text;

    [[nodiscard]] Utf16Span around(qsizetype at) const
    {
        const qsizetype begin = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
        const qsizetype feed = text.indexOf(u'\n', at);
        return {{begin}, {feed < 0 ? text.size() : feed}};
    }
    /// The next one before (or after) that has words; nothing at the text's edge.
    [[nodiscard]] std::optional<Utf16Span> previous(Utf16Span line) const
    {
        while (line.begin.value > 0) {
            line = around(line.begin.value - 1);
            if (!words(line).trimmed().isEmpty())
                return line;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Utf16Span> next(Utf16Span line) const
    {
        while (line.end.value < text.size()) {
            line = around(line.end.value + 1);
            if (!words(line).trimmed().isEmpty())
                return line;
        }
        return std::nullopt;
    }
    [[nodiscard]] QStringView words(Utf16Span line) const { return text.sliced(line.begin.value, line.length()); }
    [[nodiscard]] char16_t first(Utf16Span line) const
    {
        const QStringView trimmed = words(line).trimmed();
        return trimmed.isEmpty() ? u'\0' : trimmed.front().unicode();
    }
};

/// The paragraph in which a quotation that may run through @p line begins.
Utf16Span beginOfRun(const Lines &lines, Utf16Span line)
{
    Utf16Span begin = line;
    for (int i = 0; i < farthestParagraph && isOpeningShape(lines.first(begin)); ++i) {
        const auto previous = lines.previous(begin);
        if (!previous)
            break;
        Reader reader(lines.text);
        reader.read(previous->begin.value, previous->end.value);
        if (reader.open().isEmpty() || reader.open().first().mark != lines.first(begin))
            break;
        begin = *previous;
    }
    return begin;
}

}

QList<Quotation> quotationsNear(const Text &text, TextPosition position)
{
    const Lines lines{text.string()};
    const Utf16Span asked = lines.around(text.toUtf16(position).value);
    Reader reader(lines.text);
    std::optional<Utf16Span> line = beginOfRun(lines, asked);
    for (int i = 0; i < 2 * farthestParagraph && line; ++i) {
        reader.read(line->begin.value, line->end.value);
        line = lines.next(*line);
        if (line && line->begin > asked.end
            && (reader.open().isEmpty() || lines.first(*line) != reader.open().first().mark))
            break;
    }
    QList<Quotation> all;
    for (const Utf16Span &span : reader.closed())
        all.append({trimmed(text, text.toText(Utf16Span{span.begin + 1, span.end - 1})), text.toText(span)});
    return all;
}

std::optional<TextSpan> quotationAround(const Text &text, const TextSpan &selected)
{
    std::optional<TextSpan> within;
    std::optional<TextSpan> at;
    for (const Quotation &quotation : quotationsNear(text, selected.begin)) {
        const TextSpan words = quotation.words;
        if (words.isEmpty())
            continue;
        if (words.contains(selected) && words != selected && (!within || words.length() < within->length()))
            within = words;
        if (quotation.whole.contains(selected) && words != selected && !selected.contains(words)
            && (!at || words.length() < at->length()))
            at = words;
    }
    return within ? within : at;
}

}
