// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "ui/review/queuemodel.h"
#include "ui/review/reviewacts.h"
#include "ui/review/reviewqueue.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_QueueModel : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        test::OpenProject project;
        Session &session = project.session;
        ReviewQueue queue{session};
        QueueModel model{session, queue};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

        Fixture() { queue.complete(); }
        [[nodiscard]] QList<ClaimId> shown() const
        {
            QList<ClaimId> claims;
            for (int row = 0; row < model.rowCount(); ++row)
                claims.append(model.row(row).claim);
            return claims;
        }
        [[nodiscard]] QString text(int row, int column) const { return model.index(row, column).data().toString(); }
        [[nodiscard]] const Claim &claim(qsizetype i) const { return project.corpus.claims[i]; }
    };

    /// What a queue that is read from scratch would show.
    static QList<ClaimId> fromScratch(Session &session, const QueueModel &like, QueueOrder order, bool reversed)
    {
        ReviewQueue queue(session);
        QueueModel model(session, queue);
        model.setOrder(order, reversed);
        model.setFilter(like.filter());
        queue.complete();
        QList<ClaimId> claims;
        for (int row = 0; row < model.rowCount(); ++row)
            claims.append(model.row(row).claim);
        return claims;
    }

private Q_SLOTS:
    void everyClaimIsARowInOrderOfArticleAndPlace()
    {
        const Fixture f;
        QCOMPARE(f.model.rowCount(), f.project.corpus.claims.size());
        QString title;
        TextPosition place;
        for (int row = 0; row < f.model.rowCount(); ++row) {
            const QString next = f.text(row, QueueModel::ArticleColumn);
            QVERIFY(QString::compare(title, next, Qt::CaseInsensitive) <= 0);
            if (next == title)
                QVERIFY(place <= f.model.row(row).begin);
            title = next;
            place = f.model.row(row).begin;
        }
    }

    void theRowsAreReadWhileNobodyWaits()
    {
        test::OpenProject project;
        ReviewQueue queue(project.session);
        QueueModel model(project.session, queue);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!queue.isComplete());
        QVERIFY(QTest::qWaitFor([&] { return queue.isComplete(); }));
        QCOMPARE(model.rowCount(), project.corpus.claims.size());
        project.session.close();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(queue.isComplete());
    }

    void aRowSaysWhatItIsAbout()
    {
        Fixture f;
        const int row = f.model.find(f.claim(3).id);
        QCOMPARE(f.text(row, QueueModel::VerdictColumn), u"Supported, signed off"_s);
        QCOMPARE(f.text(row, QueueModel::ClaimColumn), u"It was not in the script"_s);
        QCOMPARE(f.text(row, QueueModel::KindColumn), u"Fact"_s);
        QVERIFY(f.text(row, QueueModel::PeopleColumn).endsWith(u", The Lantern Keepers"));
        QVERIFY(f.text(row, QueueModel::AgeColumn).endsWith(u" d"));
        QVERIFY(f.model.index(row, 0).data(Qt::ToolTipRole).toString().contains(u"Ben Achterberg"));
        QVERIFY(f.model.index(row, 1).data(Qt::AccessibleTextRole).toString().startsWith(u"Claim: It was"));
        for (int column = 0; column < QueueModel::columns; ++column)
            QVERIFY(!f.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void aVerdictChangesItsRowAndUndoBringsItBack()
    {
        Fixture f;
        const ClaimId claim = f.claim(0).id;
        const QPersistentModelIndex held = f.model.index(f.model.find(claim), 0);
        QVERIFY(giveVerdict(f.session, claim, VerdictValue::Refuted));
        QCOMPARE(held.data().toString(), u"Refuted"_s);
        QCOMPARE(f.queue.progress().decided, 3);
        QVERIFY(f.session.undo());
        QCOMPARE(held.data().toString(), u"Not checked"_s);
        QCOMPARE(f.queue.progress().decided, 2);
        QVERIFY(f.session.redo());
        QCOMPARE(f.model.progress(), f.queue.progress());
    }

    void aSignOffAndItsUndoAreSeen()
    {
        Fixture f;
        const ClaimId claim = f.claim(4).id; // unverifiable, says another
        QVERIFY(signOff(f.session, claim));
        QCOMPARE(f.text(f.model.find(claim), QueueModel::VerdictColumn), u"Unverifiable, signed off"_s);
        QVERIFY(f.session.undo());
        QCOMPARE(f.text(f.model.find(claim), QueueModel::VerdictColumn), u"Unverifiable"_s);
    }

    void notesAreCountedAlsoWhenTheyGo()
    {
        Fixture f;
        const int row = f.model.find(f.claim(5).id);
        QCOMPARE(f.text(row, QueueModel::NotesColumn), QString());
        const auto write = [&](const NoteTarget &target) {
            Note note;
            note.id = NoteId::create();
            note.target = target;
            note.body = u"So?"_s;
            QVERIFY(f.session.edit(u"Note"_s, [&](Edit &e) { e.put(note); }));
        };
        write(f.claim(5).id);
        write(f.claim(5).passages.first().passage);
        QCOMPARE(f.text(row, QueueModel::NotesColumn), u"2"_s);
        QVERIFY(f.session.undo());
        QCOMPARE(f.text(row, QueueModel::NotesColumn), u"1"_s);
        QVERIFY(f.session.undo());
        QCOMPARE(f.text(row, QueueModel::NotesColumn), QString());
    }

    void aCorrectedArticleShowsItsNewWords()
    {
        Fixture f;
        const Version &old = f.project.corpus.versions[1];
        Version corrected = old;
        corrected.id = VersionId::create();
        corrected.number = 2;
        corrected.text = Text(
            QString(old.text.string()).replace(u"I kept it lit for you"_s, u"I kept it lit for her"_s));
        Claim claim = f.claim(5);
        const Passage now = test::passage(corrected, f.project.corpus.tags.first().id, u"I kept it lit for her"_s);
        claim.passages.append({now.id, PassageRole::Content});
        QVERIFY(f.session.edit(u"Correct"_s, [&](Edit &e) {
            e.put(corrected);
            e.put(now);
            e.put(claim);
        }));
        QCOMPARE(f.text(f.model.find(claim.id), QueueModel::ClaimColumn), u"I kept it lit for her"_s);
        QVERIFY(f.session.undo());
        QCOMPARE(f.text(f.model.find(claim.id), QueueModel::ClaimColumn), u"I kept it lit for you"_s);
    }

    void rowsComeAndGoWithTheFilter()
    {
        Fixture f;
        QueueFilter open;
        open.progress = QueueFilter::Progress::Open;
        f.model.setFilter(open);
        const int count = f.model.rowCount();
        const ClaimId claim = f.model.row(0).claim;
        const ClaimId next = f.model.row(1).claim;
        QVERIFY(giveVerdict(f.session, claim, VerdictValue::Supported));
        QCOMPARE(f.model.rowCount(), count - 1);
        QCOMPARE(f.model.find(claim), -1);
        QCOMPARE(f.model.row(0).claim, next);
        QVERIFY(f.session.undo());
        QCOMPARE(f.model.row(0).claim, claim);
        f.model.setFilter({});
        QCOMPARE(f.model.rowCount(), f.project.corpus.claims.size());
    }

    void aDeletedClaimGoesAndComesBack()
    {
        Fixture f;
        const QList<ClaimId> before = f.shown();
        QVERIFY(f.session.edit(u"Delete"_s, [&](Edit &e) { e.remove(before[2]); }));
        QCOMPARE(f.model.rowCount(), before.size() - 1);
        QVERIFY(f.session.undo());
        QCOMPARE(f.shown(), before);
    }

    void everyColumnSortsBothWays()
    {
        Fixture f;
        const QPersistentModelIndex held = f.model.index(f.model.find(f.claim(4).id), 0);
        for (int column = 0; column < QueueModel::columns; ++column) {
            f.model.sort(column, Qt::AscendingOrder);
            const QList<ClaimId> up = f.shown();
            f.model.sort(column, Qt::DescendingOrder);
            QList<ClaimId> down = f.shown();
            std::ranges::reverse(down);
            QCOMPARE(down, up);
            QCOMPARE(f.model.row(held.row()).claim, f.claim(4).id);
        }
    }

    void agesAreInOneUnit_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("said");
        QTest::newRow("just now") << 0LL << u"0 min"_s;
        QTest::newRow("an hour but one") << 59LL << u"59 min"_s;
        QTest::newRow("an hour") << 60LL << u"1 h"_s;
        QTest::newRow("two days but one minute") << 2879LL << u"47 h"_s;
        QTest::newRow("two days") << 2880LL << u"2 d"_s;
        QTest::newRow("a clock that is ahead") << -5LL << u"0 min"_s;
    }
    void agesAreInOneUnit()
    {
        QFETCH(const qint64, minutes);
        QFETCH(const QString, said);
        const Timestamp now{1'700'000'000'000'000};
        QCOMPARE(age({now.microseconds - minutes * 60'000'000}, now), said);
        QCOMPARE(age({}, now), QString());
    }

    /// Whatever is edited, undone and redone, the rows are those of a queue that is read anew.
    void itFollowsWhateverIsEdited()
    {
        QRandomGenerator random(20261121);
        const auto choose = [&random](qsizetype below) { return qsizetype(random.bounded(quint32(below))); };
        Fixture f;
        QueueFilter filter;
        for (int i = 0; i < 300; ++i) {
            const QList<Claim> claims = f.session.store().claims().value();
            const auto one = [&] { return claims[choose(claims.size())].id; };
            switch (claims.isEmpty() ? 0 : choose(8)) {
            case 0:
            case 1: {
                Claim claim;
                claim.id = ClaimId::create();
                claim.kind = ClaimKind(choose(5));
                claim.state = State(choose(3));
                const QList<Passage> passages = f.session.store().passages().value();
                if (!passages.isEmpty())
                    claim.passages = {{passages[choose(passages.size())].id, PassageRole::Content}};
                f.session.edit(u"Make"_s, [&](Edit &e) { e.put(claim); });
                break;
            }
            case 2:
                f.session.edit(u"Delete"_s, [&](Edit &e) { e.remove(one()); });
                break;
            case 3: {
                const QList<Passage> passages = f.session.store().passages().value();
                if (!passages.isEmpty())
                    f.session.edit(u"Delete passage"_s,
                                   [&](Edit &e) { e.remove(passages[choose(passages.size())].id); });
                break;
            }
            case 4:
                f.session.undo();
                break;
            case 5:
                f.session.redo();
                break;
            case 6:
                giveVerdict(f.session, one(), VerdictValue(choose(7)));
                break;
            default:
                filter.progress = QueueFilter::Progress(choose(4));
                f.model.setFilter(filter);
            }
            const auto order = QueueOrder(choose(8));
            const bool reversed = choose(2) == 1;
            f.model.setOrder(order, reversed);
            QCOMPARE(f.shown(), fromScratch(f.session, f.model, order, reversed));
        }
    }
};

QTEST_MAIN(tst_QueueModel)
#include "tst_queuemodel.moc"
