// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelled.h"

#include <QJsonDocument>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Distributes a corpus over its texts.
class LabelledDistribution
{
public:
    LabelledDistribution(const Corpus &corpus, const LabelledRoom &room, LabelledNames &names, Losses &losses)
        : m_corpus(corpus), m_room(room), m_names(names), m_losses(losses)
    {
    }

    LabelledCorpus distribute();

private:
    void nameEverything();
    void addTexts();
    void addPassages();
    void addRelations();
    [[nodiscard]] QJsonObject metaOf(const Article &article);
    void merge(TextToWrite &text, const Remainder &remainder);
    [[nodiscard]] QJsonObject attributesOf(const Passage &passage);
    [[nodiscard]] QJsonObject valuesOf(const Relation &relation);
    template <class T>
    void reportMaker(const T &made, const QString &what);

    const Corpus &m_corpus;
    const LabelledRoom &m_room;
    LabelledNames &m_names;
    Losses &m_losses;
    LabelledCorpus m_result;
    QHash<std::pair<TagId, AttributeId>, AttributeKind> m_attributes;
    QHash<VersionId, qsizetype> m_at;
    QHash<PassageId, qsizetype> m_placeOf;
    QSet<TagId> m_usedTags;
};

/// @p value as JSON of its attribute's kind, where that reads as the same again.
QJsonValue typed(const QString &value, AttributeKind kind)
{
    if (kind != AttributeKind::Number && kind != AttributeKind::Boolean)
        return value;
    const QJsonValue parsed = QJsonDocument::fromJson(u"[%1]"_s.arg(value).toUtf8()).array().at(0);
    const bool isOfKind = kind == AttributeKind::Boolean ? parsed.isBool() : parsed.isDouble();
    return isOfKind && QString::fromUtf8(compactJson(parsed)) == value ? parsed : QJsonValue(value);
}

