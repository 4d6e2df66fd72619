// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listrows.h"

#include "app/cli/output.h"
#include "core/model/names.h"

#include <QJsonArray>

namespace pq::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue idValue(const auto &id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(id.toString());
}

QString between(const TextSpan &span)
{
    return u"%1–%2"_s.arg(span.begin.value).arg(span.end.value);
}

/// Only what is out of the ordinary is worth a reader's while.
QString unlessAccepted(State state)
{
    return state == State::Accepted ? QString() : QString(nameOf(state));
}

QLatin1StringView nameOf(JournalKind kind)
{
    static constexpr QLatin1StringView all[] = {"setup"_L1, "edit"_L1, "undo"_L1, "redo"_L1};
    return all[static_cast<size_t>(kind)];
}

QLatin1StringView kindOf(const NoteTarget &target)
{
    static constexpr QLatin1StringView all[] = {"article"_L1, "passage"_L1, "claim"_L1, "entity"_L1, "tag"_L1};
    return all[target.index()];
}

template <class T, class Key>
QHash<Key, QString> namesOf(const QList<T> &all, Key T::*id, QString T::*name)
{
    QHash<Key, QString> names;
    for (const T &each : all)
        names.insert(each.*id, each.*name);
    return names;
}

}

Result<Names> namesIn(const Store &store)
{
    const auto entities = store.entities();
    const auto tags = store.tags();
    const auto annotators = store.annotators();
    const auto articles = store.articles();
    const auto articleOfVersion = store.articleOfVersion();
    if (!entities)
        return std::unexpected(entities.error());
    if (!tags)
        return std::unexpected(tags.error());
    if (!annotators)
        return std::unexpected(annotators.error());
    if (!articles)
        return std::unexpected(articles.error());
    if (!articleOfVersion)
        return std::unexpected(articleOfVersion.error());
    return Names{namesOf(*entities, &Entity::id, &Entity::name), namesOf(*tags, &Tag::id, &Tag::name),
                 namesOf(*annotators, &Annotator::id, &Annotator::name),
                 namesOf(*articles, &Article::id, &Article::title), *articleOfVersion};
}

void print(const Row &row, bool json)
{
    if (json)
        print(row.object);
    else
        print(row.columns);
}

Row rowOf(const Article &article, const ArticleCounts &counts, const Names &names)
{
    const QString outlet = names.entities.value(article.outlet);
    return {{article.id.toString(), article.published, outlet, article.title,
             counted(counts.passages, QT_TRANSLATE_NOOP("Cli", "1 passage"), QT_TRANSLATE_NOOP("Cli", "%1 passages")),
             counted(counts.claims, QT_TRANSLATE_NOOP("Cli", "1 claim"), QT_TRANSLATE_NOOP("Cli", "%1 claims"))},
            {{"id"_L1, article.id.toString()},
             {"title"_L1, article.title},
             {"outlet"_L1, idValue(article.outlet)},
             {"outletName"_L1, outlet},
             {"byline"_L1, article.byline},
             {"published"_L1, article.published},
             {"url"_L1, article.url},
             {"added"_L1, article.added.toString()},
             {"passages"_L1, counts.passages},
             {"claims"_L1, counts.claims}}};
}

Row rowOf(const Passage &passage, const Names &names)
{
    QJsonArray fragments;
    for (const Fragment &fragment : passage.fragments) {
        fragments.append(QJsonObject{{"begin"_L1, qint64(fragment.span.begin.value)},
                                     {"end"_L1, qint64(fragment.span.end.value)},
                                     {"words"_L1, fragment.words}});
    }
    QJsonArray attributes;
    for (const AttributeValue &value : passage.attributes)
        attributes.append(QJsonObject{{"attribute"_L1, value.attribute.toString()}, {"value"_L1, value.value}});
    const ArticleId article = names.articleOfVersion.value(passage.version);
    const QString title = names.articles.value(article);
    const QString tag = names.tags.value(passage.tag);
    return {
        {passage.id.toString(), title, between(passage.extent()), tag, unlessAccepted(passage.state), passage.words()},
        {{"id"_L1, passage.id.toString()},
         {"article"_L1, idValue(article)},
         {"articleTitle"_L1, title},
         {"version"_L1, passage.version.toString()},
         {"tag"_L1, passage.tag.toString()},
         {"tagName"_L1, tag},
         {"begin"_L1, qint64(passage.extent().begin.value)},
         {"end"_L1, qint64(passage.extent().end.value)},
         {"words"_L1, passage.words()},
         {"fragments"_L1, fragments},
         {"attributes"_L1, attributes},
         {"state"_L1, pq::nameOf(passage.state)},
         {"annotator"_L1, idValue(passage.annotator)},
         {"annotatorName"_L1, names.annotators.value(passage.annotator)},
         {"created"_L1, passage.created.toString()}}};
}

