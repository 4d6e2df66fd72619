// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/order.h"
#include "core/model/corpus.h"

#include <rapidcheck.h>

namespace pq::test {

/// Makes corpora that are sound and as odd as can be; to be called within a property.
class RandomCorpus
{
public:
    Corpus make()
    {
        const auto some = [](int most, auto &&one) {
            for (int n = below(most + 1); n > 0; --n)
                one();
        };
        some(3, [&] { c.annotators.append({AnnotatorId::create(), name()}); });
        some(2, [&] { c.tagsets.append({TagsetId::create(), name(), words()}); });
        if (!c.tagsets.isEmpty())
            some(6, [&] { addTag(); });
        some(5, [&] { addEntity(); });
        if (!c.entities.isEmpty())
            some(2, [&] {
                c.portrayals.append(
                    {PortrayalId::create(), one(c.entities), one(c.entities), maybe(c.entities), words()});
            });
        some(4, [&] { addArticle(); });
        if (!c.versions.isEmpty() && !c.tags.isEmpty())
            some(10, [&] { addPassage(); });
        if (!c.passages.isEmpty())
            some(4, [&] { addRelation(); });
        some(8, [&] { addClaim(); });
        if (c.claims.size() > 1)
            some(8, [&] { addLink(); });
        if (!c.claims.isEmpty()) {
            some(3, [&] { addEvidence(); });
            some(3, [&] {
                c.verdicts.append(
                    {VerdictId::create(), one(c.claims), VerdictValue(below(7)), words(), maybe(c.annotators), time()});
            });
        }
        for (const Verdict &verdict : std::as_const(c.verdicts)) {
            const AnnotatorId second = maybe(c.annotators);
            const bool holds = std::ranges::none_of(c.verdicts, [&verdict](const Verdict &other) {
                return other.claim == verdict.claim && isLater(other, verdict);
            });
            if (holds && isDecided(verdict.value) && !second.isNull() && second != verdict.annotator)
                c.signOffs.append({SignOffId::create(), verdict.id, second, time()});
        }
        some(6, [&] { addNote(); });
        some(2,
             [&] { c.remainders.append({RemainderId::create(), maybe(c.articles), QStringLiteral("brat"), name()}); });
        sortById(c);
        return c;
    }

    /// Below @p limit, at least 0.
    static int below(int limit) { return *rc::gen::resize(100, rc::gen::inRange(0, limit)); }
    static bool coin() { return below(2) == 1; }

    static QString words(int most = 8, bool lines = true)
    {
        static const QStringList pieces = {QStringLiteral("a"),       QStringLiteral("Word"),
                                           QStringLiteral(" "),       QStringLiteral("“"),
                                           QStringLiteral("”"),       QStringLiteral("👨‍👩‍👧‍👦"),
                                           QStringLiteral("🇮🇸"),      QStringLiteral("👩🏽‍🚀"),
                                           QStringLiteral("e\u0301"), QStringLiteral("שלום"),
                                           QStringLiteral("مرحبا"),   QStringLiteral("\""),
                                           QStringLiteral("\\"),      QStringLiteral("\u2028"),
                                           QStringLiteral("\u00ad"),  QStringLiteral("\u00a0"),
                                           QStringLiteral(";"),       QStringLiteral("="),
                                           QStringLiteral("#"),       QStringLiteral("|"),
                                           QStringLiteral(","),       QStringLiteral("T1"),
                                           QStringLiteral("\u0001"),  QStringLiteral("\u0085"),
                                           QStringLiteral("\u200b"),  QStringLiteral("{}"),
                                           QStringLiteral("\t"),      QStringLiteral("\n"),
                                           QStringLiteral("\n\n")};
        QString all;
        for (int n = below(most + 1); n > 0; --n)
            all += pieces[below(int(pieces.size()) - (lines ? 0 : 3))];
        return all;
    }
    static QString name() { return QStringLiteral("n") + words(4, false); }
    static Timestamp time()
    {
        return {coin() ? 0 : 1'700'000'000'000'000 + qint64(below(1'000'000'000)) * 1000 + below(1000)};
    }

    template <class T>
    static decltype(T::id) one(const QList<T> &list)
    {
        return list[below(int(list.size()))].id;
    }
    template <class T>
    static decltype(T::id) maybe(const QList<T> &list)
    {
        return list.isEmpty() || coin() ? decltype(T::id)() : one(list);
    }

