// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

#include <QDir>

#include "core/text/text.h"

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

class tst_Cli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSaysHowItIsUsed();
    void wrongUsageIsToldFromRefusal_data();
    void wrongUsageIsToldFromRefusal();
    void aNewProjectHasTheDefaultTagset();
    void aNewProjectMayBeEmpty();
    void aProjectIsNeverOverwritten();
    void whatIsNoProjectIsRefused();
    void undoAndRedoWorkAcrossProcesses();
    void theLogNamesWhoDidIt();
    void everyListHasItsKeys_data();
    void everyListHasItsKeys();
    void listsCanBeOfOneArticle();
    void aLineIsTraced();
    void aLineInNoClaimIsFoundInTheTexts();
    void wordsThatStandNowhereAreSaidSo();
    void aQuotationIsComparedWithItsOriginal();
    void aSoundProjectPassesItsCheck();
    void aDamagedProjectIsNotPassed();
};

void tst_Cli::itSaysHowItIsUsed()
{
    const Workshop workshop;
    const Finished version = workshop.run({u"--version"_s});
    EXPECT_DONE(version);
    QCOMPARE(version.output, u"pullquote-cli " PULLQUOTE_VERSION "\n"_s);

    const Finished help = workshop.run({u"--help"_s});
    EXPECT_DONE(help);
    for (const QString &command : {u"new"_s, u"info"_s, u"import"_s, u"list"_s, u"trace"_s, u"compare"_s, u"reanchor"_s,
                                   u"check"_s, u"export"_s, u"formats"_s, u"log"_s, u"undo"_s, u"redo"_s}) {
        QVERIFY2(help.output.contains(u"\n  "_s + command), qPrintable(command));
        const Finished one = workshop.run({u"help"_s, command});
        EXPECT_DONE(one);
        QVERIFY(one.output.startsWith(u"Usage: pullquote-cli "_s + command));
        QCOMPARE(workshop.run({command, u"--help"_s}).output, one.output);
        // The manual page names every command and every option that help names.
        QFile manual(QStringLiteral(SOURCE_ROOT "/packaging/man/pullquote-cli.1"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(manual.readAll()).remove(u'\\');
        static const QRegularExpression option(u"--([a-z-]+)"_s);
        for (const QRegularExpressionMatch &match : option.globalMatch(one.output))
            QVERIFY2(page.contains(match.captured()), qPrintable(match.captured()));
    }
}

void tst_Cli::wrongUsageIsToldFromRefusal_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("errors");
    const auto row = [](const char *name, const QStringList &arguments, int code, const QString &errors) {
        QTest::newRow(name) << arguments << code << u"pullquote-cli: "_s + errors + u'\n';
    };
    row("nothing", {}, 2, u"A command is missing. See pullquote-cli help."_s);
    row("no command", {u"frobnicate"_s}, 2, u"There is no command “frobnicate”. See pullquote-cli help."_s);
    row("help for none", {u"help"_s, u"frobnicate"_s}, 2,
        u"There is no command “frobnicate”. See pullquote-cli help."_s);
    row("global option", {u"--frob"_s}, 2, u"Unknown option 'frob'. See pullquote-cli help."_s);
    row("option", {u"info"_s, u"a.pullquote"_s, u"--frob"_s}, 2,
        u"Unknown option 'frob'. See pullquote-cli help info."_s);
    row("no project", {u"info"_s}, 2, u"Something is missing: info PROJECT. See pullquote-cli help info."_s);
    row("two projects", {u"info"_s, u"a"_s, u"b"_s}, 2, u"Too many arguments for info. See pullquote-cli help info."_s);
    row("no list", {u"list"_s, u"a"_s, u"birds"_s}, 2, u"There is no list of “birds”. See pullquote-cli help list."_s);
    row("tags of an article", {u"list"_s, u"a"_s, u"tags"_s, u"--article"_s, u"b"_s}, 2,
        u"The tags do not belong to single articles. See pullquote-cli help list."_s);
    row("no words", {u"trace"_s, u"a"_s, u" “” "_s}, 2,
        u"The words of the line are missing. See pullquote-cli help trace."_s);
    row("no number", {u"undo"_s, u"a"_s, u"two"_s}, 2,
        u"“two” is no number of changes. See pullquote-cli help undo."_s);
    row("zero", {u"redo"_s, u"a"_s, u"0"_s}, 2, u"“0” is no number of changes. See pullquote-cli help redo."_s);
    row("limit", {u"log"_s, u"a"_s, u"--limit"_s, u"x"_s}, 2,
        u"“x” is no number of changes. See pullquote-cli help log."_s);
    row("no format", {u"export"_s, u"a"_s, u"--out"_s, u"b"_s}, 2,
        u"--format is missing. See pullquote-cli help export."_s);
    row("no place", {u"export"_s, u"a"_s, u"--format"_s, u"brat"_s}, 2,
        u"--out is missing. See pullquote-cli help export."_s);
    row("unknown format", {u"export"_s, u"a"_s, u"--format"_s, u"x"_s, u"--out"_s, u"b"_s}, 2,
        u"No format “x” can be written; pullquote-cli formats lists them. See pullquote-cli help export."_s);
    row("unknown format in", {u"import"_s, u"a"_s, u"--format"_s, u"x"_s, u"b"_s}, 2,
        u"No format “x” can be read; pullquote-cli formats lists them. See pullquote-cli help import."_s);
    row("missing project", {u"info"_s, u"a.pullquote"_s}, 1,
        u"There is no file a.pullquote. Check the path, or make a new project."_s);
    row("missing project, JSON", {u"--json"_s, u"info"_s, u"a.pullquote"_s}, 1,
        u"There is no file a.pullquote. Check the path, or make a new project."_s);
}

void tst_Cli::wrongUsageIsToldFromRefusal()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, errors);
    const Workshop workshop;
    const Finished finished = workshop.run(arguments);
    QCOMPARE(finished.errors, errors);
    QCOMPARE(finished.code, code);
    QCOMPARE(finished.output, QString());
    QVERIFY(QDir(workshop.path({})).isEmpty());
}

