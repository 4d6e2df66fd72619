// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainrows.h"

#include "core/text/fold.h"
#include "ui/claims/claimsummary.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int deepestIndent = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("Chain", text);
}

/// What @p name says of the hops that stand nearest to the origin, each thing once.
template <class Name>
QString nearest(const QList<Hop> &hops, Name name)
{
    int depth = std::numeric_limits<int>::max();
    for (const Hop &hop : hops)
        depth = std::min(depth, hop.depth);
    QStringList names;
    for (const Hop &hop : hops) {
        const QString said = hop.depth == depth ? name(hop) : QString();
        if (!said.isEmpty() && !names.contains(said))
            names.append(said);
    }
    return QLocale().createSeparatedList(names);
}

QList<Hop> hopsOf(const Chain &chain, HopKind kind)
{
    QList<Hop> hops = chain.hops;
    hops.removeIf([kind](const Hop &hop) { return hop.kind != kind; });
    return hops;
}

/// Letters and digits only: whether a passage took the full stop along does not matter.
QString bare(const QString &words)
{
    QString letters = folded(words);
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber() && !c.isSurrogate(); });
    return letters;
}

/// Who speaks the line itself: a quote around the line holds it too, but is somebody else's.
QList<Hop> speakersOfLine(const Chain &chain)
{
    const QString line = bare(chain.line);
    QList<Hop> hops = hopsOf(chain, HopKind::Spoken);
    qsizetype shortest = std::numeric_limits<qsizetype>::max();
    for (const Hop &hop : std::as_const(hops)) {
        const QString content = bare(hop.content);
        if (content.contains(line))
            shortest = std::min(shortest, content.size());
    }
    if (shortest != std::numeric_limits<qsizetype>::max())
        hops.removeIf(
            [&](const Hop &hop) { return bare(hop.content).size() != shortest || !bare(hop.content).contains(line); });
    return hops;
}

QString speaker(const Hop &hop)
{
    return hop.performerName.isEmpty() ? hop.name : tr("%1 (played by %2)").arg(hop.name, hop.performerName);
}

QString teller(const Hop &hop)
{
    return hop.addresseeName.isEmpty() ? hop.name : tr("%1 to %2").arg(hop.name, hop.addresseeName);
}

/// Who took the line up, each once, in the words of the strongest link.
QStringList echoes(const Chain &chain)
{
    QStringList list;
    QSet<QString> known;
    const auto add = [&](LinkKind kind, const QString &text) {
        QStringList names;
        for (const Hop &hop : chain.hops) {
            if (hop.kind != HopKind::ReReported || hop.linkKind != kind)
                continue;
            const QString name = hop.name.isEmpty() ? hop.outletName : hop.name;
            if (!name.isEmpty() && !known.contains(name)) {
                names.append(name);
                known.insert(name);
            }
        }
        if (!names.isEmpty())
            list.append(text.arg(QLocale().createSeparatedList(names)));
    };
    add(LinkKind::ReReports, tr("re-reported by %1"));
    add(LinkKind::Repeats, tr("repeated by %1"));
    add(LinkKind::Paraphrases, tr("paraphrased by %1"));
    known.clear(); // whoever took it up may also be against it
    add(LinkKind::Contradicts, tr("contradicted by %1"));
    add(LinkKind::Corrects, tr("corrected by %1"));
    return list;
}

QString echoTitle(const Hop &hop)
{
    QString who = hop.name.isEmpty() ? tr("an unnamed outlet") : hop.name;
    if (hop.isAround)
        return tr("Quoted by %1 within longer words").arg(who);
    switch (hop.linkKind) {
    case LinkKind::Within:
        return tr("Quoted within it by %1").arg(who);
    case LinkKind::ReReports:
        return tr("Re-reported by %1").arg(who);
    case LinkKind::Repeats:
        return tr("Repeated by %1").arg(who);
    case LinkKind::Paraphrases:
        return tr("Paraphrased by %1").arg(who);
    case LinkKind::Supports:
        return tr("Supported by %1").arg(who);
    case LinkKind::Contradicts:
        return tr("Contradicted by %1").arg(who);
    case LinkKind::Corrects:
        return tr("Corrected by %1").arg(who);
    }
    return who;
}

QString title(const Hop &hop)
{
    switch (hop.kind) {
    case HopKind::Spoken:
        return tr("Spoken by %1").arg(speaker(hop));
    case HopKind::Contributed:
        return tr("Contributed by %1").arg(hop.name);
    case HopKind::Told:
        return tr("Told by %1").arg(teller(hop));
    case HopKind::Published:
        return hop.name.isEmpty() ? tr("Published") : tr("Published by %1").arg(hop.name);
    case HopKind::ReReported:
        return echoTitle(hop);
    }
    return hop.name;
}

Glyph glyph(HopKind kind)
{
    switch (kind) {
    case HopKind::Spoken:
        return Glyph::Quote;
    case HopKind::Contributed:
        return Glyph::Idea;
    case HopKind::Told:
        return Glyph::Told;
    case HopKind::Published:
        return Glyph::Published;
    case HopKind::ReReported:
        return Glyph::Again;
    }
    return Glyph::None;
}

/// The hops of the line itself; all of them where none is known to be.
Chain answerOf(const Chain &chain)
{
    Chain answer{.line = chain.line};
    std::ranges::copy_if(chain.hops, std::back_inserter(answer.hops), &Hop::ofLine);
    return answer.hops.isEmpty() ? chain : answer;
}

}

QString headline(const Chain &whole)
{
    const Chain chain = answerOf(whole);
    QStringList parts;
    const auto add = [&parts](const QString &who, const QString &text) {
        if (!who.isEmpty())
            parts.append(text.arg(who));
    };
    const auto name = [](const Hop &hop) { return hop.name; };
    add(nearest(hopsOf(chain, HopKind::Contributed), name), tr("contributed by %1"));
    add(nearest(speakersOfLine(chain), speaker), tr("spoken by %1"));
    const QString told = nearest(hopsOf(chain, HopKind::Told), teller);
    add(told, tr("told by %1"));
    if (told.isEmpty())
        add(nearest(hopsOf(chain, HopKind::Published), name), tr("published by %1"));
    parts.append(echoes(chain));
    QString sentence = parts.join(u" · "_s);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QList<Row> chainRows(const Chain &chain, bool surroundings)
{
    const bool isFiltered = !surroundings && std::ranges::any_of(chain.hops, &Hop::ofLine);
    QList<Row> rows;
    for (qsizetype i = 0; i < chain.hops.size(); ++i) {
        const Hop &hop = chain.hops[i];
        if (isFiltered && !hop.ofLine)
            continue;
        QStringList where;
        if (!hop.outletName.isEmpty())
            where.append(hop.outletName);
        if (!hop.published.isEmpty())
            where.append(readableDate(hop.published));
        if (where.isEmpty())
            where.append(hop.articleTitle);
        Row row;
        row.title = title(hop);
        row.words = hop.words;
        row.detail = where.join(u", "_s);
        if (hop.kind == HopKind::Spoken && !hop.content.isEmpty() && hop.content != hop.words) {
            row.words = hop.content; // the words here only say who speaks
            row.detail = tr("Shown by “%1” · %2").arg(hop.words.simplified(), row.detail);
        }
        row.glyph = glyph(hop.kind);
        row.indent = std::min(hop.depth, deepestIndent);
        row.value = static_cast<qlonglong>(i);
        rows.append(row);
    }
    return rows;
}

}