Row rowOf(const Claim &claim, const QHash<PassageId, QString> &words, const Names &names)
{
    QJsonArray passages;
    QString content;
    for (const ClaimPassage &part : claim.passages) {
        const QString its = words.value(part.passage);
        if (part.role == PassageRole::Content && content.isEmpty())
            content = its;
        passages.append(QJsonObject{
            {"passage"_L1, part.passage.toString()}, {"role"_L1, pq::nameOf(part.role)}, {"words"_L1, its}});
    }
    QJsonArray participants;
    QStringList who;
    for (const Participant &participant : claim.participants) {
        const QString name = names.entities.value(participant.entity);
        who.append(u"%1: %2"_s.arg(pq::nameOf(participant.role), name));
        participants.append(QJsonObject{{"entity"_L1, participant.entity.toString()},
                                        {"name"_L1, name},
                                        {"role"_L1, pq::nameOf(participant.role)},
                                        {"evidence"_L1, idValue(participant.evidence)},
                                        {"evidenceWords"_L1, words.value(participant.evidence)}});
    }
    return {{claim.id.toString(), pq::nameOf(claim.kind), unlessAccepted(claim.state),
             claim.summary.isEmpty() ? content : claim.summary, who.join(u"; "_s)},
            {{"id"_L1, claim.id.toString()},
             {"kind"_L1, pq::nameOf(claim.kind)},
             {"summary"_L1, claim.summary},
             {"words"_L1, content},
             {"passages"_L1, passages},
             {"participants"_L1, participants},
             {"state"_L1, pq::nameOf(claim.state)},
             {"annotator"_L1, idValue(claim.annotator)},
             {"annotatorName"_L1, names.annotators.value(claim.annotator)},
             {"created"_L1, claim.created.toString()}}};
}

Row rowOf(const Entity &entity, const QList<Portrayal> &portrayals, const Names &names)
{
    QJsonArray externalIds;
    for (const ExternalId &external : entity.externalIds)
        externalIds.append(QJsonObject{{"scheme"_L1, external.scheme}, {"value"_L1, external.value}});
    QStringList plays, playedBy;
    for (const Portrayal &portrayal : portrayals) {
        if (portrayal.performer == entity.id)
            plays.append(names.entities.value(portrayal.character));
        if (portrayal.character == entity.id)
            playedBy.append(names.entities.value(portrayal.performer));
    }
    QStringList about = entity.aliases;
    if (!plays.isEmpty())
        about.append(tr("plays %1").arg(plays.join(u", "_s)));
    if (!playedBy.isEmpty())
        about.append(tr("played by %1").arg(playedBy.join(u", "_s)));
    return {{entity.id.toString(), pq::nameOf(entity.kind), entity.name, about.join(u", "_s)},
            {{"id"_L1, entity.id.toString()},
             {"kind"_L1, pq::nameOf(entity.kind)},
             {"name"_L1, entity.name},
             {"aliases"_L1, QJsonArray::fromStringList(entity.aliases)},
             {"externalIds"_L1, externalIds},
             {"description"_L1, entity.description},
             {"plays"_L1, QJsonArray::fromStringList(plays)},
             {"playedBy"_L1, QJsonArray::fromStringList(playedBy)}}};
}

Row rowOf(const Tag &tag, qint64 passages, const Names &names)
{
    QJsonArray attributes;
    for (const TagAttribute &attribute : tag.attributes) {
        attributes.append(QJsonObject{{"id"_L1, attribute.id.toString()},
                                      {"name"_L1, attribute.name},
                                      {"kind"_L1, pq::nameOf(attribute.kind)},
                                      {"choices"_L1, QJsonArray::fromStringList(attribute.choices)}});
    }
    const QString parent = names.tags.value(tag.parent);
    return {{tag.id.toString(), tag.key, parent.isEmpty() ? tag.name : parent + u" / "_s + tag.name,
             counted(passages, QT_TRANSLATE_NOOP("Cli", "1 passage"), QT_TRANSLATE_NOOP("Cli", "%1 passages")),
             tag.retired ? tr("retired") : QString()},
            {{"id"_L1, tag.id.toString()},
             {"tagset"_L1, tag.tagset.toString()},
             {"parent"_L1, idValue(tag.parent)},
             {"parentName"_L1, parent},
             {"name"_L1, tag.name},
             {"colour"_L1, tag.colour},
             {"key"_L1, tag.key},
             {"description"_L1, tag.description},
             {"retired"_L1, tag.retired},
             {"attributes"_L1, attributes},
             {"passages"_L1, passages}}};
}

Row rowOf(const Note &note, const Names &names)
{
    const QString target = std::visit([](const auto &id) { return id.toString(); }, note.target);
    const QString annotator = names.annotators.value(note.annotator);
    return {{note.id.toString(), kindOf(note.target), target, annotator, note.resolved ? tr("resolved") : QString(),
             note.body},
            {{"id"_L1, note.id.toString()},
             {"target"_L1, QJsonObject{{kindOf(note.target), target}}},
             {"parent"_L1, idValue(note.parent)},
             {"body"_L1, note.body},
             {"resolved"_L1, note.resolved},
             {"annotator"_L1, idValue(note.annotator)},
             {"annotatorName"_L1, annotator},
             {"created"_L1, note.created.toString()}}};
}

Row rowOf(const JournalEntry &entry, const Names &names)
{
    const QString annotator = names.annotators.value(entry.annotator);
    return {{QString::number(entry.number), entry.time.toString(), annotator, nameOf(entry.kind), entry.label},
            {{"number"_L1, entry.number},
             {"id"_L1, entry.id.toString()},
             {"kind"_L1, nameOf(entry.kind)},
             {"label"_L1, entry.label},
             {"annotator"_L1, idValue(entry.annotator)},
             {"annotatorName"_L1, annotator},
             {"time"_L1, entry.time.toString()},
             {"changesetBytes"_L1, entry.changesetBytes},
             {"hash"_L1, QString::fromLatin1(entry.hash.toHex())}}};
}

}
