// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/entitymerging.h"

#include "core/review/entitymerge.h"
#include "ui/parts/mergedialog.h"
#include "ui/people/cast.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(EntityMerging)
};

/// A person and a character are never one: who plays whom is a portrayal.
QList<MergeDialog::Choice> choices(const Cast &everybody, const Entity &entity)
{
    QList<MergeDialog::Choice> result;
    for (const QList<Entity> sorted = everybody.sorted(); const Entity &other : sorted) {
        if (other.id != entity.id && other.kind == entity.kind)
            result.append({other.name, QVariant::fromValue(other.id)});
    }
    return result;
}

Corpus whatRefersTo(Session &session, const Cast &everybody, EntityId entity)
{
    const Store &store = session.store();
    Corpus corpus;
    corpus.entities = everybody.entities.values();
    corpus.portrayals = everybody.portrayals;
    corpus.claims = session.value(store.claims());
    corpus.articles = session.value(store.articles());
    corpus.notes = session.value(store.notes(NoteTarget(entity)));
    return corpus;
}

}

EntityId mergeEntity(Session &session, EntityId entity, QWidget *parent)
{
    const Cast everybody = cast(session);
    const Entity from = everybody.entities.value(entity);
    const QList<MergeDialog::Choice> others = choices(everybody, from);
    if (from.id.isNull())
        return {};
    if (others.isEmpty()) {
        Q_EMIT session.failed(
            Words::tr("There is nobody of the same kind that %1 could be merged into.").arg(from.name));
        return {};
    }
    const Corpus corpus = whatRefersTo(session, everybody, entity);
    MergeDialog dialog(
        from.name, others,
        [&](const QVariant &into) {
            return mergedEntity(corpus, entity, into.value<EntityId>()).transform([](const EntityMerge &merge) {
                return toSentences(merge);
            });
        },
        parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const Result<EntityMerge> merge = mergedEntity(corpus, entity, dialog.into().value<EntityId>());
    if (!merge)
        return {};
    const bool isDone = session.edit(Words::tr("Merge %1 into %2").arg(from.name, merge->into.name), [&](Edit &edit) {
        for (const PortrayalId &portrayal : merge->doubled)
            edit.remove(portrayal);
        edit.put(merge->into);
        for (const Claim &claim : merge->claims)
            edit.put(claim);
        for (const Portrayal &portrayal : merge->portrayals)
            edit.put(portrayal);
        for (const Article &article : merge->articles)
            edit.put(article);
        for (const Note &note : merge->notes)
            edit.put(note);
        edit.remove(entity);
    });
    return isDone ? merge->into.id : EntityId();
}

}
