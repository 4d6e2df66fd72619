// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/selection.h"
#include "core/formats/words.h"
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
            const Corpus some = selected(all, selection);
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

    void anArticleComesWithWhatBelongsToIt()
    {
        const Corpus all = test::sampleCorpus();
        const ArticleId article = all.articles.first().id;
        const Corpus one = selected(all, {.articles = {article}});
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
        const Corpus some = selected(all, {.tags = {all.tags[1].id}});
        QCOMPARE(some.tags.size(), 2);
        QVERIFY(std::ranges::all_of(some.passages, [&](const Passage &each) { return each.tag == all.tags[1].id; }));
        QCOMPARE(some.articles.size(), all.articles.size());
    }
};

QTEST_GUILESS_MAIN(tst_Selection)
#include "tst_selection.moc"
