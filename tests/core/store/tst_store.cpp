// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

// Canonical order for comparing: the store lists everything by id.
template <class T>
QList<T> byId(QList<T> list)
{
    std::ranges::sort(list, {}, &T::id);
    return list;
}

Corpus sorted(const Corpus &corpus)
{
    return {.annotators = byId(corpus.annotators),
            .tagsets = byId(corpus.tagsets),
            .tags = byId(corpus.tags),
            .entities = byId(corpus.entities),
            .portrayals = byId(corpus.portrayals),
            .articles = byId(corpus.articles),
            .versions = byId(corpus.versions),
            .passages = byId(corpus.passages),
            .claims = byId(corpus.claims),
            .links = byId(corpus.links),
            .evidence = byId(corpus.evidence),
            .verdicts = byId(corpus.verdicts),
            .signOffs = byId(corpus.signOffs),
            .notes = byId(corpus.notes)};
}

Store withSample()
{
    auto store = Store::inMemory(u"Ada"_s);
    const auto done = store->edit(u"Import sample"_s, [](Edit &e) { e.put(test::sampleCorpus()); });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return std::move(*store);
}

Corpus withoutAnnotators(Corpus corpus)
{
    corpus.annotators.clear();
    return corpus;
}

}

class tst_Store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVerdictsOfAVersionAreThoseOfItsClaims()
    {
        const Store store = withSample();
        qsizetype all = 0;
        for (const Version &version : test::sampleCorpus().versions) {
            QList<Verdict> wanted;
            for (const QList<Claim> claims = store.claims(version.id).value(); const Claim &claim : claims)
                wanted += store.verdicts(claim.id).value();
            std::ranges::sort(wanted, {}, &Verdict::id);
            QCOMPARE(store.verdicts(version.id).value(), wanted);
            all += wanted.size();
        }
        QVERIFY(all > 0);
        QVERIFY(store.verdicts(VersionId::create()).value().isEmpty());
    }

    void whatIsPutComesBackUnchanged();
    void placesAreReadInTheOrderOfTheTextPageByPage();
    void placesFollowEveryEditAndItsUndo();
    void puttingTheSameAgainLeavesNoTrace();
    void aRefusedEditWritesNothingAtAll();
    void fragmentsMustCoverTheirExactWords_data();
    void fragmentsMustCoverTheirExactWords();
    void aVersionsTextNeverChanges();
    void anEditMayPutThingsInAnyOrderButLeavesNoDanglingReference();
    void aTagOnPassagesCannotBeRemoved();
    void anAttributeThatStaysKeepsItsValuesWhenTheTagIsEdited();
    void linksNeverRunInACircle();
    void removingAnArticleTakesAlongWhatCannotBeWithoutIt();
    void theSameTextIsImportedOnce();
    void sourceBytesComeBackExactly();
    void anOutletIsFoundByNameOrAliasOrMade();
    void changesNameTheWholeOfEachPart();
    void aClaimIsConnectedOverLinksInBothDirections();
    void anExcerptRefersToNothingOutside();
};

void tst_Store::whatIsPutComesBackUnchanged()
{
    const Store store = withSample();
    const auto back = store.corpus();
    VERIFY_RESULT(back);
    QCOMPARE(sorted(withoutAnnotators(*back)), sorted(withoutAnnotators(test::sampleCorpus())));
    // All of the sample's annotators, and whoever put it.
    QCOMPARE(back->annotators.size(), test::sampleCorpus().annotators.size() + 1);
    VERIFY_RESULT(store.check());
    QCOMPARE(*store.check(), QStringList());
}

void tst_Store::placesAreReadInTheOrderOfTheTextPageByPage()
{
    Store store = withSample();
    const Corpus corpus = *store.corpus();
    for (const Version &version : corpus.versions) {
        QList<PlacedFragment> expected;
        for (const Passage &passage : corpus.passages) {
            if (passage.version != version.id)
                continue;
            for (const Fragment &fragment : passage.fragments)
                expected.append({fragment.span, passage.id, passage.tag, passage.state});
        }
        std::ranges::sort(expected, [](const PlacedFragment &a, const PlacedFragment &b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.passage < b.passage;
        });
        for (const qsizetype count : {1, 2, 1000}) {
            QList<PlacedFragment> read;
            for (std::optional<PlacesPage::Mark> mark = PlacesPage::Mark(); mark;) {
                const auto page = store.places(version.id, *mark, count);
                VERIFY_RESULT(page);
                read += page->fragments;
                mark = page->last;
            }
            QCOMPARE(read, expected);
        }
    }
}

