// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/externalid.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class TestExternalId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasTheShapeIsTakenAndLeadsToItsPage_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("page");

        QTest::newRow("wikidata") << u"wikidata"_s << u" q42 "_s << u"Q42"_s << u"https://www.wikidata.org/wiki/Q42"_s;
        QTest::newRow("wikidata address") << u"Wikidata"_s << u"https://www.wikidata.org/wiki/Q42?uselang=de#P31"_s
                                          << u"Q42"_s << u"https://www.wikidata.org/wiki/Q42"_s;
        QTest::newRow("imdb name") << u"imdb"_s << u"nm0000001"_s << u"nm0000001"_s
                                   << u"https://www.imdb.com/name/nm0000001/"_s;
        QTest::newRow("imdb address") << u"imdb"_s << u"https://www.imdb.com/title/tt12345678/?ref_=x"_s
                                      << u"tt12345678"_s << u"https://www.imdb.com/title/tt12345678/"_s;
        QTest::newRow("tmdb") << u"tmdb"_s << u"https://www.themoviedb.org/person/287-somebody"_s << u"person/287"_s
                              << u"https://www.themoviedb.org/person/287"_s;
        QTest::newRow("viaf") << u"viaf"_s << u"113230702"_s << u"113230702"_s << u"https://viaf.org/viaf/113230702"_s;
        QTest::newRow("isni") << u"isni"_s << u"0000 0001 2103 2683"_s << u"0000000121032683"_s
                              << u"https://isni.org/isni/0000000121032683"_s;
        QTest::newRow("another catalogue") << u"house"_s << u"№ 7"_s << u"№ 7"_s << QString();
    }

    void whatHasTheShapeIsTakenAndLeadsToItsPage()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        QFETCH(QString, page);
        const Result<ExternalId> id = externalId(scheme, typed);
        QVERIFY(id);
        QCOMPARE(id->value, value);
        QCOMPARE(pageOf(*id).toString(), page);
    }

    void whatHasNotIsRefusedWithAnExample_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("typed");
        for (const auto &[scheme, typed] :
             std::initializer_list<std::pair<QString, QString>>{{u"wikidata"_s, u"42"_s},
                                                                {u"wikidata"_s, u"Q"_s},
                                                                {u"wikidata"_s, u"Q042"_s},
                                                                {u"wikidata"_s, u"Q42 and Q43"_s},
                                                                {u"wikidata"_s, u"Q42/edit"_s},
                                                                {u"imdb"_s, u"nm123"_s},
                                                                {u"imdb"_s, u"xx0000001"_s},
                                                                {u"tmdb"_s, u"287"_s},
                                                                {u"viaf"_s, u"١٢٣"_s},
                                                                {u"isni"_s, u"0000000121032684"_s}, // the check digit
                                                                {u"isni"_s, u"12"_s},
                                                                {u"wikidata"_s, u""_s}})
            QTest::addRow("%s %s", qPrintable(scheme), qPrintable(typed)) << scheme << typed;
    }

    void whatHasNotIsRefusedWithAnExample()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, typed);
        const Result<ExternalId> id = externalId(scheme, typed);
        QVERIFY(!id);
        QVERIFY(id.error().message.contains(u"looks like"_s));
    }

    void aStoredIdOfTheWrongShapeHasNoPage()
    {
        QVERIFY(pageOf({u"wikidata"_s, u"javascript:alert(1)"_s}).isEmpty());
        QVERIFY(pageOf({u"imdb"_s, u"nm1"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExternalId)
#include "tst_externalid.moc"
