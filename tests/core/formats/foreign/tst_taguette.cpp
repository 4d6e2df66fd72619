// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign/taguette.h"

#include "tests/core/formats/foreign/foreignprojects.h"
#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const QByteArray schema =
    "CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200), description TEXT, filename "
    "VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);"
    "CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER, start_offset INTEGER, "
    "end_offset INTEGER, snippet TEXT);"
    "CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER, path VARCHAR(200), description TEXT);"
    "CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER, PRIMARY KEY (highlight_id, tag_id));"
    "CREATE TABLE commands (id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME, user_login VARCHAR(30), project_id "
    "INTEGER, document_id INTEGER, payload TEXT);";

Result<Read> read(const QByteArray &statements)
{
    return readTaguette({{u"a.sqlite3"_s, test::database(schema + statements)}});
}

QStringList passagesOf(const Corpus &corpus)
{
    QStringList all;
    for (const Passage &passage : corpus.passages)
        all.append(std::ranges::find(corpus.tags, passage.tag, &Tag::id)->name + u": "_s + passage.words());
    return all;
}

}

class tst_Taguette : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peopleCanMoveIn()
    {
        // “Ada” is behind a family's 15 + 1 bytes, “Böll &” behind the paragraph's end.
        const auto all = read(
            "INSERT INTO documents VALUES (1, 'Interview', 'the first one', 'i.docx', '2024-01-01 10:00:00.5', 1, "
            "'LEFT_TO_RIGHT', '<p>👩🏽‍🚀 <b>Ada</b> met Bo.</p><p>B&#246;ll &amp; "
            "she</p>\n<ul><li>left</li></ul>');"
            "INSERT INTO tags VALUES (1, 1, 'people', 'who'), (2, 1, 'people.heroes', '');"
            "INSERT INTO highlights VALUES (1, 1, 16, 19, '<b>Ada</b>'), (2, 1, 27, 34, '<p>Böll &amp;</p>'), (3, 1, "
            "24, 32, '<p>Bo.</p><p>Böll</p>'), (4, 1, 2, 3, 'x'), (5, 7, 0, 1, 'x');"
            "INSERT INTO highlight_tags VALUES (1, 1), (1, 2), (2, 1);"
            "INSERT INTO commands VALUES (1, '2024-01-02 10:00:00', 'ada', 1, 1, '{\"type\": \"highlight_add\", "
            "\"highlight_id\": 1}');");
        VERIFY_RESULT(all);
        const Corpus &corpus = all->corpus;
        QCOMPARE(corpus.versions.first().text.string(), u"👩🏽‍🚀 Ada met Bo.\nBöll & she\nleft"_s);
        QCOMPARE(
            passagesOf(corpus),
            QStringList({u"people: Ada"_s, u"people.heroes: Ada"_s, u"people: Böll &"_s, u"highlight: Bo.\nBöll"_s}));
        QCOMPARE(corpus.annotators.first().name, u"ada"_s);
        QCOMPARE(corpus.passages.first().created, Timestamp::fromString(u"2024-01-02 10:00:00"_s));
        QVERIFY(corpus.passages.last().annotator.isNull());
        QCOMPARE(corpus.notes.first().body, u"the first one"_s);
        const QString remarks = all->remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"not in the text"), qPrintable(remarks));
        QVERIFY2(remarks.contains(u"highlights without a document"), qPrintable(remarks));
        QCOMPARE(test::differenceWhenKept(*all), QString());
    }

    void olderHistoriesAndSeveralProjectsAreRead()
    {
        const auto all = read(
            "CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200)); INSERT INTO projects VALUES (1, 'a'), "
            "(2, 'b');"
            "INSERT INTO documents VALUES (1, 'One', '', 'a', '', 1, '', 'Ada'), (2, 'Two', '', 'b', '', 2, '', 'Bo');"
            "INSERT INTO tags VALUES (1, 1, 'people', ''), (2, 2, 'people', '');"
            "INSERT INTO highlights VALUES (1, 1, 0, 3, 'Ada'), (2, 2, 0, 2, 'Bo');"
            "INSERT INTO highlight_tags VALUES (1, 1), (2, 2);"
            "INSERT INTO commands VALUES (1, '2019-01-02 10:00:00', 'eve', 1, 1, '{\"type\": \"highlight_add\", "
            "\"id\": 1}');");
        VERIFY_RESULT(all);
        QCOMPARE(passagesOf(all->corpus), QStringList({u"people: Ada"_s, u"people: Bo"_s}));
        QCOMPARE(all->corpus.annotators.first().name, u"eve"_s);
        QVERIFY(all->remarks.join(u'\n').contains(u"several projects"));
    }

    void textsAreThoseOfTheHtmlsNodes_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("white space in front") << u"\n  <p> a</p>"_s << u"a"_s;
        QTest::newRow("between") << u"<p>a</p>\n<p>b</p>\n"_s << u"a\nb\n"_s;
        QTest::newRow("references") << u"&lt;&amp;&#x1F469;&#0;&unknown; &"_s << u"<&👩&#0;&unknown; &"_s;
        QTest::newRow("comments") << u"a<!-- <b> -->b"_s << u"ab"_s;
        QTest::newRow("quotes") << u"a<img alt=\"x > y\">b"_s << u"ab"_s;
        QTest::newRow("no tag") << u"1 < 2 <3"_s << u"1 < 2 <3"_s;
        QTest::newRow("cut") << u"a<b"_s << u"a"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void textsAreThoseOfTheHtmlsNodes()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(textOfHtml(html).text, text);
    }

    void whatIsNoProjectIsRefused()
    {
        const auto wrong = readTaguette({{u"a.sqlite3"_s, test::database("CREATE TABLE documents (id);")}});
        QVERIFY(!wrong && wrong.error().message.contains(u"there is no table “highlights” in it"));
        const auto odd = readTaguette(
            {{u"a.sqlite3"_s, test::database(schema + "DROP TABLE documents; CREATE TABLE documents (x);")}});
        QVERIFY(!odd && odd.error().message.contains(u"no such column"));
        QVERIFY(!readTaguette({}).has_value());
    }

    void theFormatIsKnownByItsContent()
    {
        const QByteArray bytes = test::database(schema);
        QVERIFY(isTaguette(u"a.sqlite3", bytes) && isTaguette(u"b.db", bytes));
        QVERIFY(!isTaguette(u"a.sqlite3", "no database"));
        QVERIFY(!isTaguette(u"a.pullquote", test::database("CREATE TABLE x (y);")));
    }

    void somebodyElsesBytesNeverCrashIt()
    {
        const QByteArray sound = test::database(
            schema
            + "INSERT INTO documents VALUES (1, 'a', '', '', '', 1, '', '<p>text</p>');"
              "INSERT INTO highlights VALUES (1, 1, 0, 4, 'text');");
        QVERIFY(!sound.isEmpty());
        QVERIFY(rc::check([&] {
            QByteArray bytes = sound;
            for (int n = 1 + test::RandomCorpus::below(40); n > 0; --n)
                bytes[*rc::gen::inRange<qsizetype>(100, bytes.size())] = *rc::gen::arbitrary<char>();
            (void)readTaguette({{u"a.sqlite3"_s, bytes}});
        }));
    }
};

QTEST_GUILESS_MAIN(tst_Taguette)
#include "tst_taguette.moc"