void tst_Store::placesFollowEveryEditAndItsUndo()
{
    Store store = withSample();
    const Corpus corpus = *store.corpus();
    const auto agrees = [&store] { return *store.check() == QStringList(); };
    Passage passage = corpus.passages.first();
    passage.fragments = {corpus.passages.first().fragments.first()};
    passage.fragments.first().span.end = passage.fragments.first().span.begin + 1;
    passage.fragments.first().words = std::ranges::find(corpus.versions, passage.version, &Version::id)
                                          ->text.words(passage.fragments.first().span)
                                          .toString();
    passage.state = State::Rejected;
    VERIFY_RESULT(store.edit(u"Change"_s, [&](Edit &e) { e.put(passage); }));
    QVERIFY(agrees());
    VERIFY_RESULT(store.edit(u"Remove"_s, [&](Edit &e) { e.remove(passage.id); }));
    QVERIFY(agrees());
    VERIFY_RESULT(store.edit(u"Remove all"_s, [&](Edit &e) {
        for (const Article &article : corpus.articles)
            e.remove(article.id);
    }));
    QVERIFY(agrees());
    int steps = 0;
    for (; store.undoLabel(); ++steps) {
        VERIFY_RESULT(store.undo());
        QVERIFY(agrees());
    }
    QVERIFY(steps >= 4);
    while (store.redoLabel()) {
        VERIFY_RESULT(store.redo());
        QVERIFY(agrees());
    }
}

void tst_Store::puttingTheSameAgainLeavesNoTrace()
{
    Store store = withSample();
    const auto before = store.counts();
    const auto changes = store.edit(u"Again"_s, [](Edit &e) { e.put(test::sampleCorpus()); });
    VERIFY_RESULT(changes);
    QVERIFY(changes->isEmpty());
    QCOMPARE(store.counts()->journalEntries, before->journalEntries);
    QCOMPARE(store.undoLabel(), u"Import sample"_s);
}

void tst_Store::aRefusedEditWritesNothingAtAll()
{
    Store store = withSample();
    const auto before = store.corpus();
    const auto entries = store.counts()->journalEntries;
    bool wentOn = false;
    const auto done = store.edit(u"Two things"_s, [&](Edit &e) {
        e.put(Tagset{.id = TagsetId::create(), .name = u"New"_s});
        e.refuse(u"No."_s);
        wentOn = true;
    });
    QVERIFY(!done);
    QVERIFY(!wentOn);
    QCOMPARE(done.error().message, u"No."_s);
    QCOMPARE(*store.corpus(), *before);
    QCOMPARE(store.counts()->journalEntries, entries);
}

void tst_Store::fragmentsMustCoverTheirExactWords_data()
{
    QTest::addColumn<QList<QPair<int, int>>>("spans");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("why"); // empty: accepted
    using Spans = QList<QPair<int, int>>;
    // "a👩‍👩‍👧b" is a, four code points with two joiners, b: 7 code points.
    QTest::newRow("exact") << Spans{{0, 1}} << QStringList{u"a"_s} << QString();
    QTest::newRow("behind an emoji family") << Spans{{6, 7}} << QStringList{u"b"_s} << QString();
    QTest::newRow("the family") << Spans{{1, 6}} << QStringList{u"👩‍👩‍👧"_s} << QString();
    QTest::newRow("two fragments") << Spans{{0, 1}, {6, 7}} << QStringList{u"a"_s, u"b"_s} << QString();
    QTest::newRow("other words") << Spans{{0, 1}} << QStringList{u"b"_s} << u"The words at 0–1 are “a”, not “b”."_s;
    QTest::newRow("UTF-16 positions") << Spans{{9, 10}} << QStringList{u"b"_s}
                                      << u"not within the text, which has 7 characters"_s;
    QTest::newRow("reversed") << Spans{{3, 1}} << QStringList{u"x"_s} << u"not within the text"_s;
    QTest::newRow("empty") << Spans{{1, 1}} << QStringList{QString()} << u"not within the text"_s;
    QTest::newRow("negative") << Spans{{-1, 1}} << QStringList{u"a"_s} << u"not within the text"_s;
    QTest::newRow("unsorted") << Spans{{6, 7}, {0, 1}} << QStringList{u"b"_s, u"a"_s} << u"overlaps the one before"_s;
    QTest::newRow("none") << Spans{} << QStringList{} << u"at least one fragment"_s;
}

