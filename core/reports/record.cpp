// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/record.h"

#include "core/model/labels.h"
#include "core/reports/translated.h"
#include "core/review/performers.h"

#include <algorithm>
#include <tuple>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

template <class T, class Key>
void index(QHash<Key, const T *> &found, const QList<T> &all)
{
    found.reserve(all.size());
    for (const T &thing : all)
        found.insert(thing.id, &thing);
}

/// What orders claims in reports.
auto placeOf(const ClaimRecord &record)
{
    static const QString none;
    const QString &date = record.article ? record.article->published : none;
    return std::tuple(date.isEmpty(), QStringView(date), record.article ? record.article->id : ArticleId(),
                      record.place ? record.place->extent() : TextSpan{}, record.claim->kind, record.claim->id);
}

}

Record::Record(const Corpus &corpus) : m_corpus(corpus)
{
    index(m_articles, corpus.articles);
    index(m_versions, corpus.versions);
    index(m_passages, corpus.passages);
    index(m_tags, corpus.tags);
    index(m_entities, corpus.entities);
    for (const Version &version : corpus.versions) {
        const Version *&current = m_current[version.article];
        if (!current || current->number < version.number)
            current = &version;
    }
    for (const Annotator &annotator : corpus.annotators)
        m_annotators.insert(annotator.id, annotator.name);
    for (const Portrayal &portrayal : corpus.portrayals)
        m_portrayals[portrayal.character].append(portrayal);
    gather();
}

void Record::gather()
{
    for (const Claim &claim : m_corpus.claims) {
        if (claim.state != State::Accepted)
            continue;
        ClaimRecord record{.claim = &claim};
        QStringList words;
        for (const ClaimPassage &part : claim.passages) {
            const Passage *found = passage(part.passage);
            if (!found)
                continue;
            if (part.role == PassageRole::Content) {
                record.contents.append(found);
                words.append(found->words());
            } else if (!record.place) {
                record.place = found;
            }
        }
        if (!record.contents.isEmpty())
            record.place = record.contents.first();
        record.words = words.isEmpty() ? claim.summary : words.join(u" … "_s);
        record.article = record.place ? articleOf(*record.place) : nullptr;
        m_claims.append(record);
    }
    std::ranges::sort(m_claims, {}, placeOf);
    for (qsizetype i = 0; i < m_claims.size(); ++i)
        m_places.insert(m_claims[i].claim->id, i);

    const auto find = [this](ClaimId id) {
        const auto at = m_places.constFind(id);
        return at == m_places.constEnd() ? nullptr : &m_claims[*at];
    };
    for (const Evidence &evidence : m_corpus.evidence) {
        if (ClaimRecord *record = find(evidence.claim))
            record->evidence.append(&evidence);
    }
    for (const Verdict &verdict : m_corpus.verdicts) {
        ClaimRecord *record = find(verdict.claim);
        if (record && (!record->verdict || isLater(verdict, *record->verdict)))
            record->verdict = &verdict;
    }
    QHash<VerdictId, QList<const SignOff *>> signOffs;
    for (const SignOff &signOff : m_corpus.signOffs)
        signOffs[signOff.verdict].append(&signOff);
    for (ClaimRecord &record : m_claims) {
        if (record.verdict)
            record.signOffs = signOffs.value(record.verdict->id);
    }
    for (const Link &link : m_corpus.links) {
        ClaimRecord *from = find(link.from);
        ClaimRecord *to = find(link.to);
        if (link.state != State::Accepted || !from || !to)
            continue;
        from->links.append(&link);
        to->links.append(&link);
    }
}

QList<ClaimRecord> Record::claims(ArticleId article) const
{
    QList<ClaimRecord> found;
    std::ranges::copy_if(m_claims, std::back_inserter(found), [article](const ClaimRecord &record) {
        return record.article && record.article->id == article;
    });
    return found;
}

const ClaimRecord *Record::claim(ClaimId id) const
{
    const auto at = m_places.constFind(id);
    return at == m_places.constEnd() ? nullptr : &m_claims[*at];
}

const Passage *Record::passage(PassageId id) const
{
    const Passage *passage = m_passages.value(id);
    return passage && passage->state != State::Rejected ? passage : nullptr;
}

const Article *Record::articleOf(const Passage &passage) const
{
    const Version *version = versionOf(passage);
    return version ? m_articles.value(version->article) : nullptr;
}

const Version *Record::current(ArticleId article) const
{
    return m_current.value(article);
}

QString Record::name(EntityId id) const
{
    const Entity *entity = m_entities.value(id);
    return entity ? entity->name : QString();
}

QString Record::placeName(const Article &article) const
{
    QStringList parts{name(article.outlet), article.published};
    parts.removeAll(QString());
    return parts.isEmpty() ? article.title : parts.join(u", "_s);
}

QStringList Record::who(const Claim &claim, const QList<ParticipantRole> &roles) const
{
    QStringList names;
    for (const ParticipantRole role : roles) {
        for (const Participant &participant : claim.participants) {
            if (participant.role != role)
                continue;
            QString shown = name(participant.entity);
            QStringList playing;
            for (const QList<EntityId> all = performers(claim, participant.entity); const EntityId performer : all)
                playing.append(name(performer));
            if (!playing.isEmpty())
                shown = Reports::tr("%1 (played by %2)").arg(shown, playing.join(u", "_s));
            if (!names.contains(shown))
                names.append(shown);
        }
    }
    return names;
}

QList<EntityId> Record::performers(const Claim &claim, EntityId character) const
{
    return performersOf(character, claim, m_portrayals.value(character));
}

QString sentence(const Evidence &evidence, const Record &record)
{
    QStringList parts{evidence.title};
    if (const Passage *passage = record.passage(evidence.passage)) {
        parts.append(u"“%1”"_s.arg(passage->words()));
        if (const Article *article = record.articleOf(*passage))
            parts.append(record.placeName(*article));
    }
    parts << evidence.url << evidence.locator << evidence.contact;
    if (!evidence.retrieved.isEmpty())
        parts.append(evidence.kind == EvidenceKind::Url ? Reports::tr("retrieved %1").arg(evidence.retrieved)
                                                        : evidence.retrieved);
    if (!evidence.sha256.isEmpty())
        parts.append(Reports::tr("archived copy SHA-256 %1").arg(evidence.sha256));
    parts.removeAll(QString());
    return Reports::tr("%1 (%2): %3").arg(label(evidence.stance), label(evidence.kind), parts.join(u", "_s));
}

QString dayOf(Timestamp time)
{
    return time.toString().left(10);
}

}
