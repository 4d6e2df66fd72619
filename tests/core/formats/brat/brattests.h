// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/brat/brat.h"
#include "tests/core/formats/randomcorpus.h"

namespace pq::test {

using namespace Qt::StringLiterals;

/// é is two code points here, the family five, so that each way of counting gives other numbers.
inline const QByteArray bratText = "e\xcc\x81👨‍👩‍👧 one two\none\n";

inline Result<Read> readBratLines(const QByteArray &ann, const QByteArray &txt = bratText)
{
    return readBrat({{u"a.ann"_s, ann}, {u"a.txt"_s, txt}});
}

/// The lines of a file, sorted; brat does not mind their order.
inline QStringList sortedLines(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

inline QByteArray bytesOf(const QList<NamedFile> &files, const QString &path)
{
    const auto found = std::ranges::find(files, path, &NamedFile::path);
    return found == files.end() ? QByteArray("(no such file)") : found->bytes;
}

/// Empty when the files come back line for line, otherwise how not.
inline QString howTheyComeBack(const QList<NamedFile> &files)
{
    const auto read = readBrat(files);
    if (!read)
        return read.error().message;
    const auto written = writeBrat(read->corpus);
    if (!written)
        return written.error().message;
    for (const NamedFile &file : files) {
        const QByteArray back = bytesOf(written->files, file.path);
        if (file.path.endsWith(u".txt") && back != file.bytes)
            return file.path + u" is another text"_s;
        if (file.path.endsWith(u".ann") && sortedLines(back) != sortedLines(file.bytes))
            return file.path + u" was\n"_s + sortedLines(file.bytes).join(u'\n') + u"\nand became\n"_s
                + sortedLines(back).join(u'\n');
        for (const QStringList lines = sortedLines(file.path.endsWith(u".conf") ? file.bytes : QByteArray());
             const QString &line : lines) {
            if (!sortedLines(back).contains(line))
                return file.path + u" lost "_s + line;
        }
    }
    return {};
}

/// Why brat would not open a document with these annotations, or takes a line for two; empty when it would.
inline QString whyBratRefuses(const QByteArray &ann)
{
    const QString all = QString::fromUtf8(ann);
    for (const QChar c : all) {
        if (c != u'\n' && QStringView(u"\r\v\f\x1c\x1d\x1e\x85\u2028\u2029").contains(c))
            return u"U+%1 ends a line"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
    }
    QHash<QString, QString> types;
    QHash<QString, QString> triggers;
    const QStringList lines = all.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString id = line.section(u'\t', 0, 0);
        const QString what = line.section(u'\t', 1, 1).section(u' ', 0, 0);
        if (id.startsWith(u'T'))
            types.insert(id, what);
        else if (id.startsWith(u'E'))
            triggers.insert(what.section(u':', 1), what.section(u':', 0, 0));
    }
    for (const auto &[trigger, type] : triggers.asKeyValueRange()) {
        if (types.value(trigger) != type)
            return trigger + u" is no trigger for "_s + type;
    }
    for (const QString &line : lines) {
        const QString about = line.section(u'\t', 1, 1).section(u' ', 1, 1);
        if (QStringView(u"AMN#").contains(line[0]) && triggers.contains(about))
            return line + u" is about a trigger"_s;
    }
    return {};
}

/// A text and annotations of every kind on it, as odd as brat allows.
inline QList<NamedFile> randomBratFiles()
{
    const auto below = [](int limit) { return RandomCorpus::below(limit); };
    const auto coin = [] { return RandomCorpus::coin(); };
    const Text random(RandomCorpus::name() + RandomCorpus::words(20));
    static const QStringList types{u"Person"_s, u"Attack"_s, u"person"_s,     u"Quote"_s,
                                   u"Within"_s, u"GO:1"_s,   u"Quote-claim"_s};
    static const QStringList roles{u"Theme"_s, u"Theme2"_s,  u"Content"_s, u"Source"_s,
                                   u"Cue"_s,   u"Speaker"_s, u"Agent"_s,   u"Content2"_s};
    static const QStringList values{u""_s, u" yes"_s, u" no"_s, u" a b"_s, u" T1"_s, u" suggested"_s};
    const auto any = [&](const QStringList &list) { return list[below(int(list.size()))]; };
    QStringList lines;
    QStringList textBounds;
    QStringList all;
    for (int n = below(5); n > 0; --n) {
        QStringList spans;
        QStringList words;
        for (qsizetype from = 0, parts = 1 + below(2); parts > 0 && from < random.length(); --parts) {
            const qsizetype begin = from + below(int(random.length() - from));
            from = begin + 1 + below(int(random.length() - begin));
            QString part = random.words({{begin}, {from}}).toString();
            if (part.contains(u'\t'))
                continue;
            spans.append(u"%1 %2"_s.arg(begin).arg(from));
            words.append(part.replace(u'\n', u' '));
        }
        if (spans.isEmpty())
            continue;
        textBounds.append(u"T%1"_s.arg(n * 3));
        lines.append(textBounds.last() + u'\t' + any(types) + u' ' + spans.join(u';') + u'\t' + words.join(u' '));
    }
    all = textBounds;
    for (int n = textBounds.isEmpty() ? 0 : below(5); n > 0; --n) {
        QString line = any(types).remove(u':') + u':' + any(textBounds);
        for (int arguments = below(4); arguments > 0; --arguments)
            line += u' ' + any(roles) + u':' + any(all);
        all.append(u"E%1"_s.arg(n));
        lines.append(all.last() + u'\t' + line);
    }
    for (int n = all.isEmpty() ? 0 : below(8); n > 0; --n) {
        const QString target = any(all);
        switch (below(6)) {
        case 0:
            lines.append(u"R%1\t%2 Arg1:%3 Arg2:%4"_s.arg(n).arg(any(types).remove(u':'), target, any(all)));
            all.append(u"R%1"_s.arg(n));
            break;
        case 1:
            lines.append(u"A%1\t%2 %3%4"_s.arg(n).arg(coin() ? u"State"_s : any(types), target, any(values)));
            all.append(u"A%1"_s.arg(n));
            break;
        case 2:
            lines.append(u"N%1\tReference %2 %3\tname %4"_s.arg(n)
                             .arg(target, coin() ? u"Wikidata:Q42"_s : u"x:"_s)
                             .arg(below(2)));
            break;
        case 3:
            lines.append(u"#%1\t%2 %3\t%4"_s.arg(below(3)).arg(coin() ? u"AnnotatorNotes"_s : u"Summary"_s, target,
                                                               RandomCorpus::words(3, false)));
            break;
        case 4:
            lines.append(u"*\tEquiv %1 %2"_s.arg(target, any(all)));
            break;
        default:
            lines.append(u"M%1\tNegated %2"_s.arg(n).arg(target));
        }
    }
    return {{u"sub/a b.ann"_s, lines.isEmpty() ? QByteArray() : (lines.join(u'\n') + u'\n').toUtf8()},
            {u"sub/a b.txt"_s, random.string().toUtf8()}};
}

}