void tst_Store::fragmentsMustCoverTheirExactWords()
{
    using Spans = QList<QPair<int, int>>;
    QFETCH(const Spans, spans);
    QFETCH(const QStringList, words);
    QFETCH(const QString, why);

    Store store = withSample();
    Edit::Imported article;
    VERIFY_RESULT(
        store.edit(u"Import"_s, [&](Edit &e) { article = e.import({.text = Text(u"a👩‍👩‍👧b"_s)}); }));
    Passage passage{.id = PassageId::create(),
                    .version = store.currentVersion(article.article)->id,
                    .tag = test::sampleCorpus().tags.first().id};
    for (qsizetype i = 0; i < spans.size(); ++i)
        passage.fragments.append({.span = {{spans[i].first}, {spans[i].second}}, .words = words[i]});
    const auto done = store.edit(u"Tag"_s, [&](Edit &e) { e.put(passage); });
    if (why.isEmpty()) {
        VERIFY_RESULT(done);
        QCOMPARE(store.passages({passage.id})->first().fragments, passage.fragments);
    } else {
        QVERIFY(!done);
        QVERIFY2(done.error().message.contains(why), qPrintable(done.error().message));
        QVERIFY(store.passages({passage.id})->isEmpty());
    }
}

void tst_Store::aVersionsTextNeverChanges()
{
    Store store = withSample();
    Version version = test::sampleCorpus().versions.first();
    version.text = Text(version.text.string() + u"!"_s);
    const auto done = store.edit(u"Change text"_s, [&](Edit &e) { e.put(version); });
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(u"never changes"));
}

void tst_Store::anEditMayPutThingsInAnyOrderButLeavesNoDanglingReference()
{
    Store store = withSample();
    const TagsetId tagset = TagsetId::create();
    const TagId parent = TagId::create();
    const auto putChild = [&](Edit &e) {
        e.put(
            Tag{.id = TagId::create(), .tagset = tagset, .parent = parent, .name = u"child"_s, .colour = u"#112233"_s});
    };
    VERIFY_RESULT(store.edit(u"Children first"_s, [&](Edit &e) {
        putChild(e);
        e.put(Tag{.id = parent, .tagset = tagset, .name = u"parent"_s, .colour = u"#112233"_s});
        e.put(Tagset{.id = tagset, .name = u"Late"_s});
    }));
    const auto refused = store.edit(u"Orphan"_s, [&](Edit &e) {
        e.put(Tag{.id = TagId::create(), .tagset = TagsetId::create(), .name = u"orphan"_s, .colour = u"#112233"_s});
    });
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"tagset"), qPrintable(refused.error().message));
    VERIFY_RESULT(store.edit(u"Still usable"_s, putChild));
}

void tst_Store::aTagOnPassagesCannotBeRemoved()
{
    Store store = withSample();
    const Passage passage = test::sampleCorpus().passages.first();
    const auto refused = store.edit(u"Remove tag"_s, [&](Edit &e) { e.remove(passage.tag); });
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"still on"), qPrintable(refused.error().message));
}

void tst_Store::anAttributeThatStaysKeepsItsValuesWhenTheTagIsEdited()
{
    Store store = withSample();
    const Corpus sample = test::sampleCorpus();
    const auto withValue = std::ranges::find_if(sample.passages,
                                                [](const Passage &p) { return !p.attributes.isEmpty(); });
    QVERIFY(withValue != sample.passages.end());
    Tag tag = *std::ranges::find(sample.tags, withValue->tag, &Tag::id);
    tag.name = u"Renamed"_s;
    VERIFY_RESULT(store.edit(u"Rename tag"_s, [&](Edit &e) { e.put(tag); }));
    QCOMPARE(store.passages({withValue->id})->first(), *withValue);
}

