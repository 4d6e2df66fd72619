// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign/qualcoder.h"

#include "tests/core/formats/foreign/foreignprojects.h"
#include "tests/core/formats/formattests.h"

#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const QByteArray schema =
    "CREATE TABLE project (databaseversion text, date text, memo text, about text);"
    "CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, "
    "date text, unique(name));"
    "CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, cid integer);"
    "CREATE TABLE code_av (avid integer primary key, id integer, cid integer);"
    "CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner "
    "text, date text);"
    "CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, "
    "owner text);"
    "CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner "
    "text, date text, memo text);"
    "CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);"
    "CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid "
    "integer);"
    "CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date "
    "text, memo text, avid integer, important integer);"
    "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, "
    "color text);"
    "CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);"
    "INSERT INTO project VALUES ('v5', '2024-01-01', '', 'QualCoder');";

const QByteArray project = schema
    + "INSERT INTO source VALUES (1, 'interview.txt', '👩🏽‍🚀 Ada met Bo.\n\nThey left.', "
      "'/docs/interview.txt', "
      "'a "
      "memo', 'ada', '2024-01-02 10:00:00');"
      "INSERT INTO source VALUES (2, 'photo.jpg', null, '/images/photo.jpg', '', 'ada', '');"
      "INSERT INTO code_cat VALUES (1, 'People', 'ada', '', 'who', null), (2, 'Heroes', 'ada', '', '', 1);"
      "INSERT INTO code_name VALUES (1, 'hero', 'does things', 2, 'ada', '', '#F5A9A9'), (2, 'People', '', null, "
      "'ada', '', 'red');"
      "INSERT INTO code_text VALUES (1, 1, 'Ada', 5, 8, 'ada', '2024-01-03 10:00:00', 'is she?', null, 1);"
      "INSERT INTO code_text VALUES (2, 1, 'Bo.' || char(10) || char(10) || 'They', 13, 22, 'eve', '', '', null, null);"
      "INSERT INTO code_text VALUES (9, 1, 'Ada', 5, 8, 'ada', '', '', null, null);"
      "INSERT INTO annotation VALUES (1, 1, 9, 12, 'when?', 'eve', '2024-01-04 10:00:00');"
      "INSERT INTO cases VALUES (1, 'Ada', 'the first', 'ada', '');"
      "INSERT INTO case_text VALUES (1, 1, 1, 5, 16, 'ada', '', '');"
      "INSERT INTO attribute VALUES (1, 'Place', 'file', 'Paris', 1, '', 'ada'), (2, 'Age', 'case', '30', 1, '', "
      "'ada');"
      "INSERT INTO code_image VALUES (1, 2, 0, 1);"
      "INSERT INTO journal VALUES (1, 'Day one', 'It rained.', '2024-01-05 10:00:00', 'ada');";

Result<Read> read(const QByteArray &bytes)
{
    return readQualCoder({{u"data.qda"_s, bytes}});
}

QStringList passagesOf(const Corpus &corpus)
{
    QStringList all;
    for (const Passage &passage : corpus.passages)
        all.append(std::ranges::find(corpus.tags, passage.tag, &Tag::id)->name + u": "_s + passage.words());
    all.sort();
    return all;
}

}

