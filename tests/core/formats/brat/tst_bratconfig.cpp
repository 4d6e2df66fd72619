// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/formats/brat/brattests.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;
using pq::test::bytesOf;
using pq::test::readBratLines;

class tst_BratConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesOfEventsAreConfiguredAsEventsWithTheirRoles()
    {
        const auto read = readBratLines("T1\tRobot 8 11\tone\nT2\tAttack 12 15\ttwo\nE1\tAttack:T2 Theme:T1 Theme2:T1\n"
                                        "R1\tKnows Arg1:T1 Arg2:T1\n");
        VERIFY_RESULT(read);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(
            conf.contains("[entities]\nRobot\n\n[relations]\n"
                          "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\nKnows\tArg1:Robot, Arg2:Robot\n\n"
                          "[events]\nAttack\tTheme*:<ANY>\n"),
            conf);
    }

    void rolesWithANumberAreTheRole()
    {
        const auto read = readBratLines("T1\tRobot 8 11\tone\nT2\tAttack 12 15\ttwo\nE1\tAttack:T2 Theme2:T1 7:T1\n");
        VERIFY_RESULT(read);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(conf.contains("\nAttack\t7?:<ANY>, Theme*:<ANY>\n"), conf);
    }

    void severalArgumentsOfALabelThatEndsInANumberComeBack()
    {
        auto read = readBratLines("T1\tRobot 8 11\tone\nT2\tAttack 12 15\ttwo\nE1\tAttack:T2 Theme:T1 Theme2:T1\n");
        VERIFY_RESULT(read);
        for (Relation &relation : read->corpus.relations)
            relation.label = u"part 1"_s;
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const auto back = readBrat(written->files);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.relations.size(), 2);
        for (const Relation &relation : back->corpus.relations)
            QCOMPARE(relation.label, u"part 1"_s);
    }

    void aRelationIsNoRuleAboutNesting()
    {
        auto read = readBratLines("T1\tRobot 8 11\tone\nR1\tKnows Arg1:T1 Arg2:T1\n");
        VERIFY_RESULT(read);
        read->corpus.relations[0].label = u"ENTITY-NESTING"_s;
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        QVERIFY(bytesOf(written->files, u"a.ann"_s).contains("R1\tENTITY-NESTING_2_ Arg1:T1 Arg2:T1\n"));
        const auto back = readBrat(written->files);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.relations[0].label, u"ENTITY-NESTING"_s);
    }

    void typesOfClaimsAndEquivalencesAreConfigured()
    {
        const auto read = readBratLines("T1\tContent 8 11\tone\nT2\tAttribution 12 15\ttwo\nT3\tContent 16 19\tone\n"
                                        "E1\tAttribution:T2 Content:T1\n*\tSame T1 T3\n");
        VERIFY_RESULT(read);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(conf.contains("\n[entities]\nContent\n\n"), conf);
        QVERIFY2(conf.contains("\nSame\tArg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive\n"), conf);
        QVERIFY2(conf.contains("\n[events]\nAttribution\tContent*:<ANY>, Cue*:<ANY>, "), conf);
        QVERIFY2(!conf.contains("-claim"), conf);
    }

    void howPassagesMayOverlapIsLeftToWhoSaysSo()
    {
        const QByteArray conf = "[entities]\nA\n[relations]\n[events]\n[attributes]\n";
        const auto read = readBrat({{u"a.ann"_s, ""}, {u"a.txt"_s, "x"}, {u"annotation.conf"_s, conf}});
        VERIFY_RESULT(read);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        QVERIFY(!bytesOf(written->files, u"annotation.conf"_s).contains("OVERLAP"));
    }

    void aNameOfATagIsNoSeparatorAndNoMacro()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.tags[0].name = u"--"_s;
        corpus.tags[1].name = u"the <B>|or"_s;
        corpus.tags[2].name = u"span default"_s;
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(conf.contains("\n[entities]\nTag\n\tthe_B_or\n"), conf);
        QVERIFY2(conf.contains("\nspan_default_2\n"), conf);
        const QByteArray visual = bytesOf(written->files, u"visual.conf"_s);
        QVERIFY2(visual.contains("\nthe_B_or | the ‹B›/or\n"), visual);
        const auto back = readBrat(written->files);
        VERIFY_RESULT(back);
        QCOMPARE(back->corpus.tags, corpus.tags);
    }

    void configurationsAreReadAsBratReadsThem_data()
    {
        QTest::addColumn<QByteArray>("annotation");
        QTest::addColumn<QByteArray>("visual");
        QTest::addColumn<QStringList>("tags"); // tag < parent, attributes
        const auto row = [](const char *name, const QByteArray &annotation, const QStringList &tags,
                            const QByteArray &visual = {}) { QTest::newRow(name) << annotation << visual << tags; };
        row("indented by blanks, tabs or both", "[entities]\nA\n B\n  C\n  D\n\tE\n\t F\nG\n"_ba,
            {u"A"_s, u"B < A"_s, u"C < B"_s, u"D < B"_s, u"E < A"_s, u"F < E"_s, u"G"_s});
        row("not to be chosen", "[entities]\n!Living\n\t!Animal\n\t\tDog|!Hound\n"_ba,
            {u"Living"_s, u"Animal < Living"_s, u"Dog < Animal"_s});
        row("macros",
            "[entities]\n<KIND>=Person|Human\nActor\n\t<KIND>\n\tRobot\n"
            "[attributes]\n<WHO>=Person|Robot\n<DEGREE>=high|low\nSure\tArg:<WHO>, Value:<DEGREE>\n"_ba,
            {u"Actor"_s, u"Person < Actor Sure=high|low"_s, u"Robot < Actor Sure=high|low"_s});
        row("a macro of arguments makes claims",
            "[entities]\nP\n[events]\n<SAID>=Content+:P, Source?:P\nSays\t<SAID>\nGoes\tSource?:P\n"_ba,
            {u"P"_s, u"Goes"_s});
        row("macros without end",
            "[entities]\n<B>=<C><C><C><C><C><C><C><C><C><C>\n<C>=<D><D><D><D><D><D><D><D><D><D>\n"
            "<D>=<E><E><E><E><E><E><E><E><E><E>\n<E>=<F><F><F><F><F><F><F><F><F><F>\n"
            "<F>=<G><G><G><G><G><G><G><G><G><G>\n<G>=abcdefghij\nA\nB\tX:<B>\n"_ba,
            {u"A"_s, u"B"_s});
        row("arguments of the type above",
            "[entities]\nP\n[events]\nV\tTheme*:P\n W\t<INHERIT>, Cause?:P\n"
            "Says\tContent:P\n Shouts\t<INHERIT>\nX\n"_ba,
            {u"P"_s, u"V"_s, u"W < V"_s, u"X"_s});
        row("below a type of claims", "[events]\nV\tAgent:V\nSays\tContent:V\n\tNods\tAgent:V\n"_ba,
            {u"V"_s, u"Nods"_s});
        row("separators", "[entities]\n----\nA\n-\nB\n ------ \n C\n--D\n[attributes]\n---\nN\tArg:B\n"_ba,
            {u"A"_s, u"B N"_s, u"C < B"_s, u"--D"_s});
        row("comments, CRLF and no section but one", "# a\r\n[entities]\r\n #A\r\nB\r\n\tC\r\n"_ba,
            {u"B"_s, u"bee < B"_s}, "[labels]\r\nC | bee | b\r\n"_ba);
        row("spans are entities", "[spans]\nA\n[entities]\nB\n"_ba, {u"A"_s, u"B"_s});
        row("an attribute on several lines",
            "[entities]\nA\nB\n[attributes]\nN\tArg:A, Value:x\nN\tArg:A|B, Value:y|x\nF\tArg:<ANY>\n"_ba,
            {u"A N=x|y F"_s, u"B N=y|x F"_s});
        row("a state that is not ours", "[entities]\nWater\n[attributes]\nState\tArg:Water, Value:ice|steam\n"_ba,
            {u"Water State=ice|steam"_s});
        row("names that brat stores as others",
            "[entities]\nPersonne_âgée\nC++\n[attributes]\nSûr\tArg:C++, Value:très|peu\n"_ba,
            {u"Âgée"_s, u"C++ S_r=très|peu"_s}, "[labels]\nPersonne_âgée | Âgée\n"_ba);
        row("terms with blanks before a tab",
            "[events]\nGene_expression|gene expression\tTheme:V, Site?:V\n"
            "Long name\tTheme:V, Site?:V\n"_ba,
            {u"Expression"_s, u"Long name"_s}, "[labels]\nGene_expression | Expression\n"_ba);
        row("labels", "[entities]\nA\nB\nC\nD\n"_ba, {u"first"_s, u"B"_s, u"see me"_s, u"D"_s},
            "[labels]\nA | first | 1\nB | <EMPTY>\n<X>=see\nC | <X> me\nD | first\n"_ba);
    }

    void configurationsAreReadAsBratReadsThem()
    {
        QFETCH(QByteArray, annotation);
        QFETCH(QByteArray, visual);
        QFETCH(QStringList, tags);
        const auto read = readBrat(
            {{u"a.ann"_s, ""}, {u"a.txt"_s, "x"}, {u"annotation.conf"_s, annotation}, {u"visual.conf"_s, visual}});
        VERIFY_RESULT(read);
        QStringList found;
        for (const Tag &tag : read->corpus.tags) {
            const auto parent = std::ranges::find(read->corpus.tags, tag.parent, &Tag::id);
            found.append(tag.name + (parent == read->corpus.tags.end() ? QString() : u" < "_s + parent->name));
            for (const TagAttribute &attribute : tag.attributes) {
                const QString choices = attribute.choices.join(u'|');
                QCOMPARE(attribute.kind, choices.isEmpty() ? AttributeKind::Boolean : AttributeKind::Choice);
                found.last() += u' ' + attribute.name + (choices.isEmpty() ? QString() : u'=' + choices);
            }
        }
        QCOMPARE(found, tags);
    }

    void annotationsAreOfTheTypesThatBratStores()
    {
        const QList<NamedFile> files{{u"a.ann"_s, "T1\tPersonne__g_e 0 1\tx\nT2\tC++ 0 1\tx\n"},
                                     {u"a.txt"_s, "x"},
                                     {u"annotation.conf"_s, "[entities]\nPersonne_âgée\nC++\n"}};
        const auto read = readBrat(files);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.tags.size(), 2);
        QCOMPARE(read->corpus.passages[0].tag, read->corpus.tags[0].id);
        QCOMPARE(read->corpus.passages[1].tag, read->corpus.tags[1].id);
        const auto written = writeBrat(read->corpus);
        VERIFY_RESULT(written);
        QCOMPARE(bytesOf(written->files, u"a.ann"_s), files[0].bytes);
        const QByteArray conf = bytesOf(written->files, u"annotation.conf"_s);
        QVERIFY2(conf.startsWith("[entities]\nPersonne_âgée\nC++\n"), conf); // nothing is new
    }

    void aTextIsNotTakenForTheChoiceOfAnotherTag()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages.resize(2);
        corpus.relations.clear();
        corpus.claims.clear();
        corpus.links.clear();
        corpus.evidence.clear();
        corpus.verdicts.clear();
        corpus.signOffs.clear();
        corpus.notes.clear();
        for (int i = 0; i < 2; ++i) {
            const AttributeId attribute = AttributeId::create();
            const bool isChoice = i == 0;
            corpus.tags[i].attributes = {{attribute, u"mood"_s, isChoice ? AttributeKind::Choice : AttributeKind::Text,
                                          isChoice ? QStringList{u"  sad "_s} : QStringList()}};
            corpus.passages[i].tag = corpus.tags[i].id;
            corpus.passages[i].attributes = {{attribute, isChoice ? u"  sad "_s : u"sad"_s}};
        }
        const auto written = writeBrat(corpus);
        VERIFY_RESULT(written);
        const auto read = readBrat(written->files);
        VERIFY_RESULT(read);
        for (const Passage &passage : read->corpus.passages) {
            const bool isChoice = passage.tag == corpus.tags.first().id;
            QCOMPARE(passage.attributes.first().value, isChoice ? u"  sad "_s : u"sad"_s);
        }
    }
};

QTEST_GUILESS_MAIN(tst_BratConfig)
#include "tst_bratconfig.moc"