void tst_Store::linksNeverRunInACircle()
{
    Store store = *Store::inMemory(u"Ada"_s);
    QList<ClaimId> claims;
    VERIFY_RESULT(store.edit(u"Claims"_s, [&](Edit &e) {
        for (int i = 0; i < 4; ++i) {
            claims.append(ClaimId::create());
            e.put(Claim{.id = claims.last(), .kind = ClaimKind::Quote, .summary = u"claim %1"_s.arg(i)});
        }
    }));
    const auto link = [&](int from, int to, LinkKind kind, State state = State::Accepted) {
        return store.edit(u"Link"_s, [&](Edit &e) {
            e.put(Link{.id = LinkId::create(), .from = claims[from], .to = claims[to], .kind = kind, .state = state});
        });
    };
    VERIFY_RESULT(link(1, 0, LinkKind::ReReports));
    VERIFY_RESULT(link(2, 1, LinkKind::Paraphrases));
    VERIFY_RESULT(link(3, 2, LinkKind::Repeats));
    const auto circle = link(0, 3, LinkKind::ReReports);
    QVERIFY(!circle);
    QVERIFY2(circle.error().message.contains(u"“claim 0”"_s), qPrintable(circle.error().message));
    VERIFY_RESULT(link(0, 3, LinkKind::Repeats, State::Rejected)); // what was turned down says nothing
    // Other kinds tell other things.
    VERIFY_RESULT(link(0, 3, LinkKind::Within));
    QVERIFY(!link(3, 0, LinkKind::Within));
    VERIFY_RESULT(link(3, 0, LinkKind::Corrects));
    QVERIFY(!link(0, 3, LinkKind::Corrects));
    VERIFY_RESULT(link(0, 1, LinkKind::Contradicts));
    VERIFY_RESULT(link(1, 0, LinkKind::Contradicts));
    // In one edit, too, and whatever way it is put.
    const auto both = store.edit(u"Both"_s, [&](Edit &e) {
        e.put(Link{.id = LinkId::create(), .from = claims[0], .to = claims[2], .kind = LinkKind::Repeats});
    });
    QVERIFY(!both);
    Link turned;
    for (const QList<Link> all = *store.links(); const Link &each : all) {
        if (each.from == claims[1] && each.kind == LinkKind::ReReports)
            turned = each;
    }
    VERIFY_RESULT(store.edit(u"Again"_s, [&](Edit &e) { e.put(turned); })); // it is no circle with itself
    std::swap(turned.from, turned.to);
    VERIFY_RESULT(store.edit(u"Turn"_s, [&](Edit &e) { e.put(turned); }));
}

void tst_Store::removingAnArticleTakesAlongWhatCannotBeWithoutIt()
{
    Store store = withSample();
    const Corpus before = *store.corpus();
    VERIFY_RESULT(store.edit(u"Remove all"_s, [&](Edit &e) {
        for (const Article &article : before.articles)
            e.remove(article.id);
    }));
    QCOMPARE(store.counts()->articles, 0);
    QCOMPARE(store.counts()->passages, 0);
    QCOMPARE(*store.check(), QStringList());
    VERIFY_RESULT(store.undo());
    QCOMPARE(*store.corpus(), before);
}

void tst_Store::theSameTextIsImportedOnce()
{
    Store store = withSample();
    const Document document{
        .text = Text(u"One line 🎬.\n"_s), .sourceBytes = "One line \xF0\x9F\x8E\xAC.\r\n", .encoding = u"UTF-8"_s};
    QList<Edit::Imported> results;
    VERIFY_RESULT(store.edit(u"Import"_s, [&](Edit &e) { results << e.import(document) << e.import(document); }));
    QVERIFY(!results[0].wasThere);
    QVERIFY(results[1].wasThere);
    QCOMPARE(results[1].article, results[0].article);
}

