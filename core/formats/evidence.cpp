// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/evidence.h"

#include "core/formats/json.h"
#include "core/formats/translated.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString unitText(const Counting &counting)
{
    QString text;
    switch (counting.unit) {
    case PositionUnit::CodePoints:
        text = Formats::tr("characters (Unicode code points)");
        break;
    case PositionUnit::Utf16Units:
        text = Formats::tr("UTF-16 units");
        break;
    case PositionUnit::Utf8Bytes:
        text = Formats::tr("UTF-8 bytes");
        break;
    }
    if (counting.lineEndsAreTwo)
        text = Formats::tr("%1, two for the end of a line").arg(text);
    if (counting.endsAreInclusive)
        text = Formats::tr("%1, ends included").arg(text);
    return text;
}

}

QLatin1StringView nameOf(PositionUnit unit)
{
    switch (unit) {
    case PositionUnit::CodePoints:
        return "code-points"_L1;
    case PositionUnit::Utf16Units:
        return "utf-16"_L1;
    case PositionUnit::Utf8Bytes:
        return "utf-8"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toText(const CountingEvidence &evidence)
{
    const FoundCounting &found = evidence.found;
    const QString counts = QString::number(found.fitting);
    const QString all = QString::number(found.spans);
    const QString fit = found.byWords
        ? Formats::tr("under which %1 of %2 spans cover the words given for them").arg(counts, all)
        : Formats::tr("under which %1 of %2 spans begin and end where words do").arg(counts, all);
    const QString text =
        Formats::tr("%1: positions were taken to count %2, %3.").arg(evidence.file, unitText(found.counting), fit);
    return found.isDoubtful ? text + u' ' + Formats::tr("This is in doubt: look at the passages.") : text;
}

QByteArray toJson(const QList<CountingEvidence> &evidence)
{
    JsonWriter json(JsonWriter::Compact);
    json.beginArray();
    for (const CountingEvidence &each : evidence) {
        const FoundCounting &found = each.found;
        json.beginObject();
        json.member("file"_L1, each.file);
        json.member("unit"_L1, nameOf(found.counting.unit));
        json.member("lineEndsAreTwo"_L1, found.counting.lineEndsAreTwo);
        json.member("endsAreInclusive"_L1, found.counting.endsAreInclusive);
        json.member("fitting"_L1, found.fitting);
        json.member("spans"_L1, found.spans);
        json.member("byWords"_L1, found.byWords);
        json.member("doubtful"_L1, found.isDoubtful);
        json.end();
    }
    json.end();
    return json.bytes();
}

void addEvidence(QList<CountingEvidence> &all, const QList<CountingEvidence> &more)
{
    for (const CountingEvidence &each : more) {
        const auto same = std::ranges::find_if(all, [&each](const CountingEvidence &other) {
            return other.file == each.file && other.found.counting == each.found.counting
                && other.found.byWords == each.found.byWords;
        });
        if (same == all.end()) {
            all.append(each);
            continue;
        }
        same->found.fitting += each.found.fitting;
        same->found.spans += each.found.spans;
        same->found.isDoubtful = same->found.isDoubtful || each.found.isDoubtful;
    }
}

void addFindings(Findings &all, const Read &part)
{
    all.articles += part.corpus.articles.size();
    all.passages += part.corpus.passages.size();
    all.claims += part.corpus.claims.size();
    for (const QString &remark : part.remarks) {
        if (!all.remarks.contains(remark))
            all.remarks.append(remark);
    }
    all.refused += part.refused;
    addEvidence(all.counting, part.counting);
}

}