void tst_Cli::aNewProjectHasTheDefaultTagset()
{
    const Workshop workshop;
    const Finished made = workshop.run({u"new"_s, u"a.pullquote"_s});
    EXPECT_DONE(made);
    QCOMPARE(made.output, u"Made a.pullquote with the tagset “Interview” (8 tags).\n"_s);
    const Finished info = workshop.run({u"info"_s, u"a.pullquote"_s});
    EXPECT_DONE(info);
    QCOMPARE(info.output, uR"(Project          a.pullquote
Articles         0
Passages         0
Tags             8
Entities         0
Claims           0
Links            0
Notes            0
Journal entries  2
Undo takes back  Add the default tagset
)"_s);
    const QList<QJsonObject> objects = workshop.run({u"info"_s, u"--json"_s, u"a.pullquote"_s}).objects();
    QCOMPARE(objects.size(), 1);
    QCOMPARE(keysOf(objects.first()),
             (QStringList{u"articles"_s, u"claims"_s, u"entities"_s, u"journalEntries"_s, u"links"_s, u"notes"_s,
                          u"passages"_s, u"project"_s, u"redo"_s, u"tags"_s, u"undo"_s}));
    QVERIFY(objects.first()["redo"_L1].isNull());
}

void tst_Cli::aNewProjectMayBeEmpty()
{
    const Workshop workshop;
    const Finished made = workshop.run({u"new"_s, u"--empty"_s, u"a.pullquote"_s});
    EXPECT_DONE(made);
    QCOMPARE(made.output, u"Made a.pullquote, empty.\n"_s);
    QCOMPARE(workshop.run({u"list"_s, u"a.pullquote"_s, u"tags"_s}).output, QString());
    const QList<QJsonObject> objects = workshop.run({u"new"_s, u"--empty"_s, u"b.pullquote"_s, u"--json"_s}).objects();
    QCOMPARE(objects,
             (QList<QJsonObject>{{{"project"_L1, u"b.pullquote"_s}, {"tagset"_L1, QJsonValue::Null}, {"tags"_L1, 0}}}));
}

void tst_Cli::aProjectIsNeverOverwritten()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    const QByteArray before = workshop.read(u"a.pullquote"_s);
    const Finished again = workshop.run({u"new"_s, u"a.pullquote"_s});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.output, QString());
    QVERIFY(again.errors.contains(u"exists already"_s));
    QCOMPARE(workshop.read(u"a.pullquote"_s), before);
}

