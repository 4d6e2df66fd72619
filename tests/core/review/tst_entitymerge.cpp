// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/entitymerge.h"
#include "tests/support/chainbuilder.h"

#include <QTest>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class TestEntityMerge : public QObject
{
    Q_OBJECT

    /// Tom is in the project twice.
    struct Desk : Builder
    {
        EntityId tom = person(u"Tom Harrow"_s);
        EntityId thomas = person(u"Thomas Harrow"_s);
        EntityId mask = entity(EntityKind::Character, u"Ottoline"_s);

        Entity &of(EntityId id) { return *std::ranges::find(corpus.entities, id, &Entity::id); }
    };

private Q_SLOTS:
    void namesAndIdsGoUpInTheOther()
    {
        Desk desk;
        desk.of(desk.tom) = {desk.tom,
                             EntityKind::Person,
                             u"Tom Harrow"_s,
                             {u"TH"_s, u"Thomas Harrow"_s},
                             {{u"imdb"_s, u"nm0000002"_s}, {u"viaf"_s, u"7"_s}},
                             u"An actor."_s};
        desk.of(desk.thomas).externalIds = {{u"imdb"_s, u"nm0000001"_s}};
        desk.of(desk.thomas).description = u"Born in Fernwick."_s;
        const Result<EntityMerge> merge = mergedEntity(desk.corpus, desk.tom, desk.thomas);
        QVERIFY(merge);
        QCOMPARE(merge->into.name, u"Thomas Harrow"_s);
        QCOMPARE(merge->into.aliases, (QStringList{u"Tom Harrow"_s, u"TH"_s}));
        QCOMPARE(merge->into.externalIds, (QList<ExternalId>{{u"imdb"_s, u"nm0000001"_s}, {u"viaf"_s, u"7"_s}}));
        QCOMPARE(merge->lostIds, (QList<ExternalId>{{u"imdb"_s, u"nm0000002"_s}}));
        QCOMPARE(merge->into.description, u"Born in Fernwick.\nAn actor."_s);
        QVERIFY(toSentences(*merge).contains(u"The id nm0000002 in imdb will be dropped"_s));
    }

    void everyPartInAClaimIsKeptOnce()
    {
        Desk desk;
        const PassageId proof = PassageId::create();
        desk.claim(ClaimKind::Quote, {},
                   {{desk.thomas, ParticipantRole::Speaker, {}},
                    {desk.tom, ParticipantRole::Speaker, proof},
                    {desk.tom, ParticipantRole::Source, {}}});
        desk.claim(ClaimKind::Fact, {}, {{desk.thomas, ParticipantRole::Subject, {}}});
        const Result<EntityMerge> merge = mergedEntity(desk.corpus, desk.tom, desk.thomas);
        QVERIFY(merge);
        QCOMPARE(merge->claims.size(), 1);
        QCOMPARE(merge->claims.first().participants,
                 (QList<Participant>{{desk.thomas, ParticipantRole::Speaker, proof},
                                     {desk.thomas, ParticipantRole::Source, {}}}));
    }

    void aPortrayalSaidTwiceIsSaidOnce()
    {
        Desk desk;
        desk.plays(desk.tom, desk.mask);
        desk.plays(desk.thomas, desk.mask);
        const Result<EntityMerge> merge = mergedEntity(desk.corpus, desk.tom, desk.thomas);
        QVERIFY(merge);
        QVERIFY(merge->portrayals.isEmpty());
        QCOMPARE(merge->doubled, QList<PortrayalId>{desk.corpus.portrayals.first().id});
    }

    void whatNobodyMergedStaysAsItIs()
    {
        Desk desk;
        const EntityId other = desk.person(u"Somebody"_s);
        desk.plays(other, desk.mask);
        desk.plays(other, desk.mask); // said twice before
        desk.article(u"A"_s, other, {});
        const Result<EntityMerge> merge = mergedEntity(desk.corpus, desk.tom, desk.thomas);
        QVERIFY(merge);
        QVERIFY(merge->doubled.isEmpty() && merge->portrayals.isEmpty() && merge->articles.isEmpty());
        QVERIFY(merge->claims.isEmpty() && merge->notes.isEmpty());
    }

    void articlesAndNotesFollow()
    {
        Desk desk;
        const EntityId old = desk.outlet(u"The Lamp"_s);
        const EntityId now = desk.outlet(u"The Evening Lamp"_s);
        desk.article(u"A"_s, old, {});
        desk.corpus.notes.append({NoteId::create(), old, {}, u"Which lamp?"_s, false, {}, {}});
        const Result<EntityMerge> merge = mergedEntity(desk.corpus, old, now);
        QVERIFY(merge);
        QVERIFY(merge->articles.size() == 1 && merge->articles.first().outlet == now);
        QVERIFY(merge->notes.size() == 1 && merge->notes.first().target == NoteTarget(now));
    }

    void nobodyPlaysThemselvesAndNobodyIsMergedIntoThemselves()
    {
        Desk desk;
        desk.plays(desk.tom, desk.mask);
        QVERIFY(!mergedEntity(desk.corpus, desk.tom, desk.mask));
        QVERIFY(!mergedEntity(desk.corpus, desk.tom, desk.tom));
        QVERIFY(!mergedEntity(desk.corpus, desk.tom, EntityId::create()));
    }
};

QTEST_GUILESS_MAIN(TestEntityMerge)
#include "tst_entitymerge.moc"
