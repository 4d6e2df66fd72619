// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segmentation.h"
#include "tests/ui/article/desk.h"
#include "ui/article/bookmarks.h"

#include <QAction>
#include <QSettings>
#include <QStandardPaths>

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

class TestBookmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void whatIsKeptComesBack()
    {
        QSettings settings;
        const VersionId version = VersionId::create();
        keepBookmarks(settings, version, {{0}, {17}});
        QCOMPARE(bookmarks(settings, version), (QList<TextPosition>{{0}, {17}}));
        QVERIFY(bookmarks(settings, VersionId::create()).isEmpty());
        keepBookmarks(settings, version, {});
        QVERIFY(settings.allKeys().isEmpty());
        settings.setValue(u"bookmarks/"_s + version.toString(), QVariantList{u"x"_s, -3, 9, 9, 2});
        QCOMPARE(bookmarks(settings, version), (QList<TextPosition>{{2}, {9}}));
    }

    void togglingTwiceChangesNothing()
    {
        QVERIFY(rc::check("toggled bookmarks ascend; twice is as before; going round meets each once", [] {
            QList<TextPosition> marks;
            for (const int position : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30)))
                marks = withToggled(marks, {position});
            RC_ASSERT(std::ranges::is_sorted(marks));
            const TextPosition one{*rc::gen::inRange(0, 30)};
            RC_ASSERT(withToggled(withToggled(marks, one), one) == marks);
            for (const bool forward : {true, false}) {
                QSet<TextPosition> met;
                TextPosition caret = one;
                for (qsizetype i = 0; i < marks.size(); ++i) {
                    caret = *nextBookmark(marks, caret, forward);
                    met.insert(caret);
                }
                RC_ASSERT(met.size() == marks.size());
            }
        }));
    }

    void theKeysSetAndVisitThem()
    {
        Desk desk;
        QAction *next = desk.actions["article.nextBookmark"];
        QVERIFY(!next->isEnabled());
        const auto mark = [&desk](const QString &words) {
            desk.caretAt(words);
            desk.actions["article.bookmark"]->trigger();
            return paragraphAt(desk.page->text(), desk.page->view()->selection().caret()).begin;
        };
        const TextPosition second = mark(u"waves that"_s);
        const TextPosition first = mark(u"by the harbour"_s);
        QCOMPARE(desk.page->view()->bookmarks(), (QList{first, second}));
        next->trigger();
        QCOMPARE(desk.page->view()->selection().caret(), second);
        next->trigger();
        QCOMPARE(desk.page->view()->selection().caret(), first);
        desk.actions["article.previousBookmark"]->trigger();
        QCOMPARE(desk.page->view()->selection().caret(), second);

        // They are this version's, and are there again with it.
        const ArticleId article = desk.page->article();
        desk.page->showArticle(desk.corpus.articles[1].id);
        QVERIFY(desk.page->view()->bookmarks().isEmpty());
        QVERIFY(!next->isEnabled());
        desk.page->showArticle(article);
        QCOMPARE(desk.page->view()->bookmarks(), (QList{first, second}));
        desk.caretAt(u"away. “It was"_s);
        desk.actions["article.bookmark"]->trigger();
        QCOMPARE(desk.page->view()->bookmarks(), QList{first});
        // The project knows nothing of it.
        QCOMPARE(desk.session.store().undoLabel(), u"Import"_s);
        desk.session.close();
        QVERIFY(!desk.actions["article.bookmark"]->isEnabled());
    }

    void aMarkIsPaintedBesideTheParagraph()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const auto leftOfText = [view] {
            const QImage all = view->viewport()->grab().toImage();
            return all.copy(3, 3, int(view->rectAt({0}).left() * all.devicePixelRatio()) - 6, all.height() - 6);
        };
        desk.caretAt(u"waves that"_s);
        const QImage before = leftOfText();
        desk.actions["article.bookmark"]->trigger();
        QVERIFY(leftOfText() != before);
        desk.actions["article.bookmark"]->trigger();
        QCOMPARE(leftOfText(), before);
    }
};

QTEST_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
