// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "core/store/store.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QFile>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

/// What the store fills in where a file says nothing.
void fillIn(Corpus &corpus, const Annotator &annotator)
{
    corpus.annotators.append(annotator);
    const auto fill = [&](auto &...lists) {
        const auto one = [&](auto &each) {
            if (each.annotator.isNull())
                each.annotator = annotator.id;
            if (each.created == Timestamp())
                each.created = {1};
        };
        (std::ranges::for_each(lists, one), ...);
    };
    fill(corpus.passages, corpus.relations, corpus.claims, corpus.links, corpus.evidence, corpus.verdicts,
         corpus.signOffs, corpus.notes);
    const auto added = [](auto &...lists) {
        (std::ranges::for_each(lists, [](auto &each) { each.added = std::max(each.added, Timestamp{1}); }), ...);
    };
    added(corpus.articles, corpus.versions);
    sortById(corpus);
}

}

/// Whatever can be read can be kept.
class tst_Project : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasReadGoesIntoAProjectAndComesOutTheSame()
    {
        QVERIFY(rc::check([] {
            auto store = Store::inMemory(u"Ada"_s);
            RC_ASSERT(store.has_value());
            Corpus corpus = test::RandomCorpus().make();
            fillIn(corpus, store->annotator());
            // Where nothing is put nothing is edited, and nobody has edited it.
            RC_PRE(corpus != Corpus{.annotators = corpus.annotators});
            const auto read = readJsonLines(writeJsonLines(corpus)->files);
            RC_ASSERT(read.has_value());
            const auto put = store->edit(u"Import"_s, [&](Edit &edit) { edit.put(read->corpus); });
            if (!put)
                RC_FAIL(put.error().message.toStdString());
            auto kept = store->corpus();
            RC_ASSERT(kept.has_value());
            sortById(*kept);
            RC_ASSERT(writeJsonLines(*kept)->files.first().bytes == writeJsonLines(corpus)->files.first().bytes);
            RC_ASSERT(*kept == corpus);
        }));
    }

    void theSampleProjectGoesIn()
    {
        const QString path = QString::fromUtf8(SOURCE_ROOT) + u"/resources/sample/sample.jsonl"_s;
        if (!QFile::exists(path))
            QSKIP("There is no sample project yet.");
        const auto read = load(*findFormat(u"pullquote-jsonl"), path);
        VERIFY_RESULT(read);
        auto store = Store::inMemory(u"Ada"_s);
        VERIFY_RESULT(store);
        VERIFY_RESULT(store->edit(u"Import"_s, [&](Edit &edit) { edit.put(read->corpus); }));
        QCOMPARE(store->counts()->passages, read->corpus.passages.size());
    }
};

QTEST_GUILESS_MAIN(tst_Project)
#include "tst_project.moc"
