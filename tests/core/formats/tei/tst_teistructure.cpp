// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/tei.h"
#include "core/formats/tei/teikept.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/core/formats/tei/teitest.h"
#include "tests/support/support.h"

#include <QRegularExpression>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

Corpus readBody(const QByteArray &body)
{
    const auto read = readTei({{u"a.xml"_s, teiDocument(body)}});
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return read->corpus;
}

/// The text as written, without ids and pointers of ours and without line breaks between elements.
QByteArray writtenText(const Corpus &corpus)
{
    const auto written = writeTei(corpus);
    if (!written)
        qFatal("%s", qPrintable(written.error().message));
    QString tei = QString::fromUtf8(written->files.first().bytes);
    tei = tei.sliced(tei.lastIndexOf(u"<text"));
    tei = tei.first(tei.indexOf(u"</text>"));
    static const QRegularExpression own(u" (?:xml:id|ana|who|toWhom|ref|corresp)=\"#?[a-z]-[^\"]*\""_s);
    static const QRegularExpression between(u">\\n+<"_s);
    return tei.replace(own, {}).replace(between, u"><"_s).toUtf8();
}

/// Tags words that stand once in the first text.
Passage &tagWords(Corpus &corpus, const QString &words)
{
    if (corpus.tags.isEmpty() || corpus.tags.last().name != u"Line") {
        const Tagset tagset{TagsetId::create(), u"Mine"_s, {}};
        Tag tag;
        tag.id = TagId::create();
        tag.tagset = tagset.id;
        tag.name = u"Line"_s;
        tag.colour = u"#0072b2"_s;
        corpus.tagsets.append(tagset);
        corpus.tags.append(tag);
    }
    corpus.passages.append(test::passage(corpus.versions.first(), corpus.tags.last().id, words));
    return corpus.passages.last();
}

void requireSound(const Corpus &corpus)
{
    const auto written = writeTei(corpus);
    VERIFY_RESULT(written);
    if (canValidateTei())
        QCOMPARE(teiFaultOf(written->files.first().bytes), QString());
    const auto read = readTei(written->files);
    VERIFY_RESULT(read);
    Corpus sorted = corpus;
    sortById(sorted);
    Corpus back = read->corpus;
    sortById(back);
    QVERIFY(back == sorted);
}

/// Any divisions, verses, lists and speeches, with words and marks in them.
class RandomBody
{
public:
    QByteArray make()
    {
        m_depth = 0;
        return division();
    }

private:
    static bool coin() { return RandomCorpus::coin(); }
    static int below(int limit) { return RandomCorpus::below(limit); }
    template <class Make>
    static QByteArray some(int least, int most, Make make)
    {
        QByteArray all;
        for (int n = least + below(most - least + 1); n > 0; --n)
            all += make();
        return all;
    }
    static QByteArray element(const QByteArray &name, const QByteArray &content)
    {
        QByteArray attributes;
        if (below(4) == 0)
            attributes += " n=\"“1” &amp; 2\"";
        if (below(4) == 0)
            attributes += " rend=\"bold italic\"";
        return '<' + name + attributes + '>' + content + "</" + name + '>' + (coin() ? "\n  " : "");
    }
    QByteArray words()
    {
        static const QList<QByteArray> plain{
            "Noe",       " ",      "told",  "\n    ",       ", “yes” ", "👩🏽‍🚀",
            "e\xcc\x81", " שלום ", "<lb/>", "<pb n=\"2\"/>"};
        return some(0, 6, [this] {
            const int kind = ++m_depth > 6 ? 0 : below(9);
            QByteArray one = plain[below(int(plain.size()))];
            if (kind == 1)
                one = element(coin() ? "hi" : "emph", words());
            else if (kind == 2)
                one = element(coin() ? "title" : "ref", words());
            else if (kind == 3)
                one = "<seg>" + words() + "</seg>";
            else if (kind == 4)
                one = coin() ? "<said who=\"#noe\">" + words() + "</said>" : "<q type=\"spoken\">" + words() + "</q>";
            else if (kind == 5)
                one = "<persName>" + some(1, 2, [] { return QByteArray(coin() ? "Noe" : " Brandt"); }) + "</persName>";
            else if (kind == 6)
                one = "<note>A note</note>";
            --m_depth;
            return one;
        });
    }
    QByteArray part()
    {
        const int kind = ++m_depth > 5 ? 0 : below(7);
        QByteArray one;
        if (kind == 1)
            one = element("lg", some(1, 3, [this] { return element("l", words()); }));
        else if (kind == 2)
            one = element("list", (coin() ? element("head", words()) : "") + some(1, 3, [this] {
                                      return element("item", coin() ? words() : part());
                                  }));
        else if (kind == 3)
            one = element("sp", (coin() ? element("speaker", "Osric") : "") + some(1, 2, [this] {
                                    return element(coin() ? "p" : "l", words());
                                }));
        else if (kind == 4)
            one = element("stage", words());
        else if (kind == 5)
            one = element("ab", words());
        else
            one = element("p", words());
        --m_depth;
        return one;
    }
    QByteArray division()
    {
        ++m_depth;
        QByteArray all = coin() ? element("head", words()) : "";
        all += some(1, 3, [this] { return part(); });
        if (m_depth < 3)
            all += some(0, 2, [this] { return element("div", division()); });
        if (below(3) == 0)
            all += element("closer", coin() ? element("salute", words()) : "");
        --m_depth;
        return all;
    }

