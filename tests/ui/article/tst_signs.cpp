// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/labels.h"
#include "tests/ui/article/desk.h"

#include <QPainter>
#include <QStandardPaths>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// The small marks of verdicts and notes.
class TestSigns : public QObject
{
    Q_OBJECT

    static constexpr std::array verdicts{
        VerdictValue::NotChecked, VerdictValue::InProgress,   VerdictValue::Supported,    VerdictValue::Disputed,
        VerdictValue::Refuted,    VerdictValue::Unverifiable, VerdictValue::NoCheckNeeded};
    /// The claim whose content this passage is.
    static Claim claimOf(Desk &desk, PassageId passage)
    {
        for (const QList<Claim> all = desk.session.value(desk.session.store().claims()); const Claim &claim : all) {
            if (claim.passages.contains(ClaimPassage{passage, PassageRole::Content}))
                return claim;
        }
        qFatal("No claim has it.");
    }
    static MarginCard cardOf(Desk &desk, ClaimId claim)
    {
        for (const QList<MarginCard> all = desk.page->view()->cards(); const MarginCard &card : all) {
            if (card.id == CardId(claim))
                return card;
        }
        qFatal("The claim has no card.");
    }
    static void decide(Desk &desk, ClaimId claim, VerdictValue value)
    {
        Verdict verdict;
        verdict.id = VerdictId::create();
        verdict.claim = claim;
        verdict.value = value;
        if (!desk.session.edit(u"Verdict"_s, [&](Edit &e) { e.put(verdict); }))
            qFatal("No verdict: %s", qPrintable(desk.failures.join(u' ')));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void everyVerdictHasAShapeAndANameOfItsOwn()
    {
        QList<QImage> shapes;
        QSet<QString> names;
        for (const VerdictValue verdict : verdicts) {
            QImage image(32, 32, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintGlyph(painter, image.rect(), glyph(verdict), Qt::black);
            painter.end();
            QVERIFY2(!shapes.contains(image), qPrintable(label(verdict)));
            shapes.append(image);
            names.insert(label(verdict));
        }
        QCOMPARE(size_t(names.size()), verdicts.size());
    }

    void aVerdictStandsOnTheCardAndOnTheWords()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const PassageId line = desk.sample(u"I kept it lit for you."_s).id;
        const ClaimId claim = claimOf(desk, line).id;
        const QString plain = cardOf(desk, claim).text;
        QList<QImage> looks{view->grab().toImage()};
        for (const VerdictValue verdict : verdicts) {
            decide(desk, claim, verdict);
            QCOMPARE(cardOf(desk, claim).verdict, glyph(verdict));
            QVERIFY(cardOf(desk, claim).text.startsWith(label(verdict)));
            const QImage look = view->grab().toImage();
            QVERIFY2(!looks.contains(look), qPrintable(label(verdict)));
            looks.append(look);
            // On the words too, where the cards do not reach.
            const int column = view->rectAt({0}).left() + view->layout().width();
            QVERIFY(look.copy(0, 0, column, look.height()) != looks.first().copy(0, 0, column, look.height()));
        }
        for (size_t i = 0; i < verdicts.size(); ++i)
            desk.session.undo();
        QCOMPARE(cardOf(desk, claim).text, plain);
    }

    void whatNobodyCheckedIsWalkedByKeyAndMarkedInTheStrip()
    {
        Desk desk;
        const auto *strip = desk.page->findChild<OverviewStrip *>();
        const auto rings = [strip] {
            return std::ranges::count_if(strip->overview().rows, &Overview::Row::isUnchecked);
        };
        const PassageId line = desk.sample(u"I kept it lit for you."_s).id;
        const auto walked = [&desk] {
            QList<PassageId> reached;
            desk.key(Qt::Key_Home, Qt::ControlModifier);
            desk.page->view()->setCurrentPassage({});
            for (desk.key(Qt::Key_K); !reached.contains(desk.page->currentPassage()); desk.key(Qt::Key_K))
                reached.append(desk.page->currentPassage());
            return reached;
        };
        const QList<PassageId> all = walked();
        QVERIFY(all.contains(line) && all.size() > 1);
        desk.key(Qt::Key_K, Qt::ShiftModifier);
        QCOMPARE(desk.page->currentPassage(), all.at(all.size() - 2));
        QVERIFY(QTest::qWaitFor([&] { return rings() > 0; }));
        const auto before = rings();
        for (const QList<Claim> claims = desk.session.value(desk.session.store().claims()); const Claim &claim : claims)
            if (claim.passages.contains(ClaimPassage{line, PassageRole::Content}))
                decide(desk, claim.id, VerdictValue::Supported);
        QVERIFY(!walked().contains(line) && !walked().isEmpty());
        QVERIFY(QTest::qWaitFor([&] { return rings() < before; }));
        decide(desk, claimOf(desk, line).id, VerdictValue::NotChecked);
        QVERIFY(walked().contains(line));
    }

    void aNoteStandsOnTheWordsUntilItIsResolved()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const int column = view->rectAt({0}).left() + view->layout().width();
        const auto look = [&] { return view->grab().toImage().copy(0, 0, column, view->height()); };
        const QImage before = look();
        Note note;
        note.id = NoteId::create();
        note.target = desk.sample(u"It was not in the script"_s).id;
        note.body = u"Check the tape."_s;
        QVERIFY(desk.session.edit(u"Note"_s, [&](Edit &e) { e.put(note); }));
        QVERIFY(look() != before);
        note.resolved = true;
        QVERIFY(desk.session.edit(u"Resolve"_s, [&](Edit &e) { e.put(note); }));
        QCOMPARE(look(), before);
    }
};

QTEST_MAIN(TestSigns)
#include "tst_signs.moc"
