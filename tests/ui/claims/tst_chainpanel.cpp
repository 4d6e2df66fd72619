// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/claims/chainpanel.h"
#include "ui/claims/chainrows.h"
#include "ui/claims/chainseeds.h"
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
        QCOMPARE(f.headline(), u"Contributed by Noe\u0301 Brandt · spoken by Osric (played by Noe\u0301 Brandt) · told by Iria Val to "
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
        QVERIFY(f.headline().contains(u"Noe\u0301 Brandt"_s));
        words->clear();
        QTest::keyClicks(words, u"nowhere to be found"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(f.headline().isEmpty());
        QVERIFY(f.hops()->rows().isEmpty());
        QCOMPARE(f.hops()->accessibleDescription(), u"No claim holds these words yet."_s);
    }

    void theEvidenceOfAParticipantLeadsToTheLineItIsAbout()
    {
        Fixture f;
        f.panel.showLine(f.project.passage(u"Val recalls"_s).id); // a cue
        QVERIFY(!f.hops()->rows().isEmpty());
        const Corpus &corpus = f.project.corpus();
        const ChainSeeds seeds = seedsOfPassage(f.project.passage(u"he came back with one line: ‘I kept"_s), corpus.claims, corpus.passages);
        QCOMPARE(seeds.line, u"I kept it lit for you."_s);
    }

    void aLongerSelectionFindsTheLineWithinIt()
    {
        Fixture f;
        const Corpus &corpus = f.project.corpus();
        Passage around = f.project.passage(u"I kept it lit for you."_s);
        around.id = PassageId::create();
        around.fragments.first().span.begin = around.fragments.first().span.begin - 3;
        around.fragments.first().words = u"‘‘‘I kept it lit for you."_s;
        const ChainSeeds seeds = seedsOfPassage(around, corpus.claims, corpus.passages);
        QVERIFY(!seeds.claims.isEmpty());
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
