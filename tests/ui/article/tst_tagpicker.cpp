// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/article/tagpicker.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

class TestTagPicker : public QObject
{
    Q_OBJECT

    static QStringList names(const QList<Tag> &tags)
    {
        QStringList result;
        for (const Tag &tag : tags)
            result.append(tag.name);
        return result;
    }
    static void type(const QString &typed) { QTest::keyClicks(QApplication::focusWidget(), typed); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void lettersAndMarksDoNotMatter()
    {
        const QList<Tag> tags = test::sampleCorpus().tags;
        QCOMPARE(names(fittingTags(tags, u"CRED"_s)), QStringList{u"Crédit / who made it"_s});
        QCOMPARE(names(fittingTags(tags, u" dia "_s)).first(), u"Line of dialogue"_s);
        QCOMPARE(names(fittingTags(tags, u"so"_s)).first(), u"Source"_s);
        QCOMPARE(fittingTags(tags, {}).size(), tags.size() - 1); // one is retired
        QVERIFY(fittingTags(tags, u"old cat"_s).isEmpty());
    }

    void typingTagsTheSelection()
    {
        Desk desk;
        desk.selectByKeys(u"by the harbour"_s);
        desk.key(Qt::Key_G);
        const QPointer picker = desk.page->window()->findChild<TagPicker *>();
        QVERIFY(picker && picker->isVisible());
        QVERIFY(picker->findChild<QLineEdit *>()->hasFocus());
        type(u"cred"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.words(desk.page->currentPassage()), QStringList{u"by the harbour"_s});
        QCOMPARE(desk.passage(desk.page->currentPassage())->tag, desk.corpus.tags[2].id);
        QVERIFY(desk.page->view()->hasFocus());
        QVERIFY(QTest::qWaitFor([&picker] { return picker.isNull(); }));
    }

    void theListIsWalkedByKey()
    {
        Desk desk;
        const PassageId recalls = desk.sample(u"Val recalls"_s).id;
        desk.page->showPassage(recalls);
        desk.key(Qt::Key_G);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.passage(recalls)->tag, desk.corpus.tags[1].id); // the current passage's tag
        QCOMPARE(desk.page->currentPassage(), recalls);
    }

    void escapeChangesNothing()
    {
        Desk desk;
        desk.selectByKeys(u"by the harbour"_s);
        const QList<Passage> before = desk.passages();
        desk.key(Qt::Key_G);
        type(u"cred"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(desk.passages(), before);
        QVERIFY(desk.page->view()->hasFocus());
        QCOMPARE(desk.page->selectedWords(), u"by the harbour"_s);
        // What fits nothing does nothing.
        desk.key(Qt::Key_G);
        type(u"zzzz"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.passages(), before);
        QTest::mouseClick(desk.page->view()->viewport(), Qt::LeftButton, {}, {20, 20});
        QVERIFY(QTest::qWaitFor([&desk] { return !desk.page->window()->findChild<TagPicker *>(); }));
    }

    void aQuestionMarkAsksForTheKeys()
    {
        Desk desk;
        QSignalSpy asked(desk.actions["help.keys"], &QAction::triggered);
        desk.selectByKeys(u"by the harbour"_s);
        desk.key(Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(TestTagPicker)
#include "tst_tagpicker.moc"
