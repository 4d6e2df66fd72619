// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/barchart.h"
#include "core/reports/charts.h"
#include "core/reports/linkedclaims.h"
#include "core/text/markup.h"
#include "core/reports/table.h"
#include "tests/core/reports/samplereports.h"
#include "tests/support/chainbuilder.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pq;
using namespace pq::test;

namespace {

Report reportOf(const Corpus &corpus, const ReportQuestion &question)
{
    const Result<Report> report = makeReport(corpus, question);
    if (!report)
        qFatal("%s", qPrintable(report.error().message));
    return *report;
}

/// The table's rows, each cell as it stands in the CSV.
QStringList rowsOf(const Report &report)
{
    return QString::fromUtf8(report.csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
}

EntityId entityCalled(const Corpus &corpus, const QString &name)
{
    return std::ranges::find(corpus.entities, name, &Entity::name)->id;
}

/// An article with @p count passages, each of them of a claim, and as many links to the claim before.
Corpus largeCorpus(int count)
{
    Builder b;
    const EntityId who = b.person(u"Pim"_s);
    const VersionId version = b.article(u"Long"_s, b.outlet(u"Post"_s), u"2024-01-01"_s);
    QString text;
    QList<ClaimId> claims;
    for (int i = 0; i < count; ++i) {
        const qsizetype begin = text.size();
        text += u"Words number %1 of it. "_s.arg(i);
        Passage passage;
        passage.id = PassageId::create();
        passage.version = version;
        const TextSpan span{{begin}, {text.size() - 1}};
        passage.fragments = {{span, text.sliced(begin, span.length())}};
        b.corpus.passages.append(passage);
        claims.append(
            b.claim(ClaimKind::Fact, {{passage.id, PassageRole::Content}}, {{who, ParticipantRole::Speaker, {}}}));
        if (i % 2)
            b.link(claims[i], LinkKind::Supports, claims[i - 1]);
        if (i % 10 == 9)
            text += u'\n';
    }
    b.corpus.versions.last().text = Text(text);
    return b.corpus;
}

}

/// What the single reports tell.
class tst_Contents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

    void markupIsEscaped()
    {
        QCOMPARE(escaped(u"<a href=\"x\">&'\u0001\ufffe🕯️</a>"_s),
                 u"&lt;a href=&quot;x&quot;&gt;&amp;&#39;\ufffd\ufffd🕯️&lt;/a&gt;"_s);
        QCOMPARE(escaped(QString(QChar(0xd83d))), QString(QChar(0xfffd)));
        QCOMPARE(element("br"_L1), u"<br/>"_s);
    }

    void aTableBecomesAPageAndARecord()
    {
        const Table table{u"T"_s, {u"A"_s, u"B"_s}, {{u"1\n2"_s, u"<x>"_s}}};
        QVERIFY(toHtml(table).contains(u"<td dir=\"auto\">1<br/>2</td><td dir=\"auto\">&lt;x&gt;</td>"_s));
        QCOMPARE(toCsv(table), QByteArray("A,B\r\n\"1\n2\",<x>\r\n"));
        QCOMPARE(toCsv({table, table}, u"Which"_s), QByteArray("Which,A,B\r\nT,\"1\n2\",<x>\r\nT,\"1\n2\",<x>\r\n"));
    }

    void whatAPerformerSpeaksAsACharacterStandsApart()
    {
        const Corpus corpus = sampleCorpus();
        const QStringList rows = rowsOf(reportOf(corpus, questionFor(ReportKind::Person, corpus)));
        QCOMPARE(rows.filter(corpus.entities.first().name + u" as Osric,"_s).size(), 2);
        QCOMPARE(rows.filter(u"Spoke as a character"_s).size(), 2);
        QCOMPARE(rows.filter(u"Was told to have contributed · told by Iria Val"_s).size(), 2);
    }

