// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/reader.h"
#include "tests/support/anystring.h"
#include "tests/support/support.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

// Bytes written as a literal that may hold NULs.
template <size_t n>
QByteArray raw(const char (&literal)[n])
{
    return QByteArray(literal, qsizetype(n - 1));
}

QByteArray utf16(const QString &string, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : string) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xff);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

QByteArray utf32(const QString &string, bool bigEndian)
{
    QByteArray bytes;
    for (const uint c : string.toUcs4()) {
        for (int i = 0; i < 4; ++i)
            bytes += char(c >> (8 * (bigEndian ? 3 - i : i)));
    }
    return bytes;
}

qint64 repairs(const Document &document, RepairKind kind)
{
    for (const Repair &repair : document.repairs) {
        if (repair.kind == kind)
            return repair.count;
    }
    return 0;
}

bool isValidUtf16(const QString &string)
{
    return QStringView(string).isValidUtf16();
}

}

class tst_PlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void utf8ComesExactlyAsItIs();
    void encodingsAreRecognised_data();
    void encodingsAreRecognised();
    void faultsAreRepairedAndCounted_data();
    void faultsAreRepairedAndCounted();
    void damagedUtf8KeepsItsGoodCharacters();
    void aLegacyTextWithAFewHighBytesIsNotTakenForDamagedUtf8();
    void repairsComeInTheOrderOfTheirKinds();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void fiftyMegabytesAreReadAndOneByteMoreIsNot();
    void sourceBytesAndNameAreKept();
    void readingAgainChangesNothing();
    void anyBytesGiveASoundTextOrARefusal();
    void anyStringInAnyUnicodeFormComesBack();
};

void tst_PlainText::utf8ComesExactlyAsItIs()
{
    const QString string =
        u"“Okay” 👩‍👩‍👧 👍🏽 🇬🇧\n\te\u0301 é ﬁ \u00a0\u2028\u2029שלום\u200f \u00ad\u200b x\ufeff.  \n\n"_s;
    const Result<Document> document = readText(string.toUtf8(), u"loki.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->text.string(), string);
    QCOMPARE(document->encoding, u"UTF-8");
    QVERIFY(!document->encodingGuessed);
    QCOMPARE(document->repairs, {});
}

void tst_PlainText::encodingsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("guessed");

    const QString latin = u"She said: “Okay”.\nThen 👍🏽 – fine."_s;
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + latin.toUtf8() << latin << u"UTF-8"_s << false;
    QTest::newRow("UTF-16LE with a mark") << raw("\xff\xfe") + utf16(latin, false) << latin << u"UTF-16LE"_s << false;
    QTest::newRow("UTF-16BE with a mark") << raw("\xfe\xff") + utf16(latin, true) << latin << u"UTF-16BE"_s << false;
    QTest::newRow("UTF-32LE with a mark")
        << raw("\xff\xfe\0\0") + utf32(latin, false) << latin << u"UTF-32LE"_s << false;
    QTest::newRow("UTF-32BE with a mark")
        << raw("\0\0\xfe\xff") + utf32(latin, true) << latin << u"UTF-32BE"_s << false;
    QTest::newRow("UTF-16LE") << utf16(latin, false) << latin << u"UTF-16LE"_s << false;
    QTest::newRow("UTF-16BE") << utf16(latin, true) << latin << u"UTF-16BE"_s << false;
    QTest::newRow("UTF-32LE") << utf32(latin, false) << latin << u"UTF-32LE"_s << false;
    QTest::newRow("UTF-32BE") << utf32(latin, true) << latin << u"UTF-32BE"_s << false;
    QTest::newRow("two letters of UTF-16LE") << utf16(u"Hi"_s, false) << u"Hi"_s << u"UTF-16LE"_s << false;
    const QString russian = u"Режиссёр сказала, что всё будет хорошо.\nОна улыбнулась и ушла домой.\n"_s;
    QTest::newRow("Russian in UTF-16LE") << utf16(russian, false) << russian << u"UTF-16LE"_s << true;
    QTest::newRow("Russian in UTF-16BE") << utf16(russian, true) << russian << u"UTF-16BE"_s << true;

    QTest::newRow("windows-1252 quotation marks")
        << raw("Herron said: \x93I just want it to be okay \x97 that\x92s all\x85\x94 and left.")
        << u"Herron said: “I just want it to be okay — that’s all…” and left."_s << u"windows-1252"_s << true;
    QTest::newRow("windows-1252 accents")
        << raw("The d\xe9"
               "but of Beyonc\xe9 at the caf\xe9, as Zo\xeb told us: \x93tr\xe8s bien\x94.")
        << u"The début of Beyoncé at the café, as Zoë told us: “très bien”."_s << u"windows-1252"_s << true;
    QTest::newRow("one accent") << raw("They met at a caf\xe9 in London and talked about the film for two hours.")
                                << u"They met at a café in London and talked about the film for two hours."_s
                                << u"windows-1252"_s << true;
    QTest::newRow("a mark of UTF-8 before windows-1252")
        << raw("\xef\xbb\xbfHe said: \x93Okay\x94.") << u"He said: “Okay”."_s << u"windows-1252"_s << true;
    QTest::newRow("Shift-JIS")
        << QByteArray::fromHex(
               "8ac493c282cc96bc914f82cd89bd82c582b782a981428377838d839382cd8dc58f49986282cc835a838a837482f08cea82e8"
               "82dc82b582bd81420a94de8f9782cd938c8b9e82c98d7382ab82dc82b582bd8142")
        << u"監督の名前は何ですか。ヘロンは最終話のセリフを語りました。\n彼女は東京に行きました。"_s << u"Shift_JIS"_s
        << true;
    QTest::newRow("ISO-2022-JP") << QByteArray::fromHex("1b2442256d252d244f38402424245e2437243f21231b2842204f6b61792e20"
                                                        "1b2442456c357e244e25242573253f25532565213c2447243921231b2842")
                                 << u"ロキは言いました。 Okay. 東京のインタビューです。"_s << u"ISO-2022-JP"_s << true;
    QTest::newRow("CESU-8") << raw("Okay \xed\xa0\xbd\xed\xb1\x8d then") << u"Okay 👍 then"_s << u"CESU-8"_s << false;
}

