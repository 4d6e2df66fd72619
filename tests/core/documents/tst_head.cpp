// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/dateline.h"
#include "core/documents/head.h"
#include "core/documents/reader.h"
#include "tests/support/anystring.h"
#include "tests/support/support.h"

#include <QDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const QString body =
    u"\n\nIt was the last day of shooting, and nobody had slept. “I just knew,” says Jane Roe, who directed all six "
    "episodes and who told Empire on 3 May 2021 that she would not be back for the second season of the show. "
    "By Jane Doe’s account it rained.\n\nBy John Moe it did not.\n"_s;

}

class tst_Head : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesOfTheHeadAreRead_data();
    void linesOfTheHeadAreRead();
    void whatIsInDoubtStaysEmpty_data();
    void whatIsInDoubtStaysEmpty();
    void datesAreRead_data();
    void datesAreRead();
    void whatIsNoDateIsNone_data();
    void whatIsNoDateIsNone();
    void theRealArticlesHaveTheirFirstLinesAsTitlesAndNothingElse();
    void anyTextHasAHeadWithoutLineFeeds();
};

void tst_Head::linesOfTheHeadAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Head>("expected");

    const QString title = u"How the finale’s kiss came to be"_s;
    const auto head = [&](const QString &byline, const QString &outlet, const QString &published) {
        return Head{.title = title, .outlet = outlet, .byline = byline, .published = published};
    };
    const auto row = [&](const char *name, const QString &lines, const Head &expected) {
        QTest::newRow(name) << title + u'\n' + lines + body << expected;
    };
    row("title only", {}, head({}, {}, {}));
    row("By", u"By Kate O’Neill-Smith"_s, head(u"Kate O’Neill-Smith"_s, {}, {}));
    row("in capitals", u"\nBY KATE SMITH\n"_s, head(u"KATE SMITH"_s, {}, {}));
    row("two authors", u"By Kate Smith and J. R. Doe"_s, head(u"Kate Smith and J. R. Doe"_s, {}, {}));
    row("a particle", u"by Ludwig van der Berg"_s, head(u"Ludwig van der Berg"_s, {}, {}));
    row("a role", u"By Kate Smith, Senior TV Editor"_s, head(u"Kate Smith, Senior TV Editor"_s, {}, {}));
    row("By and outlet", u"By Kate Smith | Radio Times"_s, head(u"Kate Smith"_s, u"Radio Times"_s, {}));
    row("By, dash and outlet", u"By Kate Smith — The Wrap"_s, head(u"Kate Smith"_s, u"The Wrap"_s, {}));
    row("By, comma and outlet", u"By Kate Smith, Variety"_s, head(u"Kate Smith"_s, u"Variety"_s, {}));
    row("for an outlet", u"By Kate Smith for The Wrap"_s, head(u"Kate Smith"_s, u"The Wrap"_s, {}));
    row("Words", u"Words: Kate Smith"_s, head(u"Kate Smith"_s, {}, {}));
    row("Words and Photography", u"Words by Kate Smith | Photography: Jim Beam"_s, head(u"Kate Smith"_s, {}, {}));
    row("without By", u"Kate Smith, Entertainment Weekly, 12 March 2025"_s,
        head(u"Kate Smith"_s, u"Entertainment Weekly"_s, u"2025-03-12"_s));
    row("American date behind commas", u"By Kate Smith, Variety, March 12, 2025"_s,
        head(u"Kate Smith"_s, u"Variety"_s, u"2025-03-12"_s));
    row("outlet and date", u"Entertainment Weekly — 12 March 2025"_s,
        head({}, u"Entertainment Weekly"_s, u"2025-03-12"_s));
    row("all in one line", u"By Kate Smith | Empire | 12 March 2025 | 5 min read"_s,
        head(u"Kate Smith"_s, u"Empire"_s, u"2025-03-12"_s));
    row("lines of their own", u"By Kate Smith\nStaff Writer\nPublished March 12, 2025 at 9:30 AM ET\n"_s,
        head(u"Kate Smith"_s, {}, u"2025-03-12"_s));
    row("published before updated", u"Updated 14 March 2025 10:15 GMT\nPublished 12 March 2025"_s,
        head({}, {}, u"2025-03-12"_s));
    row("both in one line", u"Published 12 March 2025, updated 13 March 2025 9.15pm"_s, head({}, {}, u"2025-03-12"_s));
    row("updated only", u"Last updated: March 12, 2025"_s, head({}, {}, u"2025-03-12"_s));
    row("a section", u"Movies | 12 March 2025"_s, head({}, {}, u"2025-03-12"_s));

    QTest::newRow("Markdown") << u"\n# "_s + title + u" #\n*By* Kate Smith\n"_s << head({}, {}, {});
    QTest::newRow("front matter")
        << u"---\ntitle: \"%1\"\nauthor: Kate Smith\ndate: 2025-03-12\noutlet: Empire\n---\n\nText."_s.arg(title)
        << head(u"Kate Smith"_s, u"Empire"_s, u"2025-03-12"_s);
    QTest::newRow("the date first") << u"12 March 2025\n"_s + title + u"\nBy Kate Smith\n"_s
                                    << head(u"Kate Smith"_s, {}, u"2025-03-12"_s);
    QTest::newRow("no body") << title << head({}, {}, {});
    QTest::newRow("emoji and Hebrew") << u"👩‍👩‍👧 שלום\nBy ליאת כהן\n"_s
                                      << Head{.title = u"👩‍👩‍👧 שלום"_s,
                                              .outlet = {},
                                              .byline = u"ליאת כהן"_s,
                                              .published = {}};
}

