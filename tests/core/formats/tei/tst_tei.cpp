// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "core/formats/tei/tei.h"
#include "core/formats/tei/teikept.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/core/formats/tei/teitest.h"
#include "tests/support/support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

Result<Read> readBytes(const QByteArray &bytes)
{
    return readTei({{u"a.xml"_s, bytes}});
}

/// What a parser that shares no code with ours finds of the passages' words, a line each; or what is wrong.
QStringList wordsFoundElsewhere(const QByteArray &tei, bool *isSound)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xml"_s);
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly);
    file.write(tei);
    file.close();
    QProcess process;
    process.start(u"python3"_s, {QString::fromUtf8(TEST_DATA) + u"/formats/read_tei.py"_s, path});
    *isSound = process.waitForFinished() && process.exitCode() == 0;
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())
        .split(u'\n', Qt::SkipEmptyParts);
}

/// A random corpus in which some evidence is a name, and some articles have a header that was somebody else's.
Corpus oddCorpus()
{
    Corpus corpus = test::RandomCorpus().make();
    for (const Claim &claim : std::as_const(corpus.claims)) {
        for (const Participant &participant : claim.participants) {
            const auto evidence = std::ranges::find(corpus.passages, participant.evidence, &Passage::id);
            const auto entity = std::ranges::find(corpus.entities, participant.entity, &Entity::id);
            if (evidence != corpus.passages.end() && test::RandomCorpus::coin())
                entity->name = u"Jo "_s + evidence->words();
        }
    }
    QList<ArticleId> headed{{}, {}};
    for (const Article &article : std::as_const(corpus.articles))
        headed.append(article.id);
    for (const ArticleId &article : std::as_const(headed)) {
        if (test::RandomCorpus::coin())
            continue;
        const TeiKept header{
            {u"<publicationStmt><publisher ref=\"#s\">P</publisher></publicationStmt>"_s,
             u"<sourceDesc><bibl xml:id=\"s\"><title>A “B” 👩🏽‍🚀</title></bibl></sourceDesc>"_s,
             u"<encodingDesc><classDecl><taxonomy xml:id=\"t\"><desc/><category xml:id=\"t.1\"><catDesc/></category>"
             "</taxonomy></classDecl></encodingDesc>"_s}};
        corpus.remainders.append({RemainderId::create(), article, u"tei"_s, header.toJson()});
    }
    return corpus;
}

/// One text with quotations in quotations, in a name even, over line ends and over each other, with what XML cannot
/// hold.
Corpus nestedCorpus()
{
    Corpus corpus;
    const Tagset tagset{TagsetId::create(), u"Tags"_s, {}};
    Tag tag;
    tag.id = TagId::create();
    tag.tagset = tagset.id;
    tag.name = u"Line"_s;
    tag.colour = u"#0072b2"_s;
    const Entity jo{EntityId::create(), EntityKind::Person, u"Jo “I’m ‘it’” Ólafsdóttir"_s, {u"Jo"_s}, {}, {}};
    const Entity paper{EntityId::create(), EntityKind::Organisation, u"שלום"_s, {}, {}, {}};
    const Article article{ArticleId::create(), {}, {}, {}, u"2025-02-31"_s, {}, {}};
    Version version;
    version.id = VersionId::create();
    version.article = article.id;
    version.text = Text(
        u"\n“Jo “I’m ‘it’” says, “‘e\u0301’ 👨‍👩‍👧”,\u0001 שלום”.\nمرحبا\n\n🇮🇸"_s);
    corpus.tagsets = {tagset};
    corpus.tags = {tag};
    corpus.entities = {jo, paper};
    corpus.articles = {article};
    corpus.versions = {version};
    const auto add = [&](const QString &words) {
        corpus.passages.append(test::passage(version, tag.id, words));
        return corpus.passages.last().id;
    };
    const auto quote = [&](PassageId content, const QList<Participant> &participants) {
        Claim claim;
        claim.id = ClaimId::create();
        claim.passages = {{content, PassageRole::Content}};
        claim.participants = participants;
        corpus.claims.append(claim);
    };
    const PassageId name = add(u"Jo “I’m ‘it’”"_s);
    const PassageId house = add(u"שלום"_s);
    quote(add(u"“Jo “I’m ‘it’” says, “‘e\u0301’ 👨‍👩‍👧”,\u0001 שלום”"_s),
          {{jo.id, ParticipantRole::Speaker, name}, {paper.id, ParticipantRole::Addressee, house}});
    quote(add(u"I’m ‘it’"_s), {{jo.id, ParticipantRole::Speaker, add(u"Jo “I’m ‘it’” says"_s)}});
    quote(add(u"it"_s), {});
    quote(add(u"says, “‘e\u0301"_s), {});
    quote(add(u"שלום”.\nمرحبا\n\n🇮🇸"_s), {{paper.id, ParticipantRole::Speaker, house}});
    return corpus;
}