    void aCharactersPageNamesThePerformer()
    {
        const Corpus corpus = sampleCorpus();
        const Report report = reportOf(corpus,
                                       {.kind = ReportKind::Person, .entity = entityCalled(corpus, u"Osric"_s)});
        QVERIFY(
            report.html.contains(u"Played by %1 (The Lantern Keepers, season 1)"_s.arg(corpus.entities.first().name)));
        QCOMPARE(report.count, 2);
        QVERIFY(rowsOf(report).filter(u"Osric as"_s).isEmpty());
    }

    void sayingsComeInTheOrderOfTime()
    {
        Twin twin;
        const Report report = reportOf(twin.corpus, {.kind = ReportKind::Person, .entity = twin.greta});
        QStringList dates;
        for (const QStringList rows = rowsOf(report).sliced(1); const QString &row : rows)
            dates.append(row.section(u',', 1, 1));
        QCOMPARE(dates, (QStringList{u"2024-05-02"_s, u"2024-05-03"_s, u"2024-05-09"_s}));
    }

    void anOutletsPageTellsWhatItPublished()
    {
        Twin twin;
        const QStringList rows = rowsOf(reportOf(twin.corpus, {.kind = ReportKind::Person, .entity = twin.signal}));
        QCOMPARE(rows.filter(u",Published,"_s).size(), 1);
    }

    void aPerformerOfAnotherWorkIsNotNamed()
    {
        Twin twin;
        const EntityId other = twin.person(u"Somebody Else"_s);
        twin.plays(other, twin.ottoline, twin.entity(EntityKind::Work, u"Another Play"_s));
        for (Claim &claim : twin.corpus.claims)
            claim.participants.append({twin.show, ParticipantRole::Subject, {}});
        QCOMPARE(reportOf(twin.corpus, {.kind = ReportKind::Person, .entity = other}).count, 0);
        QCOMPARE(reportOf(twin.corpus, {.kind = ReportKind::Person, .entity = twin.pim}).count, 4);
    }

    void onlyTheNewestVerdictAndItsSignOffsCount()
    {
        Corpus corpus = sampleCorpus();
        const QString before = QString::fromUtf8(reportOf(corpus, questionFor(ReportKind::FactSheet, corpus)).csv);
        QVERIFY(before.contains(u"Ben Achterberg,Ada Lindqvist,2025-03-20"_s));
        Verdict later = corpus.verdicts[1];
        later.id = VerdictId::fromString(u"0195b000-0000-7fff-8000-000000000fff"_s);
        later.value = VerdictValue::Refuted;
        later.created.microseconds += 1;
        corpus.verdicts.prepend(later);
        const QString after = QString::fromUtf8(reportOf(corpus, questionFor(ReportKind::FactSheet, corpus)).csv);
        QVERIFY(after.contains(u"Refuted"_s));
        QVERIFY(!after.contains(u"Ada Lindqvist"_s)); // whoever signed, signed something else
    }

    void openQuestionsAreWhatIsNotDone()
    {
        Corpus corpus = sampleCorpus();
        const auto count = [&](const QString &question) {
            return rowsOf(reportOf(corpus, questionFor(ReportKind::Open, corpus)))
                .filter(QRegularExpression(u'^' + question))
                .size();
        };
        QCOMPARE(count(u"Not decided,"_s), 5);
        QCOMPARE(count(u"Decided without evidence,"_s), 0);
        QCOMPARE(count(u"Not signed off,"_s), 1);
        QCOMPARE(count(u"Open notes,"_s), 5);
        corpus.evidence.clear();
        QCOMPARE(count(u"Decided without evidence,"_s), 1); // what is unverifiable has none
        corpus.signOffs.clear();
        QCOMPARE(count(u"Not signed off,"_s), 2);
        for (Verdict &verdict : corpus.verdicts)
            verdict.value = VerdictValue::NoCheckNeeded;
        QCOMPARE(count(u"Not signed off,"_s), 0);
        for (Note &note : corpus.notes)
            note.resolved = true;
        QCOMPARE(count(u"Open notes,"_s), 0);
    }

