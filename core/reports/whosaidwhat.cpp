// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/whosaidwhat.h"

#include "core/model/labels.h"
#include "core/text/markup.h"
#include "core/reports/page.h"
#include "core/reports/table.h"
#include "core/reports/translated.h"

#include <QMap>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What one entity did in one claim.
struct Saying
{
    const ClaimRecord *claim;
    QString manner;   ///< "Said", "Was told to have said"
    QString by;       ///< who told it, when somebody else did
    QString as;       ///< the character, when it was spoken as one
};

/// Everyone who is a source of the claim besides @p entity.
QString tellers(const Record &record, const Claim &claim, EntityId entity)
{
    QStringList names;
    for (const Participant &participant : claim.participants) {
        if (participant.role == ParticipantRole::Source && participant.entity != entity)
            names.append(record.name(participant.entity));
    }
    return names.join(u", "_s);
}

QList<Saying> sayingsOf(const Record &record, const ClaimRecord &of, const Entity &entity)
{
    QList<Saying> sayings;
    const Claim &claim = *of.claim;
    const QString by = tellers(record, claim, entity.id);
    for (const Participant &participant : claim.participants) {
        const bool isOwn = participant.entity == entity.id;
        switch (participant.role) {
        case ParticipantRole::Speaker:
            if (isOwn)
                sayings.append(
                    {&of, by.isEmpty() ? Reports::tr("Said") : Reports::tr("Was told to have said"), by, {}});
            else if (entity.kind == EntityKind::Person
                     && record.performers(claim, participant.entity).contains(entity.id))
                sayings.append({&of, Reports::tr("Spoke as a character"), by, record.name(participant.entity)});
            break;
        case ParticipantRole::Contributor:
            if (isOwn)
                sayings.append({&of,
                                by.isEmpty() ? Reports::tr("Contributed") : Reports::tr("Was told to have contributed"),
                                by,
                                {}});
            break;
        case ParticipantRole::Source:
            if (isOwn)
                sayings.append({&of, Reports::tr("Told"), {}, {}});
            break;
        case ParticipantRole::Outlet:
            if (isOwn)
                sayings.append({&of, Reports::tr("Published"), {}, {}});
            break;
        case ParticipantRole::Interviewer:
        case ParticipantRole::Addressee:
        case ParticipantRole::Subject:
            break;
        }
    }
    return sayings;
}

QStringList tagsOf(const Record &record, const ClaimRecord &claim)
{
    QStringList tags;
    for (const Passage *passage : claim.contents) {
        const Tag *tag = record.tag(passage->tag);
        if (tag && !tags.contains(tag->name))
            tags.append(tag->name);
    }
    return tags;
}

QStringList rowOf(const Record &record, const Saying &saying)
{
    const ClaimRecord &claim = *saying.claim;
    const QString how = saying.by.isEmpty() ? saying.manner
                                            : Reports::tr("%1 · told by %2").arg(saying.manner, saying.by);
    return {claim.article ? claim.article->published : QString(),
            claim.article ? claim.article->title : QString(),
            claim.article ? record.name(claim.article->outlet) : QString(),
            how,
            claim.words,
            label(claim.claim->kind),
            tagsOf(record, claim).join(u", "_s),
            label(claim.value())};
}

/// How often each thing is there, the most frequent first.
Table counted(const QString &heading, const QMap<QString, int> &counts)
{
    QList<std::pair<int, QString>> order;
    for (auto at = counts.begin(); at != counts.end(); ++at)
        order.append({-*at, at.key()});
    std::ranges::sort(order);
    Table table{heading, {heading, Reports::tr("Count")}, {}};
    for (const auto &[count, what] : std::as_const(order))
        table.rows.append({what, QString::number(-count)});
    return table;
}

QString countsOf(const Record &record, const QList<Saying> &sayings)
{
    QMap<QString, int> manners, tags, verdicts;
    QSet<ClaimId> known;
    for (const Saying &saying : sayings) {
        ++manners[saying.manner];
        if (known.contains(saying.claim->claim->id))
            continue;
        known.insert(saying.claim->claim->id);
        ++verdicts[label(saying.claim->value())];
        QStringList all = tagsOf(record, *saying.claim);
        if (all.isEmpty())
            all.append(Reports::tr("without a tag"));
        for (const QString &tag : std::as_const(all))
            ++tags[tag];
    }
    QString body;
    for (const Table &table : {counted(Reports::tr("Manner"), manners), counted(Reports::tr("Tag"), tags),
                               counted(Reports::tr("Verdict"), verdicts)})
        body += toHtml(table) + textElement("p"_L1, {}) + u'\n';
    return body;
}

QStringList headLines(const Record &record, const Entity &entity)
{
    QStringList lines{label(entity.kind), entity.description, entity.aliases.join(u", "_s)};
    for (const Portrayal &portrayal : record.corpus().portrayals) {
        QStringList where{record.name(portrayal.work), portrayal.episodes};
        where.removeAll(QString());
        QString line;
        if (portrayal.character == entity.id)
            line = Reports::tr("Played by %1").arg(record.name(portrayal.performer));
        else if (portrayal.performer == entity.id)
            line = Reports::tr("Plays %1").arg(record.name(portrayal.character));
        else
            continue;
        lines.append(where.isEmpty() ? line : u"%1 (%2)"_s.arg(line, where.join(u", "_s)));
    }
    for (const ExternalId &id : entity.externalIds)
        lines.append(u"%1: %2"_s.arg(id.scheme, id.value));
    lines.removeAll(QString());
    return lines;
}

}

Report whoSaidWhat(const Record &record, const Entity &entity, QDate made)
{
    QList<Saying> sayings;
    for (const ClaimRecord &claim : record.claims())
        sayings += sayingsOf(record, claim, entity);

    const QStringList headings{Reports::tr("Date"), Reports::tr("Article"), Reports::tr("Outlet"),
                               Reports::tr("How"),  Reports::tr("Words"),   Reports::tr("Kind"),
                               Reports::tr("Tags"), Reports::tr("Verdict")};
    QList<Table> tables{{entity.name, headings, {}}};
    for (const Saying &saying : std::as_const(sayings)) {
        const QString section = saying.as.isEmpty() ? entity.name : Reports::tr("%1 as %2").arg(entity.name, saying.as);
        auto table = std::ranges::find(tables, section, &Table::title);
        if (table == tables.end())
            table = tables.insert(tables.end(), {section, headings, {}});
        table->rows.append(rowOf(record, saying));
    }
    QString body;
    if (!sayings.isEmpty())
        body = countsOf(record, sayings);
    for (const Table &table : std::as_const(tables)) {
        body += textElement("h2"_L1, table.title, {{"dir"_L1, u"auto"_s}}) + u'\n';
        body += table.rows.isEmpty() ? textElement("p"_L1, Reports::tr("Nothing."), {{"class"_L1, u"quiet"_s}}) + u'\n'
                                     : toHtml(table);
    }
    const QString title = Reports::tr("Who said what: %1").arg(entity.name);
    return {.title = title,
            .html = page({.title = title, .lines = headLines(record, entity), .made = made, .isWide = true}, body),
            .csv = toCsv(tables, Reports::tr("Who")),
            .isWide = true,
            .count = sayings.size()};
}

}
