// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/desk.h"
#include "ui/article/citation.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QStandardPaths>
#include <QTextDocument>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

class TestCitation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
    }

    void whatIsKnownStandsBehindTheWords()
    {
        QCOMPARE(citationText(
                     {u"I kept it lit."_s, u"Who lit it?"_s, u"The Gazette"_s, u"2025-03"_s, u"https://x.example/a"_s}),
                 u"“I kept it lit.” — Who lit it?, The Gazette, 2025-03, https://x.example/a"_s);
        QCOMPARE(citationText({u"I kept it lit."_s, u"Who lit it?"_s, {}, {}, {}}),
                 u"“I kept it lit.” — Who lit it?"_s);
        QCOMPARE(citationText({u"I kept it lit."_s, {}, {}, {}, {}}), u"“I kept it lit.”"_s);
        QVERIFY(citationText({u"a"_s, {}, {}, u"2025-03-12"_s, {}}).contains(u"March"_s));
    }

    void marksAreNotDoubled()
    {
        QCOMPARE(citationText({u"“I kept it.”"_s, {}, {}, {}, {}}), u"“I kept it.”"_s);
        QCOMPARE(citationText({u"“One” and “two”"_s, {}, {}, {}, {}}), u"““One” and “two””"_s);
    }

    void htmlHoldsTheSameAndNothingElse()
    {
        const Citation citation{u"a < b & <img src=\"https://x.example/i.png\">\nnext"_s, u"<b>Title</b>"_s, u"A & B"_s,
                                u"2025"_s, u"https://x.example/?a=1&b=\"2\""_s};
        const QString html = citationHtml(citation);
        QVERIFY(!html.contains(u"<img"_s));
        QVERIFY(!html.contains(u"<b>"_s));
        QTextDocument document;
        document.setHtml(html);
        QCOMPARE(document.toPlainText(), citationText(citation));
        // What is no web address is no link.
        QVERIFY(!citationHtml({u"a"_s, {}, {}, {}, u"javascript:alert(1)"_s}).contains(u"href"_s));
        QVERIFY(citationHtml({u"a"_s, {}, {}, {}, u"https://x.example/a"_s})
                    .contains(u"<a href=\"https://x.example/a\">"_s));
    }

    void theKeyCopiesTheSelectionOrThePassage()
    {
        Desk desk;
        desk.selectByKeys(u"by the harbour"_s);
        desk.actions["edit.copyCitation"]->trigger();
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(data->text().startsWith(u"“by the harbour” — Who lit the lantern?"_s), qPrintable(data->text()));
        QVERIFY(data->text().contains(u"The Harbour Gazette"_s) && data->text().endsWith(u"of=\"2\""_s));
        QVERIFY(data->hasHtml());
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.actions["edit.copyCitation"]->isEnabled());
        const Passage telling = desk.sample(u"I told him, ‘say only what the lantern would say,’"_s);
        desk.page->showPassage(telling.id);
        desk.actions["edit.copyCitation"]->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(telling.words()));
    }
};

QTEST_MAIN(TestCitation)
#include "tst_citation.moc"
