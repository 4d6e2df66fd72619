// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/uimatypes.h"
#include "core/formats/uima/uimaxmireader.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_UimaXmi : public QObject
{
    Q_OBJECT
private:
    const Format &m_format = *findFormat(u"uima-xmi");

    static QByteArray document(const QByteArray &body)
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\"\n"
               " xmlns:custom=\"http:///custom.ecore\" xmi:version=\"2.0\">\n"
               "<cas:NULL xmi:id=\"0\"/>\n"
            + body + "</xmi:XMI>\n";
    }
    static NamedFile file(const QString &path)
    {
        QFile file(path);
        (void)file.open(QIODevice::ReadOnly);
        return {QFileInfo(path).fileName(), file.readAll()};
    }

    static QString show(const CasIndex &index, const CasValue &value, int depth = 0)
    {
        const FeatureStructure *target = index.find(value.id);
        if (value.kind != CasValue::Kind::Reference)
            return value.text;
        if (!target || !Uima::isArray(target->type) || depth > 2)
            return u'#' + QString::number(value.id);
        QStringList elements;
        for (const CasValue &element : target->elements)
            elements.append(show(index, element, depth + 1));
        return u'[' + elements.join(u' ') + u']';
    }
    /// All but Pullquote's own, a line each; arrays stand in what has them.
    static QStringList show(const Cas &cas)
    {
        const CasIndex index(cas);
        QSet<qint64> indexed;
        for (const CasView &view : cas.views)
            indexed.unite({view.members.begin(), view.members.end()});
        QStringList lines;
        for (const FeatureStructure &structure : cas.structures) {
            if (structure.type.startsWith("pullquote."_L1)
                || (Uima::isArray(structure.type) && !indexed.contains(structure.id)))
                continue;
            QStringList members;
            for (const auto &[name, value] : structure.members)
                members.append(name + u'=' + show(index, value));
            members.sort();
            lines.append(u"%1 #%2%3 "_s.arg(structure.type)
                             .arg(structure.id)
                             .arg(indexed.contains(structure.id) ? u" indexed"_s : QString())
                         + members.join(u' ') + show(index, CasValue::to(structure.id)));
        }
        lines.sort();
        return lines;
    }

