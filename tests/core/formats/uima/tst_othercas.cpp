// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs that read and write CAS ask for, and what they make of them.
#include "core/formats/format.h"
#include "core/formats/uima/uimatypes.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

class tst_OtherCas : public QObject
{
    Q_OBJECT
private:
    static void bothFormats()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("XMI") << u"uima-xmi"_s;
        QTest::newRow("JSON") << u"uima-json"_s;
    }

private Q_SLOTS:
    void noFeatureHasANameThatPythonForbids_data() { bothFormats(); }
    void noFeatureHasANameThatPythonForbids()
    {
        QFETCH(const QString, id);
        const Format &format = *findFormat(id);
        Corpus corpus = test::sampleCorpus();
        Passage &passage = corpus.passages.first();
        Tag &tag = *std::ranges::find(corpus.tags, passage.tag, &Tag::id);
        for (const char16_t *name : {u"class", u"from", u"None", u"get", u"set", u"set_"}) {
            tag.attributes.append({AttributeId::create(), QString::fromUtf16(name)});
            passage.attributes.append({tag.attributes.last().id, u"one"_s});
        }
        const auto written = writeChecked(format, corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->loss, writeChecked(format, test::sampleCorpus())->loss);
        for (const NamedFile &file : written->files) {
            for (const char *name : {"class", "from", "None", "get", "set"}) {
                const QByteArray quoted = QByteArray("\"") + name + "\":";
                const QByteArray attribute = QByteArray(" ") + name + "=\"";
                QVERIFY2(!file.bytes.contains(quoted) && !file.bytes.contains(attribute), name);
            }
        }
        const auto got = format.read(written->files);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.tags, corpus.tags);
        QCOMPARE(got->corpus.passages, corpus.passages);
        QCOMPARE(got->corpus.links.size(), corpus.links.size());
    }

    void eachViewIsOfASofa_data() { bothFormats(); }
    void eachViewIsOfASofa()
    {
        QFETCH(const QString, id);
        const Format &format = *findFormat(id);
        const Corpus corpus{.entities = {{EntityId::create(), EntityKind::Person, u"Mira Oduya"_s}}};
        const auto written = writeChecked(format, corpus);
        VERIFY_RESULT(written);
        const QByteArray &file = written->files.first().bytes;
        QVERIFY2(file.contains(id == "uima-xmi"_L1 ? "<cas:View sofa=\"1\"" : "\"%SOFA\": 1"), file.constData());
        QVERIFY2(file.contains("_InitialView"), file.constData());
        const auto got = format.read(written->files);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus, corpus);
        QCOMPARE(got->remarks, QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_OtherCas)
#include "tst_othercas.moc"
