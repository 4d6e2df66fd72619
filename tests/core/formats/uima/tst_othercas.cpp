// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs that read and write CAS ask for, and what they make of them.
#include "core/formats/format.h"
#include "core/formats/uima/uimatypes.h"
#include "tests/support/support.h"

#include <QRegularExpression>

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

    static CasType layer(const QString &name, const QList<CasFeature> &features,
                         const QString &super = Uima::annotation)
    {
        return {name, super, {}, features};
    }
    /// A file of one text and what is said of it, with its types.
    static QList<NamedFile> xmi(const QByteArray &body, const QList<CasType> &layers)
    {
        TypeSystem types;
        for (const CasType &type : layers)
            types.add(type);
        return {{u"a.xmi"_s,
                 "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
                 "xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:my=\"http:///my.ecore\" xmi:version=\"2.0\">"
                 "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" sofaString=\"Ada met Bo\"/>"
                     + body + "</xmi:XMI>"},
                {u"TypeSystem.xml"_s, typeSystemXml(types)}};
    }
    static QByteArray firstFile(const Format &format, const Corpus &corpus)
    {
        const auto written = writeChecked(format, corpus);
        return written && written->loss.isEmpty() ? written->files.first().bytes : QByteArray("(refused or lost)");
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

    void whatAnotherProgramTookOutOfTheViewIsGone()
    {
        const Format &format = *findFormat(u"uima-xmi");
        Corpus corpus = test::sampleCorpus();
        QCOMPARE(corpus.passages[1].version, corpus.passages[2].version);
        corpus.relations = {
            {RelationId::create(), corpus.passages[1].id, corpus.passages[2].id, u"answers"_s, {}, State::Accepted}};
        const auto written = format.write(corpus, {});
        VERIFY_RESULT(written);
        QList<NamedFile> files = written->files;
        NamedFile &file = *std::ranges::find(files, u"Who-lit-the-lantern.xmi"_s, &NamedFile::path);
        const auto remove = [&file](const QString &type, const QString &id, const QString &feature) {
            static const QRegularExpression members(u"members=\"([^\"]*)\""_s);
            QString xml = QString::fromUtf8(file.bytes);
            const QRegularExpression record(
                u"<pullquote:%1 [^>]* id=\"%2\"[^>]* %3=\"(\\d+)\""_s.arg(type, id, feature));
            const QRegularExpressionMatch match = record.match(xml);
            QStringList all = members.match(xml).captured(1).split(u' ');
            QVERIFY(all.removeOne(match.captured(1)));
            xml.replace(members, u"members=\"%1\""_s.arg(all.join(u' ')));
            file.bytes = xml.toUtf8();
        };
        const Passage &passage = corpus.passages.first();
        QCOMPARE(passage.fragments.size(), 2);
        remove(u"Passage"_s, passage.id.toString(), u"first"_s);
        remove(u"Relation"_s, corpus.relations.first().id.toString(), u"arc"_s);
        const auto got = format.read(files);
        VERIFY_RESULT(got);
        QVERIFY(got->remarks.join(u'\n').contains(u"taken out of the views"));
        QVERIFY(!std::ranges::contains(got->corpus.passages, passage.id, &Passage::id));
        // The other fragment was not taken out.
        const auto other = std::ranges::find_if(
            got->corpus.passages, [&](const Passage &each) { return each.fragments == passage.fragments.sliced(1); });
        QVERIFY(other != got->corpus.passages.end() && other->tag == passage.tag);
        QCOMPARE(got->corpus.passages.size(), corpus.passages.size());
        QCOMPARE(got->corpus.relations, QList<Relation>());
    }

    void whatNoViewEverHadStays()
    {
        const Format &format = *findFormat(u"uima-xmi");
        QList<NamedFile> files = xmi("<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" to=\"3\"/>"
                                     "<my:N xmi:id=\"3\" sofa=\"1\" begin=\"8\" end=\"10\"/>"
                                     "<cas:View sofa=\"1\" members=\"2\"/>",
                                     {layer(u"my.N"_s, {{u"to"_s, u"my.N"_s}})});
        for (int i = 0; i < 3; ++i) {
            const auto got = format.read(files);
            VERIFY_RESULT(got);
            QCOMPARE(got->remarks, QStringList());
            QCOMPARE(got->corpus.passages.size(), 2);
            const auto written = writeChecked(format, got->corpus);
            VERIFY_RESULT(written);
            files = written->files;
            QVERIFY(files.first().bytes.contains(" to=\"3\""));
            static const QRegularExpression members(u"members=\"2 [^\"]*\\b3\\b"_s);
            QVERIFY2(!members.match(QString::fromUtf8(files.first().bytes)).hasMatch(),
                     files.first().bytes.constData());
        }
    }

    void anEmptyViewMayHaveTheNumberOfAnother_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("file");
        const QByteArray head = "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
                                "xmlns:my=\"http:///my.ecore\" xmi:version=\"2.0\">"
                                "<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\"/>";
        const QByteArray empty = "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\"/>";
        const QByteArray full = "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"mine\" sofaString=\"Ada met Bo\"/>";
        const QByteArray views = "<cas:View sofa=\"1\" members=\"\"/><cas:View sofa=\"1\" members=\"2\"/></xmi:XMI>";
        QTest::newRow("XMI") << u"uima-xmi"_s << head + empty + full + views;
        QTest::newRow("XMI, the other way round") << u"uima-xmi"_s << head + full + empty + views;
        const QByteArray json =
            "{'%TYPES':{'my.N':{'%NAME':'my.N','%SUPER_TYPE':'uima.tcas.Annotation'}},"
            "'%FEATURE_STRUCTURES':[{'%ID':1,'%TYPE':'uima.cas.Sofa','sofaNum':1,"
            "'sofaID':'_InitialView'},{'%ID':SOFA,'%TYPE':'uima.cas.Sofa','sofaNum':2,'sofaID':'mine',"
            "'sofaString':'Ada met Bo'},{'%ID':NOTE,'%TYPE':'my.N','@sofa':SOFA,'begin':0,'end':3}],"
            "'%VIEWS':{'_InitialView':{'%SOFA':1,'%MEMBERS':[]},'mine':{'%SOFA':SOFA,"
            "'%MEMBERS':[NOTE]}}}";
        const auto withIds = [&json](const char *sofa, const char *note) {
            return QByteArray(json)
                .replace('\'', '"')
                .replace("SOFA", sofa)
                .replace("NOTE", note)
                .replace("%" + QByteArray(sofa) + "\":", "%SOFA\":");
        };
        QTest::newRow("JSON") << u"uima-json"_s << withIds("1", "2");
        QTest::newRow("JSON, an annotation's") << u"uima-json"_s << withIds("6", "1");
    }
    void anEmptyViewMayHaveTheNumberOfAnother()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, file);
        const Format &format = *findFormat(id);
        const auto got = format.read({{id == "uima-xmi"_L1 ? u"a.xmi"_s : u"a.json"_s, file}});
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.passages.size(), 1);
        QCOMPARE(got->corpus.passages.first().words(), u"Ada"_s);
        QVERIFY(got->remarks.join(u'\n').contains(u"has the number of another"));
        const auto written = writeChecked(format, got->corpus);
        VERIFY_RESULT(written);
        const QByteArray &bytes = written->files.first().bytes;
        QVERIFY2(bytes.contains("mine") && !bytes.contains("_InitialView"), bytes.constData());
        const auto again = format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.passages, got->corpus.passages);
    }

    void aViewMayBeOfAStructureThatIsNoSofa()
    {
        const Format &format = *findFormat(u"uima-xmi");
        QList<NamedFile> files = xmi("<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\"/><my:Other xmi:id=\"3\"/>"
                                     "<cas:View sofa=\"1\" members=\"2 3\"/>",
                                     {layer(u"my.N"_s, {}), layer(u"my.Other"_s, {}, Uima::top)});
        files.first().bytes.replace("cas:Sofa", "cas:Subject");
        const auto got = format.read(files);
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.passages.size(), 1);
        const auto written = writeChecked(format, got->corpus);
        VERIFY_RESULT(written);
        const auto again = format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.passages, got->corpus.passages);
    }

    void aNumberWithAFractionTellsOfTheOthers()
    {
        // No types: of one feature one is whole.
        const QByteArray json = "{'%FEATURE_STRUCTURES':[{'%ID':1,'%TYPE':'uima.cas.Sofa','sofaNum':1,"
                                "'sofaID':'_InitialView','sofaString':'Ada met Bo'},"
                                "{'%ID':2,'%TYPE':'my.N','@sofa':1,'begin':0,'end':3,'n':1,'#m':'NaN','k':7},"
                                "{'%ID':3,'%TYPE':'my.N','@sofa':1,'begin':8,'end':10,'n':0.5,'m':2,'k':8}],"
                                "'%VIEWS':{'_InitialView':{'%SOFA':1,'%MEMBERS':[2,3]}}}";
        const Format &format = *findFormat(u"uima-json");
        const auto got = format.read({{u"a.json"_s, QByteArray(json).replace('\'', '"')}});
        VERIFY_RESULT(got);
        const QByteArray back = firstFile(format, got->corpus);
        for (const QByteArray part :
             {"\"n\": 1.0", "\"n\": 0.5", "\"#m\": \"NaN\"", "\"m\": 2.0", "\"k\": 7", "\"k\": 8"})
            QVERIFY2(back.contains(part), (part + " is not in\n" + back).constData());
    }

    void elementsOfWhatIsNoArrayDoNoHarm()
    {
        const QByteArray json = "{'%FEATURE_STRUCTURES':[{'%ID':1,'%TYPE':'uima.cas.Sofa','sofaNum':1,"
                                "'sofaID':'_InitialView','sofaString':'Noe'},{'%ID':2,'%TYPE':'A','%ELEMENTS':[1]}],"
                                "'%VIEWS':{'_InitialView':{'%SOFA':1,'%MEMBERS':[2]}}}";
        VERIFY_RESULT(findFormat(u"uima-json")->read({{u"a.json"_s, QByteArray(json).replace('\'', '"')}}));
    }

    void viewsWithoutNamesStayTwo()
    {
        const Format &format = *findFormat(u"uima-json");
        const QByteArray json = "{'%FEATURE_STRUCTURES':[{'%ID':2,'%TYPE':'uima.cas.Sofa','sofaString':'Noe'},"
                                "{'%ID':1,'%TYPE':'uima.cas.Sofa','sofaString':'Osric'}]}";
        const auto read = format.read({{u"a.json"_s, QByteArray(json).replace('\'', '"')}});
        VERIFY_RESULT(read);
        const auto written = writeChecked(format, read->corpus);
        VERIFY_RESULT(written);
        const auto again = format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.versions.first().text.string(), u"Noe"_s);
        QVERIFY2(written->files.first().bytes.contains("\"Osric\""), written->files.first().bytes);
    }

    void namesThatCannotBeWrittenAreRefused_data()
    {
        QTest::addColumn<QByteArray>("types");
        QTest::addColumn<QByteArray>("structure");
        QTest::addColumn<QString>("message");
        QString message = u"a.json: the name of a type or a view holds a NUL"_s;
        const auto row = [&message](const char *name, const QByteArray &types, const QByteArray &structure) {
            QTest::newRow(name) << types << structure << message;
        };
        row("of a type", {}, "{'%ID':1,'%TYPE':'A\\u0000'}");
        row("of a view", {}, "{'%ID':1,'%TYPE':'uima.cas.Sofa','sofaID':'\\u0000','sofaString':'Noe'}");
        row("of what a type is one of", "'A':{'%SUPER_TYPE':'B\\u0000'}", {});
        row("of what a feature is", "'A':{'f':{'%RANGE':'B\\u0000[]'}}", {});
        row("of an array's elements", "'A':{'f':{'%RANGE':'uima.cas.FSArray','%ELEMENT_TYPE':'B\\u0000'}}", {});
        message = u"a.json: the name of the feature “@f” begins with a mark of this format."_s;
        row("a mark before a feature", "'A':{'@f':{'%RANGE':'uima.cas.String'}}", {});
        row("two marks before a value", {}, "{'%ID':1,'%TYPE':'A','#@f':1.5}");
    }
    void namesThatCannotBeWrittenAreRefused()
    {
        QFETCH(QByteArray, types);
        QFETCH(QByteArray, structure);
        QFETCH(QString, message);
        const QByteArray json = "{'%TYPES':{" + types + "},'%FEATURE_STRUCTURES':[" + structure + "],'%VIEWS':{}}";
        const auto read = findFormat(u"uima-json")->read({{u"a.json"_s, QByteArray(json).replace('\'', '"')}});
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void whatIsNotThereIsSpokenOf()
    {
        const QList<CasFeature> features = {{u"to"_s, u"my.N"_s}, {u"all"_s, Uima::fsArray}};
        const QByteArray first = "<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" ";
        const QByteArray second = "<my:N xmi:id=\"3\" sofa=\"1\" begin=\"8\" end=\"10\" to=\"0\"/>";
        const auto remarksOn = [&](const QByteArray &more, const QByteArray &members) {
            const auto got = findFormat(u"uima-xmi")
                                 ->read(xmi(first + more + "/>" + second + "<cas:View sofa=\"1\" members=\"" + members
                                                + "\"/>",
                                            {layer(u"my.N"_s, features)}));
            return got && got->corpus.passages.size() == 2 ? got->remarks.join(u'\n') : u"refused"_s;
        };
        QCOMPARE(remarksOn("to=\"3\" all=\"3 0 2\"", "2 3"), QString());
        QVERIFY(remarksOn("to=\"9\"", "2 3").contains(u"a.xmi, line 1: what refers to a structure that is not there"));
        QVERIFY(remarksOn("all=\"3 9\"", "2 3").contains(u"what refers to a structure that is not there"));
        QVERIFY(remarksOn("to=\"3\"", "2 3 9").contains(u"a.xmi: a view has a structure that is not there"));
    }

    void numbersStayWhatTheyAre()
    {
        const QList<CasFeature> features = {{u"f"_s, u"uima.cas.Float"_s},
                                            {u"d"_s, u"uima.cas.Double"_s},
                                            {u"l"_s, u"uima.cas.Long"_s},
                                            {u"fs"_s, u"uima.cas.FloatArray"_s},
                                            {u"ls"_s, u"uima.cas.LongArray"_s}};
        const QByteArray body =
            "<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" f=\"-Infinity\" d=\"-1.0\" "
            "l=\"9223372036854775807\" fs=\"-1.0 Infinity 1.0E20\" ls=\"9007199254740993 -1\"/>"
            "<my:N xmi:id=\"3\" sofa=\"1\" begin=\"8\" end=\"10\" f=\"NaN\" d=\"2\" l=\"-9223372036854775808\"/>";
        const Format &inXmi = *findFormat(u"uima-xmi");
        const Format &inJson = *findFormat(u"uima-json");
        const auto got = inXmi.read(xmi(body, {layer(u"my.N"_s, features)}));
        VERIFY_RESULT(got);
        const QByteArray json = firstFile(inJson, got->corpus);
        // Floats have points: others do not take -1 for one.
        for (const QByteArray part :
             {"\"#f\": \"-Infinity\"", "\"#f\": \"NaN\"", "\"d\": -1.0,", "\"d\": 2.0,", "\"l\": 9223372036854775807",
              "\"l\": -9223372036854775808", "9007199254740993", "\"Infinity\"", "1.0E20"})
            QVERIFY2(json.contains(part), (part + " is not in\n" + json).constData());
        const auto again = inJson.read({{u"a.json"_s, json}});
        VERIFY_RESULT(again);
        const QByteArray back = firstFile(inXmi, again->corpus);
        for (const QByteArray part :
             {"f=\"-Infinity\" ", "f=\"NaN\" ", "d=\"-1.0\" ", "d=\"2.0\" ", "l=\"9223372036854775807\"",
              "l=\"-9223372036854775808\"", "fs=\"-1.0 Infinity 1.0E20\"", "ls=\"9007199254740993 -1\""})
            QVERIFY2(back.contains(part), (part + " is not in\n" + back).constData());
    }

    void whatIsNoNumberOfTheKindIsReported_data()
    {
        QTest::addColumn<QString>("range");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *range, const char *value, bool fits) {
            QTest::addRow("%s %s", range, value)
                << u"uima.cas."_s + QLatin1StringView(range) << QString(QLatin1StringView(value)) << fits;
        };
        row("Byte", "127", true);
        row("Byte", "128", false);
        row("Short", "-32768", true);
        row("Short", "40000", false);
        row("Integer", "2147483647", true);
        row("Integer", "2147483648", false);
        row("Integer", " 7", false);
        row("Integer", "7.0", false);
        row("Long", "9223372036854775808", false);
        row("Double", "1E300", true);
        row("Double", "Infinity", true);
        row("Double", "inf", false);
        row("Double", "1,5", false);
        row("Boolean", "yes", false);
    }
    void whatIsNoNumberOfTheKindIsReported()
    {
        QFETCH(const QString, range);
        QFETCH(const QString, value);
        QFETCH(const bool, fits);
        const Format &format = *findFormat(u"uima-xmi");
        const QByteArray sound = range.endsWith(u"Boolean") ? "true" : "1";
        auto got = format.read(xmi("<my:N xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" n=\"" + sound + "\"/>",
                                   {layer(u"my.N"_s, {{u"n"_s, range}})}));
        VERIFY_RESULT(got);
        Passage &passage = got->corpus.passages.first();
        passage.attributes.first().value = value;
        const auto written = writeChecked(format, got->corpus);
        VERIFY_RESULT(written);
        QCOMPARE(written->loss.isEmpty(), fits);
        if (!fits) {
            QCOMPARE(written->loss.first().aspect, Aspect::Attributes);
            QCOMPARE(written->loss.first().objects, QStringList{passage.id.toString()});
        }
    }

    void annotationsOfNoLayerStayThat()
    {
        const Format &format = *findFormat(u"uima-xmi");
        const QByteArray body = "<tcas:Annotation xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\"/>";
        auto got = format.read(xmi(body, {}));
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.tags.first().name, u"Annotation"_s);
        QVERIFY(firstFile(format, got->corpus).contains("<tcas:Annotation xmi:id=\"2\""));
        // It has no features, so with one it is another layer.
        Tag &tag = got->corpus.tags.first();
        tag.attributes.append({AttributeId::create(), u"tone"_s});
        got->corpus.passages.first().attributes.append({tag.attributes.first().id, u"dry"_s});
        const auto written = writeChecked(format, got->corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("<custom:Annotation xmi:id=\"2\""));
        const auto again = format.read(written->files);
        VERIFY_RESULT(again);
        QCOMPARE(again->corpus.passages, got->corpus.passages);
        // Another layer of that name goes first.
        const auto both = format.read(xmi(body + "<my:Annotation xmi:id=\"3\" sofa=\"1\" begin=\"4\" end=\"7\"/>",
                                          {layer(u"my.Annotation"_s, {})}));
        VERIFY_RESULT(both);
        const QByteArray back = firstFile(format, both->corpus);
        QVERIFY2(back.contains("<tcas:Annotation xmi:id=\"2\"") && back.contains("<my:Annotation xmi:id=\"3\""),
                 back.constData());
    }

    void whatIsSaidOfTheWholeDocumentIsNoPassage()
    {
        const auto got =
            findFormat(u"uima-xmi")
                ->read(xmi("<my:Doc xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"10\" language=\"en\" author=\"Mira\"/>",
                           {layer(u"my.Doc"_s, {{u"author"_s, Uima::string}}, Uima::documentAnnotation)}));
        VERIFY_RESULT(got);
        QCOMPARE(got->corpus.passages, QList<Passage>());
        QVERIFY(firstFile(*findFormat(u"uima-xmi"), got->corpus).contains("author=\"Mira\""));
    }

    void layersMayDescendFromAHundredOthers()
    {
        QList<CasType> layers;
        for (int i = 0; i < 100; ++i)
            layers.append(layer(u"my.T%1"_s.arg(i), {{u"f%1"_s.arg(i), Uima::string}},
                                i == 0 ? QString(Uima::annotation) : u"my.T%1"_s.arg(i - 1)));
        const auto got = findFormat(u"uima-xmi")
                             ->read(xmi(
                                 "<my:T99 xmi:id=\"2\" sofa=\"1\" begin=\"0\" end=\"3\" f0=\"first\" f99=\"last\"/>",
                                 layers));
        VERIFY_RESULT(got);
        QCOMPARE(got->remarks, QStringList());
        QCOMPARE(got->corpus.passages.size(), 1);
        QCOMPARE(got->corpus.passages.first().attributes.size(), 2);
        const auto written = writeChecked(*findFormat(u"uima-xmi"), got->corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("f0=\"first\" f99=\"last\""));
        QVERIFY(!written->files.last().bytes.contains("<name>begin</name>"));
    }
};

QTEST_GUILESS_MAIN(tst_OtherCas)
#include "tst_othercas.moc"