void tst_Cli::whatIsNoProjectIsRefused()
{
    const Workshop workshop;
    workshop.write(u"a.pullquote"_s, "no project");
    workshop.write(u"empty.pullquote"_s, {});
    for (const QString &name : {u"a.pullquote"_s, u"empty.pullquote"_s, u"."_s}) {
        const Finished finished = workshop.run({u"list"_s, name, u"articles"_s, u"--json"_s});
        QCOMPARE(finished.code, 1);
        QCOMPARE(finished.output, QString());
        QCOMPARE(finished.errors.count(u'\n'), 1);
    }
    QCOMPARE(workshop.read(u"a.pullquote"_s), QByteArray("no project"));
}

void tst_Cli::undoAndRedoWorkAcrossProcesses()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    workshop.write(u"postcard.txt"_s, postcard);
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s}));
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"postcard.txt"_s}));
    const QString before = workshop.run({u"list"_s, u"a.pullquote"_s, u"articles"_s, u"--json"_s}).output;

    const Finished undone = workshop.run({u"undo"_s, u"a.pullquote"_s, u"2"_s});
    EXPECT_DONE(undone);
    QCOMPARE(undone.output, u"Took back: Import postcard.txt\nTook back: Import lantern.txt\n"_s);
    QCOMPARE(workshop.run({u"info"_s, u"a.pullquote"_s, u"--json"_s}).objects().first()["articles"_L1].toInt(), 0);
    const Finished redone = workshop.run({u"redo"_s, u"a.pullquote"_s, u"--json"_s, u"2"_s});
    EXPECT_DONE(redone);
    QCOMPARE(redone.objects(),
             (QList<QJsonObject>{{{"action"_L1, u"redo"_s}, {"label"_L1, u"Import lantern.txt"_s}},
                                 {{"action"_L1, u"redo"_s}, {"label"_L1, u"Import postcard.txt"_s}}}));
    QCOMPARE(workshop.run({u"list"_s, u"a.pullquote"_s, u"articles"_s, u"--json"_s}).output, before);

    const Finished nothing = workshop.run({u"redo"_s, u"a.pullquote"_s});
    QCOMPARE(nothing.code, 1);
    QCOMPARE(nothing.errors, u"pullquote-cli: There is nothing more to redo.\n"_s);
    const Finished all = workshop.run({u"undo"_s, u"a.pullquote"_s, u"99"_s});
    QCOMPARE(all.code, 1);
    QCOMPARE(all.output.count(u'\n'), 3);
    QCOMPARE(all.errors, u"pullquote-cli: There is nothing more to undo.\n"_s);
}

void tst_Cli::theLogNamesWhoDidIt()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    EXPECT_DONE(workshop.run({u"--annotator"_s, u"Ada Lindqvist"_s, u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s}));
    const Finished log = workshop.run({u"log"_s, u"a.pullquote"_s});
    EXPECT_DONE(log);
    QCOMPARE(steady(log.output),
             u"4\tTIME\tAda Lindqvist\tedit\tImport lantern.txt\n"
             "3\tTIME\tAda Lindqvist\tsetup\tAdd annotator Ada Lindqvist\n"
             "2\tTIME\tTess Ter\tedit\tAdd the default tagset\n"
             "1\tTIME\tTess Ter\tsetup\tAdd annotator Tess Ter\n"_s);
    const QList<QJsonObject> objects =
        workshop.run({u"log"_s, u"a.pullquote"_s, u"--limit"_s, u"1"_s, u"--json"_s}).objects();
    QCOMPARE(objects.size(), 1);
    QCOMPARE(keysOf(objects.first()),
             (QStringList{u"annotator"_s, u"annotatorName"_s, u"changesetBytes"_s, u"hash"_s, u"id"_s, u"kind"_s,
                          u"label"_s, u"number"_s, u"time"_s}));
    QCOMPARE(objects.first()["hash"_L1].toString().size(), 64);
}

void tst_Cli::everyListHasItsKeys_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("count");
    QTest::newRow("articles") << u"added byline claims id outlet outletName passages published title url"_s << 3;
    QTest::newRow("passages")
        << u"annotator annotatorName article articleTitle attributes begin created end fragments id state tag "
           "tagName version words"_s
        << 87;
    QTest::newRow("claims") << u"annotator annotatorName created id kind participants passages state summary words"_s
                            << 36;
    QTest::newRow("entities") << u"aliases description externalIds id kind name playedBy plays"_s << 23;
    QTest::newRow("tags") << u"attributes colour description id key name parent parentName passages retired tagset"_s
                          << 8;
    QTest::newRow("notes") << u"annotator annotatorName body created id parent resolved target"_s << 6;
    QTest::newRow("journal") << u"annotator annotatorName changesetBytes hash id kind label number time"_s << 2;
}