QStringList wordsOf(const Corpus &corpus)
{
    QStringList all;
    for (const Passage &passage : corpus.passages) {
        for (const Fragment &fragment : passage.fragments)
            all.append(fragment.words);
    }
    all.sort();
    return all;
}

QStringList decoded(const QStringList &lines)
{
    QStringList all;
    for (const QString &line : lines)
        all.append(QJsonDocument::fromJson((u'[' + line + u']').toUtf8()).array().at(0).toString());
    all.sort();
    return all;
}

}

class tst_Tei : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeTei(test::sampleCorpus());
        VERIFY_RESULT(written);
        const QString difference = test::differenceFromGolden(u"formats/sample-tei.xml"_s,
                                                              written->files.first().bytes);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void readingWhatWasWrittenGivesTheSame()
    {
        const auto written = writeTei(test::sampleCorpus());
        VERIFY_RESULT(written);
        QVERIFY(written->loss.isEmpty());
        const auto read = readTei(written->files);
        VERIFY_RESULT(read);
        QVERIFY(read->corpus == test::sampleCorpus());
        QCOMPARE(read->remarks, QStringList());
    }

    void nothingOfAnyCorpusIsLostAndAllIsTei()
    {
        int validated = 0;
        QVERIFY(rc::check([&] {
            const Corpus corpus = oddCorpus();
            const auto written = writeTei(corpus);
            RC_ASSERT(written.has_value());
            const auto read = readTei(written->files);
            if (!read)
                RC_FAIL(read.error().message.toStdString() + written->files.first().bytes.toStdString());
            if (read->corpus != corpus)
                RC_FAIL(written->files.first().bytes.toStdString());
            RC_ASSERT(read->remarks.isEmpty());
            if (canValidateTei() && ++validated <= 100) {
                const QString fault = teiFaultOf(written->files.first().bytes);
                if (!fault.isEmpty())
                    RC_FAIL(fault.toStdString() + written->files.first().bytes.toStdString());
            }
        }));
    }

    void whatIsWrittenIsTei_data()
    {
        QTest::addColumn<Corpus>("corpus");
        QTest::newRow("nothing") << Corpus();
        QTest::newRow("small") << test::sampleCorpus();
        QTest::newRow("nested") << nestedCorpus();
        Corpus textless = test::sampleCorpus();
        for (Article &article : textless.articles)
            article.outlet = {};
        QTest::newRow("no outlets") << textless;
        textless = Corpus();
        textless.entities = test::sampleCorpus().entities;
        QTest::newRow("no texts") << textless;
        QFile sample(QString::fromUtf8(SOURCE_ROOT) + u"/resources/sample/sample.jsonl"_s);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const auto read = readJsonLines({{sample.fileName(), sample.readAll()}});
        VERIFY_RESULT(read);
        QTest::newRow("sample project") << read->corpus;
    }

    void whatIsWrittenIsTei()
    {
        if (!canValidateTei())
            QSKIP("xmllint is not installed.");
        QFETCH(Corpus, corpus);
        const auto written = writeTei(corpus);
        VERIFY_RESULT(written);
        QCOMPARE(teiFaultOf(written->files.first().bytes), QString());
        const auto read = readTei(written->files);
        VERIFY_RESULT(read);
        QCOMPARE(writeJsonLines(read->corpus)->files.first().bytes.split('\n'),
                 writeJsonLines(corpus)->files.first().bytes.split('\n'));
    }

    void theSchemaKnowsWhatIsNoTei_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *from, const char *to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        const char *body = "<body xml:space=\"preserve\">";
        row("words outside of paragraphs", body, "<body xml:space=\"preserve\">Who?");
        row("a segment outside of paragraphs", body, "<body xml:space=\"preserve\"><seg xml:id=\"x\" ana=\"#x\"/>");
        row("a paragraph in a paragraph", "<p>By Mira Oduya</p>", "<p><p>By Mira Oduya</p></p>");
        row("an element nobody knows", "<p>By Mira Oduya</p>", "<p><byMira/></p>");
        row("an element of another namespace", "<p>By Mira Oduya</p>", "<p xmlns=\"\">By Mira Oduya</p>");
        row("other white space", body, "<body xml:space=\"keep\">");
        row("said off the text", "<standOff>", "<standOff><said xml:id=\"x\" ana=\"#x\"/>");
        row("said so and so", "direct=\"true\"", "direct=\"yes\"");
        row("said by whom", " who=\"#e-", " speaker=\"#e-");
        row("an id with a digit first", "xml:id=\"p-", "xml:id=\"1-");
        row("an id of two words", "xml:id=\"p-", "xml:id=\"p -");
        row("an id twice", "<anchor xml:id=\"", "<anchor xml:id=\"x\"/><anchor xml:id=\"x\"/><anchor xml:id=\"");
        row("a relation without a name", "<relation name=\"portrays\"", "<relation");
        row("a relation with a name of two words", "<relation name=\"portrays\"", "<relation name=\"portrays as\"");
        row("a relation without who does it", " active=\"", " mutual=\"");
        row("a mutual relation with who does it", " active=\"", " mutual=\"#x\" active=\"");
        row("a link with one end", "target=\"#c-", "target=\"#x\" corresp=\"#c-");
        row("a span from two places", " from=\"", " from=\"#x ");
        row("a span without a beginning", " from=\"", " target=\"");
        row("a day that is not", " when=\"2025-03-12\"", " when=\"2025-02-31\"");
        row("a date in words", " when=\"2025-03-12\"", " when=\"March 2025\"");
        row("a type of two words", "type=\"wikidata\"", "type=\"Wiki data\"");
        row("a pointer with a space", " ref=\"#e-", " ref=\"#e -");
        row("nothing off the text", "<standOff>", "<standOff/><standOff>");
        row("a header that comes later", "<teiHeader>", "<standOff><listBibl><bibl/></listBibl></standOff><teiHeader>");
        row("a header without a description", "<teiHeader>", "<teiHeader/><teiHeader>");
        row("no title", "<title>Pullquote</title>", "");
        row("an author before the title", "<title>Pullquote</title>", "<author/><title>Pullquote</title>");
        row("nothing about publication", "<publicationStmt>\n<p>Written by Pullquote.</p></publicationStmt>", "");
        row("an empty publication", "<publicationStmt>", "<publicationStmt/><publicationStmt>");
        row("a source before publication", "<publicationStmt>", "<sourceDesc><p/></sourceDesc><publicationStmt>");
        row("a date without a publisher", "<publisher ref=", "<date/><publisher ref=");
        row("a category without words", "<catDesc>Cue</catDesc>", "<gloss/><catDesc>Cue</catDesc>");
        row("an empty list", "<listPerson>", "<listPerson/><listPerson>");
        row("an organisation among people’s organisations", "<listOrg>", "<listOrg><person xml:id=\"x\"/>");
        row("a note before a name", "<orgName>", "<note/><orgName>");
        row("a name in an interpretation", "<interpGrp type=\"claims\">",
            "<interpGrp type=\"claims\"><interp xml:id=\"x\" type=\"x\"><name/></interp>");
        row("no interpretation", "<interpGrp type=\"claims\">", "<interpGrp type=\"x\"/><interpGrp type=\"claims\">");
        row("no link", "<linkGrp type=\"claims\">", "<linkGrp type=\"x\"/><linkGrp type=\"claims\">");
        row("data in the description", "<fileDesc>", "<fileDesc><xenoData/>");
        row("a version that is none", " version=\"4", " version=\"P5.");
        row("TEI P4", "</teiCorpus>", "<TEI.2/></teiCorpus>");
    }

    void theSchemaKnowsWhatIsNoTei()
    {
        if (!canValidateTei())
            QSKIP("xmllint is not installed.");
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = writeTei(test::sampleCorpus())->files.first().bytes;
        const qsizetype place = bytes.indexOf(from);
        QVERIFY(place >= 0);
        bytes.replace(place, from.size(), to);
        const QString fault = teiFaultOf(bytes);
        QVERIFY2(fault.contains(u"Relax-NG validity error"), qPrintable(fault));
    }

    void onlyNamesAreMarkedAsNames()
    {
        const QByteArray bytes = writeTei(test::sampleCorpus())->files.first().bytes;
        QVERIFY(bytes.contains(">Val</persName>"));
        for (const char *words : {">It came from Noé</persName>", ">The Harbour Gazette reports</orgName>"})
            QVERIFY2(!bytes.contains(words), words);
        const QByteArray nested = writeTei(nestedCorpus())->files.first().bytes;
        const qsizetype name = nested.indexOf("<persName xml:id=");
        QVERIFY(name > 0);
        QVERIFY(nested.indexOf("<said ", name) < nested.indexOf("</persName>", name));
    }

    void headersOfOtherPeopleHaveTheirOwnIds()
    {
        const auto header = [](const QByteArray &genre) {
            return QByteArray(
                       "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc>"
                       "<titleStmt><title>A</title></titleStmt><publicationStmt><publisher ref=\"#from\">P"
                       "</publisher></publicationStmt><sourceDesc><bibl xml:id=\"from\"/></sourceDesc></fileDesc>"
                       "<encodingDesc><classDecl><taxonomy xml:id=\"genre\"><desc>")
                + genre
                + "</desc></taxonomy></classDecl></encodingDesc></teiHeader><text><body><p>Words.</p></body></text></"
                  "TEI>";
        };
        const auto read = readTei({{u"a.xml"_s, header("Talk")}, {u"b.xml"_s, header("Song")}});
        VERIFY_RESULT(read);
        Corpus corpus = read->corpus;
        Version second = corpus.versions.first();
        second.id = VersionId::create();
        second.number = 2;
        corpus.versions.append(second);
        const auto written = writeTei(corpus);
        VERIFY_RESULT(written);
        const QByteArray &bytes = written->files.first().bytes;
        QCOMPARE(bytes.count("xml:id=\"genre\""), 1);
        QCOMPARE(bytes.count("ref=\"#from\""), 1);
        QCOMPARE(bytes.count(".from\">P</publisher>"), 2);
        if (canValidateTei())
            QCOMPARE(teiFaultOf(bytes), QString());
        const auto again = readTei(written->files);
        VERIFY_RESULT(again);
        QVERIFY(again->corpus == corpus);
    }

    void aParserThatSharesNoCodeFindsTheSameWords()
    {
        if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
            QSKIP("python3 is not installed.");
        bool isSound = false;
        const Corpus sample = test::sampleCorpus();
        const QStringList found = wordsFoundElsewhere(writeTei(sample)->files.first().bytes, &isSound);
        QVERIFY2(isSound, qPrintable(found.join(u'\n')));
        QCOMPARE(decoded(found), wordsOf(sample));
        int tried = 0;
        QVERIFY(rc::check([&] {
            if (++tried > 30)
                return;
            const Corpus corpus = oddCorpus();
            const QByteArray bytes = writeTei(corpus)->files.first().bytes;
            bool isRight = false;
            const QStringList words = wordsFoundElsewhere(bytes, &isRight);
            if (!isRight || decoded(words) != wordsOf(corpus))
                RC_FAIL(words.join(u'\n').toStdString() + bytes.toStdString());
        }));
    }

    void peopleAndWhatTheySaidAreMarkedInTheText()
    {
        const QByteArray bytes = writeTei(test::sampleCorpus())->files.first().bytes;
        for (const char *part : {"<said xml:id=\"p-", "who=\"#e-", "<person xml:id=\"e-", "<relation name=\"portrays\"",
                                 "<interp xml:id=\"c-", "<anchor xml:id=\"v-", "<span xml:id=\"p-", "next=\"#p-"})
            QVERIFY2(bytes.contains(part), part);
    }

    void otherPeoplesDocumentsAreRead()
    {
        const auto read = readBytes(teiDocument(
            "\n      <head>Title</head>\n      <div><p>He said,\n        <said who=\"#lo\" rend=\"quotes\">“I\n        "
            "  am "
            "<persName ref=\"#lo\">Loki</persName>”</said>.<note>A note.</note></p>\n      <pb n=\"2\"/>\n      "
            "<p>One<lb/>two "
            "<q xml:id=\"q1\" next=\"#q2\">half</q> and <q xml:id=\"q2\" prev=\"#q1\">half</q> "
            "<choice><sic>teh</sic><corr>the</corr></choice> <seg xml:id=\"s1\">e\xcc\x81👨‍👩‍👧 "
            "end</seg></p></div>\n    ",
            "    <profileDesc><particDesc><listPerson><person xml:id=\"lo\" "
            "role=\"character\"><persName>Loki</persName>"
            "<persName>the Trickster</persName><idno type=\"Wikidata\">Q42</idno></person><person "
            "xml:id=\"to\"><persName>"
            "<forename>Tom</forename> <surname>H.</surname></persName></person><listRelation><relation name=\"plays\" "
            "active=\"#to\" passive=\"#lo\"/></listRelation></listPerson></particDesc></profileDesc>\n",
            "  <standOff><spanGrp type=\"echo\"><span from=\"#q1\" to=\"#s1\" ana=\"#x\"/></spanGrp></standOff>\n"));
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.versions.size(), 1);
        QCOMPARE(
            corpus.versions.first().text.string(),
            QString::fromUtf8(
                "Title\n\nHe said, “I am Loki”.\n\nOne\ntwo half and half the e\xcc\x81👨‍👩‍👧 end"));
        QCOMPARE(corpus.articles.first().title, u"A Talk"_s);
        QCOMPARE(corpus.articles.first().byline, u"Jo"_s);
        QCOMPARE(corpus.articles.first().published, u"2025-03-12"_s);
        QStringList passages;
        for (const Passage &passage : corpus.passages) {
            const auto tag = std::ranges::find(corpus.tags, passage.tag, &Tag::id);
            passages.append(tag->name + u' ' + passage.words());
        }
        QCOMPARE(passages,
                 QStringList({u"said “I am Loki”"_s, u"persName Loki"_s, u"q half … half"_s,
                              u"seg e\u0301👨‍👩‍👧 end"_s,
                              u"span half and half the e\u0301👨‍👩‍👧 end"_s}));
        QCOMPARE(corpus.entities.size(), 2);
        QCOMPARE(corpus.entities[0].kind, EntityKind::Character);
        QCOMPARE(corpus.entities[0].aliases, QStringList(u"the Trickster"_s));
        QCOMPARE(corpus.entities[0].externalIds, QList<ExternalId>({{u"wikidata"_s, u"Q42"_s}}));
        QCOMPARE(corpus.entities[1].name, u"Tom H."_s);
        QCOMPARE(corpus.portrayals.size(), 1);
        QCOMPARE(corpus.claims.size(), 1);
        QCOMPARE(corpus.claims.first().participants,
                 QList<Participant>({{corpus.entities[0].id, ParticipantRole::Speaker, {}}}));
        QCOMPARE(corpus.notes.first().body, u"A note."_s);
        // The header comes back, and all of it again.
        const auto written = writeTei(corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("<surname>H.</surname>"));
        const auto again = readTei(written->files);
        VERIFY_RESULT(again);
        QVERIFY(again->corpus == corpus);
    }

    void whoSpeaksInAPlayOrATalkIsRead()
    {
        const auto read = readBytes(teiDocument(
            "<div><castItem><role xml:id=\"bo\">Bo</role> <roleDesc>a fool</roleDesc></castItem><head>Scene 1</head>"
            "<sp who=\"#ada #bo\"><speaker>Both</speaker>\n<stage>aside</stage>\n<l>Who is "
            "there?</l> <l>Stand! <stage>They hide.</stage></l> <p>Hush.</p></sp>\n<sp><speaker>Nobody</speaker></sp>\n"
            "<u who=\"#ada\"><incident><desc>a horn</desc></incident>Well<pause/>yes</u></div>",
            "<profileDesc><particDesc><listPerson><person xml:id=\"ada\"><persName>Ada</persName></person>"
            "</listPerson></particDesc></profileDesc>\n"));
        VERIFY_RESULT(read);
        const Corpus &corpus = read->corpus;
        QCOMPARE(corpus.passages.size(), 2);
        QCOMPARE(corpus.passages[0].words(), u"Who is there?\nStand! … Hush."_s);
        QCOMPARE(corpus.passages[1].words(), u"Well yes"_s);
        QCOMPARE(corpus.claims.size(), 2);
        QCOMPARE(corpus.entities.size(), 2);
        QCOMPARE(corpus.entities[1].name, u"Bo"_s);
        QCOMPARE(corpus.entities[1].kind, EntityKind::Character);
        QCOMPARE(corpus.claims[0].participants.size(), 2);
        QCOMPARE(corpus.claims[1].participants,
                 QList<Participant>({{corpus.entities[0].id, ParticipantRole::Speaker, {}}}));
        const QString remarks = read->remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"not the marks: castItem, desc, div, head, "
                                  "incident, l, pause, role, roleDesc, speaker, stage"),
                 qPrintable(remarks));
        QVERIFY2(remarks.contains(u"“sp” without words"), qPrintable(remarks));
    }

    void oneOfSeveralReadingsIsRead()
    {
        const auto read = readBytes(teiDocument(
            "<p><abbr>Dr.</abbr> <sic>Hemm</sic>ing <choice>\n<orig>vnd</orig>\n<reg>und</reg>\n</choice>, "
            "<choice><abbr>St.</abbr><expan>Saint</expan></choice> <app><lem>Ada</lem><rdg wit=\"#B\">Ida</rdg>"
            "</app> <choice><unclear>one</unclear><unclear>own</unclear></choice> <subst><del>old</del>"
            "<add>new</add></subst> Wör-\n<lb break=\"no\"/>ter<lb/>end</p>"));
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.versions.first().text.string(), u"Dr. Hemming und, Saint Ada one new Wör-ter\nend"_s);
        const QString remarks = read->remarks.join(u'\n');
        for (const QString &name : {u"“orig”"_s, u"“abbr”"_s, u"“rdg”"_s, u"“unclear”"_s, u"“del”"_s})
            QVERIFY2(remarks.contains(name), qPrintable(remarks));
    }

    void aTitleStatementIsKeptWhileItIsTrue()
    {
        QByteArray bytes = teiDocument("<p>Words.</p>");
        const QByteArray more =
            "<title type=\"sub\">In a harbour</title><author>Jo</author><respStmt xml:id=\"r\"><resp>"
            "typed by</resp><name>Al</name></respStmt></titleStmt>";
        bytes.replace("<author>Jo</author></titleStmt>", more);
        Corpus corpus = readBytes(bytes)->corpus;
        QCOMPARE(corpus.articles.first().title, u"A Talk"_s);
        const QByteArray kept = writeTei(corpus)->files.first().bytes;
        QVERIFY(kept.contains("<titleStmt><title>A   Talk</title>" + more));
        corpus.articles.first().title = u"Another talk"_s;
        const QByteArray changed = writeTei(corpus)->files.first().bytes;
        QCOMPARE(changed.count("</author><respStmt"), kept.count("</author><respStmt") - 1);
        QVERIFY(changed.contains("<title>Another talk</title>\n<author>Jo</author></titleStmt>"));
        if (!canValidateTei())
            return;
        QCOMPARE(teiFaultOf(kept), QString());
        QCOMPARE(teiFaultOf(changed), QString());
    }

    void theHeaderOfACorpusIsKept()
    {
        const QByteArray text = teiDocument("<p>Words.</p>");
        const QByteArray header = "<teiHeader><fileDesc><titleStmt><title>All</title></titleStmt><publicationStmt><p/>"
                                  "</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><classDecl>"
                                  "<taxonomy xml:id=\"genre\"><desc>Talk</desc></taxonomy></classDecl></encodingDesc>"
                                  "</teiHeader>";
        const QByteArray corpus = "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">" + header
            + text.sliced(text.indexOf("<TEI")) + "</teiCorpus>";
        const auto read = readTei({{u"a.xml"_s, corpus}, {u"b.xml"_s, corpus}});
        VERIFY_RESULT(read);
        QCOMPARE(std::ranges::count_if(read->corpus.remainders,
                                       [](const Remainder &remainder) { return remainder.article.isNull(); }),
                 2);
        const auto written = writeTei(read->corpus);
        VERIFY_RESULT(written);
        const QByteArray &bytes = written->files.first().bytes;
        QVERIFY(bytes.contains("<taxonomy xml:id=\"genre\"><desc>Talk</desc></taxonomy>"));
        QVERIFY(bytes.contains(".genre\"><desc>Talk</desc></taxonomy>"));
        if (canValidateTei())
            QCOMPARE(teiFaultOf(bytes), QString());
        const auto again = readTei(written->files);
        VERIFY_RESULT(again);
        QVERIFY(again->corpus == read->corpus);
    }

    void aPrefixOfTeisNamespaceChangesNothing()
    {
        QByteArray prefixed = teiDocument("<p>He said <said>no</said></p>");
        prefixed.replace("</", "</tei:").replace("<?", "\x01").replace("xmlns=", "xmlns:tei=");
        for (qsizetype i = prefixed.size(); --i >= 0;) {
            if (prefixed[i] == '<' && prefixed[i + 1] != '/')
                prefixed.insert(i + 1, "tei:");
        }
        prefixed.replace("\x01", "<?");
        const auto read = readBytes(prefixed);
        VERIFY_RESULT(read);
        QCOMPARE(read->corpus.passages.size(), 1);
        const auto written = writeTei(read->corpus);
        VERIFY_RESULT(written);
        QVERIFY(written->files.first().bytes.contains("<tei:publicationStmt"));
        if (canValidateTei())
            QCOMPARE(teiFaultOf(written->files.first().bytes), QString());
    }

    void whatIsWrongIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
            QTest::newRow(name) << bytes << message;
        };
        row("nothing", "", u"a.xml, line 1: column 0: "_s);
        row("no XML", "text", u"a.xml, line 1: column 1: this is not sound XML"_s);
        row("something else", "<html/>", u"a.xml, line 1: column 7: this is no TEI P5"_s);
        row("TEI P4", "<TEI.2/>", u"this is no TEI P5"_s);
        row("not closed", "<TEI>\n<text><body><p>a</body></text></TEI>", u"a.xml, line 2: column"_s);
        row("document type", "<!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI/>", u"document type"_s);
        row("entity", teiDocument("<p>&bull;</p>"), u"a.xml, line 9: column"_s);
        row("deep", "<TEI><text><body>" + QByteArray("<seg>").repeated(200'000), u"nested deeper than 256"_s);
        const QByteArray own = writeTei(test::sampleCorpus())->files.first().bytes;
        row("a header that is no JSON", QByteArray(own).replace("{\"type\":\"tagset", "{type:\"tagset"),
            u"a.xml, header, line"_s);
        row("a text that is gone", QByteArray(own).replace("<TEI xml:id=\"v-", "<TEI xml:id=\"w-"),
            u"“text” of this version must not be empty"_s);
        row("a passage that is gone", QByteArray(own).replace("<span xml:id=\"p-", "<span xml:id=\"o-"),
            u"a.xml, header, line"_s);
    }

    void whatIsWrongIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        const auto read = readBytes(bytes);
        QVERIFY2(!read.has_value(), "it was read");
        QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
    }

    void aFragmentWhoseWordsAreNotItsTextsIsNotWritten()
    {
        Corpus corpus = test::sampleCorpus();
        corpus.passages[0].fragments[0].words += u'!';
        QVERIFY(!writeTei(corpus).has_value());
    }

    void someBytesChangedNeverCrashIt()
    {
        const QByteArray sound = writeTei(test::sampleCorpus())->files.first().bytes;
        QVERIFY(rc::check([&] {
            QByteArray bytes = sound;
            for (int n = 1 + test::RandomCorpus::below(6); n > 0; --n)
                bytes[test::RandomCorpus::below(int(bytes.size()))] = *rc::gen::elementOf(
                    std::string("<>/\"=#0129abcpv \n\xff"));
            (void)readBytes(bytes);
        }));
    }
};

QTEST_GUILESS_MAIN(tst_Tei)
#include "tst_tei.moc"
