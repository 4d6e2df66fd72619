// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"

#include <QAction>
#include <QStandardPaths>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

/// The keys that select more than an arrow does.
class TestSelectByKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    void theSentenceAndTheNextOne()
    {
        Desk desk;
        desk.caretAt(u"waves that"_s);
        desk.key(Qt::Key_S);
        QCOMPARE(desk.page->selectedWords(), u"Brandt waves that away."_s);
        desk.key(Qt::Key_S);
        QCOMPARE(desk.page->selectedWords(), u"Brandt waves that away. “It was not in the script,” he says."_s);
    }

    void theParagraphAndTheNextOne()
    {
        Desk desk;
        desk.caretAt(u"waves that"_s);
        desk.key(Qt::Key_A);
        QCOMPARE(desk.page->selectedWords(), u"Brandt waves that away. “It was not in the script,” he says."_s);
        desk.key(Qt::Key_A);
        QVERIFY(desk.page->selectedWords().endsWith(u"lit the lamp.” 👩🏽‍🚀🇮🇸"_s));
    }

    void theQuotationAndTheOneAroundIt()
    {
        Desk desk;
        desk.caretAt(u"kept it lit"_s);
        desk.key(Qt::Key_Q);
        QCOMPARE(desk.page->selectedWords(), u"I kept it lit for you."_s);
        desk.key(Qt::Key_Q);
        const QString outer = desk.page->selectedWords();
        QVERIFY2(outer.startsWith(u"and he came back"_s) && outer.endsWith(u"all of it."_s), qPrintable(outer));
        desk.key(Qt::Key_Q);
        QCOMPARE(desk.page->selectedWords(), outer);
        desk.key(Qt::Key_2); // and it can be tagged
        QCOMPARE(desk.words(desk.page->currentPassage()), QStringList{outer});
    }

    void theTurnAndItsLabel()
    {
        Desk desk;
        desk.showText(u"Head\n\nQ: Did you?\n\nA: No.\n\nNever 👍🏽.\n\nQ: Why?"_s);
        desk.caretAt(u"Never"_s);
        desk.key(Qt::Key_R);
        QCOMPARE(desk.page->selectedWords(), u"No.\n\nNever 👍🏽."_s);
        desk.key(Qt::Key_R);
        QCOMPARE(desk.page->selectedWords(), u"A: No.\n\nNever 👍🏽."_s);
        desk.caretAt(u"Head"_s);
        desk.key(Qt::Key_R);
        QCOMPARE(desk.page->selectedWords(), QString());
    }

    void withoutAnArticleTheyCannotBeDone()
    {
        Desk desk;
        QVERIFY(desk.actions["select.quotation"]->isEnabled());
        desk.session.close();
        QVERIFY(!desk.actions["select.quotation"]->isEnabled());
    }
};

QTEST_MAIN(TestSelectByKey)
#include "tst_selectbykey.moc"
