// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/repair.h"

namespace pq {

namespace {

constexpr char16_t byteOrderMark = 0xfeff;
constexpr char16_t replacement = 0xfffd;

bool isPairAt(QStringView string, qsizetype i)
{
    return string[i].isHighSurrogate() && i + 1 < string.size() && string[i + 1].isLowSurrogate();
}

bool isSound(char16_t c)
{
    return (c >= 0x20 && c < 0x7f) || c == u'\n' || c == u'\t' || (c >= 0xa0 && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe);
}

// The first unit that cannot stay as it is; the size when there is none.
qsizetype firstFault(QStringView string)
{
    qsizetype i = 0;
    while (i < string.size()) {
        if (isSound(string[i].unicode()))
            ++i;
        else if (isPairAt(string, i))
            i += 2;
        else
            break;
    }
    return i;
}

// Appends what becomes of the faulty unit at @p i and returns how many units it took.
qsizetype repair(QStringView string, qsizetype i, QString &to, RepairCounts &counts)
{
    const auto lineEnd = [&] {
        to += u'\n';
        ++counts.lineEnds;
    };
    switch (const char16_t c = string[i].unicode(); c) {
    case u'\0':
        ++counts.nullCharacters;
        return 1;
    case u'\r':
        lineEnd();
        return i + 1 < string.size() && string[i + 1] == u'\n' ? 2 : 1;
    case u'\v':
    case 0x85: // next line
        lineEnd();
        return 1;
    case u'\f': { // a page break; most stand where the line ends anyway
        const QChar next = i + 1 < string.size() ? string[i + 1] : QChar(u'\n');
        if (to.isEmpty() || to.back() == u'\n' || next == u'\n' || next == u'\r')
            ++counts.controlCharacters;
        else
            lineEnd();
        return 1;
    }
    default:
        if (c < 0xa0) {
            ++counts.controlCharacters;
            return 1;
        }
        ++(QChar::isSurrogate(c) ? counts.loneSurrogates : counts.invalidBytes);
        to += QChar(replacement);
        return 1;
    }
}

}

QList<Repair> RepairCounts::list() const
{
    QList<Repair> all;
    for (const Repair &repair : {Repair{RepairKind::ByteOrderMark, byteOrderMarks},
                                 {RepairKind::LineEnds, lineEnds},
                                 {RepairKind::ControlCharacters, controlCharacters},
                                 {RepairKind::NullCharacters, nullCharacters},
                                 {RepairKind::InvalidBytes, invalidBytes},
                                 {RepairKind::LoneSurrogates, loneSurrogates}}) {
        if (repair.count > 0)
            all.append(repair);
    }
    return all;
}

QString repaired(QString string, RepairCounts &counts)
{
    QStringView rest = string;
    qsizetype fault = firstFault(rest);
    QString result;
    if (fault < rest.size()) {
        result.reserve(rest.size());
        while (fault < rest.size()) {
            result += rest.first(fault);
            rest = rest.sliced(fault);
            rest = rest.sliced(repair(rest, 0, result, counts));
            fault = firstFault(rest);
        }
        result += rest;
    } else {
        result = std::move(string);
    }
    qsizetype marks = 0; // looked for last, since what was removed may have stood before one
    while (marks < result.size() && result[marks] == byteOrderMark)
        ++marks;
    counts.byteOrderMarks += marks;
    return marks > 0 ? result.sliced(marks) : result;
}

}