void tst_PlainText::encodingsAreRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    QFETCH(bool, guessed);
    const Result<Document> document = readText(bytes, u"a.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->encoding, encoding);
    QCOMPARE(document->encodingGuessed, guessed);
    if (!text.isEmpty())
        QCOMPARE(document->text.string(), text);
    const bool marked = bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")
        || bytes.startsWith(raw("\0\0\xfe\xff"));
    QCOMPARE(repairs(*document, RepairKind::ByteOrderMark), marked ? 1 : 0);
    QCOMPARE(document->repairs.size(), marked ? 1 : 0);
}

void tst_PlainText::faultsAreRepairedAndCounted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Repair>>("expected");

    using Repairs = QList<Repair>;
    using enum RepairKind;
    QTest::newRow("CRLF") << raw("one\r\n\r\ntwo\r\n") << u"one\n\ntwo\n"_s << Repairs{{LineEnds, 3}};
    QTest::newRow("CR") << raw("one\rtwo\r\rthree") << u"one\ntwo\n\nthree"_s << Repairs{{LineEnds, 3}};
    QTest::newRow("mixed") << raw("one\r\ntwo\nthree\rfour\r\r\nfive") << u"one\ntwo\nthree\nfour\n\nfive"_s
                           << Repairs{{LineEnds, 4}};
    QTest::newRow("NEL and VT") << raw("one\xc2\x85two\vthree") << u"one\ntwo\nthree"_s << Repairs{{LineEnds, 2}};
    QTest::newRow("a page ends within a line") << raw("one\ftwo") << u"one\ntwo"_s << Repairs{{LineEnds, 1}};
    QTest::newRow("a page ends with a line")
        << raw("one\n\ftwo\f\r\nthree\f") << u"one\ntwo\nthree"_s << Repairs{{LineEnds, 1}, {ControlCharacters, 3}};
    QTest::newRow("controls") << raw("a\x01"
                                     "b\x1b"
                                     "c\x7f"
                                     "d\xc2\x9c"
                                     "e\tf")
                              << u"abcde\tf"_s << Repairs{{ControlCharacters, 4}};
    QTest::newRow("colours of a terminal") << raw("\x1b(B“Okay”") << u"(B“Okay”"_s << Repairs{{ControlCharacters, 1}};
    QTest::newRow("NUL") << raw("hello\0world") << u"helloworld"_s << Repairs{{NullCharacters, 1}};
    QTest::newRow("a lone surrogate in UTF-8")
        << raw("Okay \xed\xa0\xbd then") << u"Okay \ufffd then"_s << Repairs{{LoneSurrogates, 1}};
    QTest::newRow("lone surrogates in UTF-16")
        << raw("\xff\xfe") + utf16(u"a"_s + QChar(0xdc4d) + u"b👍c"_s + QChar(0xd83d), false) << u"a\ufffdb👍c\ufffd"_s
        << Repairs{{ByteOrderMark, 1}, {LoneSurrogates, 2}};
    QTest::newRow("noncharacters") << raw("a\xef\xbf\xbe"
                                          "b\xef\xbf\xbf")
                                   << u"a\ufffdb\ufffd"_s << Repairs{{InvalidBytes, 2}};
    QTest::newRow("two marks") << raw("\xef\xbb\xbf\xef\xbb\xbfone\xef\xbb\xbf two") << u"one\ufeff two"_s
                               << Repairs{{ByteOrderMark, 2}};
    QTest::newRow("a mark behind a NUL") << raw("\0\xef\xbb\xbfone") << u"one"_s
                                         << Repairs{{ByteOrderMark, 1}, {NullCharacters, 1}};
    QTest::newRow("half a unit of UTF-16") << raw("\xff\xfe"
                                                  "a\0b\0c")
                                           << u"ab\ufffd"_s << Repairs{{ByteOrderMark, 1}, {InvalidBytes, 1}};
    QTest::newRow("no character in UTF-32") << raw("\xff\xfe\0\0"
                                                   "a\0\0\0\0\0\x11\0")
                                            << u"a\ufffd"_s << Repairs{{ByteOrderMark, 1}, {InvalidBytes, 1}};
}