void LabelledDistribution::nameEverything()
{
    for (const Passage &passage : m_corpus.passages)
        m_usedTags.insert(passage.tag);
    for (const Tag &tag : m_corpus.tags) {
        if (!m_usedTags.contains(tag.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("tags that no passage has"), tag.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of tags"), tag.id);
        m_losses.add(Aspect::Parts,
                     Formats::tr("tagsets, parents, colours, keys, descriptions and attributes' definitions of tags"),
                     tag.id);
        QString &label = m_names.tags[tag.id];
        DistinctNames &taken = m_names.takenAttributes[tag.id];
        if (label.isNull()) {
            label = m_names.takenTags.take(tag.name);
            for (const QString &reserved : m_room.reserved)
                (void)taken.take(reserved);
        }
        bool isAltered = label != tag.name;
        for (const TagAttribute &attribute : tag.attributes) {
            QString &name = m_names.attributes[attribute.id];
            if (name.isNull())
                name = taken.take(attribute.name);
            isAltered = isAltered || name != attribute.name;
            m_attributes.insert({tag.id, attribute.id}, attribute.kind);
        }
        if (isAltered)
            m_losses.add(Aspect::Words, Formats::tr("names of tags and attributes that were taken, which got a number"),
                         tag.id);
    }
    for (const Annotator &annotator : m_corpus.annotators) {
        QString &name = m_names.annotators[annotator.id];
        if (name.isNull())
            name = m_names.takenAnnotators.take(annotator.name);
        m_result.annotators.insert(annotator.id, name);
    }

    QSet<ArticleId> withText;
    for (const Version &version : m_corpus.versions)
        withText.insert(version.article);
    QSet<EntityId> outlets;
    for (const Article &article : m_corpus.articles) {
        if (withText.contains(article.id))
            outlets.insert(article.outlet);
    }
    for (const Entity &entity : m_corpus.entities) {
        if (!outlets.contains(entity.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("entities that are no outlets"), entity.id);
            continue;
        }
        QString &name = m_names.outlets[entity.id];
        if (name.isNull())
            name = m_names.takenOutlets.take(entity.name);
        m_losses.add(Aspect::Id, Formats::tr("ids of outlets"), entity.id);
        m_losses.add(Aspect::Parts, Formats::tr("kinds, aliases, external ids and descriptions of outlets"), entity.id);
        if (name != entity.name)
            m_losses.add(Aspect::Words, Formats::tr("names of outlets that were taken, which got a number"), entity.id);
    }
}

QJsonObject LabelledDistribution::metaOf(const Article &article)
{
    QJsonObject meta{{"title"_L1, article.title}};
    const auto add = [&meta](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            meta.insert(key, value);
    };
    add("outlet"_L1, m_names.outlets.value(article.outlet));
    add("byline"_L1, article.byline);
    add("published"_L1, article.published);
    add("url"_L1, article.url);
    return meta;
}

void LabelledDistribution::merge(TextToWrite &text, const Remainder &remainder)
{
    QJsonObject rest = QJsonDocument::fromJson(remainder.content.toUtf8()).object();
    QJsonObject meta = rest.value("meta"_L1).toObject();
    if (rest.value("meta"_L1).isObject())
        rest.remove("meta"_L1);
    bool isAltered = false;
    const auto insert = [&](QJsonObject &object, const QString &key, const QJsonValue &value) {
        isAltered = isAltered || object.contains(key);
        object.insert(key, value);
    };
    for (auto member = text.meta.constBegin(); member != text.meta.constEnd(); ++member)
        insert(meta, member.key(), member.value());
    for (const QString &reserved : m_room.reservedOfTexts) {
        isAltered = isAltered || rest.contains(reserved);
        rest.remove(reserved);
    }
    if (isAltered
        || QString::fromUtf8(compactJson(QJsonDocument::fromJson(remainder.content.toUtf8()).object()))
            != remainder.content)
        m_losses.add(Aspect::Words,
                     Formats::tr("what only this format understands, where it says what stands here already"),
                     remainder.id);
    text.remainder = remainder.id;
    text.meta = meta;
    text.rest = rest;
    m_losses.add(Aspect::Id, Formats::tr("ids of what only this format understands"), remainder.id);
}

void LabelledDistribution::addTexts()
{
    QHash<ArticleId, const Article *> articles;
    for (const Article &article : m_corpus.articles)
        articles.insert(article.id, &article);
    QHash<ArticleId, const Remainder *> remainders;
    for (const Remainder &remainder : m_corpus.remainders) {
        const bool isOurs = remainder.format == QLatin1StringView(m_room.format) && !remainder.article.isNull()
            && QJsonDocument::fromJson(remainder.content.toUtf8()).isObject();
        if (isOurs && !remainders.contains(remainder.article))
            remainders.insert(remainder.article, &remainder);
    }
    QSet<RemainderId> written;
    QSet<ArticleId> done;
    for (const Version &version : m_corpus.versions) {
        const Article &article = *articles.value(version.article);
        TextToWrite text{&version, {}, metaOf(article), {}, {}, {}};
        if (const Remainder *remainder = remainders.value(article.id); remainder && !done.contains(article.id)) {
            merge(text, *remainder);
            written.insert(remainder->id);
        }
        done.insert(article.id);
        m_at.insert(version.id, m_result.texts.size());
        m_result.texts.append(text);
        m_losses.add(Aspect::Id, Formats::tr("ids of versions"), version.id);
        m_losses.add(Aspect::Parts, Formats::tr("numbers, sources and corrections of versions"), version.id);
    }
    for (const Article &article : m_corpus.articles) {
        if (!done.contains(article.id)) {
            m_losses.add(Aspect::Whole, Formats::tr("articles without a text"), article.id);
            continue;
        }
        m_losses.add(Aspect::Id, Formats::tr("ids of articles"), article.id);
        if (article.added != Timestamp())
            m_losses.add(Aspect::Maker, Formats::tr("when articles were added"), article.id);
    }
    for (const Remainder &remainder : m_corpus.remainders) {
        if (!written.contains(remainder.id))
            m_losses.add(Aspect::Whole, Formats::tr("what only the format it came from understands"), remainder.id);
    }
}

QJsonObject LabelledDistribution::attributesOf(const Passage &passage)
{
    QJsonObject members;
    for (const AttributeValue &value : passage.attributes) {
        const auto kind = m_attributes.constFind({passage.tag, value.attribute});
        if (kind == m_attributes.cend())
            m_losses.add(Aspect::Attributes, Formats::tr("values of attributes that the passage's tag has not"),
                         passage.id);
        else
            members.insert(m_names.attributes.value(value.attribute), typed(value.value, *kind));
    }
    return members;
}

QJsonObject LabelledDistribution::valuesOf(const Relation &relation)
{
    QJsonObject members;
    for (const RelationValue &value : relation.values) {
        if (m_room.reservedOfArrows.contains(value.name))
            m_losses.add(Aspect::Attributes, Formats::tr("values of relations whose names mean something else here"),
                         relation.id);
        else
            members.insert(value.name, value.value);
    }
    return members;
}

template <class T>
void LabelledDistribution::reportMaker(const T &made, const QString &what)
{
    if (!m_room.makers && (made.created != Timestamp() || !made.annotator.isNull()))
        m_losses.add(Aspect::Maker, what, made.id);
}

void LabelledDistribution::addPassages()
{
    QList<const Passage *> passages;
    for (const Passage &passage : m_corpus.passages)
        passages.append(&passage);
    std::ranges::stable_sort(passages, {}, [](const Passage *passage) { return passage->extent().begin; });
    for (const Passage *passage : std::as_const(passages)) {
        TextToWrite &text = m_result.texts[m_at.value(passage->version)];
        m_placeOf.insert(passage->id, text.passages.size());
        const TextSpan span = passage->extent();
        text.passages.append({passage, span, text.version->text.words(span).toString(),
                              m_names.tags.value(passage->tag), attributesOf(*passage)});
        if (passage->fragments.size() > 1)
            m_losses.add(Aspect::Spans,
                         Formats::tr("passages of several fragments, which reach from the first to the last now"),
                         passage->id);
        if (!m_room.ids)
            m_losses.add(Aspect::Id, Formats::tr("ids of passages"), passage->id);
        if (!m_room.states && passage->state != State::Accepted)
            m_losses.add(Aspect::State, Formats::tr("states of passages, which now seem accepted"), passage->id);
        reportMaker(*passage, Formats::tr("who marked passages, and when"));
    }
}

void LabelledDistribution::addRelations()
{
    QHash<PassageId, VersionId> versions;
    for (const Passage &passage : m_corpus.passages)
        versions.insert(passage.id, passage.version);
    for (const Relation &relation : m_corpus.relations) {
        const VersionId version = versions.value(relation.from);
        if (!m_room.arrows) {
            m_losses.add(Aspect::Whole, Formats::tr("relations between passages"), relation.id);
            continue;
        }
        if (versions.value(relation.to) != version) {
            m_losses.add(Aspect::Whole, Formats::tr("relations between passages of different texts"), relation.id);
            continue;
        }
        m_result.texts[m_at.value(version)].relations.append(
            {&relation, m_placeOf.value(relation.from), m_placeOf.value(relation.to), valuesOf(relation)});
        m_losses.add(Aspect::Id, Formats::tr("ids of relations"), relation.id);
        if (!m_room.states && relation.state != State::Accepted)
            m_losses.add(Aspect::State, Formats::tr("states of relations, which now seem accepted"), relation.id);
        reportMaker(relation, Formats::tr("who made relations, and when"));
    }
}

LabelledCorpus LabelledDistribution::distribute()
{
    nameEverything();
    addTexts();
    addPassages();
    addRelations();
    m_losses.addAllAboutClaims(m_corpus);
    if (!m_room.makers)
        m_losses.addAll(Aspect::Whole, Formats::tr("annotators"), m_corpus.annotators);
    return std::move(m_result);
}

}

LabelledCorpus toWrite(const Corpus &corpus, const LabelledRoom &room, LabelledNames &names, Losses &losses)
{
    return LabelledDistribution(corpus, room, names, losses).distribute();
}

void reportAnnotators(const Corpus &corpus, const LabelledCorpus &written, const QSet<AnnotatorId> &named,
                      Losses &losses)
{
    for (const Annotator &annotator : corpus.annotators) {
        if (!named.contains(annotator.id)) {
            losses.add(Aspect::Whole, Formats::tr("annotators who are not named"), annotator.id);
            continue;
        }
        losses.add(Aspect::Id, Formats::tr("ids of annotators"), annotator.id);
        if (written.annotators.value(annotator.id) != annotator.name)
            losses.add(Aspect::Words, Formats::tr("names of annotators that were taken, which got a number"),
                       annotator.id);
    }
}

void writeMembers(JsonWriter &json, const QJsonObject &members)
{
    for (auto member = members.constBegin(); member != members.constEnd(); ++member) {
        json.key(member.key());
        json.any(member.value());
    }
}

bool writeWithSpanArrays(JsonWriter &json, TextToWrite &text)
{
    const QString key = text.rest.take(spanArrays).toString();
    const bool isPlain = text.relations.isEmpty() && std::ranges::all_of(text.passages, [](const PassageToWrite &each) {
                             return each.attributes.isEmpty() && each.passage->annotator.isNull();
                         });
    if (key.isEmpty() || text.rest.contains(key) || !isPlain)
        return false;
    QJsonArray spans;
    for (const PassageToWrite &each : text.passages)
        spans.append(QJsonArray{qint64(each.span.begin.value), qint64(each.span.end.value), each.label});
    json.beginObject();
    json.member("text"_L1, text.version->text.string());
    writeMembers(json, {{key, spans}});
    writeMeta(json, text);
    writeMembers(json, text.rest);
    json.end();
    return true;
}

void writeMeta(JsonWriter &json, const TextToWrite &text)
{
    json.beginObject("meta"_L1);
    writeMembers(json, text.meta);
    json.end();
}

bool hasMembers(QByteArrayView beginning, std::initializer_list<const char *> members)
{
    return std::ranges::all_of(members,
                               [&](const char *member) { return beginning.contains(QByteArray("\"") + member + '"'); });
}

}