void tst_Head::linesOfTheHeadAreRead()
{
    QFETCH(QString, text);
    QFETCH(Head, expected);
    const Head head = guessHead(Text(text));
    QCOMPARE(head.title, expected.title);
    QCOMPARE(head.byline, expected.byline);
    QCOMPARE(head.outlet, expected.outlet);
    QCOMPARE(head.published, expected.published);
}

void tst_Head::whatIsInDoubtStaysEmpty_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("a sentence with By") << u"By the time the credits roll, everybody has cried."_s;
    QTest::newRow("a heading with By") << u"By the Numbers"_s;
    QTest::newRow("a sentence with a date") << u"The show returns on March 12, 2025 to everybody’s delight."_s;
    QTest::newRow("a sentence that ends with a date") << u"It was filmed in London, 12 March 2019"_s;
    QTest::newRow("a sentence with published") << u"The interview, published 12 March 2025, was long"_s;
    QTest::newRow("a caption") << u"Kate Smith and Tom Doe on set — Marvel"_s;
    QTest::newRow("two names") << u"Kate Smith | Tom Doe"_s;
    QTest::newRow("a bullet") << u"• Oops!"_s;
    QTest::newRow("an interview's subject") << u"Interview: Kate Smith"_s;
    QTest::newRow("photographs") << u"Photography by Jim Beam"_s;
    QTest::newRow("either order") << u"12/03/2025"_s;
    QTest::newRow("a quotation") << u"“By Kate Smith,” she said."_s;
}

void tst_Head::whatIsInDoubtStaysEmpty()
{
    QFETCH(QString, line);
    QCOMPARE(guessHead(Text(u"A title\n"_s + line + body)),
             (Head{.title = u"A title"_s, .outlet = {}, .byline = {}, .published = {}}));
}

void tst_Head::datesAreRead_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("day");
    for (const char *words :
         {"2025-03-12", "2025-03-12T10:20:30Z", "2025-03-12 10:20", "12 March 2025", "12th of March, 2025",
          "12 Mar. 2025", "March 12, 2025", "MARCH 12 2025", "Mar 12th, 2025", "Wednesday, March 12, 2025",
          "Wed 12 March 2025", "Published 12 March 2025", "Published on March 12, 2025",
          "Posted: March 12, 2025, 9:30 a.m. ET", "First published 12 March 2025 at 14.05 GMT",
          "Updated March 12, 2025 5pm", "12 March 2025.", "  12 March 2025  "})
        QTest::newRow(words) << QString::fromLatin1(words) << u"2025-03-12"_s;
    QTest::newRow("day first") << u"13/03/2025"_s << u"2025-03-13"_s;
    QTest::newRow("month first") << u"03/13/2025"_s << u"2025-03-13"_s;
    QTest::newRow("the same either way") << u"3/3/2025"_s << u"2025-03-03"_s;
    QTest::newRow("points") << u"13.03.2025"_s << u"2025-03-13"_s;
    QTest::newRow("September") << u"Sept. 1, 2021"_s << u"2021-09-01"_s;
}

void tst_Head::datesAreRead()
{
    QFETCH(QString, words);
    QFETCH(QString, day);
    const std::optional<Dateline> found = dateline(words);
    QVERIFY(found.has_value());
    QCOMPARE(found->day, day);
}

void tst_Head::whatIsNoDateIsNone_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"", "March", "12/03/2025", "31/31/2025", "30 February 2025", "March 2025", "in March 12, 2025",
          "12 March 2025 was it", "9:30 AM", "12 March 25", "2025-13-12", "13/03.2025", "March 12, 20255"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void tst_Head::whatIsNoDateIsNone()
{
    QFETCH(QString, words);
    QVERIFY(!dateline(words));
}

void tst_Head::theRealArticlesHaveTheirFirstLinesAsTitlesAndNothingElse()
{
    const QString folder = test::sharedArticlesFolder();
    if (folder.isEmpty())
        QSKIP("The real articles are not beside the source.");
    const QStringList names = QDir(folder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 3);
    for (const QString &name : names) {
        const Result<Document> document = readDocument(folder + u'/' + name);
        VERIFY_RESULT(document);
        QCOMPARE(document->head.title, document->text.string().section(u'\n', 0, 0).trimmed());
        QVERIFY(!document->head.title.isEmpty());
        QCOMPARE(document->head.byline, QString());
        QCOMPARE(document->head.outlet, QString());
        QCOMPARE(document->head.published, QString());
        QCOMPARE(document->encoding, u"UTF-8");
        QCOMPARE(document->repairs, {});
    }
}

void tst_Head::anyTextHasAHeadWithoutLineFeeds()
{
    QVERIFY(rc::check("any head", [] {
        const Head head = guessHead(Text(*test::anyString(true)));
        for (const QString &field : {head.title, head.byline, head.outlet, head.published}) {
            RC_ASSERT(!field.contains(u'\n'));
            RC_ASSERT(field.trimmed() == field);
        }
    }));
}

QTEST_GUILESS_MAIN(tst_Head)
#include "tst_head.moc"
