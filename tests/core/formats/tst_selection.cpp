// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/selection.h"
#include "core/formats/words.h"
#include "core/store/store.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

template <class T>
QSet<decltype(T::id)> someOf(const QList<T> &list)
{
    QSet<decltype(T::id)> some;
    for (const T &each : list) {
        if (test::RandomCorpus::coin())
            some.insert(each.id);
    }
    return some;
}

}

class tst_Selection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverIsSelectedIsASoundCorpusOfNothingElse()
    {
        QVERIFY(rc::check([] {
            const Corpus all = test::RandomCorpus().make();
            Selection selection{someOf(all.articles), someOf(all.tags), someOf(all.annotators), {}};
            if (test::RandomCorpus::coin())
                selection.states = {State(test::RandomCorpus::below(3))};
            const Excerpt excerpt = selected({all}, selection);
            const Corpus &some = excerpt.corpus;
            const auto sound = checkCorpus(some);
            if (!sound)
                RC_FAIL(sound.error().message.toStdString());
            // Whoever writes and reads it finds it whole.
            const auto read = readJsonLines(writeJsonLines(some)->files);
            RC_ASSERT(read.has_value());
            for (const Passage &passage : some.passages) {
                RC_ASSERT(all.passages.contains(passage));
                RC_ASSERT(selection.tags.isEmpty() || selection.tags.contains(passage.tag));
                RC_ASSERT(selection.annotators.isEmpty() || selection.annotators.contains(passage.annotator));
                RC_ASSERT(selection.states.isEmpty() || selection.states.contains(passage.state));
            }
            const bool isAll = selection.isEmpty();
            RC_ASSERT(!isAll || some == all);
        }));
    }

    void theStoresExcerptIsTheOneOfAllThatItHas()
    {
        QVERIFY(rc::check([] {
            auto store = Store::inMemory(u"Ada"_s);
            Corpus made = test::RandomCorpus().make();
            for (Verdict &verdict : made.verdicts) // what has no time is put now, after whatever is signed off
                verdict.created = std::max(verdict.created, Timestamp{1});
            const auto put = store->edit(u"Put"_s, [&](Edit &e) { e.put(made); });
            if (!put)
                RC_FAIL(put.error().message.toStdString());
            const Corpus all = store->corpus().value();
            QSet<ArticleId> articles = someOf(all.articles);
            if (articles.isEmpty() && !all.articles.isEmpty())
                articles.insert(all.articles.first().id);
            RC_PRE(!articles.isEmpty());
            const Excerpt excerpt = store->excerpt(articles).value();
            const Excerpt expected = selected({all}, {.articles = articles});
            RC_ASSERT(excerpt.corpus == expected.corpus);
            RC_ASSERT(excerpt.severed == expected.severed);
        }));
    }

    void whatReachesOverTheEdgeIsReported()
    {
        const Corpus all = test::sampleCorpus();
        const auto articleOf = [&](const Claim &claim) {
            const auto passage = std::ranges::find(all.passages, claim.passages.first().passage, &Passage::id);
            return std::ranges::find(all.versions, passage->version, &Version::id)->article;
        };
        const auto claimOf = [&](ClaimId id) { return *std::ranges::find(all.claims, id, &Claim::id); };
        const auto far = std::ranges::find_if(
            all.links, [&](const Link &link) { return articleOf(claimOf(link.from)) != articleOf(claimOf(link.to)); });
        QVERIFY(far != all.links.end());
        const Excerpt excerpt = selected({all}, {.articles = {articleOf(claimOf(far->from))}});
        QVERIFY(excerpt.severed.links.contains(far->id));
        const auto written = writeChecked(*findFormat(u"pullquote-jsonl"), excerpt, {});
        VERIFY_RESULT(written);
        const auto reported = std::ranges::find_if(
            written->loss, [&](const Loss &loss) { return loss.objects.contains(far->id.toString()); });
        QVERIFY(reported != written->loss.end());
        QCOMPARE(reported->aspect, Aspect::Whole);
        // Of a whole corpus nothing is severed.
        const auto whole = writeChecked(*findFormat(u"pullquote-jsonl"), selected({all}, {}), {});
        VERIFY_RESULT(whole);
        QCOMPARE(whole->loss, LossReport());
    }

    void anArticleComesWithWhatBelongsToIt()
    {
        const Corpus all = test::sampleCorpus();
        const ArticleId article = all.articles.first().id;
        const Corpus one = selected({all}, {.articles = {article}}).corpus;
        QCOMPARE(one.articles.size(), 1);
        qsizetype passages = 0;
        for (const Passage &passage : all.passages) {
            const auto version = std::ranges::find(all.versions, passage.version, &Version::id);
            passages += version->article == article ? 1 : 0;
        }
        QCOMPARE(one.passages.size(), passages);
        QVERIFY(passages > 0 && passages < all.passages.size());
        // Links to claims of the other article have lost an end.
        for (const Link &link : one.links) {
            QVERIFY(std::ranges::contains(one.claims, link.from, &Claim::id));
            QVERIFY(std::ranges::contains(one.claims, link.to, &Claim::id));
        }
    }

    void aTagComesWithThoseAboveIt()
    {
        Corpus all = test::sampleCorpus();
        const TagId above = all.tags[0].id;
        all.tags[1].parent = above;
        const Corpus some = selected({all}, {.tags = {all.tags[1].id}}).corpus;
        QCOMPARE(some.tags.size(), 2);
        QVERIFY(std::ranges::all_of(some.passages, [&](const Passage &each) { return each.tag == all.tags[1].id; }));
        QCOMPARE(some.articles.size(), all.articles.size());
    }
};

QTEST_GUILESS_MAIN(tst_Selection)
#include "tst_selection.moc"
