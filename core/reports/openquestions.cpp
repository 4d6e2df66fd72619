// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/openquestions.h"

#include "core/model/labels.h"
#include "core/text/markup.h"
#include "core/reports/page.h"
#include "core/reports/table.h"
#include "core/reports/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What a note is on, as a row names it.
struct Subject
{
    QString article;
    QString kind;
    QString words;
};

Subject subjectOf(const Record &record, const NoteTarget &target)
{
    const auto titleOf = [](const Article *article) { return article ? article->title : QString(); };
    if (const auto *id = std::get_if<ArticleId>(&target))
        return {titleOf(record.article(*id)), Reports::tr("Article"), {}};
    if (const auto *id = std::get_if<PassageId>(&target)) {
        const Passage *passage = record.passage(*id);
        return passage ? Subject{titleOf(record.articleOf(*passage)), Reports::tr("Passage"), passage->words()}
                       : Subject{};
    }
    if (const auto *id = std::get_if<ClaimId>(&target)) {
        const ClaimRecord *claim = record.claim(*id);
        return claim ? Subject{titleOf(claim->article), label(claim->claim->kind), claim->words} : Subject{};
    }
    if (const auto *id = std::get_if<EntityId>(&target)) {
        const Entity *entity = record.entity(*id);
        return entity ? Subject{{}, label(entity->kind), entity->name} : Subject{};
    }
    const Tag *tag = record.tag(std::get<TagId>(target));
    return tag ? Subject{{}, Reports::tr("Tag"), tag->name} : Subject{};
}

bool isWithoutProof(const ClaimRecord &claim)
{
    const VerdictValue value = claim.value();
    return claim.evidence.isEmpty()
        && (value == VerdictValue::Supported || value == VerdictValue::Disputed || value == VerdictValue::Refuted);
}

bool isUnsigned(const ClaimRecord &claim)
{
    return isDecided(claim.value()) && claim.value() != VerdictValue::NoCheckNeeded && claim.signOffs.isEmpty();
}

/// Who was asked to check it, or else who looked at it last, or made it.
AnnotatorId whose(const ClaimRecord &claim)
{
    if (!isDecided(claim.value()) && !claim.claim->assignee.isNull())
        return claim.claim->assignee;
    return claim.verdict ? claim.verdict->annotator : claim.claim->annotator;
}

QStringList rowOf(const Record &record, const ClaimRecord &claim)
{
    return {claim.article ? claim.article->title : QString(),
            label(claim.claim->kind),
            claim.words,
            label(claim.value()),
            record.name(whose(claim)),
            dayOf(claim.verdict ? claim.verdict->created : claim.claim->created)};
}

Table unresolvedNotes(const Record &record, const QStringList &headings)
{
    QHash<NoteId, int> answers;
    for (const Note &note : record.corpus().notes) {
        if (!note.parent.isNull())
            ++answers[note.parent];
    }
    Table table{Reports::tr("Open notes"), headings, {}};
    for (const Note &note : record.corpus().notes) {
        if (!note.parent.isNull() || note.resolved)
            continue;
        const Subject subject = subjectOf(record, note.target);
        QString body = note.body;
        if (const int count = answers.value(note.id))
            body += u'\n' + Reports::tr("(%n answer(s))", nullptr, count);
        table.rows.append(
            {subject.article, subject.kind, subject.words, body, record.name(note.annotator), dayOf(note.created)});
    }
    return table;
}

}

Report openQuestions(const Record &record, QDate made)
{
    const QStringList headings{Reports::tr("Article"), Reports::tr("Claim"), Reports::tr("Words"),
                               Reports::tr("State"),   Reports::tr("Whose"), Reports::tr("Since")};
    QList<Table> tables{{Reports::tr("Not decided"), headings, {}},
                        {Reports::tr("Decided without evidence"), headings, {}},
                        {Reports::tr("Not signed off"), headings, {}}};
    for (const ClaimRecord &claim : record.claims()) {
        if (!isDecided(claim.value()))
            tables[0].rows.append(rowOf(record, claim));
        if (isWithoutProof(claim))
            tables[1].rows.append(rowOf(record, claim));
        if (isUnsigned(claim))
            tables[2].rows.append(rowOf(record, claim));
    }
    tables.append(unresolvedNotes(record, headings));

    QString body;
    qsizetype count = 0;
    for (const Table &table : std::as_const(tables)) {
        count += table.rows.size();
        body += textElement("h2"_L1, u"%1 (%2)"_s.arg(table.title, QString::number(table.rows.size()))) + u'\n'
            + (table.rows.isEmpty() ? textElement("p"_L1, Reports::tr("Nothing."), {{"class"_L1, u"quiet"_s}}) + u'\n'
                                    : toHtml(table));
    }
    const QString title = Reports::tr("Open questions");
    return {.title = title,
            .html = page({.title = title,
                          .lines = {Reports::tr("%n open question(s)", nullptr, static_cast<int>(count))},
                          .made = made,
                          .isWide = true},
                         body),
            .csv = toCsv(tables, Reports::tr("Question")),
            .isWide = true,
            .count = count};
}

}
