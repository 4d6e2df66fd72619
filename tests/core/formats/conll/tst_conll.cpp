// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/conll/conll.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readConll({{u"a.conll"_s, bytes}});
}

/// "TAG words", in the order of reading.
QStringList passagesOf(const Corpus &corpus)
{
    QStringList all;
    for (const Passage &passage : corpus.passages) {
        const auto tag = std::ranges::find(corpus.tags, passage.tag, &Tag::id);
        all.append(tag->name + u' ' + passage.words());
    }
    return all;
}

}

class tst_Conll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        for (const bool marksSingles : {false, true}) {
            QVERIFY(rc::check([marksSingles] {
                test::checkFormat("conll", {u"tagset"_s, u"article"_s, u"remainder"_s}, {},
                                  {.marksSingles = marksSingles});
            }));
        }
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeConll(test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const auto &[name, bytes] : {std::pair{u"formats/sample.conll"_s, written->files.first().bytes},
                                          {u"formats/conll-loss.json"_s, toJson(written->loss)}}) {
            const QString difference = test::differenceFromGolden(name, bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void allSchemesOfLabelsAreRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("BIO") << QByteArray("New B-LOC\nYork I-LOC\nBerlin B-LOC\nis O\nAda B-PER\n");
        QTest::newRow("IOB1") << QByteArray("New I-LOC\nYork I-LOC\nBerlin B-LOC\nis O\nAda I-PER\n");
        QTest::newRow("BIOES") << QByteArray("New B-LOC\nYork E-LOC\nBerlin S-LOC\nis O\nAda S-PER\n");
        QTest::newRow("BILOU") << QByteArray("New B-LOC\nYork L-LOC\nBerlin U-LOC\nis O\nAda U-PER\n");
        QTest::newRow("BMES") << QByteArray("New B-LOC\nYork E-LOC\nBerlin S-LOC\nis O\nAda W-PER\n");
        QTest::newRow("comments, and spaces at the ends")
            << QByteArray("# id 5 domain=train\nNew B-LOC \nYork I-LOC\nBerlin B-LOC\nis O\nAda B-PER\t\n");
        QTest::newRow("labels before another column")
            << QByteArray("New B-LOC -\nYork I-LOC +\nBerlin B-LOC +\nis O +\nAda B-PER +\n");
        QTest::newRow("tokens that are counted") << QByteArray(
            "#\thttps://a.example\t[2009]\n1\tNew\tB-LOC\tO\n2\tYork\tI-LOC\tO\n3\tBerlin\tB-LOC\tO\n4\tis\tO\tO\n"
            "5\tAda\tO\tB-PER\n");
        QTest::newRow("a text's begin with spaces among tabs")
            << QByteArray("-DOCSTART- -X- O O\n\nNew\tB-LOC\nYork\tI-LOC\nBerlin\tB-LOC\nis\tO\nAda\tB-PER\n");
        QTest::newRow("tabs") << QByteArray("New\tB-LOC\nYork\tI-LOC\nBerlin\tB-LOC\nis\tO\nAda\tB-PER\n");
        QTest::newRow("CRLF") << QByteArray(
            "\xef\xbb\xbfNew\tB-LOC\r\nYork\tI-LOC\r\nBerlin\tB-LOC\r\nis\tO\r\nAda\tB-PER\r\n");
        QTest::newRow("four columns") << QByteArray(
            "-DOCSTART- -X- -X- O\n\nNew NNP B-NP B-LOC\nYork NNP I-NP I-LOC\nBerlin NNP B-NP B-LOC\nis VBZ B-VP O\n"
            "Ada NNP B-NP B-PER\n");
    }

    void allSchemesOfLabelsAreRead()
    {
        QFETCH(QByteArray, file);
        const auto all = read(file);
        VERIFY_RESULT(all);
        QCOMPARE(passagesOf(all->corpus), QStringList({u"LOC New York"_s, u"LOC Berlin"_s, u"PER Ada"_s}));
        QCOMPARE(all->corpus.versions.first().text.string(), u"New York Berlin is Ada"_s);
        QVERIFY(all->remarks.join(u'\n').contains(u"The texts were made of the tokens"));
    }

    void columnsAndTokensThatCameAreWrittenAgain()
    {
        const QByteArray file = "-DOCSTART- -X- -X- O\n\nU.S. NNP B-NP B-LOC\nand CC O O\n\n👩🏽‍🚀 SYM O "
                                "S-PER\nleft VBD B-VP O\n\n";
        const auto first = read(file);
        VERIFY_RESULT(first);
        QCOMPARE(first->corpus.versions.first().text.string(), u"U.S. and\n👩🏽‍🚀 left"_s);
        const auto written = writeConll(first->corpus, {.marksSingles = true});
        VERIFY_RESULT(written);
        QCOMPARE(written->files.first().bytes, QByteArray(file).replace("B-LOC", "S-LOC"));
        const auto again = read(written->files.first().bytes);
        VERIFY_RESULT(again);
        QCOMPARE(test::differenceAfterLosses(first->corpus, written->loss, again->corpus, {u"tagset"_s}), QString());
        QCOMPARE(test::differenceWhenKept(*first), QString());
    }

    void textsWithAndWithoutFurtherColumnsAreOneFile()
    {
        auto read = readConll({{u"a.conll"_s, "Ada NNP B-NP B-PER\nleft VBD B-VP O\n"}});
        VERIFY_RESULT(read);
        const auto more = readConll({{u"b.conll"_s, "Osric B-PER\n"}});
        VERIFY_RESULT(more);
        read->corpus.articles += more->corpus.articles;
        read->corpus.versions += more->corpus.versions;
        const auto written = writeConll(read->corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->files.first().bytes,
                 "-DOCSTART- -X- -X- O\n\nAda NNP B-NP B-PER\nleft VBD B-VP O\n\n"
                 "-DOCSTART- -X- -X- O\n\nOsric _ _ O\n\n");
        VERIFY_RESULT(readConll(written->files));
    }

    void universalFilesSayWhatStandsBetweenTokens()
    {
        const auto all = read("# newdoc id = first\n# global.Entity = eid-etype-head\n# sent_id = 1\n"
                              "1\tAda\tAda\tPROPN\t_\t_\t0\troot\t_\tEntity=(e1-person-1\n"
                              "2\tLovelace\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)|SpaceAfter=No\n"
                              "3\t,\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "4-5\tdu\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\s\\s\n"
                              "4\tde\t_\t_\t_\t_\t_\t_\t_\t_\n5\tle\t_\t_\t_\t_\t_\t_\t_\tEntity=(e2-x)\n"
                              "5.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newpar\n"
                              "1\tBo\t_\t_\t_\t_\t_\t_\t_\tNER=S-PER\n\n"
                              "# newdoc id = second\n"
                              "1\t👩🏽‍🚀\t_\t_\t_\t_\t_\t_\t_\tstart_char=0|end_char=4\n"
                              "2\tCy\t_\t_\t_\t_\t_\t_\t_\tstart_char=6|end_char=8|ner=S-PER\n\n");
        VERIFY_RESULT(all);
        QCOMPARE(all->corpus.articles.size(), 2);
        QCOMPARE(all->corpus.articles[0].title, u"first"_s);
        QCOMPARE(all->corpus.versions[0].text.string(), u"Ada Lovelace, du\n\nBo"_s);
        QCOMPARE(all->corpus.versions[1].text.string(), u"👩🏽‍🚀  Cy"_s);
        QCOMPARE(passagesOf(all->corpus), QStringList({u"person Ada Lovelace"_s, u"x du"_s, u"PER Bo"_s, u"PER Cy"_s}));
        QCOMPARE(all->corpus.passages.first().attributes.first().value, u"e1"_s);
        QVERIFY(all->remarks.first().contains(u"lemmas, parts of speech"));
    }

    void entitiesMayHaveSeveralPartsAndNoWords()
    {
        const auto all = read("# global.Entity = eid-etype-head\n"
                              "1\tAda\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1[1/2]-person-1)\n"
                              "1.1\t_\t_\t_\t_\t_\t_\t_\t_\tEntity=(e2-thing-1)(e3-group-1\n"
                              "2\tand\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "3\tBo\t_\t_\t_\t_\t_\t_\t_\tEntity=e3)(e1[2/2]-person-1)\n\n");
        VERIFY_RESULT(all);
        QCOMPARE(passagesOf(all->corpus), QStringList({u"person Ada … Bo"_s, u"group and Bo"_s}));
        QCOMPARE(all->corpus.passages.first().fragments.size(), 2);
        QCOMPARE(all->corpus.passages.first().attributes.first().value, u"e1"_s);
        QVERIFY(all->remarks.contains(u"a.conll, line 3: an entity without words was left out."_s));
    }

    void wordsMayBeCountedFromNothing()
    {
        const auto all = read("0\tAda\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-person\n"
                              "1\tBo\t_\t_\t_\t_\t_\t_\t_\tEntity=e1)\n\n");
        VERIFY_RESULT(all);
        QCOMPARE(all->corpus.passages.first().words(), u"Ada Bo"_s);
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("one column") << QByteArray("SOCCERO SOCCERO") << u"there is one column"_s;
        QTest::newRow("three columns") << QByteArray("Ada\tx\tO")
                                       << u"there are 3 columns, but 2 in the lines before"_s;
        QTest::newRow("an empty column") << QByteArray("\tO") << u"a column is empty"_s;
        QTest::newRow("no label") << QByteArray("Ada\tPER") << u"“PER” is no label"_s;
        QTest::newRow("another letter") << QByteArray("Ada\tX-PER") << u"“X-PER” is no label"_s;
        QTest::newRow("nothing behind it") << QByteArray("Ada\tB-") << u"“B-” is no label"_s;
    }

    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto wrong = read("Bo\tO\n\n" + line + "\n");
        QVERIFY2(!wrong.has_value(), "it was read");
        QVERIFY2(wrong.error().message.startsWith(u"a.conll, line 3: "), qPrintable(wrong.error().message));
        QVERIFY2(wrong.error().message.contains(message), qPrintable(wrong.error().message));
    }

    void entitiesThatNeverEndAreRefused()
    {
        const QByteArray row = "1\tAda\t_\t_\t_\t_\t_\t_\t_\t";
        const auto wrong = [&](const QByteArray &misc) { return read(row + misc + "\n").error().message; };
        QVERIFY(wrong("Entity=e1)").contains(u"line 1: the entity “e1” ends here, but began nowhere"));
        QVERIFY(wrong("Entity=(e1-person").contains(u"the entity “e1” does not end in this text"));
        QVERIFY(read(row + "_\n1\tx\n").error().message.contains(u"line 2: a line of CoNLL-U has 10 columns"));
        QVERIFY(read("\xff O\n").error().message.contains(u"not valid UTF-8"));
    }

    void doccanosFilesAreReadOrRefused()
    {
        const QString folder = test::sharedCorpus("doccano");
        if (folder.isEmpty())
            QSKIP("There is no corpus of doccano's beside the source.");
        const Format &format = *findFormat(u"conll");
        const auto good = load(format, folder + u"/sequence_labeling/example.conll"_s);
        VERIFY_RESULT(good);
        QCOMPARE(passagesOf(good->corpus), QStringList({u"LOC JAPAN"_s, u"PER Nadim Ladki"_s}));
        VERIFY_RESULT(load(format, folder + u"/sequence_labeling/labeling.trailing.conll"_s));
        const auto wrong = load(format, folder + u"/sequence_labeling/labeling.invalid.conll"_s);
        QVERIFY(!wrong && wrong.error().message.contains(u"line 1: there is one column"));
    }
};

QTEST_GUILESS_MAIN(tst_Conll)
#include "tst_conll.moc"