class tst_QualCoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peopleCanMoveIn()
    {
        const auto all = read(test::database(project));
        VERIFY_RESULT(all);
        const Corpus &corpus = all->corpus;
        QCOMPARE(corpus.articles.size(), 2);
        QCOMPARE(corpus.articles[0].title, u"interview.txt"_s);
        QCOMPARE(corpus.articles[1].title, u"Day one"_s);
        QCOMPARE(passagesOf(corpus),
                 QStringList({u"Ada: Ada met Bo."_s, u"Annotation: met"_s, u"People: Bo.\n\nThey"_s, u"hero: Ada"_s}));
        const auto hero = std::ranges::find(corpus.tags, u"hero"_s, &Tag::name);
        QCOMPARE(hero->colour, u"#F5A9A9"_s);
        QCOMPARE(hero->description, u"does things"_s);
        const auto heroes = std::ranges::find(corpus.tags, hero->parent, &Tag::id);
        QCOMPARE(heroes->name, u"Heroes"_s);
        QCOMPARE(std::ranges::find(corpus.tags, heroes->parent, &Tag::id)->name, u"People"_s);
        QCOMPARE(std::ranges::count(corpus.tags, u"People"_s, &Tag::name), 2);
        QCOMPARE(std::ranges::find(corpus.tags, u"Ada"_s, &Tag::name)->description, u"the first\nAge: 30"_s);
        QCOMPARE(corpus.annotators.size(), 2);
        QStringList notes;
        for (const Note &note : corpus.notes)
            notes.append(note.body);
        notes.sort();
        QCOMPARE(notes, QStringList({u"Place: Paris"_s, u"a memo"_s, u"is she?"_s, u"when?"_s}));
        const auto important = std::ranges::find_if(corpus.passages,
                                                    [](const Passage &each) { return !each.attributes.isEmpty(); });
        QCOMPARE(important->words(), u"Ada"_s);
        QCOMPARE(important->created, Timestamp::fromString(u"2024-01-03 10:00:00"_s));
        QCOMPARE(all->counting.first().found.counting, Counting());
        const QString remarks = all->remarks.join(u'\n');
        for (const QString &remark : {u"sources without a text"_s, u"codings without a code"_s, u"pictures"_s,
                                      u"entries of the journal became articles"_s})
            QVERIFY2(remarks.contains(remark), qPrintable(remarks));
        QCOMPARE(test::differenceWhenKept(*all), QString());
    }

    void theFolderOfTheProjectIsReadAndNothingElseInIt()
    {
        const QTemporaryDir place;
        const QString folder = place.filePath(u"study.qda"_s);
        VERIFY_RESULT(save({.id = "x", .name = "x", .suffix = "x", .shape = Shape::Folder, .syntax = ""},
                           {{{u"data.qda"_s, test::database(project)}, {u"images/photo.jpg"_s, "xx"}}, {}}, folder));
        const Format *format = recognise(folder);
        QCOMPARE(format, findFormat(u"qualcoder"));
        QCOMPARE(*inputFiles(*format, folder), QStringList(u"data.qda"_s));
        const auto all = load(*format, folder);
        VERIFY_RESULT(all);
        QCOMPARE(all->corpus.passages.size(), 4);
        const auto nothing = load(*format, place.path());
        QVERIFY(!nothing && nothing.error().message.contains(u"There is no data.qda in the folder"));
    }

    void codesOfCodesAndCategoriesOfNothingAreRead()
    {
        const auto all = read(test::database(
            schema
            + "ALTER TABLE code_name ADD supercid integer; INSERT INTO code_cat VALUES (1, 'Times', 'ada', '', '', "
              "null);"
              "INSERT INTO code_name VALUES (1, 'fear', '', null, '', '', '', 2), (2, 'feeling', '', null, '', '', '', "
              "null), (3, 'a', '', null, '', '', '', 4), (4, 'b', '', null, '', '', '', 3);"));
        VERIFY_RESULT(all);
        const auto tag = [&](QStringView name) { return *std::ranges::find(all->corpus.tags, name, &Tag::name); };
        QCOMPARE(tag(u"fear").parent, tag(u"feeling").id);
        QVERIFY(tag(u"Times").parent.isNull());
        QCOMPARE(tag(u"a").parent, tag(u"b").id);
        QVERIFY(tag(u"b").parent.isNull());
        QCOMPARE(test::differenceWhenKept(*all), QString());
    }

    void categoriesInACircleAreNotFollowed()
    {
        const auto all = read(
            test::database(schema
                           + "INSERT INTO code_cat VALUES (1, 'a', '', '', '', 2), (2, 'b', '', '', '', 1);"
                             "INSERT INTO code_name VALUES (1, 'x', '', 1, '', '', ''), (2, 'y', '', 2, '', '', '');"));
        VERIFY_RESULT(all);
        QCOMPARE(all->corpus.tags.size(), 4);
        QCOMPARE(test::differenceWhenKept(*all), QString());
        for (const Tag &tag : all->corpus.tags) {
            TagId at = tag.id;
            for (int steps = 0; !at.isNull(); ++steps) {
                QVERIFY(steps < 5);
                at = std::ranges::find(all->corpus.tags, at, &Tag::id)->parent;
            }
        }
    }

    void whatIsNoProjectIsRefused()
    {
        const auto message = [](const QByteArray &bytes) {
            const auto wrong = read(bytes);
            return wrong ? u"it was read"_s : wrong.error().message;
        };
        QVERIFY(message("not at all").contains(u"data.qda is no SQLite database"));
        QVERIFY(message(test::database("CREATE TABLE x (y);")).contains(u"there is no table “source” in it"));
        // A view may be anything, and is not run.
        QByteArray views = schema;
        views.replace("CREATE TABLE source (", "CREATE TABLE hidden (");
        views +=
            "CREATE VIEW source AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, "
            "'' AS name, '' AS fulltext, '' AS memo, '' AS owner, '' AS date FROM n;";
        QVERIFY(!read(test::database(views)).has_value());
        QByteArray cut = test::database(project);
        cut.truncate(cut.size() / 2);
        (void)read(cut);
    }

    void somebodyElsesBytesNeverCrashIt()
    {
        const QByteArray sound = test::database(project);
        QVERIFY(!sound.isEmpty());
        QVERIFY(rc::check([&] {
            QByteArray bytes = sound;
            for (int n = 1 + test::RandomCorpus::below(40); n > 0; --n)
                bytes[*rc::gen::inRange<qsizetype>(100, bytes.size())] = *rc::gen::arbitrary<char>();
            (void)read(bytes);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_QualCoder)
#include "tst_qualcoder.moc"
