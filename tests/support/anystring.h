// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <rapidcheck.h>

#include <ostream>

/// How rapidcheck shows a counterexample: everything beyond ASCII as code units.
inline std::ostream &operator<<(std::ostream &out, const QString &string)
{
    for (const QChar c : string) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
            out << char(c.unicode());
        else
            out << "\\x" << std::hex << int(c.unicode()) << std::dec << ' ';
    }
    return out;
}

namespace pq::test {

using namespace Qt::StringLiterals;

/// Strings put together from what breaks naive code: astral and combining characters, emoji sequences,
/// right-to-left words, jamo, conjuncts, line feeds, abbreviations, ignorable characters.
inline rc::Gen<QString> anyString(bool withLoneSurrogates = false)
{
    static const QStringList pieces = {
        u"a"_s,         u"b"_s,      u"B"_s,
        u" "_s,         u"  "_s,     u"\n"_s,
        u"\n\n"_s,      u"\t"_s,     u". "_s,
        u"? "_s,        u"!"_s,      u","_s,
        u"Mr. Smith"_s, u"okay"_s,   u"don’t"_s,
        u"don't"_s,     u"“"_s,      u"”"_s,
        u"\""_s,        u"—"_s,      u"-"_s,
        u"…"_s,         u"é"_s,      u"e\u0301"_s,
        u"\u0301"_s,    u"ẹ̄"_s,      u"ß"_s,
        u"SS"_s,        u"ﬁ"_s,      u"Σ"_s,
        u"ς"_s,         u"İ"_s,      u"👩‍👩‍👧"_s,
        u"👍🏽"_s,      u"👍"_s,     u"🏽"_s,
        u"🇬🇧"_s,        u"🇬"_s,      u"❤️"_s,
        u"𝒜"_s,         u"𠮷"_s,     u"שלום"_s,
        u"مرحبا"_s,     u"\u200f"_s, u"\u200b"_s,
        u"\u200d"_s,    u"\u00ad"_s, u"\ufeff"_s,
        u"क्षि"_s,       u"한국"_s,   u"\u1100\u1161\u11a8"_s,
        u"สวัสดี"_s,      u"東京"_s,   u"\u00a0"_s,
        u"\u2028"_s,    u"\u3000"_s,
    };
    static const QStringList lone = {QString(QChar(0xd83d)), QString(QChar(0xdc4d))};
    return rc::gen::map(rc::gen::container<std::vector<size_t>>(
                            rc::gen::inRange<size_t>(0, size_t(pieces.size() + (withLoneSurrogates ? 6 : 0)))),
                        [](const std::vector<size_t> &chosen) {
                            QString string;
                            for (const size_t i : chosen) {
                                const auto n = qsizetype(i);
                                string += n < pieces.size() ? pieces[n] : lone[(n - pieces.size()) % 2];
                            }
                            return string;
                        });
}

}
