// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"
#include "tests/support/wellformed.h"

#include "core/reports/report.h"

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// Reports and pictures by the command line.
class tst_CliReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        EXPECT_DONE(m_workshop.run({u"new"_s, u"s.pullquote"_s}));
        EXPECT_DONE(m_workshop.run(
            {u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
        const Finished articles = m_workshop.run({u"list"_s, u"s.pullquote"_s, u"articles"_s, u"--json"_s});
        EXPECT_DONE(articles);
        m_article = articles.objects().first()["title"_L1].toString();
        const Finished entities = m_workshop.run({u"list"_s, u"s.pullquote"_s, u"entities"_s, u"--json"_s});
        EXPECT_DONE(entities);
        const QList<QJsonObject> all = entities.objects();
        const auto isPerson = [](const QJsonObject &entity) { return entity["kind"_L1] == "person"_L1; };
        const auto person = std::ranges::find_if(all, isPerson);
        QVERIFY(person != all.end());
        m_person = (*person)["name"_L1].toString();
        QVERIFY(!m_article.isEmpty() && !m_person.isEmpty());
    }

    void everyReportIsWrittenInEveryFormat_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("format");
        for (const ReportSpec &spec : reportSpecs()) {
            for (const char *format : {"html", "pdf", "csv"}) {
                if (spec.hasTable || QLatin1StringView(format) != "csv"_L1)
                    QTest::addRow("%s as %s", spec.id, format)
                        << QString::fromLatin1(spec.id) << QString::fromLatin1(format);
            }
        }
        for (const char *format : {"svg", "pdf", "png", "html", "txt"})
            QTest::addRow("chain as %s", format) << u"chain"_s << QString::fromLatin1(format);
    }

    void everyReportIsWrittenInEveryFormat()
    {
        QFETCH(QString, report);
        QFETCH(QString, format);
        const QString file = report + u'.' + format;
        const Finished made = m_workshop.run(QStringList{u"report"_s, u"s.pullquote"_s, report} + subjectOf(report)
                                             + QStringList{u"--out"_s, file, u"--json"_s});
        EXPECT_DONE(made);
        const QJsonObject said = made.objects().first();
        QCOMPARE(keysOf(said), (QStringList{u"bytes"_s, u"count"_s, u"format"_s, u"out"_s, u"report"_s, u"title"_s}));
        QCOMPARE(said["format"_L1].toString(), format);
        QVERIFY(said["count"_L1].toInt() > 0);
        const QByteArray bytes = m_workshop.read(file);
        QCOMPARE(qint64(bytes.size()), said["bytes"_L1].toInteger());
        QVERIFY(bytes.size() > 200);
        if (format == "pdf"_L1) {
            QVERIFY(bytes.startsWith("%PDF-1."));
            QVERIFY(bytes.trimmed().endsWith("%%EOF"));
            static const QRegularExpression pages(u"/Type\\s*/Page\\b"_s);
            QVERIFY(QString::fromLatin1(bytes).contains(pages));
            QVERIFY(bytes.contains("/ToUnicode")); // its text can be copied and searched
        } else if (format == "png"_L1) {
            QVERIFY(bytes.startsWith("\x89PNG"));
        } else if (format == "html"_L1 || format == "svg"_L1) {
            const QString markup = QString::fromUtf8(bytes);
            QCOMPARE(xmlFault(markup), QString());
            QCOMPARE(outsideReference(markup), QString());
        }
    }

    void theFormatIsSaidOrReadOffTheName()
    {
        const QStringList open{u"report"_s, u"s.pullquote"_s, u"open"_s, u"--out"_s};
        EXPECT_DONE(m_workshop.run(open + QStringList{u"questions"_s, u"--format"_s, u"csv"_s}));
        QVERIFY(m_workshop.read(u"questions"_s).startsWith("Question,Article,"));
        EXPECT_DONE(m_workshop.run(open + QStringList{u"Questions.HTML"_s}));
        QVERIFY(m_workshop.read(u"Questions.HTML"_s).startsWith("<!DOCTYPE html>"));
        QVERIFY(m_workshop.run(open + QStringList{u"t.csv"_s}).output.startsWith(u"Wrote t.csv: "_s));
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QStringList to{u"--out"_s, u"x.html"_s};
        QTest::newRow("no such report") << QStringList{u"poem"_s} + to << 2;
        QTest::newRow("no file") << QStringList{u"open"_s} << 2;
        QTest::newRow("no format") << QStringList{u"open"_s, u"--out"_s, u"x.doc"_s} << 2;
        QTest::newRow("no table of an article") << QStringList{u"article"_s, m_article, u"--out"_s, u"x.csv"_s} << 2;
        QTest::newRow("no subject") << QStringList{u"article"_s} + to << 2;
        QTest::newRow("a subject too many") << QStringList{u"charts"_s, u"Pim"_s} + to << 2;
        QTest::newRow("no such article") << QStringList{u"factsheet"_s, u"No such title"_s} + to << 1;
        QTest::newRow("nobody") << QStringList{u"person"_s, u"Nobody At All"_s} + to << 1;
        QTest::newRow("no claim") << QStringList{u"chain"_s, u"words that nobody said"_s} + to << 1;
        QTest::newRow("no words") << QStringList{u"chain"_s, u"“ ”"_s} + to << 2;
        QTest::newRow("no folder") << QStringList{u"open"_s, u"--out"_s, u"no/such/folder/x.html"_s} << 1;
    }

    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Finished finished = m_workshop.run(QStringList{u"report"_s, u"s.pullquote"_s} + arguments);
        QCOMPARE(finished.code, code);
        QCOMPARE(finished.output, QString());
        QCOMPARE(finished.errors.count(u'\n'), 1);
        QVERIFY(!QFile::exists(m_workshop.path(u"x.html"_s)));
    }

private:
    [[nodiscard]] QStringList subjectOf(const QString &report) const
    {
        if (report == "chain"_L1)
            return {u"“I only came to walk you home”"_s};
        const ReportSubject subject = findReport(report)->subject;
        return subject == ReportSubject::Article ? QStringList{m_article}
            : subject == ReportSubject::Entity   ? QStringList{m_person.toUpper()}
                                                 : QStringList{};
    }

    Workshop m_workshop;
    QString m_article;
    QString m_person;
};

QTEST_GUILESS_MAIN(tst_CliReport)
#include "tst_clireport.moc"
