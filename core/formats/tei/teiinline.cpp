// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teiinline.h"

#include "core/formats/tei/teitext.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A name, an alias or whole words of one: "Val" for "Iria Val", but not "it was Val’s idea".
bool isNameOf(const Entity &entity, const QString &words)
{
    const QString part = u' ' + words.simplified() + u' ';
    const auto holds = [&part](const QString &name) { return QString(u' ' + name.simplified() + u' ').contains(part); };
    return part.size() > 2 && (holds(entity.name) || std::ranges::any_of(entity.aliases, holds));
}

QString pointers(const QList<EntityId> &entities)
{
    QStringList all;
    for (const EntityId &entity : entities)
        all.append(u'#' + teiId(u'e', entity));
    return all.join(u' ');
}

TeiInline saidBy(const Claim &claim)
{
    const auto those = [&claim](ParticipantRole role) {
        QList<EntityId> entities;
        for (const Participant &participant : claim.participants) {
            if (participant.role == role)
                entities.append(participant.entity);
        }
        return pointers(entities);
    };
    return {u"said"_s,
            {{u"who"_s, those(ParticipantRole::Speaker)},
             {u"toWhom"_s, those(ParticipantRole::Addressee)},
             {u"direct"_s, u"true"_s}},
            {}};
}

}

QHash<PassageId, TeiInline> teiInlines(const Corpus &corpus)
{
    QHash<EntityId, const Entity *> entities;
    for (const Entity &entity : corpus.entities)
        entities.insert(entity.id, &entity);
    QHash<PassageId, TeiInline> elements;
    QHash<PassageId, QList<EntityId>> shown;
    for (const Claim &claim : corpus.claims) {
        for (const ClaimPassage &part : claim.passages) {
            if (part.role == PassageRole::Content && claim.kind == ClaimKind::Quote && !elements.contains(part.passage))
                elements.insert(part.passage, saidBy(claim));
        }
        for (const Participant &participant : claim.participants) {
            QList<EntityId> &all = shown[participant.evidence];
            if (!all.contains(participant.entity))
                all.append(participant.entity);
        }
    }
    for (const Passage &passage : corpus.passages) {
        TeiInline &element = elements[passage.id];
        const QList<EntityId> all = shown.value(passage.id);
        QList<EntityId> others = all;
        for (const EntityId &id : all) {
            const Entity &entity = *entities.value(id);
            if (!element.name.isEmpty() || entity.kind == EntityKind::Work || !isNameOf(entity, passage.words()))
                continue;
            element.name = entity.kind == EntityKind::Organisation ? u"orgName"_s : u"persName"_s;
            element.own = {{u"ref"_s, pointers({id})}};
            others.removeOne(id);
        }
        if (element.name.isEmpty())
            element.name = u"seg"_s;
        element.ofPassage = {{u"ana"_s, u'#' + teiId(u't', passage.tag)}, {u"corresp"_s, pointers(others)}};
    }
    return elements;
}

}
