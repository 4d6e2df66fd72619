// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/article/articlecoverage.h"

#include <QAction>
#include <QHelpEvent>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// Words that nobody has looked at, as they are shown and gone to.
class tst_ArticleCoverage : public QObject
{
    Q_OBJECT

    static bool wait(Desk &desk, const std::function<bool(const Coverage &)> &holds)
    {
        return QTest::qWaitFor([&] {
            const auto &coverage = desk.page->coverage().coverage();
            return coverage && holds(*coverage);
        });
    }
    static QStringList stretches(Desk &desk)
    {
        QStringList words;
        for (const TextSpan &span : desk.page->coverage().coverage()->uncovered)
            words.append(desk.page->text().words(span).toString());
        return words;
    }
    static QString selected(Desk &desk) { return desk.page->selectedWords(); }
    static int darkDots(Desk &desk)
    {
        const QImage with = desk.page->view()->viewport()->grab().toImage();
        desk.page->view()->setCoverage(std::nullopt);
        const QImage without = desk.page->view()->viewport()->grab().toImage();
        desk.page->view()->setCoverage(desk.page->coverage().coverage());
        int different = 0;
        for (int y = 0; y < with.height(); ++y) {
            for (int x = 0; x < with.width(); ++x)
                different += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
        }
        return different;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }
    void init() { QSettings().remove(u"article/coverage"_s); }

    void itIsCountedAndFollowsTheClaims()
    {
        Desk desk;
        QSignalSpy changed(desk.page.get(), &ArticlePage::coverageChanged);
        QVERIFY(wait(desk, [](const Coverage &c) { return c.covered > 0; }));
        const Coverage before = *desk.page->coverage().coverage();
        QVERIFY(before.covered < before.words);
        const Claim claim = desk.corpus.claims[4]; // alone over its words
        QVERIFY(desk.session.edit(u"Delete"_s, [&](Edit &e) { e.remove(claim.id); }));
        QVERIFY(wait(desk, [&](const Coverage &c) { return c.covered < before.covered; }));
        QVERIFY(desk.session.undo());
        QVERIFY(wait(desk, [&](const Coverage &c) { return c == before; }));
        QVERIFY(changed.size() >= 3);
        desk.page->showArticle({});
        QVERIFY(!desk.page->coverage().coverage());
    }

    void uncoveredWordsWearDotsWhileTheyAreAskedFor()
    {
        Desk desk;
        QVERIFY(wait(desk, [](const Coverage &c) { return !c.uncovered.isEmpty(); }));
        QVERIFY(!desk.page->view()->nextUncovered(true)); // not shown yet
        desk.actions["view.coverage"]->trigger();
        QVERIFY(darkDots(desk) > 50);
        desk.actions["view.coverage"]->trigger();
        QVERIFY(!desk.page->view()->nextUncovered(true));
    }

    void theModeIsKept()
    {
        {
            const Desk desk;
            desk.actions["view.coverage"]->trigger();
        }
        Desk desk;
        QVERIFY(desk.actions["view.coverage"]->isChecked());
        QVERIFY(QTest::qWaitFor([&] { return desk.page->view()->nextUncovered(true).has_value(); }));
    }

    void nextUncheckedStopsAtUncoveredWordsInOrder()
    {
        Desk desk;
        desk.actions["view.coverage"]->trigger();
        QVERIFY(wait(desk, [](const Coverage &c) { return !c.uncovered.isEmpty(); }));
        const QStringList wanted = stretches(desk);
        desk.page->view()->setCurrentPassage({});
        desk.page->view()->moveCaret({0});
        QStringList visited;
        TextPosition last{-1};
        for (int i = 0; i < 100; ++i) {
            desk.key(Qt::Key_K);
            const TextPosition at = desk.page->currentPassage().isNull()
                ? desk.page->view()->selection().live().begin
                : desk.page->view()->passages().mark(desk.page->currentPassage()).extent.begin;
            if (at == last && visited.value(visited.size() - 1) == selected(desk))
                break;
            QVERIFY(at >= last);
            last = at;
            if (!selected(desk).isEmpty())
                visited.append(selected(desk));
        }
        QCOMPARE(visited, wanted);
        // And back.
        QStringList back;
        desk.page->view()->setCurrentPassage({});
        desk.page->view()->moveCaret(desk.page->text().span().end);
        for (int i = 0; i < 100 && back.size() < wanted.size(); ++i) {
            desk.key(Qt::Key_K, Qt::ShiftModifier);
            if (!selected(desk).isEmpty())
                back.prepend(selected(desk));
        }
        QCOMPARE(back, wanted);
    }