private:
    void addTag()
    {
        Tag tag;
        tag.id = TagId::create();
        tag.tagset = one(c.tagsets);
        tag.parent = maybe(c.tags);
        tag.name = name();
        tag.colour = QStringLiteral("#12aB%1").arg(below(90) + 10);
        tag.key = words(1, false);
        tag.description = words();
        tag.position = below(100) - 50;
        tag.retired = coin();
        for (int n = below(3); n > 0; --n) {
            TagAttribute attribute{AttributeId::create(), name(), AttributeKind(below(4)), {}};
            for (int i = below(3); i > 0; --i)
                attribute.choices.append(QString::number(i) + words(2));
            tag.attributes.append(attribute);
        }
        c.tags.append(tag);
    }

    void addEntity()
    {
        Entity entity{EntityId::create(), EntityKind(below(4)), name(), {}, {}, words()};
        for (int n = below(3); n > 0; --n) {
            entity.aliases.append(QString::number(n) + words(2));
            entity.externalIds.append({QStringLiteral("s%1").arg(n), name()});
        }
        c.entities.append(entity);
    }

    void addArticle()
    {
        static const QStringList dates = {QString(), QStringLiteral("2025"), QStringLiteral("2025-03"),
                                          QStringLiteral("2025-03-12")};
        c.articles.append(
            {ArticleId::create(), words(4, false), maybe(c.entities), words(2), dates[below(4)], words(2), time()});
        for (int number = 1, n = below(3); number <= n; ++number) {
            Version version;
            version.id = VersionId::create();
            version.article = c.articles.last().id;
            version.number = number;
            version.text = Text(name() + words(30));
            version.sourceName = words(2);
            version.encoding = name();
            version.encodingGuessed = coin();
            if (coin())
                version.repairs = {{RepairKind(below(6)), 1 + below(9)}};
            version.correction = words();
            version.added = time();
            c.versions.append(version);
        }
    }

    void addPassage()
    {
        const Version &version = c.versions[below(int(c.versions.size()))];
        Passage passage;
        passage.id = PassageId::create();
        passage.version = version.id;
        const Tag &tag = c.tags[below(int(c.tags.size()))];
        passage.tag = tag.id;
        for (qsizetype from = 0, n = 1 + below(3); n > 0 && from < version.text.length(); --n) {
            const qsizetype begin = from + below(int(version.text.length() - from));
            const qsizetype end = begin + 1 + below(int(version.text.length() - begin));
            const TextSpan span{{begin}, {end}};
            passage.fragments.append({span, version.text.words(span).toString()});
            from = end;
        }
        if (passage.fragments.isEmpty())
            return;
        for (const TagAttribute &attribute : tag.attributes) {
            if (coin())
                passage.attributes.append({attribute.id, words()});
        }
        passage.state = State(below(3));
        passage.annotator = maybe(c.annotators);
        passage.created = time();
        c.passages.append(passage);
    }

    void addRelation()
    {
        Relation relation{RelationId::create(), one(c.passages),     one(c.passages), name(), {},
                          State(below(3)),      maybe(c.annotators), time()};
        for (int n = below(3); n > 0; --n)
            relation.values.append({QString::number(n) + words(1, false), words()});
        c.relations.append(relation);
    }

    void addClaim()
    {
        Claim claim;
        claim.id = ClaimId::create();
        claim.kind = ClaimKind(below(5));
        claim.summary = words();
        for (int n = c.passages.isEmpty() ? 0 : below(4); n > 0; --n) {
            const ClaimPassage part{one(c.passages), PassageRole(below(3))};
            if (!claim.passages.contains(part))
                claim.passages.append(part);
        }
        for (int n = c.entities.isEmpty() ? 0 : below(4); n > 0; --n) {
            const Participant participant{one(c.entities), ParticipantRole(below(7)), maybe(c.passages)};
            const bool twice = std::ranges::any_of(claim.participants, [&](const Participant &other) {
                return other.entity == participant.entity && other.role == participant.role;
            });
            if (!twice)
                claim.participants.append(participant);
        }
        claim.state = State(below(3));
        claim.annotator = maybe(c.annotators);
        claim.created = time();
        claim.assignee = maybe(c.annotators);
        c.claims.append(claim);
    }

    void addLink()
    {
        Link link{LinkId::create(), one(c.claims),       one(c.claims), LinkKind(below(7)),
                  State(below(3)),  maybe(c.annotators), time()};
        // Only support and contradiction may run in a circle.
        if (link.from < link.to && link.kind != LinkKind::Supports && link.kind != LinkKind::Contradicts)
            std::swap(link.from, link.to);
        const bool twice = std::ranges::any_of(c.links, [&](const Link &other) {
            return other.from == link.from && other.to == link.to && other.kind == link.kind;
        });
        if (link.from != link.to && !twice)
            c.links.append(link);
    }

    void addEvidence()
    {
        Evidence evidence;
        evidence.id = EvidenceId::create();
        evidence.claim = one(c.claims);
        evidence.kind = EvidenceKind(c.passages.isEmpty() ? 1 + below(4) : below(5));
        evidence.stance = Stance(below(3));
        if (evidence.kind == EvidenceKind::Passage)
            evidence.passage = one(c.passages);
        evidence.title = evidence.kind == EvidenceKind::Passage ? words() : name();
        evidence.url = QStringLiteral("https://%1.example/?%2").arg(below(9)).arg(below(9));
        evidence.locator = evidence.kind == EvidenceKind::Recording ? QStringLiteral("01:02:%1").arg(10 + below(50))
                                                                    : name();
        evidence.contact = name();
        evidence.retrieved = QStringLiteral("2025-03-%1").arg(10 + below(20));
        evidence.annotator = maybe(c.annotators);
        evidence.created = time();
        c.evidence.append(evidence);
    }

    void addNote()
    {
        Note note;
        note.id = NoteId::create();
        note.parent = maybe(c.notes);
        if (!note.parent.isNull()) {
            note.target = std::ranges::find(c.notes, note.parent, &Note::id)->target;
        } else {
            QList<NoteTarget> targets;
            const auto offer = [&](const auto &list) {
                if (!list.isEmpty())
                    targets.append(one(list));
            };
            offer(c.articles);
            offer(c.passages);
            offer(c.claims);
            offer(c.entities);
            offer(c.tags);
            if (targets.isEmpty())
                return;
            note.target = targets[below(int(targets.size()))];
        }
        note.body = name() + words();
        note.resolved = coin();
        note.annotator = maybe(c.annotators);
        note.created = time();
        c.notes.append(note);
    }

    Corpus c;
};

}