    int m_depth = 0;
};

}

class tst_TeiStructure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void divisionsAndMarksComeBack()
    {
        const QByteArray body =
            "<div type=\"interview\"><head type=\"main\">The <hi rend=\"bold\">Lamp</hi></head><byline>By Mira</byline>"
            "<p>One<lb/>two, <emph>שלום</emph> <date when=\"2025-03-12\">today</date>.</p><pb n=\"2\"/>"
            "<list rend=\"bulleted\"><item n=\"1\">👩🏽‍🚀 "
            "first</item><item>second<list><item>inner</item></list></item>"
            "</list><lg type=\"stanza\"><l>A line</l><l>and <foreign>une autre</foreign></l></lg><div n=\"1\"><sp>"
            "<speaker>Osric</speaker><stage>aside</stage><p>Who is there?</p></sp><ab>End.</ab><closer><salute>Yours"
            "</salute><signed>Noe</signed></closer></div></div>";
        const Corpus corpus = readBody(body);
        QCOMPARE(corpus.versions.first().text.string(),
                 u"The Lamp\n\nBy Mira\n\nOne\ntwo, שלום today.\n\n👩🏽‍🚀 first\nsecond\n\ninner\n\nA "
                 u"line\nand "
                 u"une "
                 u"autre"
                 "\n\nOsric\naside\n\nWho is there?\n\nEnd.\n\nYours\nNoe"_s);
        QByteArray expected = "<text xml:space=\"preserve\"><body>" + body + "</body>";
        expected.replace("<lb/>", "<lb/>\n").replace("second<list>", "second\n\n<list>");
        expected.replace("Who is there?", "<seg>Who is there?</seg>"); // a speech is a passage, too
        QCOMPARE(writtenText(corpus).split('<'), expected.split('<'));
        requireSound(corpus);
        const auto read = readTei({{u"a.xml"_s, teiDocument(body)}});
        QVERIFY2(!read->remarks.join(u' ').contains(u"not the marks"), qPrintable(read->remarks.join(u'\n')));
    }

    void whatOnlyHasLinesIsKeptAsLines()
    {
        const Corpus corpus = readBody("\n <p>One</p>\n <p>Two</p>\n");
        for (const Remainder &remainder : corpus.remainders)
            QVERIFY(TeiKept::of(remainder)->structure.isEmpty());
        QCOMPARE(writtenText(corpus), QByteArray("<text><body xml:space=\"preserve\"><p>One</p><p>Two</p></body>"));
    }

    void whatMadePassagesIsWrittenAsWhatItWas()
    {
        const QByteArray body = "<p><q type=\"spoken\">Who <persName type=\"short\" rend=\"sc\">Noe</persName> is"
                                "</q>, <placeName>Harbour</placeName> <seg>and</seg> <quote>so on</quote></p>";
        const Corpus corpus = readBody(body);
        QCOMPARE(writtenText(corpus), "<text><body xml:space=\"preserve\">" + body + "</body>");
        requireSound(corpus);
    }

    void whoSpeaksPointsAtWhoWasMadeOfIt()
    {
        const Corpus corpus = readBody("<div><p><q who=\"#noe\">Yes</q></p></div>");
        const QByteArray bytes = writeTei(corpus)->files.first().bytes;
        const QByteArray noe = "who=\"#e-" + corpus.entities.first().id.toString().toLatin1() + "\"";
        QVERIFY2(bytes.contains("<q xml:id=\"p-") && bytes.contains(noe), bytes.constData());
        requireSound(corpus);
    }

    void newPassagesStandWhereTheStructureLetsThem_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("in an item") << u"first"_s << QByteArray("<item>the <seg>first</seg></item>");
        QTest::newRow("around a mark") << u"A bold word"_s << QByteArray("<p><seg>A <hi>bold</hi> word</seg> here</p>");
        QTest::newRow("within a mark") << u"ol"_s << QByteArray("<hi>b<seg>ol</seg>d</hi>");
        QTest::newRow("all of a mark") << u"bold"_s << QByteArray("<hi><seg>bold</seg></hi>");
        QTest::newRow("over a mark’s end")
            << u"old word"_s << QByteArray("<p>A <hi>b<anchor/>old</hi> word<anchor/> here</p>");
        QTest::newRow("over a line’s end") << u"One\nTwo"_s << QByteArray("<p><seg>One<lb/>\nTwo</seg></p>");
        QTest::newRow("over items") << u"first\nsecond"_s
                                    << QByteArray("<item>the <anchor/>first</item><item>second<anchor/></item>");
        QTest::newRow("around a list")
            << u"Three:\n\nthe first\nsecond"_s
            << QByteArray("<p><anchor/>Three:\n\n<list><item>the first</item><item>second<anchor/></item>");
    }

    void newPassagesStandWhereTheStructureLetsThem()
    {
        QFETCH(QString, words);
        QFETCH(QByteArray, written);
        Corpus corpus = readBody("<div><p>A <hi>bold</hi> word here</p><p>One<lb/>Two</p><p>Three:<list><item>the first"
                                 "</item><item>second</item></list></p></div>");
        tagWords(corpus, words);
        const QByteArray text = writtenText(corpus);
        QVERIFY2(text.contains(written), text.constData());
        requireSound(corpus);
    }

    void quotationsStandOffWhereTeiHasNoPlaceForThem()
    {
        Corpus corpus = readBody("<div><head>Who?</head><byline>By Mira</byline><p>Words.</p></div>");
        const auto quote = [&corpus](const QString &words) {
            Claim claim;
            claim.id = ClaimId::create();
            claim.kind = ClaimKind::Quote;
            claim.passages = {{tagWords(corpus, words).id, PassageRole::Content}};
            corpus.claims.append(claim);
        };
        quote(u"Who?"_s);
        quote(u"Mira"_s);
        const QByteArray text = writtenText(corpus);
        QVERIFY2(text.contains("<head><said direct=\"true\">Who?</said></head>"), text.constData());
        QVERIFY2(text.contains("<byline>By <anchor/>Mira<anchor/></byline>"), text.constData());
        requireSound(corpus);
    }

    void aNewVersionHasLines()
    {
        Corpus corpus = readBody("<div><head>Title</head><p>Words.</p></div>");
        Version second = corpus.versions.first();
        second.id = VersionId::create();
        second.number = 2;
        second.text = Text(u"Title\n\nMore words."_s);
        corpus.versions.append(second);
        QCOMPARE(writtenText(corpus),
                 QByteArray("<text><body xml:space=\"preserve\"><p>Title</p><p>More words.</p></body>"));
        requireSound(corpus);
    }

    void idsAreThereOnceAndPointersFollow()
    {
        const auto one = [] {
            return teiDocument("<div xml:id=\"d\"><p>See <ref target=\"#d\">this</ref>.</p></div>");
        };
        const auto read = readTei({{u"a.xml"_s, one()}, {u"b.xml"_s, one()}});
        VERIFY_RESULT(read);
        const QByteArray bytes = writeTei(read->corpus)->files.first().bytes;
        QCOMPARE(bytes.count("<div xml:id=\"d\""), 1);
        QCOMPARE(bytes.count("<ref target=\"#d\""), 1);
        QCOMPARE(bytes.count(".d\"><p>See"), 1);
        QCOMPARE(bytes.count(".d\">this</ref>"), 1);
    }

    void whatCannotBeWrittenAgainIsToldOf_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QByteArray &body, const QString &named) {
            QTest::newRow(name) << body << named;
        };
        row("an element that is not known", "<div><table><row><cell>One</cell></row></table></div>",
            u"cell, div, row, table"_s);
        row("words outside of paragraphs", "<div>One<p>Two</p></div>", u"div"_s);
        row("a quotation outside of paragraphs", "<div><q>One</q></div>", u"div"_s);
        row("paragraphs behind divisions", "<div><div><p>One</p></div><p>Two</p></div>", u"div"_s);
        row("a head that comes later", "<div><p>One</p><head>Two</head></div>", u"div, head"_s);
        row("nothing but a head", "<head>One</head>", u"head"_s);
        row("a list without items", "<div><p>One</p><list><head>Two</head></list></div>", u"div, head, list"_s);
        row("a paragraph in a paragraph", "<div><p>One<p>Two</p></p></div>", u"div"_s);
        row("a head in a figure", "<div><p>One<figure><head>Two</head></figure></p></div>", u"div, figure, head"_s);
    }

    void whatCannotBeWrittenAgainIsToldOf()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto read = readTei({{u"a.xml"_s, teiDocument(body)}});
        VERIFY_RESULT(read);
        const QString remarks = read->remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"not the marks: "_s + named), qPrintable(remarks));
        QVERIFY(writtenText(read->corpus).startsWith("<text><body xml:space=\"preserve\"><p>"));
        requireSound(read->corpus);
    }

    void whatSomebodyChangedByHandIsLeftOut_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("an end behind the text") << u"\"end\":5"_s << u"\"end\":500"_s;
        QTest::newRow("an end before the beginning") << u"\"end\":5"_s << u"\"end\":-5"_s;
        QTest::newRow("its own parent") << u"\"parent\":2"_s << u"\"parent\":3"_s;
        QTest::newRow("no parent") << u"\"parent\":2"_s << u"\"parent\":-1"_s;
        QTest::newRow("another name") << u"\"name\":\"head\""_s << u"\"name\":\"he ad\""_s;
        QTest::newRow("no array") << u"\"structure\":["_s << u"\"structure\":{},\"a\":["_s;
        QTest::newRow("another version") << u"\"version\":\"0"_s << u"\"version\":\"1"_s;
    }

    void whatSomebodyChangedByHandIsLeftOut()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        Corpus corpus = readBody("<div><head>Title</head><p>Words.</p></div>");
        QString &content = corpus.remainders.first().content;
        QVERIFY2(content.contains(from), qPrintable(content));
        content.replace(from, to);
        QCOMPARE(writtenText(corpus),
                 QByteArray("<text><body xml:space=\"preserve\"><p>Title</p><p>Words.</p></body>"));
        requireSound(corpus);
    }

    void anyStructureComesBackAroundAnyPassages()
    {
        QVERIFY(rc::check([] {
            const QByteArray body = RandomBody().make();
            const auto read = readTei({{u"a.xml"_s, teiDocument(body)}});
            if (!read)
                RC_FAIL(read.error().message.toStdString());
            Corpus corpus = read->corpus;
            if (corpus.versions.isEmpty())
                return;
            const Text &text = corpus.versions.first().text;
            for (int n = RandomCorpus::below(6); n > 0 && text.length() > 0; --n) {
                const TextPosition begin{RandomCorpus::below(int(text.length()))};
                const TextPosition end{begin.value + 1 + RandomCorpus::below(int(text.length() - begin.value))};
                Passage &passage = tagWords(corpus, {});
                passage.fragments = {{{begin, end}, text.words({begin, end}).toString()}};
            }
            const auto written = writeTei(corpus);
            if (!written)
                RC_FAIL(written.error().message.toStdString());
            const QByteArray &bytes = written->files.first().bytes;
            const auto back = readTei(written->files);
            if (!back)
                RC_FAIL(back.error().message.toStdString() + bytes.toStdString());
            sortById(corpus);
            Corpus again = back->corpus;
            sortById(again);
            RC_ASSERT(again == corpus);
            // What was kept is written, and is TEI.
            const bool isKept = std::ranges::any_of(corpus.remainders, [](const Remainder &remainder) {
                return !TeiKept::of(remainder)->structure.isEmpty();
            });
            RC_ASSERT(bytes.contains("<text xml:space=") == isKept);
            RC_CLASSIFY(isKept, "kept");
            if (canValidateTei()) {
                const QString fault = teiFaultOf(bytes);
                if (!fault.isEmpty())
                    RC_FAIL(fault.toStdString() + body.toStdString() + '\n' + bytes.toStdString());
            }
        }));
    }
};

QTEST_GUILESS_MAIN(tst_TeiStructure)
#include "tst_teistructure.moc"
