// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

#include <QDir>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// What comes in by the command line.
class tst_CliImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void articlesAreImportedInOneEdit();
    void aTextThatIsThereIsNotImportedAgain();
    void whatWasRepairedIsSaid();
    void aRefusedFileKeepsTheOthersOut();
    void withKeepGoingTheOthersComeIn();
    void importTellsProgramsEverything();
    void aFormatCanBeNamedForImport();
    void theManualsExampleIsAProject();
    void aLargeFileIsOneChangeOrNone();
};

void tst_CliImport::articlesAreImportedInOneEdit()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    QVERIFY(QDir(workshop.path({})).mkpath(u"texts/more"_s));
    workshop.write(u"texts/lantern.txt"_s, lantern);
    workshop.write(u"texts/more/postcard.md"_s, postcard);
    workshop.write(u"texts/.hidden.txt"_s, "Hidden");
    workshop.write(u"single.txt"_s, "A single line");
    const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"texts"_s, u"single.txt"_s});
    EXPECT_DONE(imported);
    QCOMPARE(imported.output, uR"(texts/lantern.txt: imported as “The lantern”
texts/more/postcard.md: imported as “A postcard”
single.txt: imported as “A single line”
)"_s);
    QCOMPARE(steady(workshop.run({u"list"_s, u"a.pullquote"_s, u"articles"_s}).output),
             u"ID\t2025-03-12\tHarbour Gazette\tThe lantern\t0 passages\t0 claims\n"
             "ID\t\t\tA postcard\t0 passages\t0 claims\n"
             "ID\t\t\tA single line\t0 passages\t0 claims\n"_s);
    const Finished undone = workshop.run({u"undo"_s, u"a.pullquote"_s});
    EXPECT_DONE(undone);
    QCOMPARE(undone.output, u"Took back: Import 3 articles\n"_s);
    QCOMPARE(workshop.run({u"list"_s, u"a.pullquote"_s, u"articles"_s}).output, QString());
}

void tst_CliImport::aTextThatIsThereIsNotImportedAgain()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    workshop.write(u"copy.txt"_s, QByteArray(lantern).replace("\n", "\r\n"));
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s}));
    const Finished again = workshop.run({u"import"_s, u"a.pullquote"_s, u"copy.txt"_s});
    EXPECT_DONE(again);
    QCOMPARE(again.output, u"copy.txt: already there as “The lantern” (same text)\n"_s);
    QCOMPARE(workshop.run({u"info"_s, u"a.pullquote"_s, u"--json"_s}).objects().first()["articles"_L1].toInt(), 1);
}

void tst_CliImport::whatWasRepairedIsSaid()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"a.txt"_s, "\xef\xbb\xbfThe lantern\r\n\r\nIt is \x07lit.\r\n");
    const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"a.txt"_s});
    EXPECT_DONE(imported);
    QCOMPARE(imported.output, uR"(a.txt: imported as “The lantern”
  a byte order mark was removed
  3 line ends became line feeds
  1 control character was removed
)"_s);
}

void tst_CliImport::aRefusedFileKeepsTheOthersOut()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    workshop.write(u"empty.txt"_s, {});
    for (const QString &bad : {u"empty.txt"_s, u"missing.txt"_s}) {
        const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s, bad, u"--json"_s});
        QCOMPARE(imported.code, 1);
        QCOMPARE(imported.output, QString());
        QCOMPARE(imported.errors.count(u'\n'), 2);
        QVERIFY2(imported.errors.contains(bad), qPrintable(imported.errors));
        QVERIFY(imported.errors.endsWith(u"Nothing was imported.\n"_s));
    }
    QCOMPARE(workshop.run({u"info"_s, u"a.pullquote"_s, u"--json"_s}).objects().first()["articles"_L1].toInt(), 0);
}

void tst_CliImport::withKeepGoingTheOthersComeIn()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    workshop.write(u"empty.txt"_s, {});
    workshop.write(u"broken.jsonl"_s, "{\"type\":\"pullquote\",\"version\":1}\n{\"type\":\"link\"}\n");
    const Finished imported = workshop.run(
        {u"import"_s, u"a.pullquote"_s, u"--keep-going"_s, u"empty.txt"_s, u"broken.jsonl"_s, u"lantern.txt"_s});
    QCOMPARE(imported.code, 1);
    QCOMPARE(imported.output, u"lantern.txt: imported as “The lantern”\n"_s);
    QCOMPARE(imported.errors.count(u'\n'), 2);
    QVERIFY2(imported.errors.contains(u"line 2"_s), qPrintable(imported.errors));
    QCOMPARE(workshop.run({u"info"_s, u"a.pullquote"_s, u"--json"_s}).objects().first()["articles"_L1].toInt(), 1);
}

