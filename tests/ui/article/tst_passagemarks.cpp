// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"
#include "ui/article/passagemarks.h"

#include <algorithm>

using namespace pq;
using namespace Qt::StringLiterals;

class TestPassageMarks : public QObject
{
    Q_OBJECT

    Text m_text{u"x"_s.repeated(1000)};
    TagId m_tag = TagId::create();

    Passage at(qsizetype begin, qsizetype end) { return test::passageOf(m_text, m_tag, {{{begin}, {end}}}); }

private Q_SLOTS:
    void knowWhatIsPutChangedAndRemoved()
    {
        PassageMarks marks;
        Passage passage = at(10, 20);
        marks.put(passage);
        QCOMPARE(marks.at({15}), QList{passage.id});
        QVERIFY(marks.holds(passage));
        passage.fragments = at(30, 40).fragments;
        QVERIFY(!marks.holds(passage));
        passage.fragments += at(50, 60).fragments;
        passage.state = State::Suggested;
        marks.put(passage);
        QCOMPARE(marks.count(), 1);
        QVERIFY(marks.at({15}).isEmpty());
        QCOMPARE(marks.at({59}), QList{passage.id});
        QCOMPARE(marks.fragments(passage.id), (QList<TextSpan>{{{30}, {40}}, {{50}, {60}}}));
        QCOMPARE(marks.mark(passage.id).extent, (TextSpan{{30}, {60}}));
        QCOMPARE(marks.mark(passage.id).state, State::Suggested);
        QVERIFY(marks.remove(passage.id));
        QVERIFY(!marks.remove(passage.id));
        QVERIFY(marks.at({59}).isEmpty());
        QVERIFY(marks.fragments(passage.id).isEmpty());
    }

    void whatAFeedGivesIsTheSameAsWhatIsPut()
    {
        const Text text = test::longText(200);
        const QList<Tag> tags{test::tag(u"a"_s, u"#000000"_s)};
        QList<Passage> passages = test::manyPassages(text, tags, 3000);
        for (qsizetype i = 0; i < passages.size(); i += 7) { // some in two parts
            const TextPosition end = passages[i].fragments.last().span.end;
            if (const TextSpan further{end + 20, end + 25}; text.covers(further))
                passages[i].fragments.append({further, text.words(further).toString()});
        }
        QList<PlacedFragment> fragments;
        for (const Passage &passage : std::as_const(passages)) {
            for (const Fragment &fragment : passage.fragments)
                fragments.append({fragment.span, passage.id, passage.tag, passage.state});
        }
        std::ranges::stable_sort(fragments, {}, [](const PlacedFragment &f) { return f.span.begin; });

        const PassageMarks whole(passages);
        qsizetype helpings = 0;
        const auto feed = [&helpings, fragments]() mutable {
            ++helpings;
            PassageMarks::Helping helping{fragments.first(std::min<qsizetype>(100, fragments.size())), false};
            fragments.remove(0, helping.fragments.size());
            helping.isLast = fragments.isEmpty();
            return helping;
        };
        const auto idsIn = [](const PassageMarks &marks, const TextSpan &window) {
            QList<PassageId> ids;
            for (const PassageMarks::Hit &hit : marks.meeting(window))
                ids.append(marks.mark(hit.number).id);
            std::ranges::sort(ids);
            return ids;
        };
        {
            const PassageMarks fed(feed);
            const TextSpan screen{{0}, {2000}};
            QCOMPARE(idsIn(fed, screen), idsIn(whole, screen));
            QVERIFY2(helpings < 8, "the first screen took more than it needs");
            QVERIFY(!fed.isComplete());
            const TextSpan middle{{text.length() / 2}, {text.length() / 2 + 3000}};
            QCOMPARE(idsIn(fed, middle), idsIn(whole, middle));
            QVERIFY(!fed.isComplete());
            QCOMPARE(fed.at({700}), whole.at({700}));
            for (const Passage &passage : std::as_const(passages)) {
                QCOMPARE(fed.fragments(passage.id), whole.fragments(passage.id));
                QCOMPARE(fed.mark(passage.id).tag, passage.tag);
                QCOMPARE(fed.mark(passage.id).extent, passage.extent());
            }
            QVERIFY(fed.isComplete());
            QCOMPARE(fed.count(), passages.size());
        }
        PassageMarks changed(feed);
        QVERIFY(changed.remove(passages.last().id)); // though it has not come yet
        QCOMPARE(changed.count(), passages.size() - 1);
        Passage moved = passages.first();
        moved.fragments = passages.last().fragments;
        changed.put(moved);
        QVERIFY(changed.isComplete());
        QCOMPARE(changed.fragments(moved.id), whole.fragments(passages.last().id));
    }

    void theInnermostPassageComesFirst()
    {
        const Passage outer = at(0, 100);
        const Passage inner = at(40, 50);
        const Passage middle = at(30, 60);
        const Passage newest = at(40, 50);
        const PassageMarks marks({outer, inner, middle, newest});
        QCOMPARE(marks.at({45}), (QList{newest.id, inner.id, middle.id, outer.id}));
    }

    void passagesAreWalkedInTheOrderOfTheirBegin()
    {
        Passage apart = at(10, 12);
        apart.fragments += at(500, 510).fragments; // its second fragment is no place of its own
        const QList<Passage> inOrder{at(5, 900), at(5, 8), apart, at(400, 410), at(600, 610)};
        PassageMarks marks;
        for (const Passage &passage : {inOrder[3], inOrder[0], inOrder[4], inOrder[2], inOrder[1]})
            marks.put(passage);
        QCOMPARE(marks.firstFrom({0}), inOrder.first().id);
        QCOMPARE(marks.firstFrom({5}), inOrder.first().id);
        QCOMPARE(marks.firstFrom({401}), inOrder.last().id);
        QVERIFY(marks.firstFrom({601}).isNull());
        QCOMPARE(marks.lastBefore({600}), inOrder[3].id);
        QCOMPARE(marks.lastBefore({601}), inOrder[4].id);
        QVERIFY(marks.lastBefore({5}).isNull());
        for (qsizetype i = 0; i + 1 < inOrder.size(); ++i) {
            QCOMPARE(marks.after(inOrder[i].id), inOrder[i + 1].id);
            QCOMPARE(marks.before(inOrder[i + 1].id), inOrder[i].id);
        }
        QVERIFY(marks.after(inOrder.last().id).isNull());
        QVERIFY(marks.before(inOrder.first().id).isNull());
    }

    void aLookAtAWindowVisitsOnlyWhatMeetsIt()
    {
        const Text text = test::longText(2000);
        const QList<Tag> tags{test::tag(u"a"_s, u"#000000"_s)};
        const QList<Passage> passages = test::manyPassages(text, tags, 20'000);
        const PassageMarks marks(passages);
        const TextSpan window{{500'000}, {502'000}};
        const qsizetype expected = std::ranges::count_if(passages,
                                                         [&](const Passage &p) { return p.extent().overlaps(window); });
        QCOMPARE(marks.meeting(window).size(), expected);
        QCOMPARE(marks.fragmentsVisited(), expected);
    }
};

QTEST_GUILESS_MAIN(TestPassageMarks)
#include "tst_passagemarks.moc"
