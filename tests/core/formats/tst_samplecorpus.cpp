// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

class tst_SampleCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsTheSameEachTime() { QCOMPARE(test::sampleCorpus(), test::sampleCorpus()); }

    void idsAscend()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto ascends = [](const auto &list) {
            return std::ranges::is_sorted(list, {}, [](const auto &each) { return each.id.toBytes(); });
        };
        QVERIFY(ascends(corpus.annotators) && ascends(corpus.tags) && ascends(corpus.entities)
                && ascends(corpus.articles) && ascends(corpus.versions) && ascends(corpus.passages)
                && ascends(corpus.claims) && ascends(corpus.links) && ascends(corpus.evidence)
                && ascends(corpus.verdicts) && ascends(corpus.notes));
    }

    void everyFragmentHasItsTextsWords()
    {
        const Corpus corpus = test::sampleCorpus();
        QHash<VersionId, Text> texts;
        for (const Version &version : corpus.versions)
            texts.insert(version.id, version.text);
        for (const Passage &passage : corpus.passages) {
            QVERIFY(!passage.fragments.isEmpty());
            TextPosition last{0};
            for (const Fragment &fragment : passage.fragments) {
                QVERIFY(last <= fragment.span.begin && !fragment.span.isEmpty());
                QCOMPARE(texts.value(passage.version).words(fragment.span), fragment.words);
                last = fragment.span.end;
            }
        }
    }

    void itHasWhatGoesWrongElsewhere()
    {
        const QString text = test::sampleCorpus().versions.first().text.string();
        QVERIFY(text.contains(u"\u200d"_s)); // a family is joined with this
        QVERIFY(text.contains(u"e\u0301"_s));
        QVERIFY(text.contains(u"שלום"_s) && text.contains(u"مرحبا"_s));
        QVERIFY(text.contains(u'\t'));
        QVERIFY(test::sampleCorpus().versions.first().text.length() < text.size());
    }
};

QTEST_GUILESS_MAIN(tst_SampleCorpus)
#include "tst_samplecorpus.moc"