void tst_Store::sourceBytesComeBackExactly()
{
    Store store = withSample();
    const QList<QByteArray> sources{"Plain.\n", "\xEF\xBB\xBFWith mark.\r\n", QByteArray(100'000, 'x') + "\r\n"};
    const QStringList texts{u"Plain.\n"_s, u"With mark.\n"_s, QString(100'000, u'x') + u'\n'};
    for (int i = 0; i < sources.size(); ++i) {
        Edit::Imported imported;
        VERIFY_RESULT(store.edit(
            u"Import"_s, [&](Edit &e) { imported = e.import({.text = Text(texts[i]), .sourceBytes = sources[i]}); }));
        const auto version = store.currentVersion(imported.article);
        VERIFY_RESULT(version);
        QCOMPARE(version->text.string(), texts[i]);
        QCOMPARE(*store.sourceBytes(version->id), sources[i]);
    }
}

void tst_Store::anOutletIsFoundByNameOrAliasOrMade()
{
    Store store = withSample();
    const EntityId known = EntityId::create();
    VERIFY_RESULT(store.edit(u"Outlet"_s, [&](Edit &e) {
        e.put(Entity{
            .id = known, .kind = EntityKind::Organisation, .name = u"The Long Gazette"_s, .aliases = {u"TLG"_s}});
    }));
    const auto outletOf = [&store](const QString &name, const QString &text) {
        Edit::Imported imported;
        const auto done = store.edit(
            u"Import"_s, [&](Edit &e) { imported = e.import({.text = Text(text), .head = {.outlet = name}}); });
        return done ? store.article(imported.article)->outlet : EntityId();
    };
    QCOMPARE(outletOf(u"TLG"_s, u"a"_s), known);
    QCOMPARE(outletOf(u"The Long Gazette"_s, u"b"_s), known);
    QVERIFY(outletOf({}, u"c"_s).isNull());
    const EntityId made = outletOf(u"Brand New"_s, u"d"_s);
    QVERIFY(!made.isNull());
    QCOMPARE(outletOf(u"Brand New"_s, u"e"_s), made);
}

void tst_Store::changesNameTheWholeOfEachPart()
{
    Store store = withSample();
    const Corpus sample = test::sampleCorpus();
    Claim claim = *std::ranges::find_if(sample.claims, [](const Claim &c) { return !c.participants.isEmpty(); });
    claim.participants.removeLast();
    const auto changes = store.edit(u"Participant"_s, [&](Edit &e) { e.put(claim); });
    VERIFY_RESULT(changes);
    QCOMPARE(*changes, Changes{.claims = {claim.id}});

    Entity entity = sample.entities.first();
    entity.aliases << u"Another name"_s;
    QCOMPARE(*store.edit(u"Alias"_s, [&](Edit &e) { e.put(entity); }), Changes{.entities = {entity.id}});
    QCOMPARE(*store.undo(), Changes{.entities = {entity.id}});

    const Version version = sample.versions.first();
    const VersionId corrected = VersionId::create();
    const auto newVersion = store.edit(u"Correct"_s, [&](Edit &e) {
        e.put(Version{.id = corrected, .article = version.article, .number = 2, .text = Text(u"Corrected"_s)});
    });
    VERIFY_RESULT(newVersion);
    QCOMPARE(*newVersion, (Changes{.articles = {version.article}, .versions = {corrected}}));
    QCOMPARE(store.currentVersion(version.article)->id, corrected);
}

void tst_Store::aClaimIsConnectedOverLinksInBothDirections()
{
    const Store store = withSample();
    const Corpus sample = test::sampleCorpus();
    QVERIFY(!sample.links.isEmpty());
    const Link &link = sample.links.first();
    for (const ClaimId &end : {link.from, link.to}) {
        const auto part = store.connected({end});
        VERIFY_RESULT(part);
        QVERIFY(std::ranges::contains(part->claims, link.from, &Claim::id));
        QVERIFY(std::ranges::contains(part->claims, link.to, &Claim::id));
        QVERIFY(std::ranges::contains(part->links, link.id, &Link::id));
        for (const Claim &claim : part->claims) {
            for (const ClaimPassage &passage : claim.passages)
                QVERIFY(std::ranges::contains(part->passages, passage.passage, &Passage::id));
            for (const Participant &participant : claim.participants)
                QVERIFY(std::ranges::contains(part->entities, participant.entity, &Entity::id));
        }
        for (const Version &version : part->versions)
            QVERIFY(version.text.isEmpty());
    }
}

void tst_Store::anExcerptRefersToNothingOutside()
{
    const Store store = withSample();
    for (const Article &article : test::sampleCorpus().articles) {
        const auto part = store.excerpt({article.id});
        VERIFY_RESULT(part);
        QCOMPARE(part->corpus.articles, QList{article});
        auto other = Store::inMemory(u"Ada"_s);
        VERIFY_RESULT(other->edit(u"Take over"_s, [&](Edit &e) { e.put(part->corpus); }));
        QCOMPARE(sorted(withoutAnnotators(*other->corpus())).claims, sorted(part->corpus).claims);
    }
}

QTEST_GUILESS_MAIN(tst_Store)
#include "tst_store.moc"
