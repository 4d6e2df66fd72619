// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/core/text/textstory.h"
#include "tests/support/support.h"

#include <QDir>
#include <QElapsedTimer>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// The real articles, every sentence of them a claim that was checked, corrected in thirty places of every kind.
class tst_CorrectArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thirtyCorrectionsLoseAndConfuseNothing_data();
    void thirtyCorrectionsLoseAndConfuseNothing();
};

void tst_CorrectArticles::thirtyCorrectionsLoseAndConfuseNothing_data()
{
    const QString folder = sharedArticlesFolder();
    if (folder.isEmpty())
        QSKIP("The three articles are not beside the source.");
    QTest::addColumn<QString>("path");
    for (const QFileInfo &file : QDir(folder).entryInfoList({u"*.txt"_s}, QDir::Files, QDir::Name))
        QTest::addRow("%s", qPrintable(file.baseName())) << file.filePath();
}

void tst_CorrectArticles::thirtyCorrectionsLoseAndConfuseNothing()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    TextStory story(30, Text(QString::fromUtf8(file.readAll())));
    const Version first{.id = VersionId::create(), .article = ArticleId::create(), .number = 1, .text = story.first()};
    const Tag tag{.id = TagId::create(), .tagset = TagsetId::create(), .name = u"Fact"_s, .colour = u"#4477aa"_s};

    // Every sentence, and as many other stretches and discontinuous ones.
    QList<QList<TextSpan>> spans;
    for (TextPosition at{0}; at < first.text.span().end; at = nextBoundary(first.text, at, Unit::Sentence)) {
        if (const TextSpan sentence = unitAt(first.text, at, Unit::Sentence); !sentence.isEmpty())
            spans.append({sentence});
    }
    for (qsizetype n = spans.size(); n > 0; --n)
        spans.append(story.passage());

    Store store = Store::inMemory(u"Ada"_s).value();
    QList<PassageId> passages;
    QHash<PassageId, ClaimId> claims;
    VERIFY_RESULT(store.edit(u"Fill"_s, [&](Edit &e) {
        e.put(Tagset{.id = tag.tagset, .name = u"Set"_s});
        e.put(tag);
        e.put(Article{.id = first.article, .title = u"An article"_s});
        e.put(first);
        for (const QList<TextSpan> &each : std::as_const(spans)) {
            Passage passage{.id = PassageId::create(), .version = first.id, .tag = tag.id};
            for (const TextSpan &span : each)
                passage.fragments.append({span, first.text.words(span).toString()});
            e.put(passage);
            const Claim claim{
                .id = ClaimId::create(), .kind = ClaimKind::Fact, .passages = {{passage.id, PassageRole::Content}}};
            e.put(claim);
            e.put(Verdict{.id = VerdictId::create(), .claim = claim.id, .value = VerdictValue::Supported});
            passages.append(passage.id);
            claims.insert(passage.id, claim.id);
        }
    }));
    for (int i = 0; i < 30; ++i)
        story.edit();

    const Corpus before = store.corpus().value();
    QElapsedTimer timer;
    timer.start();
    Correction correction{.from = first.id,
                          .to = {},
                          .document = {.text = story.last()},
                          .note = u"Thirty places were wrong."_s,
                          .passages = passages,
                          .reanchoring = reanchor(first.text, story.last(), spans),
                          .accepted = {},
                          .declined = {}};
    const qint64 milliseconds = timer.elapsed();

    // Without anybody's yes: what followed is right, and says what it said.
    Corrected corrected;
    VERIFY_RESULT(store.edit(u"New version"_s, [&](Edit &e) { corrected = e.correct(correction); }));
    QVERIFY(corrected.changed.isEmpty());
    const auto now = store.passages(corrected.followed).value();
    for (const Passage &passage : now) {
        const QList<TextSpan> &was = spans[passages.indexOf(passage.id)];
        QCOMPARE(passage.version, corrected.version);
        QCOMPARE(passage.fragments.size(), was.size());
        for (qsizetype i = 0; i < was.size(); ++i) {
            QCOMPARE(passage.fragments[i].words, first.text.words(was[i]));
            QVERIFY(story.isRight(was[i], passage.fragments[i].span));
        }
    }
    QCOMPARE(*store.check(), QStringList());
    VERIFY_RESULT(store.undo());
    QVERIFY(store.corpus().value() == before);

    // With a yes to all that is proposed: claims whose words changed or went are to be checked again, no other.
    QHash<Anchoring, int> proposed;
    for (qsizetype i = 0; i < passages.size(); ++i) {
        const Anchor &anchor = correction.reanchoring.anchors()[i];
        proposed[anchor.anchoring] += anchor.isCertain ? 0 : 1;
        if (anchor.anchoring != Anchoring::Lost)
            correction.accepted.insert(passages[i], anchor.places.first().spans);
    }
    VERIFY_RESULT(store.edit(u"New version"_s, [&](Edit &e) { corrected = e.correct(correction); }));
    QCOMPARE(corrected.followed.size() + corrected.left.size(), passages.size());
    QSet<ClaimId> reopened;
    for (const PassageId &passage : corrected.changed + corrected.left)
        reopened.insert(claims.value(passage));
    QCOMPARE(QSet<ClaimId>(corrected.reopened.begin(), corrected.reopened.end()), reopened);
    QCOMPARE(*store.check(), QStringList());
    const Corpus after = store.corpus().value();
    VERIFY_RESULT(store.undo());
    QVERIFY(store.corpus().value() == before);
    VERIFY_RESULT(store.redo());
    QVERIFY(store.corpus().value() == after);
    QCOMPARE(*store.check(), QStringList());
    qInfo("%lld passages in %lld ms: certain %lld, proposed as the same %d, as moved %d, as changed %d, lost %d",
          qlonglong(passages.size()), qlonglong(milliseconds), qlonglong(now.size()), proposed[Anchoring::Exact],
          proposed[Anchoring::Moved], proposed[Anchoring::Changed], proposed[Anchoring::Lost]);
}

QTEST_GUILESS_MAIN(tst_CorrectArticles)
#include "tst_correctarticles.moc"
