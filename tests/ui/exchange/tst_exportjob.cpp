// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportjob.h"

#include "core/formats/partwriter.h"
#include "tests/ui/project.h"

#include <QDir>
#include <QSignalSpy>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_ExportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitIsMadeAgainWhenItIsSaved_data();
    void whatDoesNotFitIsMadeAgainWhenItIsSaved();
    void theRequestThatCameLastIsPrepared();
    void partsInAnArchiveAreEachThereOnce();
    void whatIsBeingSavedIsNotGivenUpForAnotherRequest();
    void whoLeavesOffLeavesNothing();
};

namespace {

struct Job : test::OpenProject
{
    ExportJob job = ExportJob(session, {});
    QTemporaryDir place;

    [[nodiscard]] bool prepare(const ExportRequest &request)
    {
        QSignalSpy finished(&job, &ExportJob::finished);
        job.prepare(request);
        return finished.wait(20'000);
    }
    [[nodiscard]] Result<> save(const QString &path)
    {
        QSignalSpy saved(&job, &ExportJob::saved);
        job.save(path, path + u".loss.json"_s);
        return saved.wait(20'000) ? saved.first().first().value<Result<>>() : fail(u"Nothing came."_s);
    }
};

ExportRequest request(const QString &format, qint64 bytesOfPart, qint64 keptBytes)
{
    return {findFormat(format), true, {}, {}, bytesOfPart, keptBytes};
}

/// The counts of each kind of loss.
QMap<QString, qint64> countsOf(const LossReport &loss)
{
    QMap<QString, qint64> counts;
    for (const Loss &each : loss)
        counts[each.what] += each.count;
    return counts;
}

}

void tst_ExportJob::whatDoesNotFitIsMadeAgainWhenItIsSaved_data()
{
    QTest::addColumn<QString>("format");
    for (const Format &format : formats()) {
        if (format.write && isWrittenInParts(format, {}))
            QTest::newRow(format.id) << QString::fromLatin1(format.id);
    }
}

void tst_ExportJob::whatDoesNotFitIsMadeAgainWhenItIsSaved()
{
    QFETCH(const QString, format);
    const Format &chosen = *findFormat(format);
    Job whole;
    QVERIFY(whole.prepare(request(format, 1 << 30, 1 << 30)));
    QVERIFY(whole.job.prepared()->isWhole);
    const QString all = whole.place.filePath(u"out"_s);
    VERIFY_RESULT(whole.save(all));
    Job parts;
    QVERIFY(parts.prepare(request(format, 1, 1)));
    QVERIFY(!parts.job.prepared()->isWhole);
    QVERIFY(parts.job.prepared()->files >= whole.job.prepared()->files); // UIMA has a file for names with each part
    QCOMPARE(countsOf(parts.job.prepared()->written.loss), countsOf(whole.job.prepared()->written.loss));
    const QString some = parts.place.filePath(u"out"_s);
    VERIFY_RESULT(parts.save(some));
    QVERIFY(QFile::exists(some + u".loss.json"_s));
    const auto back = load(chosen, some);
    VERIFY_RESULT(back);
    const auto expected = load(chosen, all);
    VERIFY_RESULT(expected);
    QCOMPARE(back->corpus.articles.size(), expected->corpus.articles.size());
    QCOMPARE(back->corpus.passages.size(), expected->corpus.passages.size());
    QCOMPARE(back->corpus.claims.size(), expected->corpus.claims.size());
    QCOMPARE(back->corpus.tags.size(), expected->corpus.tags.size());
}

void tst_ExportJob::theRequestThatCameLastIsPrepared()
{
    Job project;
    QSignalSpy finished(&project.job, &ExportJob::finished);
    for (const char *format : {"brat", "tei", "spacy-jsonl", "pullquote-jsonl", "webanno-tsv"})
        project.job.prepare(request(QString::fromLatin1(format), 1, 1));
    QVERIFY(finished.wait(20'000));
    QCOMPARE(finished.size(), 1);
    QVERIFY(project.job.prepared()->written.files.first().path.endsWith(u".tsv"_s));
}

void tst_ExportJob::partsInAnArchiveAreEachThereOnce()
{
    Job project;
    QVERIFY(project.prepare(request(u"brat"_s, 1, 1)));
    const QString path = project.place.filePath(u"out.zip"_s);
    VERIFY_RESULT(project.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    // Each name stands before its file and in the list of all.
    QCOMPARE(file.readAll().count("annotation.conf"), 2);
    const auto back = load(*findFormat(u"brat"), path);
    VERIFY_RESULT(back);
    QCOMPARE(back->corpus.passages.size(), project.corpus.passages.size());
}

void tst_ExportJob::whatIsBeingSavedIsNotGivenUpForAnotherRequest()
{
    Job project;
    QVERIFY(project.prepare(request(u"brat"_s, 1, 1)));
    QSignalSpy saved(&project.job, &ExportJob::saved);
    project.job.save(project.place.filePath(u"out"_s), {});
    project.job.prepare(request(u"webanno-tsv"_s, 1, 1));
    QSignalSpy finished(&project.job, &ExportJob::finished);
    QVERIFY(saved.wait(20'000));
    VERIFY_RESULT(saved.first().first().value<Result<>>());
    QVERIFY(QDir(project.place.filePath(u"out"_s)).exists(u"annotation.conf"_s));
    QVERIFY(!finished.isEmpty() || finished.wait(20'000));
    QVERIFY(project.job.prepared()->written.files.first().path.endsWith(u".tsv"_s));
}

void tst_ExportJob::whoLeavesOffLeavesNothing()
{
    auto project = std::make_unique<Job>();
    const QTemporaryDir place;
    QVERIFY(project->prepare(request(u"brat"_s, 1, 1)));
    project->job.save(place.filePath(u"out"_s), {});
    project.reset();
    QVERIFY(QTest::qWaitFor(
        [&place] { return QDir(place.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); },
        20'000));
}

QTEST_MAIN(tst_ExportJob)
#include "tst_exportjob.moc"
