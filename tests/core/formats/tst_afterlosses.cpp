// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/afterlosses.h"

#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/webannotation/webannotation.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<QString(Corpus &)>; ///< makes a change, and says whose

}

class tst_AfterLosses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formatsThatHoldEverythingBringEverythingBack()
    {
        QVERIFY(rc::check([] {
            const Corpus corpus = test::RandomCorpus().make();
            for (const char *id : {"pullquote-jsonl", "webannotation"}) {
                const Format &format = *findFormat(QString::fromLatin1(id));
                const auto written = format.write(corpus, {});
                RC_ASSERT(written.has_value());
                const auto read = format.read(written->files);
                RC_ASSERT(read.has_value());
                const QString difference = test::differenceAfterLosses(corpus, written->loss, read->corpus);
                if (!difference.isEmpty())
                    RC_FAIL(format.id + std::string(": ") + difference.toStdString());
            }
        }));
    }

    void whatIsLostIsSeenAndExcusedOnlyWhereItIsListed_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("aspect");
        const auto row = [](const char *name, Aspect aspect, const Change &change) {
            QTest::newRow(name) << change << int(aspect);
        };
        row("whole", Aspect::Whole, [](Corpus &c) { return c.links.takeLast().id.toString(); });
        row("id", Aspect::Id, [](Corpus &c) {
            const QString id = c.notes.last().id.toString();
            c.notes.last().id = NoteId::create();
            return id;
        });
        row("maker", Aspect::Maker, [](Corpus &c) {
            c.passages.first().annotator = {};
            c.passages.first().created = {};
            return c.passages.first().id.toString();
        });
        row("state", Aspect::State, [](Corpus &c) {
            const auto found = std::ranges::find_if(c.passages,
                                                    [](const Passage &each) { return each.state != State::Accepted; });
            found->state = State::Accepted;
            return found->id.toString();
        });
        row("spans", Aspect::Spans, [](Corpus &c) {
            c.passages.first().fragments.first().span.begin = c.passages.first().fragments.first().span.begin + 1;
            return c.passages.first().id.toString();
        });
        row("words", Aspect::Words, [](Corpus &c) {
            c.tags.first().name += u'!';
            return c.tags.first().id.toString();
        });
        row("a text", Aspect::Words, [](Corpus &c) {
            c.versions.first().text = Text(c.versions.first().text.string() + u'!');
            return c.versions.first().id.toString();
        });
        row("attributes", Aspect::Attributes, [](Corpus &c) {
            const auto found = std::ranges::find_if(c.passages,
                                                    [](const Passage &each) { return !each.attributes.isEmpty(); });
            found->attributes.clear();
            return found->id.toString();
        });
        row("parts", Aspect::Parts, [](Corpus &c) {
            const auto found = std::ranges::find_if(c.claims,
                                                    [](const Claim &each) { return !each.participants.isEmpty(); });
            found->participants.removeLast();
            return found->id.toString();
        });
    }

    void whatIsLostIsSeenAndExcusedOnlyWhereItIsListed()
    {
        QFETCH(Change, change);
        QFETCH(int, aspect);
        const Corpus corpus = test::sampleCorpus();
        Corpus read = corpus;
        const QString object = change(read);
        QVERIFY(!test::differenceAfterLosses(corpus, {}, read).isEmpty());
        QCOMPARE(test::differenceAfterLosses(corpus, {{Aspect(aspect), u"it"_s, 1, {object}}}, read), QString());
        const QString other = corpus.entities.last().id.toString();
        QVERIFY(!test::differenceAfterLosses(corpus, {{Aspect(aspect), u"it"_s, 1, {other}}}, read).isEmpty());
    }

    void whatReferencesMeanIsComparedWhereIdsAreLost()
    {
        const Corpus corpus = test::sampleCorpus();
        Corpus read = corpus;
        LossReport report{{Aspect::Id, u"ids of tags"_s, 0, {}}};
        for (qsizetype i = 0; i < corpus.tags.size(); ++i) {
            report.first().objects.append(corpus.tags[i].id.toString());
            const TagId other = TagId::create();
            for (Tag &tag : read.tags) {
                if (tag.parent == corpus.tags[i].id)
                    tag.parent = other;
            }
            for (Passage &passage : read.passages) {
                if (passage.tag == corpus.tags[i].id)
                    passage.tag = other;
            }
            for (Note &note : read.notes) {
                if (note.target == NoteTarget(corpus.tags[i].id))
                    note.target = other;
            }
            read.tags[i].id = other;
        }
        QCOMPARE(test::differenceAfterLosses(corpus, report, read), QString());
        std::swap(read.passages.first().tag, read.passages.last().tag);
        QVERIFY(!test::differenceAfterLosses(corpus, report, read).isEmpty());
    }

    void whatIsListedInVainIsSeen()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto listed = [&](Aspect aspect, const QString &object) {
            return !test::differenceAfterLosses(corpus, {{aspect, u"it"_s, 1, {object}}}, corpus).isEmpty();
        };
        const auto plain = std::ranges::find(corpus.passages, State::Accepted, &Passage::state);
        QVERIFY(listed(Aspect::State, plain->id.toString()));
        QVERIFY(listed(Aspect::Whole, plain->id.toString()));
        QVERIFY(listed(Aspect::Parts, u"nobody"_s));
    }

    void onlyWhatReadersMakeMayBeNew()
    {
        const Corpus corpus = test::sampleCorpus();
        Corpus read = corpus;
        read.tagsets.append({TagsetId::create(), u"new"_s, {}});
        QVERIFY(!test::differenceAfterLosses(corpus, {}, read).isEmpty());
        QCOMPARE(test::differenceAfterLosses(corpus, {}, read, {u"tagset"_s}), QString());
    }
};

QTEST_GUILESS_MAIN(tst_AfterLosses)
#include "tst_afterlosses.moc"