private Q_SLOTS:
    void otherProgramsFilesComeBack_data()
    {
        QTest::addColumn<QString>("xmi");
        QTest::addColumn<QString>("types");
        const QDir folder(QStringLiteral(SOURCE_ROOT "/../shared/corpora/uima-xmi"));
        if (!folder.exists())
            QSKIP("../shared/corpora is not there.");
        const QList<std::pair<QString, QString>> pairs = {
            {u"cas_has_fs_with_no_namespace"_s, u"typesystem_has_types_with_no_namespace"_s},
            {u"cas_with_array_features"_s, u"typesystem_with_array_features"_s},
            {u"cas_with_inheritance"_s, u"typesystem_with_inheritance"_s},
            {u"cas_with_nonindexed_fs"_s, u"important_dkpro_types"_s},
            {u"cas_with_references"_s, u"webanno_types"_s},
            {u"cas_with_smileys"_s, u"inception_typesystem"_s},
            {u"lenient_cas"_s, u"small_typesystem"_s},
            {u"small_cas"_s, u"small_typesystem"_s},
        };
        for (const auto &[xmi, types] : pairs) {
            QTest::newRow(qPrintable(xmi)) << folder.filePath(xmi + u".xmi"_s) << folder.filePath(types + u".xml"_s);
            QTest::newRow(qPrintable(xmi + u" without types"_s)) << folder.filePath(xmi + u".xmi"_s) << QString();
        }
        const QDir twins(QStringLiteral(SOURCE_ROOT "/../shared/corpora/webanno-tsv3"));
        for (const QString &name : twins.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (twins.exists(name + u"/reference.xmi"_s))
                QTest::newRow(qPrintable(name)) << twins.filePath(name + u"/reference.xmi"_s) << QString();
        }
    }
    void otherProgramsFilesComeBack()
    {
        QFETCH(QString, xmi);
        QFETCH(QString, types);
        QList<NamedFile> files = {file(xmi)};
        Reading reading;
        TypeSystem declared;
        if (!types.isEmpty()) {
            files.append(file(types));
            declared = readTypeSystem(files.last(), reading);
        }
        const auto got = m_format.read(files);
        VERIFY_RESULT(got);
        const auto written = writeChecked(m_format, got->corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->loss, LossReport());
        QCOMPARE(written->files.size(), 2);
        const Cas before = UimaXmiReader(files.first(), declared, reading).read();
        QCOMPARE(written->files.last().path, u"TypeSystem.xml"_s);
        const TypeSystem after = readTypeSystem(written->files.last(), reading);
        for (const CasType &type : declared.types()) {
            for (const CasFeature &feature : type.features)
                QVERIFY2(after.feature(type.name, feature.name), qPrintable(type.name + u' ' + feature.name));
        }
        const Cas back = UimaXmiReader(written->files.first(), after, reading).read();
        QVERIFY2(!reading.failed(), qPrintable(reading.error().message));
        QStringList expected = show(before);
        QStringList actual = show(back);
        // A CRLF is a line feed here, and positions behind it are others.
        if (xmi.contains("smileys"_L1)) {
            QCOMPARE(actual.size(), expected.size());
            return;
        }
        QCOMPARE(actual, expected);

        const auto again = m_format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.passages, got->corpus.passages);
        QCOMPARE(again->corpus.relations, got->corpus.relations);
        QCOMPARE(again->corpus.versions, got->corpus.versions);
        QCOMPARE(again->corpus.articles, got->corpus.articles);
        QCOMPARE(again->corpus.tags, got->corpus.tags);
    }

    void emojiStandWhereTheyStood()
    {
        const QString path = QStringLiteral(SOURCE_ROOT "/../shared/corpora/uima-xmi/cas_with_smileys.xmi");
        if (!QFile::exists(path))
            QSKIP("../shared/corpora is not there.");
        const auto got = m_format.read({file(path)});
        VERIFY_RESULT(got);
        QStringList words;
        for (const Passage &passage : got->corpus.passages)
            words.append(passage.words());
        QCOMPARE(words,
                 (QStringList{u"Transformers"_s, u"Transformers"_s, u"Transformers"_s, u"PyTorch"_s, u"TensorFlow"_s}));
    }

    void theSampleLooksAsItAlwaysDid_data() { everythingButTiesBetweenTextsComesBack_data(); }
    void theSampleLooksAsItAlwaysDid()
    {
        QFETCH(QString, id);
        const auto written = writeChecked(*findFormat(id), test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const NamedFile &each : written->files) {
            // In JSON each has all types: one will do.
            if (id == "uima-json"_L1 && each.path != "A-short-note-v1.json"_L1)
                continue;
            const QString difference = test::differenceFromGolden(u"formats/%1/%2"_s.arg(id, each.path), each.bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
        const QString difference = test::differenceFromGolden(u"formats/%1-loss.json"_s.arg(id), toJson(written->loss));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void aReaderThatSharesNoCodeFindsEveryWordInItsPlace()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("python3 is not installed.");
        const QTemporaryDir folder;
        const Corpus corpus = test::sampleCorpus();
        const auto written = m_format.write(corpus, {});
        VERIFY_RESULT(written);
        VERIFY_RESULT(save(m_format, *written, folder.path()));
        QProcess process;
        process.start(python, {QString::fromUtf8(TEST_DATA) + u"/formats/read_uima.py"_s, folder.path()});
        QVERIFY(process.waitForFinished());
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(process.exitCode() == 0, qPrintable(said + QString::fromUtf8(process.readAllStandardError())));
        qsizetype fragments = 0;
        for (const Passage &passage : corpus.passages) {
            fragments += passage.fragments.size();
            for (const Fragment &fragment : passage.fragments) {
                if (!fragment.words.contains(u'"') && !fragment.words.contains(u'\n')
                    && !fragment.words.contains(u'\t'))
                    QVERIFY2(said.contains(u": \""_s + fragment.words + u'"'), qPrintable(fragment.words));
            }
        }
        // Those and what ties them.
        QVERIFY(said.count(u'\n') >= fragments);
    }

    void anotherParserFindsNoFault()
    {
        const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
        if (xmllint.isEmpty())
            QSKIP("xmllint is not installed.");
        const QTemporaryDir folder;
        const auto written = m_format.write(test::sampleCorpus(), {});
        VERIFY_RESULT(written);
        VERIFY_RESULT(save(m_format, *written, folder.path()));
        for (const NamedFile &each : written->files) {
            QProcess process;
            process.start(xmllint, {u"--noout"_s, folder.filePath(each.path)});
            QVERIFY(process.waitForFinished());
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        }
    }

    void anotherProgramMayRemoveWhatClaimsReferTo()
    {
        const auto written = m_format.write(test::sampleCorpus(), {});
        VERIFY_RESULT(written);
        QList<NamedFile> files = written->files;
        static const QRegularExpression annotation(u"<custom:[^>]*/>\n"_s);
        for (NamedFile &each : files)
            each.bytes = QString::fromUtf8(each.bytes).remove(annotation).toUtf8();
        const auto got = m_format.read(files);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.passages.size(), 0);
        QCOMPARE(got->corpus.claims.size(), test::sampleCorpus().claims.size());
        QVERIFY(!got->remarks.isEmpty());
    }

    void typesAreWrittenAsTheyWereRead()
    {
        const QByteArray types =
            "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><types>"
            "<typeDescription><name>custom.Unused</name><supertypeName>uima.tcas.Annotation"
            "</supertypeName><features><featureDescription><name>z</name><rangeTypeName>custom.Side"
            "</rangeTypeName></featureDescription><featureDescription><name>a</name><description>why"
            "</description><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>"
            "</features></typeDescription>"
            "<typeDescription><name>custom.Side</name><supertypeName>uima.cas.String</supertypeName>"
            "<allowedValues><value><string>left</string></value><value><string>right</string></value>"
            "</allowedValues></typeDescription></types></typeSystemDescription>";
        // No view either: then there is one on everything.
        const QByteArray xmi = document(
            "<custom:Unused xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" z=\"left\"/>"
            "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"Ada\"/>");
        const auto got = m_format.read({{u"a.xmi"_s, xmi}, {u"TypeSystem.xml"_s, types}});
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.passages.size(), 1);
        QCOMPARE(got->corpus.passages.first().attributes.first().value, u"left"_s);
        const auto written = m_format.write(got->corpus, {});
        VERIFY_RESULT(written);
        Reading reading;
        const TypeSystem before = readTypeSystem({u"TypeSystem.xml"_s, types}, reading);
        const TypeSystem after = readTypeSystem(written->files.last(), reading);
        for (const CasType &type : before.types())
            QVERIFY2(after.types().contains(type), qPrintable(type.name));
    }

    void aFileByItselfIsACorpus()
    {
        const auto written = m_format.write(test::sampleCorpus(), {});
        VERIFY_RESULT(written);
        const NamedFile &types = written->files.last();
        qsizetype links = 0;
        for (const NamedFile &each : written->files.first(written->files.size() - 1)) {
            const auto got = m_format.read({each, types});
            VERIFY_RESULT(got);
            links += got->corpus.links.size();
        }
        // Those between texts are where the claims are not.
        QVERIFY(links > 0 && links < test::sampleCorpus().links.size());
    }

    void aTextAndAnAnnotationMayHaveOneNumber()
    {
        const QByteArray sofa = "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" "
                                "sofaString=\"Ada met Bo\"/>\n";
        const QByteArray annotation = "<custom:A xmi:id=\"1\" sofa=\"1\" begin=\"0\" end=\"3\" to=\"2\"/>\n"
                                      "<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"8\" end=\"10\"/>\n";
        const QByteArray view = "<cas:View sofa=\"1\" members=\"1 2\"/>\n";
        for (const QByteArray &body : {annotation + sofa + view, sofa + annotation + view}) {
            const auto got = m_format.read({{u"a.xmi"_s, document(body)}});
            VERIFY_RESULT(got);
            QCOMPARE(got->corpus.versions.size(), 1);
            QCOMPARE(got->corpus.passages.size(), 2);
            QCOMPARE(got->corpus.passages[0].words(), u"Ada"_s);
            QCOMPARE(got->corpus.passages[1].words(), u"Bo"_s);
            QVERIFY(got->remarks.join(u'\n').contains(u"have the same xmi:id"));
            const auto written = m_format.write(got->corpus, {});
            VERIFY_RESULT(written);
            const auto again = m_format.read(written->files);
            VERIFY_RESULT(again);
            QCOMPARE(again->corpus.passages.size(), 2);
            QVERIFY(!again->remarks.join(u'\n').contains(u"have the same xmi:id"));
        }
        const auto wrong = m_format.read({{u"a.xmi"_s, document(annotation + sofa + sofa + view)}});
        QVERIFY(!wrong && wrong.error().message.contains(u"two structures with the xmi:id 1"));
    }

    void whatIsWrongIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("xmi");
        QTest::addColumn<QString>("message");
        const QByteArray sofa = "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" "
                                "sofaString=\"Ada\"/>\n<cas:View sofa=\"1\" members=\"\"/>\n";
        QTest::newRow("no XML") << QByteArray("not at all") << u"a.xmi, line 1: column"_s;
        QTest::newRow("no XMI") << QByteArray("<xmi/>") << u"a.xmi, line 1: column"_s;
        QTest::newRow("a document type") << QByteArray("<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>")
                                         << u"a.xmi, line 1:"_s;
        QTest::newRow("cut off") << document(sofa).chopped(12) << u"this is not sound XML"_s;
        QTest::newRow("nested too deep") << document(QByteArray("<a>").repeated(100'000)) << u"a.xmi, line 5:"_s;
        QTest::newRow("outside of the text")
            << document("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"4\"/>\n" + sofa)
            << u"a.xmi, line 5: the annotation 2 is from 0 to 4, but the text has 3 characters."_s;
        QTest::newRow("absurd") << document(
            "<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"99999999999999999999\"/>\n" + sofa)
                                << u"a.xmi, line 5: the annotation 2"_s;
        QTest::newRow("reversed") << document("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"2\" end=\"1\"/>\n" + sofa)
                                  << u"a.xmi, line 5: the annotation 2"_s;
        QTest::newRow("two of one number") << document("<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"1\"/>\n"
                                                       "<custom:A xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"1\"/>\n"
                                                       + sofa)
                                           << u"a.xmi, line 6: there are two structures with the xmi:id 2."_s;
        QTest::newRow("a dot in a type's name")
            << document("<custom:A.1b xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"1\"/>\n" + sofa)
            << u"“A.1b” is no name of a type"_s;
        QTest::newRow("no number") << document("<custom:A xmi:id=\"x\"/>\n" + sofa)
                                   << u"a.xmi, line 5: “x” is no number of a structure."_s;
        QTest::newRow("a view of nothing") << document("<cas:View sofa=\"1\" members=\"a b\"/>") << u"a.xmi"_s;
    }
    void whatIsWrongIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, xmi);
        QFETCH(QString, message);
        const auto got = m_format.read({{u"a.xmi"_s, xmi}});
        QVERIFY(!got);
        QVERIFY2(got.error().message.contains(message), qPrintable(got.error().message));
    }

    void everythingButTiesBetweenTextsComesBack_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("XMI") << u"uima-xmi"_s;
        QTest::newRow("JSON") << u"uima-json"_s;
    }
    void everythingButTiesBetweenTextsComesBack()
    {
        QFETCH(QString, id);
        const Format &format = *findFormat(id);
        const bool holds = rc::check([&format] {
            const Corpus corpus = test::RandomCorpus().make();
            const auto written = writeChecked(format, corpus);
            if (!written)
                RC_FAIL(written.error().message.toStdString());
            const bool isEmpty = std::ranges::none_of(
                written->files, [](const NamedFile &each) { return each.path != "TypeSystem.xml"_L1; });
            if (isEmpty) {
                RC_ASSERT(corpus == Corpus{});
                return;
            }
            const auto got = format.read(written->files);
            QByteArray all;
            for (const NamedFile &each : written->files)
                all += '\n' + each.path.toUtf8() + '\n'
                    + (each.path == "TypeSystem.xml"_L1 ? QByteArray() : each.bytes);
            if (!got)
                RC_FAIL(got.error().message.toStdString() + all.toStdString());
            const QString difference = test::differenceAfterLosses(corpus, written->loss, got->corpus);
            if (!difference.isEmpty())
                RC_FAIL(difference.toStdString() + all.toStdString());
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_UimaXmi)
#include "tst_uimaxmi.moc"
