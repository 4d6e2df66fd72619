// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xml.h"
#include "tests/support/support.h"

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Xml : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void childrenAreVisitedAndTheirContentsSkipped()
    {
        Reading reading;
        XmlReader xml({u"a.xml"_s, "<a x='1'><b><c/><c/></b><!-- x --><d>one <e>two</e></d></a>"}, reading);
        QVERIFY(xml.next() && xml.isStart("a"_L1));
        QCOMPARE(xml.attribute("x"_L1), u"1"_s);
        QStringList names;
        QString words;
        const int own = xml.depth();
        while (xml.nextChild(own)) {
            names.append(xml.name());
            if (xml.isStart("d"_L1))
                words = xml.text();
        }
        QCOMPARE(names, QStringList({u"b"_s, u"d"_s}));
        QCOMPARE(words, u"one two"_s);
        QVERIFY(!reading.failed());
    }

    void xml11IsReadAs10()
    {
        Reading reading;
        XmlReader xml({u"a.xml"_s, "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n<a x='&#x1;é&#9;&#31;1.1'/>"_ba},
                      reading);
        QVERIFY(xml.next() && xml.isStart("a"_L1));
        QCOMPARE(xml.attribute("x"_L1), u"\ufffdé\t\ufffd1.1"_s);
        QVERIFY(!xml.next() || !xml.next());
        QVERIFY(!reading.failed());
        QVERIFY(reading.remarks().first().contains(u"control characters"));
    }

    void whatOnlySaysThatItIsUtf16IsUtf8()
    {
        for (const QByteArray &before : {""_ba, "\xef\xbb\xbf"_ba}) {
            Reading reading;
            const NamedFile file{u"a.xml"_s, before + "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a x='é'/>", 7};
            XmlReader xml(file, reading);
            QVERIFY(xml.next() && xml.isStart("a"_L1));
            QCOMPARE(xml.attribute("x"_L1), u"é"_s);
            QCOMPARE(xml.line(), 8);
            QVERIFY(!reading.failed());
        }
    }

    void controlCharactersAreReplacedWhereThatIsWanted()
    {
        Reading reading;
        const QByteArray bytes = "<a x='1\x0b&#12;&#x1f;\t&#9;&#65;é'>\x01&#x0;</a>"_ba;
        QCOMPARE(withoutControls({u"a.xml"_s, bytes}, reading).bytes,
                 "<a x='1&#10;&#10;&#xFFFD;\t&#9;&#65;é'>&#xFFFD;&#xFFFD;</a>"_ba);
        QCOMPARE(reading.remarks().size(), 1);
        Reading other;
        for (const QByteArray &sound : {"<a>é&amp;&#10;\r\n</a>"_ba, "<\0a\0/\0>\0"_ba, ""_ba})
            QCOMPARE(withoutControls({u"a.xml"_s, sound}, other).bytes, sound);
        QVERIFY(other.remarks().isEmpty());
    }

    void whatCouldDoHarmIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        QTest::newRow("document type") << "\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"_ba
                                       << u"a.xml, line 2: column"_s;
        QTest::newRow("entities") << "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"_ba << u"document type"_s;
        QTest::newRow("unknown entity") << "<a>\n&nbsp;</a>"_ba << u"line 2"_s;
        QTest::newRow("deep") << QByteArray("<a>").repeated(200'000) << u"deeper than 256"_s;
        QTest::newRow("a control character in an attribute's name") << "<a>\n<b x\x1cy='1'/></a>"_ba << u"line 2"_s;
        QTest::newRow("unclosed") << "<a>\n<b>"_ba << u"not sound XML"_s;
        QTest::newRow("nothing") << ""_ba << u"not sound XML"_s;
        QTest::newRow("bytes") << "<a>\xff</a>"_ba << u"not sound XML"_s;
    }
    void whatCouldDoHarmIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        Reading reading;
        XmlReader xml({u"a.xml"_s, bytes}, reading);
        while (xml.next()) {}
        QVERIFY(reading.failed());
        QVERIFY2(reading.error().message.contains(why), qPrintable(reading.error().message));
    }

    void whatXmlCannotHoldBecomesAReplacementOfTheSameLength()
    {
        qsizetype replaced = 0;
        const QString odd = u"a\x01\t\n🎬\ufffe\xd800z"_s;
        QCOMPARE(xmlText(odd, replaced), u"a\ufffd\t\n🎬\ufffd\ufffdz"_s);
        QCOMPARE(replaced, 3);
    }
};

QTEST_GUILESS_MAIN(tst_Xml)
#include "tst_xml.moc"