void tst_Cli::everyListHasItsKeys()
{
    QFETCH(QString, keys);
    QFETCH(int, count);
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    static const Workshop workshop;
    if (!QFile::exists(workshop.path(u"sample.pullquote"_s))) {
        EXPECT_DONE(workshop.run({u"new"_s, u"--empty"_s, u"sample.pullquote"_s}));
        EXPECT_DONE(workshop.run(
            {u"import"_s, u"sample.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    }
    const Finished listed = workshop.run({u"list"_s, u"sample.pullquote"_s, what, u"--json"_s});
    EXPECT_DONE(listed);
    const QList<QJsonObject> objects = listed.objects();
    QCOMPARE(objects.size(), count);
    for (const QJsonObject &object : objects)
        QCOMPARE(keysOf(object).join(u' '), keys);
    const Finished text = workshop.run({u"list"_s, u"sample.pullquote"_s, what});
    EXPECT_DONE(text);
    QCOMPARE(text.output.count(u'\n'), count);
}

void tst_Cli::listsCanBeOfOneArticle()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    const QString title = u"'the skerrow hours' STAR came up with that finale line in a catering van"_s;
    const Finished passages = workshop.run(
        {u"list"_s, u"s.pullquote"_s, u"passages"_s, u"--article"_s, title, u"--json"_s});
    EXPECT_DONE(passages);
    QCOMPARE(passages.objects().size(), 18);
    const QString id = passages.objects().first()["article"_L1].toString();
    for (const QJsonObject &passage : passages.objects())
        QCOMPARE(passage["article"_L1].toString(), id);
    QCOMPARE(
        workshop.run({u"list"_s, u"s.pullquote"_s, u"passages"_s, u"--article"_s, id.toUpper(), u"--json"_s}).output,
        passages.output);
    QCOMPARE(workshop.run({u"list"_s, u"s.pullquote"_s, u"claims"_s, u"--article"_s, id}).output.count(u'\n'), 8);

    const Finished none = workshop.run({u"list"_s, u"s.pullquote"_s, u"claims"_s, u"--article"_s, u"No such title"_s});
    QCOMPARE(none.code, 1);
    QCOMPARE(none.errors, u"pullquote-cli: There is no article “No such title” in the project.\n"_s);
}

void tst_Cli::aLineIsTraced()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    // Quotation marks around the words and missing ones around the argument do not matter.
    const Finished traced = workshop.run({u"trace"_s, u"s.pullquote"_s, u"“i only CAME"_s, u"to walk you home”"_s});
    EXPECT_DONE(traced);
    const QStringList lines = traced.output.split(u'\n');
    QCOMPARE(lines[0], u"“i only CAME to walk you home”"_s);
    QCOMPARE(
        lines[1],
        u"Spoken by Corin Thrale (played by Tobias Arkwell). Contributed by Tobias Arkwell. Told by Marit Kveldsen, "
        "Fernwick Screen Weekly, Nell Sotherby-Knox. Published by Fernwick Screen Weekly. Re-reported by The Evening "
        "Kettle, Sofa Almanac."_s);
    QVERIFY(lines.size() > 30);

    const Finished json = workshop.run({u"trace"_s, u"s.pullquote"_s, u"I only came to walk you home"_s, u"--json"_s});
    EXPECT_DONE(json);
    QCOMPARE(json.objects().size(), 1);
    const QJsonObject chain = json.objects().first();
    QCOMPARE(keysOf(chain), (QStringList{u"hops"_s, u"line"_s, u"summary"_s, u"unclaimed"_s}));
    QCOMPARE(chain["summary"_L1]["contributors"_L1].toArray(), QJsonArray{u"Tobias Arkwell"_s});
    QCOMPARE(chain["summary"_L1]["speakers"_L1].toArray(), QJsonArray{u"Corin Thrale"_s});
    QCOMPARE(chain["hops"_L1].toArray().size(), lines.size() - 4); // the line, the answer, its origins
}

void tst_Cli::aLineInNoClaimIsFoundInTheTexts()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s}));
    const Finished traced = workshop.run({u"trace"_s, u"a.pullquote"_s, u"i kept it lit for you"_s});
    EXPECT_DONE(traced);
    const qsizetype begin =
        Text(QString::fromUtf8(lantern)).toText(Utf16Position{QString::fromUtf8(lantern).indexOf(u"I kept"_s)}).value;
    QCOMPARE(traced.output,
             u"“i kept it lit for you”\nNo claim holds this line.\nIt stands here:\n"
             "  The lantern, Harbour Gazette, 2025-03-12: %1–%2\n"_s.arg(begin)
                 .arg(begin + 21));
    const QJsonObject object =
        workshop.run({u"trace"_s, u"a.pullquote"_s, u"i kept it lit for you"_s, u"--json"_s}).objects().first();
    QCOMPARE(object["hops"_L1].toArray(), QJsonArray());
    const QJsonObject place = object["unclaimed"_L1].toArray().first().toObject();
    QCOMPARE(keysOf(place),
             (QStringList{u"article"_s, u"articleTitle"_s, u"begin"_s, u"end"_s, u"outletName"_s, u"published"_s,
                          u"version"_s, u"words"_s}));
    QCOMPARE(place["words"_L1].toString(), u"I kept it lit for you"_s);
    QCOMPARE(place["begin"_L1].toInt(), int(begin));
}