void tst_CliImport::importTellsProgramsEverything()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, "\xef\xbb\xbf" + lantern);
    workshop.write(u"same.txt"_s, lantern);
    workshop.write(u"empty.txt"_s, {});
    const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"--json"_s, u"--keep-going"_s,
                                            u"lantern.txt"_s, u"same.txt"_s, u"empty.txt"_s,
                                            QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")});
    QCOMPARE(imported.code, 1);
    const QList<QJsonObject> objects = imported.objects();
    QCOMPARE(objects.size(), 4);
    const QStringList article{u"article"_s, u"encoding"_s, u"encodingGuessed"_s, u"file"_s, u"repairs"_s,
                              u"result"_s,  u"title"_s};
    QCOMPARE(keysOf(objects[0]), article);
    QCOMPARE(objects[0]["result"_L1].toString(), u"imported"_s);
    QCOMPARE(objects[0]["encoding"_L1].toString(), u"UTF-8"_s);
    QCOMPARE(objects[0]["repairs"_L1].toArray(),
             (QJsonArray{QJsonObject{{"kind"_L1, u"byte-order-mark"_s}, {"count"_L1, 1}}}));
    QCOMPARE(keysOf(objects[1]), article);
    QCOMPARE(objects[1]["result"_L1].toString(), u"present"_s);
    QCOMPARE(objects[1]["article"_L1], objects[0]["article"_L1]);
    QCOMPARE(keysOf(objects[2]), (QStringList{u"error"_s, u"file"_s, u"result"_s}));
    QCOMPARE(objects[2]["result"_L1].toString(), u"refused"_s);
    QCOMPARE(keysOf(objects[3]),
             (QStringList{u"articles"_s, u"claims"_s, u"counting"_s, u"file"_s, u"format"_s, u"passages"_s,
                          u"refused"_s, u"remarks"_s, u"result"_s}));
    QCOMPARE(objects[3]["articles"_L1].toInt(), 3);
    QCOMPARE(objects[3]["format"_L1].toString(), u"pullquote-jsonl"_s);
}

void tst_CliImport::aFormatCanBeNamedForImport()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    QVERIFY(QFile::copy(QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl"), workshop.path(u"sample.dat"_s)));
    const Finished named = workshop.run(
        {u"import"_s, u"a.pullquote"_s, u"--format"_s, u"pullquote-jsonl"_s, u"sample.dat"_s});
    EXPECT_DONE(named);
    QVERIFY(named.output.startsWith(u"sample.dat: imported 3 articles, 87 passages, 36 claims\n"_s));
    // Without it, the content tells.
    EXPECT_DONE(workshop.run({u"new"_s, u"b.pullquote"_s}));
    QCOMPARE(workshop.run({u"import"_s, u"b.pullquote"_s, u"sample.dat"_s}).output, named.output);
}

void tst_CliImport::aLargeFileIsOneChangeOrNone()
{
    const Workshop workshop;
    const auto articles = [&workshop](const QString &project) {
        return workshop.run({u"info"_s, project, u"--json"_s}).objects().first()["articles"_L1].toInt();
    };
    QByteArray lines;
    for (int i = 0; i < 4; ++i)
        lines += R"({"spans":[{"start":9,"end":14,"label":"PER"}],"text":")"
            + QByteArray("Noe told Osric 🎬. ").repeated(200'000) + QByteArray::number(i) + "\"}\n";
    workshop.write(u"large.jsonl"_s, lines);
    EXPECT_DONE(workshop.run({u"new"_s, u"--empty"_s, u"a.pullquote"_s}));
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"large.jsonl"_s}));
    QCOMPARE(workshop.run({u"log"_s, u"a.pullquote"_s}).output.count(u"Import large.jsonl"_s), 1);
    QVERIFY(workshop.run({u"list"_s, u"a.pullquote"_s, u"journal"_s}).output.count(u"Import large.jsonl"_s) > 1);
    EXPECT_DONE(workshop.run(
        {u"export"_s, u"a.pullquote"_s, u"--format"_s, u"pullquote-jsonl"_s, u"--out"_s, u"broken.jsonl"_s}));
    EXPECT_DONE(workshop.run({u"undo"_s, u"a.pullquote"_s}));
    QCOMPARE(articles(u"a.pullquote"_s), 0);

    // Its last line is read when the texts are in the project already.
    QFile broken(workshop.path(u"broken.jsonl"_s));
    QVERIFY(broken.open(QIODevice::Append));
    broken.write(R"({"type":"note","id":"01a201de-76a4-7001-8f2c-387bdfec0690"})"
                 "\n");
    broken.close();
    workshop.write(u"lantern.txt"_s, lantern);
    const Finished imported = workshop.run(
        {u"import"_s, u"a.pullquote"_s, u"broken.jsonl"_s, u"lantern.txt"_s, u"--keep-going"_s});
    QCOMPARE(imported.code, 1);
    QVERIFY2(imported.errors.contains(u"broken.jsonl, line"_s), qPrintable(imported.errors));
    QCOMPARE(articles(u"a.pullquote"_s), 1);
    EXPECT_DONE(workshop.run({u"check"_s, u"a.pullquote"_s}));
    EXPECT_DONE(workshop.run({u"undo"_s, u"a.pullquote"_s}));
    QCOMPARE(articles(u"a.pullquote"_s), 0);
}

void tst_CliImport::theManualsExampleIsAProject()
{
    QFile manual(QStringLiteral(SOURCE_ROOT "/packaging/man/pullquote-cli.1"));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    QByteArray page = manual.readAll().replace("\\e", "\\");
    page = page.sliced(page.indexOf("A project as a script would write it"));
    const qsizetype begin = page.indexOf("{\"type\":\"pullquote\"");
    const QByteArray example = page.sliced(begin, page.indexOf("\n.EE", begin) + 1 - begin).replace("\n ", " ");

    const Workshop workshop;
    workshop.write(u"example.jsonl"_s, example);
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"example.jsonl"_s});
    EXPECT_DONE(imported);
    QVERIFY(imported.output.startsWith(u"example.jsonl: imported 1 article, 3 passages, 1 claim\n"_s));
    const Finished traced = workshop.run({u"trace"_s, u"a.pullquote"_s, u"i kept it lit for you"_s});
    EXPECT_DONE(traced);
    QVERIFY2(traced.output.contains(u"\nSpoken by Osric (played by Noé Brandt). Contributed by Noé Brandt.\n"_s),
             qPrintable(traced.output));
}

QTEST_GUILESS_MAIN(tst_CliImport)
#include "tst_cliimport.moc"
