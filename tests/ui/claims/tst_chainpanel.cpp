// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/claims/chainpanel.h"
#include "ui/claims/chainrows.h"
#include "ui/parts/rowlist.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class tst_ChainPanel : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        TestProject project;
        ChainPanel panel{project.session()};

        Fixture()
        {
            panel.resize(320, 700);
            panel.show();
            if (!QTest::qWaitForWindowExposed(&panel))
                qFatal("The panel cannot be shown.");
        }
        RowList *hops() { return panel.findChild<RowList *>(u"chainHopsList"_s); }
        QString headline() { return panel.findChild<QLabel *>(u"chainHeadlineLabel"_s)->text(); }
    };

private Q_SLOTS:
    void aLineTellsWhoContributedSpokeToldAndReReportedIt()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"I kept it lit for you."_s).id);
        QCOMPARE(
            f.headline(),
            u"Contributed by Noe\u0301 Brandt · spoken by Osric (played by Noe\u0301 Brandt) · told by Iria Val to "
            "The Harbour Gazette · re-reported by Weekend Telly"_s);
        const QStringList titles = texts(f.hops()->model());
        QVERIFY(titles.contains(u"Spoken by Osric (played by Noe\u0301 Brandt)"_s));
        QVERIFY(titles.contains(u"Contributed by Noe\u0301 Brandt"_s));
        QVERIFY(titles.contains(u"Told by Iria Val to The Harbour Gazette"_s));
        QVERIFY(titles.contains(u"Re-reported by Weekend Telly"_s));
    }

    void theRowsBeginWithThePersonNearestTheWords()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"I kept it lit for you."_s).id); // nested in what Iria Val says
        QCOMPARE(texts(f.hops()->model()).first(5),
                 (QStringList{u"Spoken by Osric (played by Noe\u0301 Brandt)"_s, u"Contributed by Noe\u0301 Brandt"_s,
                              u"Contributed by Noe\u0301 Brandt"_s, u"Told by Iria Val to The Harbour Gazette"_s,
                              u"Told by Iria Val to The Harbour Gazette"_s}));
        QCheckBox *surroundings = f.panel.findChild<QCheckBox *>(u"surroundingsCheckBox"_s);
        QVERIFY(!texts(f.hops()->model()).contains(u"Spoken by Iria Val"_s));
        surroundings->click();
        QVERIFY(texts(f.hops()->model()).contains(u"Quoted by The Harbour Gazette within longer words"_s));
        QVERIFY(texts(f.hops()->model()).contains(u"Spoken by Iria Val"_s));
    }

    void aHopsRowLeadsToItsExactWords()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"I kept it lit for you."_s).id);
        const QSignalSpy activated(&f.panel, &ChainPanel::passageActivated);
        for (int row = 0; row < f.hops()->rows().size(); ++row) {
            if (f.hops()->rows()[row].title == u"Told by Iria Val to The Harbour Gazette"_s)
                f.hops()->setCurrentIndex(f.hops()->model()->index(row, 0));
        }
        QTest::keyClick(f.hops(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<PassageId>(), f.project.passage(u"Val"_s).id);

        const QRect rect = f.hops()->visualRect(f.hops()->currentIndex());
        QTest::mouseClick(f.hops()->viewport(), Qt::LeftButton, {}, rect.center());
        QCOMPARE(activated.size(), 2);
    }

    void wordsAreTracedWhateverTheirCaseAndQuotationMarks()
    {
        Fixture f;
        auto *words = f.panel.findChild<QLineEdit *>(u"traceWordsLineEdit"_s);
        QTest::keyClicks(words, u"KEPT it lit"_s);
        QTest::keyClick(words, Qt::Key_Return);
        // Claims are looked through a few at a time.
        QVERIFY(QTest::qWaitFor([&f] { return f.headline().contains(u"Noe\u0301 Brandt"_s); }));
        words->clear();
        QTest::keyClicks(words, u"nowhere to be found"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor(
            [&f] { return f.hops()->accessibleDescription() == u"No claim holds these words yet."_s; }));
        QVERIFY(f.headline().isEmpty());
        QVERIFY(f.hops()->rows().isEmpty());
    }

    void theEvidenceOfAParticipantLeadsToTheLineItIsAbout()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"Val recalls"_s).id); // a cue
        QVERIFY(!f.hops()->rows().isEmpty());
        f.panel.showLine(f.project.passage(u"he came back with one line: ‘I kept"_s).id);
        QCOMPARE(f.panel.findChild<QLabel *>(u"chainLineLabel"_s)->text(), u"“I kept it lit for you.”"_s);
    }

    void aPassageThatNoClaimHoldsLeadsToTheClaimItCuts()
    {
        Fixture f;
        Passage cutting = f.project.passage(f.project.corpus().claims.first().passages.first().passage);
        cutting.id = PassageId::create();
        TextSpan &span = cutting.fragments.first().span;
        span = {span.begin - 5, span.begin + 10};
        cutting.fragments = {{span, f.project.corpus().versions.first().text.words(span).toString()}};
        QVERIFY(f.project.session().edit(u"Put"_s, [&](Edit &edit) { edit.put(cutting); }));
        f.panel.showLine(cutting.id);
        QVERIFY2(f.headline().contains(u"Iria Val"_s), qPrintable(f.headline()));
    }

    void changesElsewhereReadNothing()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"I kept it lit for you."_s).id);
        const QSignalSpy reset(f.hops()->model(), &QAbstractItemModel::modelReset);
        const QSignalSpy inserted(f.hops()->model(), &QAbstractItemModel::dataChanged);
        Passage elsewhere = f.project.passage(u"Val recalls"_s);
        elsewhere.id = PassageId::create();
        QVERIFY(f.project.session().edit(u"Tag"_s, [&](Edit &edit) { edit.put(elsewhere); }));
        Claim other = f.project.corpus().claims.at(1);
        other.id = ClaimId::create();
        other.passages = {{elsewhere.id, PassageRole::Content}};
        QVERIFY(f.project.session().edit(u"Claim"_s, [&](Edit &edit) { edit.put(other); }));
        QCOMPARE(reset.size() + inserted.size(), 0);
        // A claim that comes to hold the line belongs to the chain, and no longer when it is taken back.
        const qsizetype rows = f.hops()->rows().size();
        other.passages = {{f.project.passage(u"I kept it lit for you."_s).id, PassageRole::Content}};
        QVERIFY(f.project.session().edit(u"Claim"_s, [&](Edit &edit) { edit.put(other); }));
        QVERIFY(f.hops()->rows().size() > rows);
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.hops()->rows().size(), rows);
    }

    void manyClaimsAreLookedThroughBetweenFrames()
    {
        Fixture f;
        const Passage &line = f.project.passage(u"I kept it lit for you."_s);
        const Passage &elsewhere = f.project.passage(u"Val recalls"_s);
        Claim last;
        QVERIFY(f.project.session().edit(u"Many"_s, [&](Edit &edit) {
            for (int i = 0; i < 20'000; ++i) {
                Claim claim;
                claim.id = ClaimId::create();
                claim.passages = {{elsewhere.id, PassageRole::Content}};
                edit.put(claim);
            }
            last.id = ClaimId::create();
            last.passages = {{line.id, PassageRole::Content}};
            edit.put(last);
        }));
        f.panel.showWords(u"kept it lit"_s);
        QCOMPARE(f.hops()->accessibleDescription(), u"Looking through the claims…"_s);
        QVERIFY(QTest::qWaitFor([&f] { return f.headline().startsWith(u"Contributed by Noe\u0301 Brandt"_s); }));
        f.panel.showWords(u"Val recalls"_s);
        QVERIFY(QTest::qWaitFor(
            [&f] { return f.hops()->accessibleDescription().startsWith(u"So many claims hold these words"_s); }));
        f.panel.showWords(u"kept it lit"_s);
        f.project.session().close();
        QTest::qWait(20);
        QVERIFY(f.hops()->rows().isEmpty());
    }

    void theChainIsCopiedAsText()
    {
        Fixture f;
        f.panel.showClaim(f.project.corpus().claims.at(1).id);
        f.panel.findChild<QPushButton *>(u"copyChainPushButton"_s)->click();
        QVERIFY(QApplication::clipboard()->text().contains(u"Noe\u0301 Brandt"_s));
    }

    void theChainFollowsTheProject()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.hops()->model());
        f.panel.showLine(f.project.passage(u"I kept it lit for you."_s).id);
        Entity renamed = f.project.entity(u"Noe\u0301 Brandt"_s);
        renamed.name = u"N. Brandt"_s;
        QVERIFY(f.project.session().edit(u"Rename"_s, [&](Edit &edit) { edit.put(renamed); }));
        QVERIFY(f.headline().startsWith(u"Contributed by N. Brandt"_s));
        QVERIFY(f.project.session().undo());
        QVERIFY(f.headline().startsWith(u"Contributed by Noe\u0301 Brandt"_s));
        f.project.session().close();
        QVERIFY(f.headline().isEmpty());
    }

    void aHeadlineSaysNothingOfWhatIsNotKnown()
    {
        QVERIFY(headline(Chain()).isEmpty());
        Chain chain;
        Hop hop;
        hop.kind = HopKind::Spoken;
        hop.name = u"Osric"_s;
        chain.hops = {hop};
        QCOMPARE(headline(chain), u"Spoken by Osric"_s);
    }
};

QTEST_MAIN(tst_ChainPanel)
#include "tst_chainpanel.moc"
