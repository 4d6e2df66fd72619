// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/entitymerge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EntityMerge)
};

void takeNames(EntityMerge &merge)
{
    Entity &into = merge.into;
    const auto take = [&into](const QString &name) {
        if (name != into.name && !into.aliases.contains(name))
            into.aliases.append(name);
    };
    take(merge.from.name);
    for (const QString &alias : std::as_const(merge.from.aliases))
        take(alias);
    for (const ExternalId &id : std::as_const(merge.from.externalIds)) {
        const auto known = std::ranges::find(into.externalIds, id.scheme, &ExternalId::scheme);
        if (known == into.externalIds.end())
            into.externalIds.append(id);
        else if (known->value != id.value)
            merge.lostIds.append(id);
    }
    if (into.description.isEmpty())
        into.description = merge.from.description;
    else if (!merge.from.description.isEmpty() && !into.description.contains(merge.from.description))
        into.description += u'\n' + merge.from.description;
}

/// Each role once; evidence is kept.
bool takePart(Claim &claim, EntityId from, EntityId into)
{
    if (!std::ranges::contains(claim.participants, from, &Participant::entity))
        return false;
    QList<Participant> kept;
    for (Participant participant : std::as_const(claim.participants)) {
        if (participant.entity == from)
            participant.entity = into;
        const auto same = std::ranges::find_if(
            kept, [&](const Participant &p) { return p.entity == participant.entity && p.role == participant.role; });
        if (same == kept.end())
            kept.append(participant);
        else if (same->evidence.isNull())
            same->evidence = participant.evidence;
    }
    claim.participants = kept;
    return true;
}

bool replace(EntityId &id, EntityId from, EntityId into)
{
    if (id != from)
        return false;
    id = into;
    return true;
}

bool saysTheSame(const Portrayal &a, const Portrayal &b)
{
    return a.performer == b.performer && a.character == b.character && a.work == b.work && a.episodes == b.episodes;
}

void takePortrayals(EntityMerge &merge, const QList<Portrayal> &portrayals)
{
    QList<Portrayal> others;
    QList<Portrayal> theirs;
    for (Portrayal portrayal : portrayals) {
        const auto swap = [&](EntityId &id) { return replace(id, merge.from.id, merge.into.id); };
        const bool performs = swap(portrayal.performer);
        const bool isPlayed = swap(portrayal.character);
        const bool isWork = swap(portrayal.work);
        (performs || isPlayed || isWork ? theirs : others).append(portrayal);
    }
    for (const Portrayal &portrayal : std::as_const(theirs)) {
        if (std::ranges::any_of(others, [&](const Portrayal &p) { return saysTheSame(p, portrayal); })) {
            merge.doubled.append(portrayal.id);
        } else {
            merge.portrayals.append(portrayal);
            others.append(portrayal);
        }
    }
}

}

Result<EntityMerge> mergedEntity(const Corpus &corpus, EntityId from, EntityId into)
{
    const auto first = std::ranges::find(corpus.entities, from, &Entity::id);
    const auto second = std::ranges::find(corpus.entities, into, &Entity::id);
    if (first == corpus.entities.end() || second == corpus.entities.end())
        return fail(Words::tr("One of the two is not in the project any more."));
    if (from == into)
        return fail(Words::tr("%1 cannot be merged into itself.").arg(first->name));
    EntityMerge merge{.from = *first,
                      .into = *second,
                      .claims = {},
                      .portrayals = {},
                      .doubled = {},
                      .articles = {},
                      .notes = {},
                      .lostIds = {}};
    takeNames(merge);
    for (Claim claim : corpus.claims) {
        if (takePart(claim, from, into))
            merge.claims.append(claim);
    }
    takePortrayals(merge, corpus.portrayals);
    for (const Portrayal &portrayal : std::as_const(merge.portrayals)) {
        if (portrayal.performer == portrayal.character)
            return fail(
                Words::tr("%1 plays %2: they are two, a performer and a character.").arg(first->name, second->name));
    }
    for (Article article : corpus.articles) {
        if (replace(article.outlet, from, into))
            merge.articles.append(article);
    }
    for (Note note : corpus.notes) {
        if (note.target == NoteTarget(from)) {
            note.target = into;
            merge.notes.append(note);
        }
    }
    return merge;
}

QString toSentences(const EntityMerge &merge)
{
    QStringList sentences;
    const auto add = [&sentences](const QString &sentence, qsizetype count) {
        if (count > 0)
            sentences << sentence;
    };
    const auto n = [](const auto &list) { return static_cast<int>(list.size()); };
    sentences << Words::tr("“%1” becomes another name of %2.").arg(merge.from.name, merge.into.name);
    add(Words::tr("%n claim(s) will name %1.", nullptr, n(merge.claims)).arg(merge.into.name), merge.claims.size());
    add(Words::tr("%n portrayal(s) will be theirs.", nullptr, n(merge.portrayals)), merge.portrayals.size());
    add(Words::tr("%n portrayal(s) said twice will be said once.", nullptr, n(merge.doubled)), merge.doubled.size());
    add(Words::tr("%n article(s) will have it as their outlet.", nullptr, n(merge.articles)), merge.articles.size());
    add(Words::tr("%n note(s) will move.", nullptr, n(merge.notes)), merge.notes.size());
    for (const ExternalId &id : merge.lostIds)
        sentences << Words::tr("The id %1 in %2 will be dropped: %3 has another one there.")
                         .arg(id.value, id.scheme, merge.into.name);
    sentences << Words::tr("Undo takes it all back.");
    return sentences.join(u' ');
}

}
