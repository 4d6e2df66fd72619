// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/sharednames.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Parts of a key; none of them holds a NUL.
QString key(const QStringList &parts)
{
    return parts.join(QChar(u'\0'));
}

template <class T>
void rename(T &id, const QHash<T, T> &names)
{
    id = names.value(id, id);
}

/// Keys of one part's things: what has the same key there is not the same thing, so the second is that of other parts.
class Keys
{
public:
    [[nodiscard]] QString take(const QString &wanted) { return key({wanted, QString::number(m_counts[wanted]++)}); }

private:
    QHash<QString, int> m_counts;
};

/// Keeps of @p own what was not there under its key before, adds that to @p all and puts the names of the rest into
/// @p names.
template <class T, class KeyOf>
void share(QList<T> &own, QList<T> &all, QHash<QString, decltype(T::id)> &ids,
           QHash<decltype(T::id), decltype(T::id)> &names, KeyOf keyOf)
{
    QList<T> fresh;
    Keys keys;
    for (const T &each : std::as_const(own)) {
        auto &id = ids[keys.take(keyOf(each))];
        if (id.isNull()) {
            id = each.id;
            fresh.append(each);
        }
        names.insert(each.id, id);
    }
    own = fresh;
    all += fresh;
}

}

void SharedNames::shareAnnotators(Corpus &part)
{
    pq::share(part.annotators, m_names.annotators, m_annotatorOf, m_annotators,
              [](const Annotator &annotator) { return annotator.name; });

    const auto renameIn = [this](auto &...lists) {
        const auto each = [this](auto &list) {
            for (auto &made : list)
                rename(made.annotator, m_annotators);
        };
        (each(lists), ...);
    };
    renameIn(part.passages, part.relations, part.claims, part.links, part.evidence, part.verdicts, part.signOffs,
             part.notes);
    for (Claim &claim : part.claims)
        rename(claim.assignee, m_annotators);
}

void SharedNames::shareTags(Corpus &part)
{
    pq::share(part.tagsets, m_names.tagsets, m_tagsetOf, m_tagsets, [](const Tagset &tagset) { return tagset.name; });

    // Parents first, as a tag's key names its parent.
    QHash<TagId, const Tag *> own;
    for (const Tag &tag : std::as_const(part.tags))
        own.insert(tag.id, &tag);
    const auto depth = [&own](const Tag &tag) {
        int count = 0;
        for (const Tag *above = own.value(tag.parent); above && count < own.size(); above = own.value(above->parent))
            ++count;
        return count;
    };
    QList<Tag> tags = part.tags;
    std::ranges::stable_sort(tags, {}, depth);
    QList<Tag> fresh;
    Keys keys;
    for (Tag &tag : tags) {
        const TagId before = tag.id;
        rename(tag.tagset, m_tagsets);
        rename(tag.parent, m_tags);
        const QString name = keys.take(key({tag.tagset.toString(), tag.parent.toString(), tag.name}));
        const auto known = m_tagAt.constFind(name);
        if (known == m_tagAt.cend()) {
            m_tagAt.insert(name, m_names.tags.size());
            m_names.tags.append(tag);
            fresh.append(tag);
            continue;
        }
        Tag &first = m_names.tags[*known];
        m_tags.insert(before, first.id);
        bool hasMore = false;
        for (const TagAttribute &attribute : std::as_const(tag.attributes)) {
            const auto same = std::ranges::find(first.attributes, attribute.name, &TagAttribute::name);
            if (same != first.attributes.end()) {
                m_attributes.insert(attribute.id, same->id);
                for (const QString &choice : attribute.choices) {
                    if (!same->choices.contains(choice)) {
                        same->choices.append(choice);
                        hasMore = true;
                    }
                }
            } else {
                first.attributes.append(attribute);
                hasMore = true;
            }
        }
        if (hasMore)
            fresh.append(first);
    }
    part.tags = fresh;
    for (Passage &passage : part.passages) {
        rename(passage.tag, m_tags);
        for (AttributeValue &value : passage.attributes)
            rename(value.attribute, m_attributes);
    }
}

void SharedNames::shareEntities(Corpus &part)
{
    pq::share(part.entities, m_names.entities, m_entityOf, m_entities, [](const Entity &entity) {
        QStringList parts{QString::number(int(entity.kind)), entity.name};
        for (const ExternalId &external : entity.externalIds)
            parts << external.scheme << external.value;
        return key(parts);
    });
    for (Claim &claim : part.claims) {
        for (Participant &participant : claim.participants)
            rename(participant.entity, m_entities);
    }
    for (Article &article : part.articles)
        rename(article.outlet, m_entities);

    for (Portrayal &portrayal : part.portrayals) {
        rename(portrayal.performer, m_entities);
        rename(portrayal.character, m_entities);
        rename(portrayal.work, m_entities);
    }
    QHash<PortrayalId, PortrayalId> nobodyNamesThem;
    pq::share(part.portrayals, m_names.portrayals, m_portrayalOf, nobodyNamesThem, [](const Portrayal &portrayal) {
        return key({portrayal.performer.toString(), portrayal.character.toString(), portrayal.work.toString(),
                    portrayal.episodes});
    });
}

Corpus SharedNames::share(Corpus part)
{
    m_annotators.clear();
    m_tagsets.clear();
    m_tags.clear();
    m_attributes.clear();
    m_entities.clear();
    shareAnnotators(part);
    shareTags(part);
    shareEntities(part);
    for (Note &note : part.notes) {
        if (auto *tag = std::get_if<TagId>(&note.target))
            rename(*tag, m_tags);
        else if (auto *entity = std::get_if<EntityId>(&note.target))
            rename(*entity, m_entities);
    }
    return part;
}

}