    void verdictsAreCountedAtTheEndOfEachPeriod()
    {
        Builder b;
        const auto day = [](int number) {
            return Timestamp{Timestamp::fromString(u"2024-01-01T12:00:00Z").microseconds + number * 86'400'000'000LL};
        };
        QList<ClaimId> claims;
        for (int i = 0; i < 3; ++i) {
            claims.append(b.claim(ClaimKind::Fact, {}));
            b.corpus.claims.last().created = day(i);
        }
        b.corpus.verdicts = {{VerdictId::create(), claims[0], VerdictValue::InProgress, {}, {}, day(1)},
                             {VerdictId::create(), claims[0], VerdictValue::Supported, {}, {}, day(4)}};
        const Record record(b.corpus);
        const BarChart chart = verdictsOverTime(record);
        QStringList shown;
        for (const BarChart::Bar &bar : chart.bars)
            shown.append(u"%1: %2 %3 %4"_s.arg(bar.label).arg(bar.values[0]).arg(bar.values[1]).arg(bar.values[2]));
        QCOMPARE(shown,
                 (QStringList{u"2024-01-01: 1 0 0"_s, u"2024-01-02: 1 1 0"_s, u"2024-01-03: 2 1 0"_s,
                              u"2024-01-04: 2 1 0"_s, u"2024-01-05: 2 0 1"_s}));

        b.corpus.verdicts[1].created = day(400);
        QVERIFY(verdictsOverTime(Record(b.corpus)).bars.size() <= 15); // months
        b.corpus.verdicts[1].created = day(40'000);
        QVERIFY(verdictsOverTime(Record(b.corpus)).bars.size() <= 112); // years
    }

    void aChartShowsTheNumbersOfItsTable()
    {
        const BarChart chart{
            .title = u"<T>"_s,
            .what = u"Who"_s,
            .series = {{u"One"_s, u"#0f76b5"_s}, {u"Two"_s, u"#cf5c00"_s}},
            .bars = {{u"A very long name that no column holds, however wide it is"_s, {3, 0}}, {u"שלום"_s, {1, 200}}}};
        const QString svg = toSvg(chart);
        QCOMPARE(xmlFault(svg), QString());
        QVERIFY(svg.contains(u"…"_s));
        QVERIFY(svg.contains(u"B 200"_s));
        QCOMPARE(toTable(chart).rows,
                 (QList<QStringList>{{chart.bars[0].label, u"3"_s, u"0"_s, u"3"_s},
                                     {chart.bars[1].label, u"1"_s, u"200"_s, u"201"_s}}));
    }

    void aChainIsToldOnceForAllItsClaims()
    {
        const Corpus corpus = sampleCorpus();
        const Record record(corpus);
        const QList<Chain> chains = linkedChains(record, corpus.articles.first().id);
        QCOMPARE(chains.size(), 2);
        const Chain whole = trace(corpus, {corpus.claims.first().id}, chains.first().line);
        QCOMPARE(chains.first(), whole); // a part of the corpus is enough
    }

    void tenThousandPassagesTakeTenTimesAsLongAsAThousand()
    {
        const auto taken = [](int count) {
            const Corpus corpus = largeCorpus(count);
            QElapsedTimer timer;
            timer.start();
            const Report report = reportOf(corpus, questionFor(ReportKind::Article, corpus));
            if (report.count != count)
                qFatal("Claims are missing.");
            return timer.nsecsElapsed();
        };
        taken(1000); // what is made once
        const double small = double(taken(1000));
        const double large = double(taken(10'000));
        // Linear is 10; the square would be 100. Others may be at work on this computer.
        QVERIFY2(large / small < 40, qPrintable(QString::number(large / small)));
    }

private:
    EnglishPlurals m_plurals;
};

QTEST_GUILESS_MAIN(tst_Contents)
#include "tst_contents.moc"
