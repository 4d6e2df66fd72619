// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/queue.h"

#include <QTest>

#include <algorithm>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Queue : public QObject
{
    Q_OBJECT

    static QueueRow row()
    {
        QueueRow row;
        row.claim = ClaimId::create();
        row.created = {100};
        return row;
    }
    static QueueRow decided(VerdictValue value, AnnotatorId checker = {}, AnnotatorId second = {})
    {
        QueueRow made = row();
        made.verdict = VerdictId::create();
        made.value = value;
        made.checker = checker;
        made.secondChecker = second;
        made.checked = {200};
        return made;
    }

private Q_SLOTS:
    void anEmptyFilterLetsEverythingThrough()
    {
        QVERIFY(QueueFilter().isEmpty());
        QVERIFY(accepts({}, row()));
        QVERIFY(accepts({}, decided(VerdictValue::Refuted)));
    }

    void eachPartOfTheFilterIsAsked()
    {
        QueueRow one = decided(VerdictValue::Supported, AnnotatorId::create());
        one.article = ArticleId::create();
        one.tag = TagId::create();
        one.people = {EntityId::create(), EntityId::create()};
        one.words = u"I kept it lit"_s;
        one.summary = u"שלום the line"_s;
        one.assignee = AnnotatorId::create();
        const QueueRow other = row();
        const auto tells = [&](auto set) { // lets the one through and not the other
            QueueFilter filter;
            set(filter);
            return accepts(filter, one) && !accepts(filter, other) && !filter.isEmpty();
        };
        QVERIFY(tells([&](QueueFilter &f) { f.articles = {one.article}; }));
        QVERIFY(tells([&](QueueFilter &f) { f.tags = {one.tag}; }));
        QVERIFY(tells([&](QueueFilter &f) { f.person = one.people.last(); }));
        QVERIFY(tells([&](QueueFilter &f) { f.assignee = one.assignee; }));
        QVERIFY(tells([&](QueueFilter &f) { f.mine = one.checker; }));
        QVERIFY(tells([&](QueueFilter &f) { f.mine = one.assignee; }));
        QVERIFY(tells([&](QueueFilter &f) { f.verdicts = {VerdictValue::Supported}; }));
        QVERIFY(tells([&](QueueFilter &f) { f.words = {u"LIT"_s, u"שלום"_s}; }));
        QVERIFY(!tells([&](QueueFilter &f) { f.words = {u"lit"_s, u"out"_s}; }));
        one.kind = ClaimKind::Fact;
        QVERIFY(tells([&](QueueFilter &f) { f.kind = ClaimKind::Fact; }));
        one.openNotes = 1;
        QVERIFY(tells([&](QueueFilter &f) { f.openNotes = true; }));
        one.checked = {50};
        QVERIFY(tells([&](QueueFilter &f) { f.sinceAtMost = {60}; }));
        QueueFilter nobody;
        nobody.assignee = AnnotatorId();
        QVERIFY(accepts(nobody, other) && !accepts(nobody, one));
    }

    void progressTellsOpenFromDecidedFromSignedOff()
    {
        using enum QueueFilter::Progress;
        const auto accepted = [](QueueFilter::Progress progress, const QueueRow &row) {
            QueueFilter filter;
            filter.progress = progress;
            return accepts(filter, row);
        };
        const QueueRow open = row();
        const QueueRow begun = decided(VerdictValue::InProgress);
        const QueueRow done = decided(VerdictValue::Disputed);
        const QueueRow signedOff = decided(VerdictValue::Disputed, {}, AnnotatorId::create());
        QVERIFY(accepted(Open, open) && accepted(Open, begun) && !accepted(Open, done));
        QVERIFY(accepted(AwaitsSignOff, done) && !accepted(AwaitsSignOff, signedOff) && !accepted(AwaitsSignOff, open));
        QVERIFY(accepted(SignedOff, signedOff) && !accepted(SignedOff, done));
    }

    void everyOrderIsTotalAndFallsBackToThePlace()
    {
        QList<QueueRow> rows;
        const ArticleId first = ArticleId::create();
        const ArticleId second = ArticleId::create();
        for (int i = 0; i < 12; ++i) {
            QueueRow each = i % 3 == 0 ? row() : decided(VerdictValue(i % 7));
            each.article = i % 4 == 0 ? ArticleId() : i % 2 ? first : second;
            each.begin = {i % 5};
            each.words = QString(QChar(u'a' + i % 3));
            rows.append(each);
        }
        const QueueRanks ranks{{{second, 0}, {first, 1}}, {}, {}};
        for (int i = 0; i <= int(QueueOrder::Notes); ++i) {
            const auto order = QueueOrder(i);
            const auto before = [&](const QueueRow &a, const QueueRow &b) { return comesBefore(a, b, order, ranks); };
            for (const QueueRow &a : rows) {
                for (const QueueRow &b : rows)
                    QCOMPARE(before(a, b) + before(b, a), a.claim == b.claim ? 0 : 1);
            }
            std::ranges::sort(rows, before);
            QVERIFY(std::ranges::is_sorted(rows, before));
        }
        std::ranges::sort(
            rows, [&](const QueueRow &a, const QueueRow &b) { return comesBefore(a, b, QueueOrder::Place, ranks); });
        QCOMPARE(rows.first().article, second);
        QVERIFY(rows.last().article.isNull());
    }

    void ageIsCountedFromTheLatestVerdict()
    {
        const QueueRow made = row();
        QueueRow checked = decided(VerdictValue::Supported);
        checked.created = {1};
        QVERIFY(comesBefore(made, checked, QueueOrder::Age, {})); // 100 before 200
    }

    void progressIsCountedBothWays()
    {
        ReviewProgress progress;
        const QList<QueueRow> rows{row(), decided(VerdictValue::InProgress), decided(VerdictValue::Refuted),
                                   decided(VerdictValue::Supported, {}, AnnotatorId::create())};
        for (const QueueRow &each : rows)
            progress.add(each);
        QCOMPARE(progress, (ReviewProgress{4, 2, 1}));
        QCOMPARE(progress.open(), 2);
        for (const QueueRow &each : rows)
            progress.remove(each);
        QCOMPARE(progress, ReviewProgress());
    }
};

QTEST_GUILESS_MAIN(tst_Queue)
#include "tst_queue.moc"
