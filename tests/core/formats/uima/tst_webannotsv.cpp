// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_WebAnnoTsv : public QObject
{
    Q_OBJECT
private:
    const Format &m_format = *findFormat(u"webanno-tsv");

    [[nodiscard]] Result<Read> read(const QString &tsv) const { return m_format.read({{u"a.tsv"_s, tsv.toUtf8()}}); }
    static QString head(const QString &layers = {}) { return u"#FORMAT=WebAnno TSV 3.3\n"_s + layers + u"\n\n"_s; }
    /// A line for each passage: its tag, its words and its attributes.
    static QStringList shown(const Corpus &corpus)
    {
        QHash<TagId, QString> tags;
        QHash<AttributeId, QString> attributes;
        for (const Tag &tag : corpus.tags) {
            tags.insert(tag.id, tag.name);
            for (const TagAttribute &attribute : tag.attributes)
                attributes.insert(attribute.id, attribute.name);
        }
        QStringList all;
        for (const Passage &passage : corpus.passages) {
            QString line = tags.value(passage.tag) + u": "_s + passage.words();
            for (const AttributeValue &value : passage.attributes)
                line += u" "_s + attributes.value(value.attribute) + u'=' + value.value;
            all.append(line);
        }
        return all;
    }

private Q_SLOTS:
    void dependenciesAreSaidToTiePartsOfSpeech()
    {
        const QString tsv =
            head(u"#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue\n"
                 "#T_RL=de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency|DependencyType|"
                 "BT_de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS\n"_s)
            + u"#Text=Ada sings\n1-1\t0-3\tAda\tN\tsubj\t1-2\t\n1-2\t4-9\tsings\tV\t_\t_\t\n"_s;
        const auto got = read(tsv);
        VERIFY_RESULT(got);
        const auto written = m_format.write(got->corpus, {});
        VERIFY_RESULT(written);
        QCOMPARE(QString::fromUtf8(written->files.first().bytes), tsv);
    }

    void stackedValuesUnitsAndEscapesAreRead()
    {
        const auto got = read(head(u"#T_SP=custom.Name|kind\n"_s)
                              + u"#Text=Ada 🎭 sings\\tit .\n"
                                "1-1\t0-3\tAda\tPER\\_X[1]|*[2]\t\n"
                                "1-2\t4-6\t🎭\t*[2]\t\n"
                                "1-3\t7-12\tsings\t_\t\n"
                                "1-3.1\t7-11\tsing\tverb\\|noun\t\n"
                                "1-4\t13-15\tit\t_\t\n"
                                "1-5\t16-17\t.\t_\t\n"_s);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.versions.first().text.string(), u"Ada 🎭 sings\tit ."_s);
        QCOMPARE(shown(got->corpus),
                 (QStringList{u"Name: Ada kind=PER_X"_s, u"Name: Ada 🎭"_s, u"Name: sing kind=verb|noun"_s}));
        QCOMPARE(got->counting.size(), 1);
        QCOMPARE(got->counting.first().found.counting.unit, PositionUnit::Utf16Units);
        QCOMPARE(got->counting.first().found.fitting, 6);
    }

    void positionsInCodePointsAreSeenByTheWords()
    {
        const auto got = read(head(u"#T_SP=custom.Name|\n"_s)
                              + u"#Text=🎭🎭 Ada\n1-1\t0-2\t🎭🎭\t_\t\n1-2\t3-6\tAda\t*\t\n\n"
                                "#Text=Ben\n2-1\t7-10\tBen\t*\t\n"_s);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.versions.first().text.string(), u"🎭🎭 Ada\nBen"_s);
        QCOMPARE(shown(got->corpus), (QStringList{u"Name: Ada"_s, u"Name: Ben"_s}));
        QCOMPARE(got->counting.first().found.counting.unit, PositionUnit::CodePoints);
        QVERIFY(!got->counting.first().found.isDoubtful);
    }

    void slotsRelationsAndChainsBecomeRelations()
    {
        const auto got = read(head(u"#T_SP=custom.Host|ROLE_custom.Host:filled_by_custom.HostLink|custom.Filler\n"
                                   "#T_SP=custom.Filler|\n"
                                   "#T_CH=custom.CorefLink|referenceRelation|referenceType\n"
                                   "#T_RL=custom.Arc|kind|BT_custom.Filler\n"_s)
                              + u"#Text=a b c\n"
                                "1-1\t0-1\ta\tsell\\;er;*\t1-2;1-3\t_\tsame->1-1\tpr[1]\t_\t_\t\n"
                                "1-2\t2-3\tb\t_\t_\t*\t_\t_\tbefore\t1-3\t\n"
                                "1-3\t4-5\tc\t_\t_\t*\t*->1-2\t*[1]\t_\t_\t\n"_s);
        VERIFY_RESULT(got);
        QHash<PassageId, QString> words;
        for (const Passage &passage : got->corpus.passages)
            words.insert(passage.id, passage.words());
        QStringList relations;
        for (const Relation &relation : got->corpus.relations) {
            QString line = words.value(relation.from) + u' ' + relation.label + u' ' + words.value(relation.to);
            for (const RelationValue &value : relation.values)
                line += u' ' + value.name + u'=' + value.value;
            relations.append(line);
        }
        relations.sort();
        QCOMPARE(relations,
                 (QStringList{u"a CorefChain c referenceRelation=same"_s, u"a filled_by b role=sell;er"_s,
                              u"a filled_by c"_s, u"c Arc b kind=before"_s}));
    }

    void aLayersNameMayHaveAColon()
    {
        const auto got = read(head(u"#T_SP=my:own.Host|ROLE_my:own.Host:filled_by_custom.HostLink|my:own.Host\n"_s)
                              + u"#Text=a b\n1-1\t0-1\ta\tsell\t1-2\t\n1-2\t2-3\tb\t*\t_\t\n"_s);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.relations.first().label, u"filled_by"_s);
        const auto written = writeChecked(m_format, got->corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("|ROLE_my:own.Host:filled_by_custom.HostLink|"));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeChecked(m_format, test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const NamedFile &each : written->files) {
            const QString difference = test::differenceFromGolden(u"formats/webanno-tsv/"_s + each.path, each.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        const QString difference = test::differenceFromGolden(u"formats/webanno-tsv-loss.json"_s,
                                                              toJson(written->loss));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void aReaderThatSharesNoCodeFindsEveryTokenInItsPlace()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed.");
        const QTemporaryDir folder;
        const auto written = m_format.write(test::sampleCorpus(), {});
        VERIFY_RESULT(written);
        VERIFY_RESULT(save(m_format, *written, folder.path()));
        QProcess process;
        process.start(python, {QString::fromUtf8(TEST_DATA) + u"/formats/read_uima.py"_s, folder.path()});
        QVERIFY(process.waitForFinished());
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(process.exitCode() == 0, qPrintable(said + QString::fromUtf8(process.readAllStandardError())));
        QCOMPARE(said.count(u" tokens"_s), written->files.size());
    }

    void whatIsWrongIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("tsv");
        QTest::addColumn<QString>("message");
        const QString layers = u"#T_SP=custom.Name|kind\n"_s;
        QTest::newRow("no format") << u"1-1\t0-1\ta\n"_s << u"a.tsv, line 1: the first line must be"_s;
        QTest::newRow("version 2") << u"#FORMAT=WebAnno TSV 2\n"_s << u"a.tsv, line 1:"_s;
        QTest::newRow("nothing in it") << head() << u"no sentence"_s;
        QTest::newRow("no text") << head() + u"1-1\t0-1\ta\t\n"_s << u"a.tsv, line 4: a line #Text="_s;
        QTest::newRow("no columns") << head(layers) + u"#Text=a\n1-1\t0-1\ta\n"_s << u"a.tsv, line 6: there are 0"_s;
        QTest::newRow("no number") << head() + u"#Text=a\none\t0-1\ta\t\n"_s << u"a.tsv, line 5: a token's line"_s;
        QTest::newRow("absurd position") << head() + u"#Text=a\n1-1\t0-999999999999\ta\t\n"_s << u"a.tsv, line 5:"_s;
        QTest::newRow("huge position") << head() + u"#Text=a\n1-1\t0-99999999999999999999\ta\t\n"_s
                                       << u"a.tsv, line 5:"_s;
        QTest::newRow("reversed") << head() + u"#Text=abc\n1-1\t2-1\ta\t\n"_s << u"a.tsv, line 5: the token ends"_s;
        QTest::newRow("far away") << head() + u"#Text=a\n1-1\t900000000-900000001\ta\t\n"_s << u"a.tsv, line 5:"_s;
        QTest::newRow("token twice") << head() + u"#Text=a b\n1-1\t0-1\ta\t\n1-1\t2-3\tb\t\n"_s
                                     << u"a.tsv, line 6: there is a token 1-1"_s;
        QTest::newRow("nowhere") << head(u"#T_RL=custom.Arc|BT_custom.Name\n"_s) + u"#Text=a\n1-1\t0-1\ta\t7-9\t\n"_s
                                 << u"a.tsv, line 6: this refers"_s;
        QTest::newRow("no such number") << head(u"#T_RL=custom.Arc|BT_custom.Name\n"_s)
                + u"#Text=a\n1-1\t0-1\ta\t1-1[4_5]\t\n"_s
                                        << u"a.tsv, line 6: this refers"_s;
        QTest::newRow("layer without a base")
            << u"#FORMAT=WebAnno TSV 3.3\n#T_RL=custom.Arc|kind\n"_s << u"a.tsv, line 2:"_s;
        QTest::newRow("a NUL in a name") << head(u"#T_SP=custom.A"_s + QChar(u'\0') + u"|kind\n"_s)
                                         << u"a.tsv, line 2: a name holds a NUL"_s;
        QTest::newRow("slot without a type")
            << u"#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.A|ROLE_x|B\n"_s << u"a.tsv, line 2:"_s;
        QTest::newRow("roles and fillers")
            << head(u"#T_SP=custom.A|ROLE_custom.A:b_custom.L|custom.A\n"_s) + u"#Text=a\n1-1\t0-1\ta\tx;y\t1-1\t\n"_s
            << u"a.tsv, line 6: the slot has 2"_s;
        QTest::newRow("a link of no chain")
            << head(u"#T_CH=custom.CLink|referenceRelation|referenceType\n"_s) + u"#Text=a\n1-1\t0-1\ta\t*\t*\t\n"_s
            << u"a.tsv, line 6: the chain link"_s;
    }
    void whatIsWrongIsRefusedWithItsLine()
    {
        QFETCH(QString, tsv);
        QFETCH(QString, message);
        const auto got = read(tsv);
        QVERIFY(!got);
        QVERIFY2(got.error().message.contains(message), qPrintable(got.error().message));
    }

    void whatIsWrittenIsReadAgainButForWhatIsReported()
    {
        const bool holds = rc::check("WebAnno TSV gives back what it does not report as lost", [this] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeChecked(m_format, corpus);
            if (!written)
                RC_FAIL(written.error().message.toStdString());
            if (written->files.isEmpty())
                return;
            const auto got = m_format.read(written->files);
            if (!got)
                RC_FAIL(got.error().message.toStdString());
            const QString difference = test::differenceAfterLosses(corpus, written->loss, got->corpus,
                                                                   {u"article"_s, u"tagset"_s, u"remainder"_s});
            QByteArray all;
            for (const NamedFile &file : written->files)
                all += '\n' + file.path.toUtf8() + '\n' + file.bytes;
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString() + all.toStdString());
        });
        QVERIFY(holds);
    }

    void aFileComesBackByteForByte_data()
    {
        QTest::addColumn<QString>("path");
        QDir folder(QStringLiteral(SOURCE_ROOT "/../shared/corpora/webanno-tsv3"));
        if (!folder.exists())
            QSKIP("../shared/corpora is not there.");
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << folder.filePath(name + u"/reference.tsv"_s);
    }
    void aFileComesBackByteForByte()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto got = m_format.read({{u"reference.tsv"_s, bytes}});
        VERIFY_RESULT(got);
        const auto written = writeChecked(m_format, got->corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->files.size(), 1);
        // Here parts of tokens are numbered, and numbers given, in an order that the text does not tell.
        const QString name = QFileInfo(path).dir().dirName();
        if (name == u"testSubTokenRelation" || name == u"sampleSlotAnnotation1") {
            const auto again = m_format.read(written->files);
            VERIFY_RESULT(again);
            QStringList before = shown(got->corpus);
            QStringList after = shown(again->corpus);
            before.sort();
            after.sort();
            QCOMPARE(after, before);
            return;
        }
        QCOMPARE(written->files.first().bytes, bytes);
    }
};

QTEST_GUILESS_MAIN(tst_WebAnnoTsv)
#include "tst_webannotsv.moc"
