// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokens.h"

#include <QChar>

#include <set>

namespace pq {

namespace {

enum class Kind { Word, Ideograph, Space, Mark, Joining };

bool standsAlone(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isModifier(char32_t c)
{
    return (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f); // skin colours, tags of flags
}

bool isRegional(char32_t c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

Kind kindOf(char32_t c)
{
    constexpr char32_t zeroWidthNonJoiner = 0x200c;
    constexpr char32_t zeroWidthJoiner = 0x200d;
    if (c < 0x80) {
        const QChar ascii(static_cast<char16_t>(c));
        return ascii.isLetterOrNumber() ? Kind::Word : ascii.isSpace() ? Kind::Space : Kind::Mark;
    }
    if (c == zeroWidthNonJoiner || c == zeroWidthJoiner || QChar::isMark(c) || isModifier(c))
        return Kind::Joining;
    if (QChar::isLetterOrNumber(c))
        return standsAlone(c) ? Kind::Ideograph : Kind::Word;
    return QChar::isSpace(c) ? Kind::Space : Kind::Mark;
}

char32_t characterAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[at + 1]);
    return c.unicode();
}

}

QList<qsizetype> tokenBegins(QStringView text)
{
    constexpr char32_t zeroWidthJoiner = 0x200d;
    QList<qsizetype> begins;
    begins.reserve(text.size() / 3 + 2);
    Kind open = Kind::Mark;
    char32_t previous = U'\n';
    bool isHalfFlag = false;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = characterAt(text, at);
        const Kind kind = kindOf(c);
        const bool joinsFlag = isHalfFlag && isRegional(c);
        const bool goesOn = previous != U'\n'
            && (kind == Kind::Joining || previous == zeroWidthJoiner || joinsFlag
                || (kind == open && (kind == Kind::Word || kind == Kind::Space)));
        // Line feeds may come in runs; nothing else joins them.
        const bool isFeeds = previous == U'\n' && c == U'\n' && !begins.isEmpty();
        if (!goesOn && !isFeeds) {
            begins.append(at);
            open = kind;
        }
        isHalfFlag = isRegional(c) && !joinsFlag;
        previous = c;
        at += QChar::requiresSurrogates(c) ? 2 : 1;
    }
    begins.append(text.size());
    return begins;
}

TokenKind tokenKind(QStringView token)
{
    switch (kindOf(characterAt(token, 0))) {
    case Kind::Word:
    case Kind::Ideograph:
        return TokenKind::Word;
    case Kind::Space:
        return TokenKind::Space;
    case Kind::Mark:
    case Kind::Joining:
        return TokenKind::Mark;
    }
    Q_UNREACHABLE_RETURN(TokenKind::Mark);
}

QList<TextSpan> tokensFor(const Text &text, const QList<TextSpan> &spans)
{
    std::set<TextPosition> begins;
    std::set<TextPosition> ends;
    for (const TextSpan &span : spans) {
        begins.insert(span.begin);
        ends.insert(span.end);
    }
    std::set<TextPosition> cuts = begins;
    cuts.insert(ends.begin(), ends.end());
    for (const QList<qsizetype> all = tokenBegins(text.string()); const qsizetype begin : all)
        cuts.insert(text.toText(Utf16Position{begin}));
    QList<TextSpan> tokens;
    TextPosition last{0};
    for (const TextPosition cut : cuts) {
        const TextSpan span{last, cut};
        last = cut;
        if (!span.isEmpty()
            && (tokenKind(text.words(span)) != TokenKind::Space || begins.contains(span.begin)
                || ends.contains(span.end)))
            tokens.append(span);
    }
    return tokens;
}

}
