// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teiinline.h"

#include "core/formats/tei/teitext.h"

#include <QRegularExpression>

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

/// What the elements were of which passages were made when somebody else's TEI was read.
class Origins
{
public:
    explicit Origins(const Corpus &corpus)
    {
        for (const Tagset &tagset : corpus.tagsets) {
            if (tagset.name == u"TEI")
                m_tagsets.insert(tagset.id);
        }
        for (const Tag &tag : corpus.tags)
            m_tags.insert(tag.id, &tag);
    }
    /// Empty when it was none.
    [[nodiscard]] QString element(const Passage &passage) const
    {
        const Tag *tag = m_tags.value(passage.tag);
        return tag && m_tagsets.contains(tag->tagset) && teiPassageElements().contains(tag->name) ? tag->name
                                                                                                  : QString();
    }
    /// Those that every such element has, but said no type.
    [[nodiscard]] QList<std::pair<QString, QString>> attributes(const Passage &passage, const QString &element) const
    {
        static const QRegularExpression word(u"\\A[\\w-]+\\z"_s, QRegularExpression::UseUnicodePropertiesOption);
        QList<std::pair<QString, QString>> all;
        const Tag *tag = m_tags.value(passage.tag);
        for (const TagAttribute &attribute : tag->attributes) {
            const auto given = std::ranges::find(passage.attributes, attribute.id, &AttributeValue::attribute);
            const QString value = given == passage.attributes.end() ? QString() : given->value;
            const bool isKnown = (attribute.name == u"type" && element != u"said") || attribute.name == u"rend";
            if (isKnown && word.match(value).hasMatch())
                all.append({attribute.name, value});
        }
        return all;
    }

private:
    QSet<TagsetId> m_tagsets;
    QHash<TagId, const Tag *> m_tags;
};

}

bool TeiInline::isQuotation() const
{
    return name == u"said" || name == u"q" || name == u"quote";
}

const QSet<QString> &teiPassageElements()
{
    static const QSet<QString> all{u"said"_s,    u"q"_s,    u"quote"_s, u"persName"_s,
                                   u"orgName"_s, u"name"_s, u"rs"_s,    u"placeName"_s};
    return all;
}

QHash<PassageId, TeiInline> teiInlines(const Corpus &corpus)
{
    QHash<EntityId, const Entity *> entities;
    for (const Entity &entity : corpus.entities)
        entities.insert(entity.id, &entity);
    const Origins origins(corpus);
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
        if (const QString origin = origins.element(passage); !origin.isEmpty()) {
            if (element.name == u"said" && origin == u"q") {
                element.name = origin;
                element.own.removeLast(); // whether it is direct only said can tell
            } else if (element.name.isEmpty()) {
                element.name = origin;
            }
            if (element.name == origin)
                element.own += origins.attributes(passage, origin);
        }
        if (element.name.isEmpty())
            element.name = u"seg"_s;
        element.ofPassage = {{u"ana"_s, u'#' + teiId(u't', passage.tag)}, {u"corresp"_s, pointers(others)}};
    }
    return elements;
}

}