void tst_PlainText::faultsAreRepairedAndCounted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QList<Repair>, expected);
    const Result<Document> document = readText(bytes, u"a.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->text.string(), text);
    QCOMPARE(document->repairs, expected);
    QVERIFY(!document->encodingGuessed);
}

void tst_PlainText::damagedUtf8KeepsItsGoodCharacters()
{
    const QByteArray good = u"“I see,” she said — “it’s 👍🏽.”\n"_s.toUtf8().repeated(20);
    // A character cut in half, a stray byte, an overlong form and one beyond Unicode.
    const QByteArray bytes = good + "x\xe2\x80 y\xff z\xc0\xaf \xf4\x90\x80\x80\n" + good;
    const Result<Document> document = readText(bytes, u"a.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->encoding, u"UTF-8");
    QVERIFY(!document->encodingGuessed);
    const QString expected = QString::fromUtf8(good) + u"x\ufffd y\ufffd z\ufffd\ufffd \ufffd\n"_s
        + QString::fromUtf8(good);
    QCOMPARE(document->text.string(), expected);
    QCOMPARE(repairs(*document, RepairKind::InvalidBytes), 5);
}

void tst_PlainText::aLegacyTextWithAFewHighBytesIsNotTakenForDamagedUtf8()
{
    // "Ã©" in windows-1252 looks like an é in UTF-8, and the rest like a few damaged places.
    const QByteArray bytes = QByteArray("She spoke at length about the film. ").repeated(50)
        + "\x93Okay\x94 is not \x91\xc3\xa9\x92.";
    const Result<Document> document = readText(bytes, u"a.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->encoding, u"windows-1252");
    QVERIFY(document->text.string().contains(u"“Okay” is not ‘Ã©’."));
}

void tst_PlainText::repairsComeInTheOrderOfTheirKinds()
{
    const Result<Document> document = readText(raw("\xef\xbb\xbf"
                                                   "a\0b\x01"
                                                   "c\r\n\xed\xa0\xbd, “")
                                                   + u"“’”👍é and so on"_s.toUtf8().repeated(9) + raw("\xff"),
                                               u"a.txt"_s);
    VERIFY_RESULT(document);
    for (qsizetype i = 1; i < document->repairs.size(); ++i)
        QVERIFY(document->repairs[i - 1].kind < document->repairs[i].kind);
    QCOMPARE(document->repairs.size(), 6);
}

void tst_PlainText::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("white space") << raw(" \r\n\t\xc2\xa0\n") << u"white space"_s;
    QTest::newRow("a mark alone") << raw("\xef\xbb\xbf") << u"white space"_s;
    QTest::newRow("NULs") << QByteArray(100, '\0') << u"control characters"_s;
    QTest::newRow("PDF") << raw("%PDF-1.7\nstream") << u"a PDF document"_s;
    QTest::newRow("ZIP") << raw("PK\x03\x04\x14") << u"a ZIP archive"_s;
    QTest::newRow("RTF") << raw("{\\rtf1 Okay}") << u"an RTF document"_s;
    QTest::newRow("picture") << raw("\x89PNG\r\n\x1a\n\0\0") << u"a picture"_s;
    QByteArray every;
    for (int i = 0; i < 4096; ++i)
        every += char(i * 37);
    QTest::newRow("every byte") << every << u"control characters"_s;
}

void tst_PlainText::whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const Result<Document> document = readText(bytes, u"/some/folder/loki.txt"_s);
    QVERIFY(!document);
    QVERIFY2(document.error().message.contains(part), qPrintable(document.error().message));
    QVERIFY2(document.error().message.contains(u"“loki.txt”"), qPrintable(document.error().message));
}

