// SPDX-License-Identifier: GPL-3.0-or-later
// How a program counts positions.
#include "core/formats/refi/refiqdareader.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The selections with the words that they are said to have: by a name or else a description that stands in the text,
/// or does where it is cut with dots. @p expected spares looking through the text for what stands where it should.
QList<CountedSpan> evidence(const RefiSource &source, const CountedText &text, const Counting &expected)
{
    const QString all = text.text().string().simplified();
    QList<CountedSpan> spans;
    for (const RefiSelection &selection : source.selections) {
        CountedSpan span{selection.begin, selection.end, {}};
        const auto place = text.spanOf(span, expected);
        const QString there = place ? text.text().words(*place).toString().simplified() : QString();
        for (const QString &said : {selection.name, selection.description}) {
            QString words = said.simplified();
            const auto stands = [&] { return !words.isEmpty() && (words == there || all.contains(words)); };
            if (span.words || words.isEmpty())
                continue;
            const bool isWhole = stands();
            const bool isCut = !isWhole && (words.endsWith(u"...") || words.endsWith(u'…'));
            while (isCut && (words.endsWith(u'.') || words.endsWith(u'…') || words.endsWith(u' ')))
                words.chop(1);
            if (isWhole || (isCut && stands())) {
                span.words = isCut ? words : said;
                span.isBeginning = isCut;
            }
        }
        spans.append(span);
    }
    return spans;
}

/// What of a file's text counts, where programs differ and its words have to tell.
struct Way
{
    bool marksCount = false;       ///< byte order marks
    bool lineFeedsMayBeTwo = true; ///< those alone, too, as in copies of texts with CRLF
};

CountedText countedIn(const QString &content, const Way &way)
{
    const bool isBehindMark = !way.marksCount && content.startsWith(QChar(QChar::ByteOrderMark));
    return CountedText(isBehindMark ? content.sliced(1) : content, way.lineFeedsMayBeTwo);
}

}

/// By the evidence of all sources together.
void RefiQdaReader::findCounting()
{
    if (m_project.origin == u"Pullquote")
        return;
    // Who keeps texts with CRLF counts it so in copies with LF.
    if (m_project.origin.contains(u"NVivo", Qt::CaseInsensitive))
        m_howCounted = {PositionUnit::Utf16Units, true, false};
    QList<QList<CountedSpan>> spans;
    bool haveMarks = false;
    bool havePairs = false;
    bool haveLone = false;
    for (const SourceText &each : std::as_const(m_texts)) {
        spans.append(evidence(*each.source, each.text, m_howCounted));
        haveMarks = haveMarks || each.content.startsWith(QChar(QChar::ByteOrderMark));
        havePairs = havePairs || each.content.contains(u"\r\n");
        haveLone = haveLone || each.content.count(u'\n') > each.content.count(u"\r\n");
    }
    QList<CountedText> texts;
    QList<CountedText> best;
    FoundCounting found;
    for (const Way &way : {Way{false, true}, Way{false, false}, Way{true, true}, Way{true, false}}) {
        if ((way.marksCount && !haveMarks) || (!way.lineFeedsMayBeTwo && !(havePairs && haveLone)))
            continue;
        texts.clear();
        for (const SourceText &each : std::as_const(m_texts))
            texts.append(countedIn(each.content, way));
        QList<CountedPart> parts;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            if (!spans[i].isEmpty())
                parts.append({&texts.at(i), spans[i]});
        }
        if (parts.isEmpty())
            return;
        const FoundCounting here = pq::findCounting(parts, m_howCounted);
        if (best.isEmpty() || here.fitting > found.fitting) {
            found = here;
            best = texts;
            if (way.marksCount)
                m_reading.remarkOnAll(Formats::tr("Byte order marks were taken to count as characters"));
        }
        if (found.fitting == found.spans)
            break;
    }
    for (qsizetype i = 0; i < best.size(); ++i)
        m_texts[i].text = best[i];
    m_howCounted = found.counting;
    m_counting.append({m_file, found});
}

}
