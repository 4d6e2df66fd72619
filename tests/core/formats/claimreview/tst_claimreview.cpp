// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/claimreview/claimreview.h"

#include "tests/core/formats/formattests.h"

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

Result<Read> read(const QByteArray &bytes)
{
    return readClaimReview({{u"a.json"_s, bytes}});
}

}

class tst_ClaimReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnyCorpusAllButTheLossesComesBack()
    {
        QVERIFY(rc::check([] {
            test::checkFormat(
                "claimreview",
                {u"tagset"_s, u"tag"_s, u"article"_s, u"version"_s, u"passage"_s, u"entity"_s, u"remainder"_s},
                [](Corpus &corpus) {
                    test::addRemainders(corpus, "claimreview");
                    for (Claim &claim : corpus.claims)
                        claim.state = test::RandomCorpus::below(5) == 0 ? claim.state : State::Accepted;
                });
        }));
    }

    void theSampleLooksAsItAlwaysDid()
    {
        const auto written = writeClaimReview(test::sampleCorpus());
        VERIFY_RESULT(written);
        for (const auto &[name, bytes] :
             {std::pair{u"formats/sample.claimreview.jsonld"_s, written->files.first().bytes},
              {u"formats/claimreview-loss.json"_s, toJson(written->loss)}}) {
            const QString difference = test::differenceFromGolden(name, bytes);
            QVERIFY2(difference.isEmpty(), qPrintable(difference));
        }
    }

    void nothingEndsTheScriptThatItStandsIn()
    {
        Corpus corpus = test::sampleCorpus();
        for (Verdict &verdict : corpus.verdicts)
            verdict.reason = u"see </script><!-- and </b>"_s;
        const auto written = writeClaimReview(corpus);
        VERIFY_RESULT(written);
        QVERIFY(!written->files.first().bytes.contains("</"));
        const auto again = readClaimReview(written->files);
        VERIFY_RESULT(again);
        QVERIFY(std::ranges::contains(again->corpus.verdicts, corpus.verdicts.first().reason, &Verdict::reason));
    }

    void sloppyReviewsAreRead()
    {
        const QByteArray sloppy =
            R"({"@context":"http://schema.org","type":"ClaimReview","claimReviewed":" The line was “improvised” 👩🏽‍🚀 ",)"
            R"("itemReviewed":[{"@type":"Claim","author":["Ada Lovelace"],"datePublished":"2021-07-20T10:00:00Z",)"
            R"("appearance":[{"@type":"NewsArticle","url":"https://a.example/1","headline":"Who said it",)"
            R"("publisher":"The Outlet"},"https://b.example/2"]}],)"
            R"("reviewRating":{"ratingValue":"2","bestRating":"5","worstRating":"1","alternateName":["Mostly False"]},)"
            R"("author":{"@type":"Organization","name":"Checkers","url":"https://c.example"},)"
            R"("url":"https://c.example/check","datePublished":"2021-08-01","sdPublisher":{"name":"x"}})";
        const auto one = read(sloppy);
        VERIFY_RESULT(one);
        const Corpus &corpus = one->corpus;
        QCOMPARE(corpus.claims.size(), 1);
        QCOMPARE(corpus.passages.first().words(), u"The line was “improvised” 👩🏽‍🚀"_s);
        QCOMPARE(corpus.articles.first().title, u"Who said it"_s);
        QCOMPARE(corpus.articles.first().url, u"https://a.example/1"_s);
        QCOMPARE(corpus.articles.first().published, u"2021-07-20"_s);
        QCOMPARE(corpus.entities.size(), 2);
        QCOMPARE(corpus.claims.first().participants.first().role, ParticipantRole::Speaker);
        const Verdict &verdict = corpus.verdicts.first();
        QCOMPARE(verdict.value, VerdictValue::Refuted);
        QCOMPARE(verdict.reason, u"Mostly False"_s);
        QCOMPARE(verdict.created, Timestamp::fromString(u"2021-08-01"_s));
        QCOMPARE(corpus.annotators.first().name, u"Checkers"_s);
        QVERIFY(corpus.remainders.first().content.contains(u"https://c.example/check"));
        QCOMPARE(test::differenceWhenKept(*one), QString());
        const auto written = writeClaimReview(corpus);
        VERIFY_RESULT(written);
        for (const char *kept : {"https://c.example/check", "sdPublisher", "Mostly False", "https://b.example/2"})
            QVERIFY2(written->files.first().bytes.contains(kept), kept);

        for (const QByteArray &several :
             {QByteArray("[" + sloppy + "," + sloppy + "]"),
              QByteArray(R"({"@graph":[{"@type":"WebPage"},)" + sloppy + "," + sloppy + "]}"),
              QByteArray(R"({"@type":"DataFeed","dataFeedElement":[{"item":[)" + sloppy + "]},{\"item\":" + sloppy
                         + "}]}"),
              QByteArray("<!DOCTYPE html>\n<html><script>var x;</script>\n"
                         "<SCRIPT async type='application/ld+json'>\n"
                         + sloppy + "\n</SCRIPT><script type=application/ld+json>[" + sloppy + "]</script></html>")}) {
            const auto all = read(several);
            VERIFY_RESULT(all);
            QCOMPARE(all->corpus.claims.size(), 2);
            QCOMPARE(all->corpus.entities.size(), 2);
        }
    }

    void whatIsToldOfWhoReviewedAndWhoSaidItComesBack()
    {
        const QByteArray review =
            R"({"@type":"ClaimReview","claimReviewed":"It was improvised","datePublished":"2021-08-01T10:00:00+02:00",)"
            R"("author":{"@type":"Organization","name":"Checkers","url":"https://c.example","logo":"l.png"},)"
            R"("itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Ada","jobTitle":"Pilot",)"
            R"("sameAs":["https://a.example/ada"]}},"reviewRating":{"@type":"Rating","alternateName":"False"}})";
        const auto reviewed = read(review);
        VERIFY_RESULT(reviewed);
        Corpus corpus = reviewed->corpus;
        const QByteArray written = writeClaimReview(corpus)->files.first().bytes;
        for (const char *kept :
             {"https://c.example", "l.png", "Pilot", "https://a.example/ada", "2021-08-01T10:00:00+02:00"})
            QVERIFY2(written.contains(kept), written.constData());
        // Not when it has become another's.
        corpus.annotators.first().name = u"Others"_s;
        corpus.entities.first().name = u"Grace"_s;
        corpus.verdicts.first().created = Timestamp::fromString(u"2022-01-01"_s);
        const QByteArray others = writeClaimReview(corpus)->files.first().bytes;
        for (const char *kept : {"https://c.example", "Pilot", "2021-08-01"})
            QVERIFY2(!others.contains(kept), others.constData());
        QVERIFY(others.contains("Others") && others.contains("Grace") && others.contains("2022-01-01"));
    }

    void ratingsAreVerdicts_data()
    {
        QTest::addColumn<QByteArray>("rating");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *rating, VerdictValue verdict) {
            QTest::newRow(rating) << QByteArray(rating) << int(verdict);
        };
        row(R"({"alternateName":"True"})", VerdictValue::Supported);
        row(R"({"alternateName":"FALSE"})", VerdictValue::Refuted);
        row(R"({"alternateName":"Half True"})", VerdictValue::Disputed);
        row(R"({"alternateName":"Not true"})", VerdictValue::Refuted);
        row(R"({"alternateName":"Inaccurate"})", VerdictValue::Refuted);
        row(R"({"alternateName":"Unsupported"})", VerdictValue::Unverifiable);
        row(R"({"alternateName":"Deux Pinocchios","ratingValue":"1","bestRating":"5","worstRating":"1"})",
            VerdictValue::Refuted);
        row(R"({"ratingValue":5})", VerdictValue::Supported);
        row(R"({"ratingValue":3,"alternateName":"Demi-vérité"})", VerdictValue::Disputed);
        row(R"({"ratingValue":"-1","bestRating":"-1","worstRating":"-1","alternateName":"Satire"})",
            VerdictValue::Unverifiable);
        row(R"({"ratingValue":"x"})", VerdictValue::Unverifiable);
        row(R"([])", VerdictValue::Unverifiable);
    }

    void ratingsAreVerdicts()
    {
        QFETCH(QByteArray, rating);
        QFETCH(int, verdict);
        const auto one = read(R"({"@type":"ClaimReview","claimReviewed":"x","reviewRating":)" + rating + "}");
        VERIFY_RESULT(one);
        QCOMPARE(one->corpus.verdicts.first().value, VerdictValue(verdict));
    }

    void whatIsWrongIsRefusedWithItsPlace()
    {
        const auto message = [](const QByteArray &file) {
            const auto wrong = read(file);
            return wrong ? u"it was read"_s : wrong.error().message;
        };
        QVERIFY(message("{\n\"@type\":}").startsWith(u"a.json, line 2: column 9: this is not sound JSON"));
        QVERIFY(
            message("<html>\n\n<script type=\"application/ld+json\">\n{]</script>").startsWith(u"a.json, line 4: "));
        QVERIFY(message("{}").contains(u"a.json: there is no ClaimReview in it"));
        QVERIFY(message("<html></html>").contains(u"there is no ClaimReview in it"));
        QVERIFY(message(R"([{"@type":"ClaimReview","claimReviewed":"x"},{"@type":"ClaimReview","claimReviewed":" "}])")
                    .contains(u"a.json, review 2: there is no “claimReviewed”"));
        QVERIFY(message(QByteArray(200000, '[')).contains(u"not sound JSON"));
    }

    void whereAClaimAppearedIsToldWithTheEarliestFirst()
    {
        const Corpus corpus = test::sampleCorpus();
        const auto written = writeClaimReview(corpus);
        VERIFY_RESULT(written);
        const QJsonArray reviews = QJsonDocument::fromJson(written->files.first().bytes)["@graph"_L1].toArray();
        QVERIFY(!reviews.isEmpty());
        for (const auto &review : reviews) {
            const QJsonArray pages = review["itemReviewed"_L1]["appearance"_L1].toArray();
            QVERIFY(!pages.isEmpty());
            QCOMPARE(review["itemReviewed"_L1]["firstAppearance"_L1], QJsonValue(pages.first()));
            for (qsizetype i = 1; i < pages.size(); ++i)
                QVERIFY(pages[i - 1]["datePublished"_L1].toString() <= pages[i]["datePublished"_L1].toString());
        }
    }
};

QTEST_GUILESS_MAIN(tst_ClaimReview)
#include "tst_claimreview.moc"