void tst_Cli::wordsThatStandNowhereAreSaidSo()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    const Finished traced = workshop.run({u"trace"_s, u"a.pullquote"_s, u"Nobody said this"_s, u"--json"_s});
    QCOMPARE(traced.code, 1);
    QCOMPARE(traced.output, QString());
    QCOMPARE(traced.errors,
             u"pullquote-cli: The words “Nobody said this” stand in no article and no claim of this project.\n"_s);
}

void tst_Cli::aQuotationIsComparedWithItsOriginal()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    const QString told = u"0195b310-bb08-70de-99a2-e7456e75290c"_s;
    const QString said = u"0195b2eb-77f8-72be-93a1-6a02ea93bb5f"_s;
    const Finished compared = workshop.run({u"compare"_s, u"s.pullquote"_s, told, said});
    EXPECT_DONE(compared);
    QVERIFY2(compared.output.contains(u"\nomission\t"_s), qPrintable(compared.output));
    QVERIFY(!compared.output.contains(u"silent"_s));
    const QJsonObject object =
        workshop.run({u"compare"_s, u"s.pullquote"_s, told, said, u"--json"_s}).objects().first();
    const QJsonArray changes = object["changes"_L1].toArray();
    QCOMPARE(changes.size(), 1);
    const QJsonObject change = changes.first().toObject();
    QCOMPARE(change["deviation"_L1].toString(), u"omission"_s);
    const qsizetype begin = change["originalBegin"_L1].toInteger();
    QCOMPARE(Text(object["original"_L1].toString())
                 .words({{begin}, {qsizetype(change["originalEnd"_L1].toInteger())}})
                 .toString(),
             change["original"_L1].toString());

    const Finished same = workshop.run({u"compare"_s, u"s.pullquote"_s, said, said});
    EXPECT_DONE(same);
    QVERIFY(same.output.endsWith(u"The quotation is verbatim.\n"_s));
    const Finished unknown = workshop.run({u"compare"_s, u"s.pullquote"_s, said, u"x"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.errors.contains(u"x is no passage"_s));
}

void tst_Cli::aSoundProjectPassesItsCheck()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    const Finished checked = workshop.run({u"check"_s, u"s.pullquote"_s});
    EXPECT_DONE(checked);
    QCOMPARE(checked.output, u"No problem was found.\n"_s);
    QCOMPARE(workshop.run({u"check"_s, u"s.pullquote"_s, u"--json"_s}).output, u"{\"problems\":[]}\n"_s);
}

void tst_Cli::aDamagedProjectIsNotPassed()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    QByteArray bytes = workshop.read(u"s.pullquote"_s);
    const qsizetype at = bytes.indexOf("The most quoted sentence");
    QVERIFY(at > 0);
    bytes[at + 4] = 'M';
    workshop.write(u"s.pullquote"_s, bytes);
    const Finished checked = workshop.run({u"check"_s, u"s.pullquote"_s});
    QCOMPARE(checked.code, 1);
    QVERIFY(!checked.output.isEmpty());
    QVERIFY2(checked.errors.contains(u"found."_s), qPrintable(checked.errors));
    const Finished json = workshop.run({u"check"_s, u"s.pullquote"_s, u"--json"_s});
    QCOMPARE(json.code, 1);
    QCOMPARE(json.objects().first()["problems"_L1].toArray().size(), checked.output.count(u'\n'));
}

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
