// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratreader.h"

#include <QStringDecoder>

namespace pq {

namespace {

/// The annotations in one piece, whose words stand on their lines as they are.
QList<CountedSpan> spansOf(const NamedFile &annotations)
{
    QList<CountedSpan> spans;
    for (const QStringList lines = QString::fromUtf8(annotations.bytes).split(u'\n'); QString line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QStringList place = line.section(u'\t', 1, 1).split(u' ');
        bool isNumber[2] = {false, false};
        const qint64 begin = place.value(1).toLongLong(&isNumber[0]);
        const qint64 end = place.value(2).toLongLong(&isNumber[1]);
        if (line.startsWith(u'T') && place.size() == 3 && isNumber[0] && isNumber[1])
            spans.append({begin, end, line.section(u'\t', 2)});
    }
    return spans;
}

}

CountedText bratText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return CountedText(decoder(bytes));
}

std::optional<FoundCounting> otherBratCounting(const QList<NamedFile> &files)
{
    QHash<QString, const NamedFile *> annotations;
    for (const NamedFile &file : files) {
        if (file.path.endsWith(u".ann"))
            annotations.insert(file.path.chopped(4), &file);
    }
    std::vector<CountedText> texts;
    texts.reserve(size_t(files.size())); // they are pointed at
    QList<CountedPart> parts;
    for (const NamedFile &file : files) {
        const NamedFile *const about = file.path.endsWith(u".txt") ? annotations.value(file.path.chopped(4)) : nullptr;
        if (!about || !QUtf8StringView(file.bytes).isValidUtf8())
            continue;
        texts.push_back(bratText(file.bytes));
        parts.append({&texts.back(), spansOf(*about)});
    }
    const FoundCounting found = findCounting(parts, {});
    const bool isProven = found.spans > 0 && found.byWords && !found.isDoubtful && found.counting != Counting{};
    return isProven ? std::optional(found) : std::nullopt;
}

}
