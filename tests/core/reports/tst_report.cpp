// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/reports/samplereports.h"

#include <QTest>

using namespace pq;
using namespace pq::test;

/// What holds for every report.
class tst_Report : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void everyReportIsTheGoldenOne_data() { addReports(); }
    void everyReportIsTheGoldenOne()
    {
        QFETCH(QString, id);
        const Corpus corpus = sampleCorpus();
        const ReportSpec &spec = *findReport(id);
        const Result<Report> report = makeReport(corpus, questionFor(spec.kind, corpus));
        VERIFY_RESULT(report);
        QString difference = differenceFromGolden(u"reports/%1.html"_s.arg(id), report->html.toUtf8());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(!report->csv.isEmpty(), spec.hasTable);
        if (!spec.hasTable)
            return;
        difference = differenceFromGolden(u"reports/%1.csv"_s.arg(id), report->csv);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void noReportIsBrokenByWhatItTells_data() { addReports(); }
    void noReportIsBrokenByWhatItTells()
    {
        QFETCH(QString, id);
        const Corpus corpus = unkindCorpus();
        for (const Entity &entity : corpus.entities) {
            ReportQuestion question = questionFor(findReport(id)->kind, corpus);
            question.entity = entity.id;
            const Result<Report> report = makeReport(corpus, question);
            VERIFY_RESULT(report);
            QCOMPARE(xmlFault(report->html), QString());
            QCOMPARE(outsideReference(report->html), QString());
            QVERIFY(!report->html.contains(u"<script"_s));
            for (const QByteArray &line : report->csv.split('\n'))
                QVERIFY2(!line.startsWith('=') && !line.contains(",=") && !line.contains(",\"=") && !line.contains(",@")
                             && !line.contains(",\"@"),
                         line.constData());
        }
    }

    void anEmptyProjectHasReportsToo()
    {
        for (const ReportSpec &spec : reportSpecs()) {
            Corpus corpus;
            corpus.articles.append({.id = ArticleId::create()});
            corpus.entities.append({.id = EntityId::create()});
            const Result<Report> report = makeReport(corpus, questionFor(spec.kind, corpus));
            VERIFY_RESULT(report);
            QCOMPARE(xmlFault(report->html), QString());
            QCOMPARE(report->count, 0);
        }
    }

    void whatIsNotThereIsRefused()
    {
        for (const ReportSpec &spec : reportSpecs()) {
            const Result<Report> report = makeReport(sampleCorpus(), {.kind = spec.kind});
            QCOMPARE(report.has_value(), spec.subject == ReportSubject::Nothing);
        }
    }

    void rejectedAndSuggestedThingsAreNotTold()
    {
        Corpus corpus = sampleCorpus();
        for (Claim &claim : corpus.claims)
            claim.state = State::Suggested;
        for (const ReportSpec &spec : reportSpecs()) {
            const Result<Report> report = makeReport(corpus, questionFor(spec.kind, corpus));
            VERIFY_RESULT(report);
            QVERIFY2(!report->html.contains(u"The filed script has no such line."_s), spec.id);
        }
    }

private:
    static void addReports()
    {
        QTest::addColumn<QString>("id");
        for (const ReportSpec &spec : reportSpecs())
            QTest::newRow(spec.id) << QString::fromLatin1(spec.id);
    }

    EnglishPlurals m_plurals;
};

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_report.moc"