    void aParagraphTellsItsShareBesideIt()
    {
        Desk desk;
        desk.actions["view.coverage"]->trigger();
        QVERIFY(wait(desk, [](const Coverage &c) { return !c.paragraphs.isEmpty(); }));
        ArticleView *view = desk.page->view();
        const ParagraphCoverage paragraph = desk.page->coverage().coverage()->paragraphs.first();
        const QRect line = view->rectAt(paragraph.span.begin);
        const QPoint beside(line.left() - 20, line.center().y());
        QHelpEvent help(QEvent::ToolTip, beside, view->viewport()->mapToGlobal(beside));
        QApplication::sendEvent(view->viewport(), &help);
        QVERIFY(QTest::qWaitFor([&] {
            const QWidgetList all = QApplication::topLevelWidgets();
            return std::ranges::any_of(all, [&](QWidget *widget) {
                const auto *label = qobject_cast<QLabel *>(widget);
                return label && label->isVisible()
                    && label->text().contains(u"%1 of %2 words"_s.arg(paragraph.covered).arg(paragraph.words));
            });
        }));
    }

    void aPassageWithoutAClaimChangesNothing()
    {
        Desk desk;
        QVERIFY(wait(desk, [](const Coverage &c) { return c.covered > 0; }));
        QSignalSpy changed(desk.page.get(), &ArticlePage::coverageChanged);
        desk.selectByKeys(u"met us by the harbour"_s);
        desk.key(Qt::Key_1);
        const PassageId passage = desk.page->currentPassage();
        QVERIFY(!passage.isNull());
        QTest::qWait(250);
        QVERIFY(changed.isEmpty());
        // As content of a claim it covers its words.
        Claim claim = desk.corpus.claims[4];
        const qsizetype covered = desk.page->coverage().coverage()->covered;
        claim.passages.append({passage, PassageRole::Content});
        QVERIFY(desk.session.edit(u"Claim"_s, [&](Edit &e) { e.put(claim); }));
        QVERIFY(wait(desk, [&](const Coverage &c) { return c.covered > covered; }));
        const qsizetype more = desk.page->coverage().coverage()->covered;
        desk.key(Qt::Key_Delete);
        QVERIFY(wait(desk, [&](const Coverage &c) { return c.covered < more; }));
    }

    void withVeryManyPassagesItIsCountedWhenItIsAskedFor()
    {
        Desk desk;
        const QString paragraph = u"He kept it lit for three nights.\n\n"_s;
        desk.showText(paragraph.repeated(800));
        const VersionId version = desk.page->version();
        const TagId tag = desk.corpus.tags.first().id;
        QVERIFY(desk.session.edit(u"Very many"_s, [&](Edit &e) {
            for (int i = 0; i <= 20'000; ++i) {
                const qsizetype begin = i % 800 * paragraph.size();
                e.put(Passage{.id = PassageId::create(),
                              .version = version,
                              .tag = tag,
                              .fragments = {{{{begin}, {begin + 2}}, u"He"_s}}});
            }
        }));
        QVERIFY(QTest::qWaitFor([&] { return !desk.page->coverage().coverage(); }));
        QTest::qWait(250);
        QVERIFY(!desk.page->coverage().coverage());
        desk.actions["view.coverage"]->trigger();
        QVERIFY(wait(desk, [](const Coverage &c) { return c.words == 5600; }));
        desk.actions["view.coverage"]->trigger();
        QVERIFY(!desk.page->coverage().coverage());
    }

    void aLongTextIsCountedToo()
    {
        Desk desk;
        desk.showText(u"He kept it lit for three nights.\n\n"_s.repeated(3000));
        QVERIFY(wait(desk, [](const Coverage &c) { return c.words == 21'000; }));
        QCOMPARE(desk.page->coverage().coverage()->uncovered.size(), 3000);
    }
};

QTEST_MAIN(tst_ArticleCoverage)
#include "tst_articlecoverage.moc"