void tst_PlainText::fiftyMegabytesAreReadAndOneByteMoreIsNot()
{
    QByteArray bytes(largestDocument, 'a');
    const Result<Document> document = readText(bytes, u"a.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->text.length(), largestDocument);
    bytes += 'a';
    QVERIFY(readText(bytes, u"a.txt"_s).error().message.contains(u"50 MB"));
}

void tst_PlainText::sourceBytesAndNameAreKept()
{
    const QByteArray bytes = "\xef\xbb\xbf"
                             "one\r\n";
    const Result<Document> document = readText(bytes, u"/some/folder/loki.finale.txt"_s);
    VERIFY_RESULT(document);
    QCOMPARE(document->sourceBytes, bytes);
    QCOMPARE(document->sourceName, u"loki.finale.txt");
}

void tst_PlainText::readingAgainChangesNothing()
{
    QVERIFY(rc::check("idempotent", [] {
        const QByteArray bytes = *rc::gen::oneOf(
            rc::gen::map(test::anyString(true),
                         [](const QString &string) { return utf16(u"\ufeff"_s + string, true); }),
            rc::gen::map(rc::gen::container<std::string>(rc::gen::element('a', ' ', '\r', '\n', '\0', '\f', '\x01',
                                                                          '\xef', '\xbb', '\xbf', '\x80', '\xe2',
                                                                          '\x93', '\xed', '\xa0')),
                         [](const std::string &some) { return QByteArray::fromStdString(some); }));
        const Result<Document> once = readText(bytes, u"a.txt"_s);
        RC_PRE(once.has_value());
        const Result<Document> twice = readText(once->text.string().toUtf8(), u"a.txt"_s);
        RC_ASSERT(twice.has_value());
        RC_ASSERT(twice->text == once->text);
        RC_ASSERT(twice->repairs.isEmpty());
        RC_ASSERT(!twice->encodingGuessed);
        RC_ASSERT(twice->head == once->head);
    }));
}

void tst_PlainText::anyBytesGiveASoundTextOrARefusal()
{
    QVERIFY(rc::check("random bytes", [](const std::string &some) {
        const std::string mark = *rc::gen::element<std::string>("", "\xff\xfe", "\xfe\xff", "\xef\xbb\xbf",
                                                                std::string("\xff\xfe\0\0", 4));
        const Result<Document> document = readText(QByteArray::fromStdString(mark + some), u"a.txt"_s);
        if (!document) {
            RC_ASSERT(document.error().message.contains(u"a.txt"));
            return;
        }
        const QString &string = document->text.string();
        RC_ASSERT(isValidUtf16(string));
        RC_ASSERT(std::ranges::none_of(string, [](QChar c) {
            return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t') || c.unicode() >= 0xfffe;
        }));
        RC_ASSERT(!string.startsWith(u'\ufeff'));
    }));
}

void tst_PlainText::anyStringInAnyUnicodeFormComesBack()
{
    QVERIFY(rc::check("Unicode forms", [] {
        const QString string = u"x"_s + *test::anyString();
        for (const QByteArray &bytes :
             {string.toUtf8(), raw("\xff\xfe") + utf16(string, false), raw("\xfe\xff") + utf16(string, true),
              raw("\xff\xfe\0\0") + utf32(string, false), raw("\0\0\xfe\xff") + utf32(string, true)}) {
            const Result<Document> document = readText(bytes, u"a.txt"_s);
            RC_ASSERT(document.has_value());
            RC_ASSERT(document->text.string() == string);
        }
    }));
}

QTEST_GUILESS_MAIN(tst_PlainText)
#include "tst_plaintext.moc"
