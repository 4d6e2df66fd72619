// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/settings.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTimer>

using namespace pq;
using test::Desk;
using namespace Qt::StringLiterals;

/// The page over a real project, driven by keys and mouse as an editor would.
class TestArticlePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
    }

    void showsTheArticleItsHeaderAndPassages()
    {
        Desk desk;
        QCOMPARE(desk.page->article(), desk.corpus.articles.first().id);
        QCOMPARE(desk.page->version(), desk.corpus.versions.first().id);
        QCOMPARE(desk.page->text(), desk.corpus.versions.first().text);
        const QString header = desk.page->findChild<QLabel *>(u"headerLabel"_s)->text();
        QVERIFY(header.contains(u"Who lit the lantern?"_s));
        QVERIFY(header.contains(u"The Harbour Gazette"_s));
        QVERIFY(header.contains(u"Mira Oduya"_s));
        QVERIFY(header.contains(u"2025"_s));
        QCOMPARE(desk.page->view()->passages().count(), desk.passages().size());
        QVERIFY(!desk.page->view()->cards().isEmpty());
        QVERIFY(desk.failures.isEmpty());
    }

    void aTagKeyStoresTheSelectionsExactWords()
    {
        Desk desk;
        for (const QString &words : {u"👨‍👩‍👧‍👦"_s, u"Noe\u0301 Brandt"_s, u"שלום and then مرحبا"_s,
                                     u"he says.\n\n“My"_s, u"👩🏽‍🚀🇮🇸"_s}) {
            const qsizetype before = desk.passages().size();
            desk.selectByKeys(words);
            desk.key(Qt::Key_1);
            QCOMPARE(desk.passages().size(), before + 1);
            const PassageId made = desk.page->currentPassage();
            QCOMPARE(desk.words(made), QStringList{words});
            QCOMPARE(desk.passage(made)->tag, desk.corpus.tags.first().id);
            QCOMPARE(desk.passage(made)->annotator, desk.session.store().annotator().id);
            QVERIFY(desk.page->selectedFragments().isEmpty());
            QVERIFY(desk.page->view()->passages().contains(made));
        }
        QVERIFY(desk.failures.isEmpty());
        QVERIFY(desk.session.value(desk.session.store().check()).isEmpty());
    }

    void endsAreTidiedAsTheSettingsSay()
    {
        Desk desk;
        const auto tag = [&desk](const QString &words) {
            desk.selectByKeys(words);
            desk.key(Qt::Key_1);
            return desk.words(desk.page->currentPassage()).join(u'|');
        };
        QCOMPARE(tag(u" “It was not in the script,” "_s), u"“It was not in the script,”"_s);
        Settings settings;
        settings.tidying = {.toWholeWords = true, .leavesOutSpace = true, .leavesOutMarks = true};
        QSettings stored;
        settings.save(stored);
        QCOMPARE(tag(u" “It was not in the scr"_s), u"It was not in the script"_s);
        QCOMPARE(tag(u"arbou"_s), u"harbour"_s);
        settings.tidying = {.toWholeWords = false, .leavesOutSpace = false, .leavesOutMarks = false};
        settings.save(stored);
        QCOMPARE(tag(u" “It was not in the scr"_s), u" “It was not in the scr"_s);
        stored.clear();
        QVERIFY(desk.failures.isEmpty());
    }

    void fragmentsBecomeOneDiscontinuousPassage()
    {
        Desk desk;
        desk.selectByKeys(u"Director Iria Val"_s);
        desk.key(Qt::Key_Return, Qt::ShiftModifier);
        desk.selectByKeys(u"Noe\u0301 Brandt, who plays"_s);
        QCOMPARE(desk.page->selectedFragments().size(), 2);
        desk.key(Qt::Key_3);
        QCOMPARE(desk.words(desk.page->currentPassage()),
                 (QStringList{u"Director Iria Val"_s, u"Noe\u0301 Brandt, who plays"_s}));
    }

    void theLastTagIsPutOnAgain()
    {
        Desk desk;
        QVERIFY(!desk.actions["passage.tagAgain"]->isEnabled());
        desk.selectByKeys(u"by the harbour"_s);
        desk.key(Qt::Key_4);
        desk.selectByKeys(u"Nobody moved"_s);
        desk.key(Qt::Key_T);
        QCOMPARE(desk.words(desk.page->currentPassage()), QStringList{u"Nobody moved"_s});
        QCOMPARE(desk.passage(desk.page->currentPassage())->tag, desk.corpus.tags[3].id);
    }

    void aTagKeyWithoutASelectionChangesTheCurrentPassage()
    {
        Desk desk;
        const PassageId recalls = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(recalls);
        desk.key(Qt::Key_2);
        QCOMPARE(desk.passage(recalls)->tag, desk.corpus.tags[1].id);
        QCOMPARE(desk.page->currentPassage(), recalls);
    }

    void boundariesMoveByCharacterAndWord()
    {
        Desk desk;
        const PassageId recalls = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(recalls);
        const auto expect = [&](Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &words) {
            desk.key(key, modifiers);
            QCOMPARE(desk.words(recalls), QStringList{words});
            QCOMPARE(desk.page->view()->passages().fragments(recalls),
                     QList{desk.passage(recalls)->fragments.first().span});
        };
        const auto shift = Qt::ShiftModifier | Qt::AltModifier;
        expect(Qt::Key_Right, Qt::AltModifier, u"Val recalls,"_s);
        expect(Qt::Key_Left, Qt::AltModifier, u"Val recalls"_s);
        expect(Qt::Key_Left, shift, u" Val recalls"_s);
        expect(Qt::Key_Right, shift, u"Val recalls"_s);
        expect(Qt::Key_Right, shift | Qt::ControlModifier, u"recalls"_s);
        expect(Qt::Key_Left, shift | Qt::ControlModifier, u"Val recalls"_s);
        expect(Qt::Key_Left, Qt::AltModifier | Qt::ControlModifier, u"Val"_s);
        expect(Qt::Key_Right, Qt::AltModifier | Qt::ControlModifier, u"Val recalls"_s);
        QVERIFY(desk.failures.isEmpty());
    }

    void boundariesMoveBySentence()
    {
        Desk desk;
        desk.selectByKeys(u"Nobody moved."_s);
        desk.key(Qt::Key_1);
        const PassageId made = desk.page->currentPassage();
        desk.key(Qt::Key_PageDown, Qt::AltModifier);
        QCOMPARE(desk.words(made), QStringList{u"Nobody moved. It came from Noe\u0301, all of it.”"_s});
        desk.key(Qt::Key_PageDown, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(desk.words(made), QStringList{u"It came from Noe\u0301, all of it.”"_s});
        desk.key(Qt::Key_PageUp, Qt::AltModifier | Qt::ShiftModifier);
        desk.key(Qt::Key_PageUp, Qt::AltModifier);
        QVERIFY(desk.words(made).first().endsWith(u"Nobody moved."_s));
        QVERIFY(desk.failures.isEmpty());
    }

    void aPassageGrowsToItsQuotationAndItsParagraph()
    {
        Desk desk;
        desk.selectByKeys(u"It came from"_s);
        desk.key(Qt::Key_1);
        const PassageId made = desk.page->currentPassage();
        desk.key(Qt::Key_S, Qt::ShiftModifier);
        const QString sentence = desk.words(made).join(u'|');
        QVERIFY2(sentence.startsWith(u"It came from Noe\u0301, all of it."_s), qPrintable(sentence));
        desk.key(Qt::Key_Q, Qt::ShiftModifier);
        const QString quotation = desk.words(made).join(u'|');
        QVERIFY(quotation.contains(u"Nobody moved. It came from"_s));
        desk.key(Qt::Key_A, Qt::ShiftModifier);
        QVERIFY(desk.words(made).join(u'|').size() >= quotation.size());
        desk.key(Qt::Key_PageUp, Qt::ControlModifier | Qt::AltModifier); // less a paragraph there is nothing left
        QVERIFY(desk.failures.isEmpty());
        QVERIFY(desk.session.value(desk.session.store().check()).isEmpty());
    }

    void deletingIsUndoneAtThePlace()
    {
        Desk desk;
        const Passage recalls = desk.sample(u"Val recalls"_s);
        desk.page->showPassage(recalls.id);
        desk.key(Qt::Key_Delete);
        QVERIFY(!desk.passage(recalls.id));
        QVERIFY(!desk.page->view()->passages().contains(recalls.id));
        QVERIFY(desk.page->currentPassage().isNull());
        QVERIFY(!desk.actions["passage.delete"]->isEnabled());
        desk.page->resize(1100, 160);
        desk.key(Qt::Key_End, Qt::ControlModifier);
        QVERIFY(desk.session.undo());
        QCOMPARE(*desk.passage(recalls.id), recalls);
        QCOMPARE(desk.page->currentPassage(), recalls.id);
        const QRect place = desk.page->view()->rectAt(recalls.extent().begin);
        QVERIFY(desk.page->view()->viewport()->rect().contains(place.center()));
        QVERIFY(desk.session.redo());
        QVERIFY(desk.page->currentPassage().isNull());
    }

    void undoingATagTakesThePassageAway()
    {
        Desk desk;
        const QList<Passage> before = desk.passages();
        desk.selectByKeys(u"by the harbour"_s);
        desk.key(Qt::Key_1);
        const PassageId made = desk.page->currentPassage();
        desk.key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(desk.session.undo());
        QCOMPARE(desk.page->currentPassage(), made);
        QCOMPARE(desk.words(made), QStringList{u"by the harbour"_s});
        QVERIFY(desk.session.undo());
        QVERIFY(desk.page->currentPassage().isNull());
        QVERIFY(!desk.page->view()->passages().contains(made));
        QCOMPARE(desk.passages(), before);
    }

    void onlyWhatChangedIsReadAnew()
    {
        Desk desk;
        // A passage of another article is none of this view's.
        const Version other = desk.corpus.versions[1];
        Passage elsewhere = test::passage(other, desk.corpus.tags.first().id, u"best line"_s);
        elsewhere.id = PassageId::create();
        elsewhere.annotator = desk.session.store().annotator().id;
        QSignalSpy current(desk.page.get(), &ArticlePage::currentPassageChanged);
        QVERIFY(desk.session.edit(u"Tag"_s, [&](Edit &e) { e.put(elsewhere); }));
        QVERIFY(!desk.page->view()->passages().contains(elsewhere.id));
        QCOMPARE(current.count(), 0);
        // A rejected suggestion is not shown.
        Passage here = desk.sample(u"Val recalls"_s);
        here.state = State::Rejected;
        QVERIFY(desk.session.edit(u"Reject"_s, [&](Edit &e) { e.put(here); }));
        QVERIFY(!desk.page->view()->passages().contains(here.id));
        // Tags' names are read anew.
        Tag tag = desk.corpus.tags.first();
        tag.name = u"Renamed"_s;
        QVERIFY(desk.session.edit(u"Rename"_s, [&](Edit &e) { e.put(tag); }));
        QCOMPARE(desk.page->view()->tagName(tag.id), u"Renamed"_s);
    }

    void aPassageOfAnotherArticleBringsThatArticle()
    {
        Desk desk;
        const VersionId second = desk.corpus.versions[1].id;
        const auto there = std::ranges::find_if(desk.corpus.passages,
                                                [&](const Passage &p) { return p.version == second; });
        QVERIFY(there != desk.corpus.passages.end());
        QSignalSpy shown(desk.page.get(), &ArticlePage::articleShown);
        desk.page->showPassage(there->id);
        QCOMPARE(desk.page->article(), desk.corpus.articles[1].id);
        QCOMPARE(desk.page->currentPassage(), there->id);
        QCOMPARE(shown.count(), 1);
    }

    void passagesAreWalkedAndCycledByKey()
    {
        Desk desk;
        desk.key(Qt::Key_Home, Qt::ControlModifier);
        QSet<PassageId> walked;
        for (int i = 0; i < 30; ++i) {
            desk.key(Qt::Key_N);
            walked.insert(desk.page->currentPassage());
        }
        QCOMPARE(walked.size(), desk.passages().size());
        const PassageId last = desk.page->currentPassage();
        desk.key(Qt::Key_P);
        QVERIFY(desk.page->currentPassage() != last);

        const Passage line = desk.sample(u"I kept it lit for you."_s);
        desk.page->showPassage(line.id);
        QSet<PassageId> cycled;
        for (int i = 0; i < 6; ++i) {
            desk.key(Qt::Key_O);
            cycled.insert(desk.page->currentPassage());
        }
        QVERIFY(cycled.contains(line.id));
        QCOMPARE(cycled.size(), desk.page->view()->passages().at(line.extent().begin).size());
    }

    void aClickAgainCyclesAndTheMenuChooses()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        const Passage line = desk.sample(u"I kept it lit for you."_s);
        view->moveCaret(line.extent().begin);
        const QList<PassageId> here = view->passagesAtCaret();
        QVERIFY(here.size() > 1);
        const QPoint place = view->rectAt(line.extent().begin).center();
        for (qsizetype i = 0; i <= here.size(); ++i) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
            QCOMPARE(desk.page->currentPassage(), here[i % here.size()]);
            QTest::qWait(QApplication::doubleClickInterval() + 10);
        }

        view->setCurrentPassage(here.first());
        qsizetype entries = 0;
        QTimer::singleShot(0, view, [&entries] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            const auto *choice = menu->findChild<QMenu *>(u"passagesHereMenu"_s);
            entries = choice->actions().size();
            if (choice->actions().first()->isChecked())
                choice->actions().last()->trigger();
            menu->close();
        });
        QContextMenuEvent asked(QContextMenuEvent::Mouse, place, view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(view->viewport(), &asked);
        QCOMPARE(entries, here.size());
        QCOMPARE(desk.page->currentPassage(), here.last());
        desk.key(Qt::Key_End, Qt::ControlModifier);
        QVERIFY(view->passagesAtCaret().isEmpty());
    }

    void passagesOfAKindAreWalkedByKey()
    {
        Desk desk;
        // What each key should reach, from the passages in the order of the text.
        const auto walk = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            QList<PassageId> reached;
            for (PassageId last; reached.size() < 50; last = reached.last()) {
                desk.key(key, modifiers);
                if (desk.page->currentPassage() == last || desk.page->currentPassage().isNull())
                    break;
                reached.append(desk.page->currentPassage());
            }
            return reached;
        };
        for (const QString &words : {u"Nobody moved"_s, u"by the harbour"_s, u"waves that away"_s}) {
            desk.selectByKeys(words);
            desk.key(Qt::Key_5);
        }
        desk.key(Qt::Key_Escape);
        QList<PassageId> unclaimed;
        QList<PassageId> sameTag;
        const QList<Claim> claims = desk.session.value(desk.session.store().claims());
        const Passage line = desk.sample(u"I kept it lit for you."_s);
        for (const Passage &p : desk.passages()) {
            const bool claimed = std::ranges::any_of(claims, [&](const Claim &c) {
                return std::ranges::contains(c.passages, p.id, &ClaimPassage::passage)
                    || std::ranges::contains(c.participants, p.id, &Participant::evidence);
            });
            if (!claimed)
                unclaimed.append(p.id);
            if (p.tag == desk.corpus.tags[4].id)
                sameTag.append(p.id);
        }
        QVERIFY(!unclaimed.isEmpty() && unclaimed.size() < desk.passages().size());
        desk.key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(walk(Qt::Key_U, {}), unclaimed);
        std::ranges::reverse(unclaimed);
        QCOMPARE(walk(Qt::Key_U, Qt::ShiftModifier), unclaimed.sliced(1));

        QVERIFY(sameTag.size() > 1);
        desk.page->showPassage(sameTag.first());
        QCOMPARE(walk(Qt::Key_N, Qt::ShiftModifier), sameTag.sliced(1));
        desk.key(Qt::Key_P, Qt::ShiftModifier);
        QCOMPARE(desk.page->currentPassage(), sameTag[sameTag.size() - 2]);

        Note note;
        note.id = NoteId::create();
        note.target = line.id;
        note.body = u"Check the tape."_s;
        QVERIFY(desk.session.edit(u"Note"_s, [&](Edit &e) { e.put(note); }));
        desk.page->view()->setCurrentPassage({});
        desk.key(Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(walk(Qt::Key_J, {}).contains(line.id));
        desk.key(Qt::Key_End, Qt::ControlModifier);
        desk.key(Qt::Key_Escape);
        QVERIFY(walk(Qt::Key_J, Qt::ShiftModifier).contains(line.id));
        QVERIFY(desk.failures.isEmpty());
    }

    void passagesOfHiddenTagsAreNotWalkedTo()
    {
        Desk desk;
        const TagId hidden = desk.corpus.tags[4].id;
        desk.page->view()->setTagVisibilities({{hidden, TagVisibility::Hidden}});
        QSet<PassageId> walked;
        for (int i = 0; i < 30; ++i) {
            desk.key(Qt::Key_N);
            walked.insert(desk.page->currentPassage());
            QVERIFY(desk.passage(desk.page->currentPassage())->tag != hidden);
        }
        const QList<Passage> all = desk.passages();
        QCOMPARE(walked.size(), std::ranges::count_if(all, [&](const Passage &p) { return p.tag != hidden; }));
    }

    void notesAreAskedForByKeyAndStandInTheMargin()
    {
        Desk desk;
        const PassageId recalls = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(recalls);
        QSignalSpy asked(desk.page.get(), &ArticlePage::noteRequested);
        desk.key(Qt::Key_M);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<NoteTarget>(), NoteTarget(recalls));

        const qsizetype before = desk.page->view()->cards().size();
        Note note;
        note.id = NoteId::create();
        note.target = recalls;
        note.body = u"Check the tape."_s;
        note.annotator = desk.session.store().annotator().id;
        QVERIFY(desk.session.edit(u"Note"_s, [&](Edit &e) { e.put(note); }));
        QCOMPARE(desk.page->view()->cards().size(), before + 1);
        note.resolved = true;
        QVERIFY(desk.session.edit(u"Resolve"_s, [&](Edit &e) { e.put(note); }));
        QCOMPARE(desk.page->view()->cards().size(), before);
    }

    void theMouseSelectsAndTheTagActs()
    {
        Desk desk;
        ArticleView *view = desk.page->view();
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {},
                           view->rectAt(test::spanOf(view->text(), u"grandmother"_s).begin + 2).center());
        QCOMPARE(desk.page->selectedFragments().size(), 1);
        desk.page->tagSelection(desk.corpus.tags[4].id);
        QCOMPARE(desk.words(desk.page->currentPassage()), QStringList{u"grandmother"_s});
    }

    void zoomActionsChangeTheSize()
    {
        Desk desk;
        const int before = desk.page->view()->layout().typography().body.pixelSize();
        desk.actions["article.zoomIn"]->trigger();
        desk.actions["article.zoomIn"]->trigger();
        QVERIFY(desk.page->view()->layout().typography().body.pixelSize() > before);
        desk.actions["article.zoomReset"]->trigger();
        QCOMPARE(desk.page->view()->layout().typography().body.pixelSize(), before);
    }

    void filesDroppedOnTheViewAreLeftToTheWindow()
    {
        Desk desk;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/tmp/article.txt"_s)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(desk.page->view()->viewport(), &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(!desk.page->view()->acceptDrops());
    }

    void aClosedProjectShowsNothing()
    {
        Desk desk;
        desk.session.close();
        QVERIFY(desk.page->article().isNull());
        QVERIFY(desk.page->findChild<QLabel *>(u"nothingLabel"_s)->isVisible());
        QVERIFY(!desk.actions["passage.next"]->isEnabled());
        desk.page->showPassage(PassageId::create());
        desk.page->tagSelection(TagId::create());
        QVERIFY(desk.page->article().isNull());
    }

    void aRemovedArticleIsNoLongerShown()
    {
        Desk desk;
        const ArticleId id = desk.page->article();
        QVERIFY2(desk.session.edit(u"Remove"_s, [&](Edit &e) { e.remove(id); }), qPrintable(desk.failures.join(u' ')));
        QVERIFY(desk.page->article().isNull());
        QVERIFY(desk.page->text().isEmpty());
    }
};

QTEST_MAIN(TestArticlePage)
#include "tst_articlepage.moc"
