// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/parts/rowlist.h"
#include "ui/quotations/quotationspanel.h"
#include "ui/quotations/quotationview.h"

#include <QAbstractItemModelTester>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

class TestQuotationsPanel : public QObject
{
    Q_OBJECT

    /// Two articles of which the second quotes the first, once with a silent change.
    struct Fixture
    {
        TestProject project;
        QuotationsPanel panel{project.session()};
        ArticleId second = ArticleId::create();
        Passage changed;
        Passage same;

        Fixture()
        {
            const Tag tag = project.corpus().tags.first();
            const auto version = [](ArticleId article, const QString &text) {
                Version made;
                made.id = VersionId::create();
                made.article = article;
                made.text = Text(text);
                return made;
            };
            const auto passage = [&](const Version &of, const QString &words) {
                Passage made;
                made.id = PassageId::create();
                made.version = of.id;
                made.tag = tag.id;
                const qsizetype at = of.text.string().indexOf(words);
                const TextSpan span = of.text.toText(Utf16Span{{at}, {at + words.size()}});
                made.fragments = {{span, words}};
                return made;
            };
            const ArticleId first = ArticleId::create();
            const Version original = version(first, u"🎭 The lamp was lit at nine. Nobody slept."_s);
            const Version later = version(second, u"“Nobody slept,” and “the lamp was lit at ten.”"_s);
            const Passage lamp = passage(original, u"The lamp was lit at nine."_s);
            const Passage slept = passage(original, u"Nobody slept."_s);
            changed = passage(later, u"the lamp was lit at ten."_s);
            same = passage(later, u"Nobody slept,"_s);
            const auto claim = [](const Passage &of) {
                Claim made;
                made.id = ClaimId::create();
                made.passages = {{of.id, PassageRole::Content}};
                return made;
            };
            const QList<Claim> claims{claim(lamp), claim(slept), claim(changed), claim(same)};
            const bool isMade = project.session().edit(u"Make"_s, [&](Edit &e) {
                e.put(Article{.id = first, .title = u"First"_s});
                e.put(Article{.id = second, .title = u"Second"_s});
                e.put(original);
                e.put(later);
                for (const Passage &p : {lamp, slept, changed, same})
                    e.put(p);
                for (const Claim &c : claims)
                    e.put(c);
                e.put(Link{LinkId::create(), claims[3].id, claims[1].id, LinkKind::ReReports, {}, {}, {}});
                e.put(Link{LinkId::create(), claims[2].id, claims[0].id, LinkKind::ReReports, {}, {}, {}});
            });
            if (!isMade)
                qFatal("The articles could not be made.");
            panel.resize(900, 300);
            panel.show();
            panel.showArticle(second);
        }
        RowList *list() { return panel.findChild<RowList *>(u"quotationsList"_s); }
        QString summary() { return panel.findChild<QLabel *>(u"quotationsSummaryLabel"_s)->text(); }
        QuotationView *view() { return panel.findChild<QuotationView *>(); }
    };

private Q_SLOTS:
    void theSilentChangeStandsFirstAndIsTold()
    {
        Fixture f;
        const QAbstractItemModelTester tester(f.list()->model());
        QCOMPARE(f.list()->rows().size(), 2);
        QCOMPARE(f.list()->rows()[0].title, u"Silent change"_s);
        QCOMPARE(f.list()->rows()[1].title, u"Verbatim"_s);
        QCOMPARE(f.summary(), u"2 taken over: 1 with silent changes, 1 verbatim."_s);
        const QString told = f.view()->toPlainText();
        QVERIFY2(told.contains(u"Silent change: “nine.” became “ten.”"_s), qPrintable(told));
        QVERIFY(told.contains(u"The lamp was lit at nine."_s) && told.contains(u"the lamp was lit at ten."_s));
    }

    void theKeyboardGoesThroughThemAndToTheWords()
    {
        Fixture f;
        QSignalSpy activated(&f.panel, &QuotationsPanel::passageActivated);
        f.list()->setFocus();
        QTest::keyClick(f.list(), Qt::Key_Down);
        QVERIFY(f.view()->toPlainText().contains(u"The quotation is verbatim."_s));
        QTest::keyClick(f.list(), Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QVERIFY(activated.first().first().value<PassageId>() == f.same.id);
    }

    void thePassageOfTheArticleIsChosenHere()
    {
        Fixture f;
        f.panel.showPassage(f.same.id);
        QCOMPARE(f.list()->currentIndex().row(), 1);
        f.panel.showPassage(f.changed.id);
        QCOMPARE(f.list()->currentIndex().row(), 0);
    }

    void whatWasChosenHereStaysChosenWhenTheListIsReadAnew()
    {
        Fixture f;
        f.panel.showPassage(f.changed.id);
        f.list()->setFocus();
        QTest::keyClick(f.list(), Qt::Key_Down);
        QCOMPARE(f.list()->currentIndex().row(), 1);
        QVERIFY(f.project.session().edit(
            u"Rename"_s, [&](Edit &e) { e.put(Article{.id = f.second, .title = u"Another title"_s}); }));
        QCOMPARE(f.list()->currentIndex().row(), 1);
        QVERIFY(f.view()->toPlainText().contains(u"The quotation is verbatim."_s));
    }

    void whatIsUndoneVanishes()
    {
        Fixture f;
        QVERIFY(f.project.session().undo());
        QVERIFY(f.list()->rows().isEmpty());
        QVERIFY(f.view()->toPlainText().isEmpty());
        QVERIFY(f.project.session().redo());
        QCOMPARE(f.list()->rows().size(), 2);
    }
};

QTEST_MAIN(TestQuotationsPanel)
#include "tst_quotationspanel.moc"
