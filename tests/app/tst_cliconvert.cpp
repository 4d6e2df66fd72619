// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

#include <QDir>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// What is done with files, without a project.
class tst_CliConvert : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCorpusBecomesOneOfAnotherFormat();
    void theFormatIsToldByTheContent();
    void theGoodDocumentsAreConvertedWhenTheBadOnesAreLeftOut();
    void aSoundCorpusIsSaidToBeSound();
    void whatIsWrongIsListedWithItsPlaces();
    void aFolderOfCorpusFilesIsImportedAsOne();
};

namespace {

void writeBratFolder(const Workshop &workshop, bool isSound)
{
    QVERIFY(QDir(workshop.path({})).mkpath(u"brat"_s));
    workshop.write(u"brat/one.txt"_s, "Noe 🎬 told it.");
    workshop.write(u"brat/one.ann"_s, "T1\tPerson 0 3\tNoe\n");
    workshop.write(u"brat/two.txt"_s, "Osric kept it.");
    workshop.write(u"brat/two.ann"_s, isSound ? "T1\tPerson 0 5\tOsric\n" : "T1\tPerson 0 9\tOsric\n");
}

}

void tst_CliConvert::aCorpusBecomesOneOfAnotherFormat()
{
    const Workshop workshop;
    const Finished converted = workshop.run({u"convert"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl"),
                                             u"out"_s, u"--from"_s, u"pullquote-jsonl"_s, u"--to"_s, u"brat"_s,
                                             u"--loss"_s, u"loss.json"_s, u"--json"_s});
    EXPECT_DONE(converted);
    const QJsonObject object = converted.objects().first();
    QCOMPARE(object["articles"_L1].toInt(), 3);
    QCOMPARE(object["passages"_L1].toInt(), 87);
    QCOMPARE(QJsonDocument::fromJson(workshop.read(u"loss.json"_s)).array(), object["loss"_L1].toArray());
    QVERIFY(!object["loss"_L1].toArray().isEmpty());

    const Finished back = workshop.run({u"convert"_s, u"out"_s, u"back.jsonl"_s, u"--to"_s, u"pullquote-jsonl"_s});
    EXPECT_DONE(back);
    QVERIFY2(back.output.startsWith(u"out: read as brat: "_s), qPrintable(back.output));
    QVERIFY(workshop.read(u"back.jsonl"_s).startsWith(R"({"type":"pullquote")"));
}

void tst_CliConvert::theFormatIsToldByTheContent()
{
    const Workshop workshop;
    workshop.write(u"what.txt"_s, "Nothing annotated.");
    const Finished unknown = workshop.run({u"convert"_s, u"what.txt"_s, u"out"_s, u"--to"_s, u"brat"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.errors.contains(u"--from"_s), qPrintable(unknown.errors));
    QCOMPARE(workshop.run({u"convert"_s, u"what.txt"_s, u"out"_s, u"--to"_s, u"nonsense"_s}).code, 2);
    QCOMPARE(workshop.run({u"validate"_s, u"what.txt"_s, u"--format"_s, u"csv"_s}).code, 2);
}

void tst_CliConvert::theGoodDocumentsAreConvertedWhenTheBadOnesAreLeftOut()
{
    const Workshop workshop;
    writeBratFolder(workshop, false);
    const QStringList command{u"convert"_s, u"brat"_s, u"out.jsonl"_s, u"--to"_s, u"pullquote-jsonl"_s};
    const Finished refused = workshop.run(command);
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.errors.contains(u"two.ann, line 1"_s), qPrintable(refused.errors));
    QVERIFY(!QFile::exists(workshop.path(u"out.jsonl"_s)));
    const Finished converted = workshop.run(command + QStringList{u"--keep-going"_s});
    QCOMPARE(converted.code, 1);
    QVERIFY2(converted.errors.contains(u"two.ann, line 1"_s), qPrintable(converted.errors));
    QVERIFY(workshop.read(u"out.jsonl"_s).contains("Noe"));
    QVERIFY(!workshop.read(u"out.jsonl"_s).contains("Osric"));
}

void tst_CliConvert::aSoundCorpusIsSaidToBeSound()
{
    const Workshop workshop;
    writeBratFolder(workshop, true);
    const Finished sound = workshop.run({u"validate"_s, u"brat"_s});
    EXPECT_DONE(sound);
    QVERIFY2(sound.output.startsWith(u"brat: sound brat: 2 articles, 2 passages"_s), qPrintable(sound.output));
    const QJsonObject object =
        workshop.run({u"validate"_s, u"brat"_s, u"--format"_s, u"brat"_s, u"--json"_s}).objects().first();
    QVERIFY(object["sound"_L1].toBool());
}

void tst_CliConvert::whatIsWrongIsListedWithItsPlaces()
{
    const Workshop workshop;
    writeBratFolder(workshop, false);
    workshop.write(u"brat/three.txt"_s, "Third.");
    workshop.write(u"brat/three.ann"_s, "nonsense\n");
    const Finished wrong = workshop.run({u"validate"_s, u"brat"_s});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.errors.contains(u"two.ann, line 1"_s) && wrong.errors.contains(u"three.ann, line 1"_s),
             qPrintable(wrong.errors));
    QVERIFY(wrong.output.contains(u"1 article, 1 passage"_s));
}

void tst_CliConvert::aFolderOfCorpusFilesIsImportedAsOne()
{
    const Workshop workshop;
    writeBratFolder(workshop, true);
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    const Finished imported = workshop.run({u"import"_s, u"a.pullquote"_s, u"brat"_s});
    EXPECT_DONE(imported);
    QVERIFY2(imported.output.startsWith(u"brat: imported 2 articles, 2 passages"_s), qPrintable(imported.output));
    // One change, however many parts.
    EXPECT_DONE(workshop.run({u"undo"_s, u"a.pullquote"_s}));
    QCOMPARE(workshop.run({u"info"_s, u"a.pullquote"_s, u"--json"_s}).objects().first()["articles"_L1].toInt(), 0);
}

QTEST_GUILESS_MAIN(tst_CliConvert)
#include "tst_cliconvert.moc"
