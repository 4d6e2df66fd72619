// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clitest.h"

#include "core/formats/format.h"

#include <unistd.h>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

/// What goes out by the command line.
class tst_CliExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFormatWritesTheSampleAndItsLosses();
    void whatJsonLinesExportsComesBackTheSame();
    void anExportOfOneArticleHoldsNoOther();
    void aFolderThatCannotBeWrittenIsRefused();
    void tagsAnnotatorsAndStatesCanBeChosen();
};

void tst_CliExport::everyFormatWritesTheSampleAndItsLosses()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    const Finished listed = workshop.run({u"formats"_s, u"--json"_s});
    EXPECT_DONE(listed);
    QCOMPARE(listed.objects().size(), qsizetype(formats().size()));
    QCOMPARE(workshop.run({u"formats"_s}).output.count(u'\n'), qsizetype(formats().size()));
    for (const QJsonObject &format : listed.objects()) {
        QCOMPARE(
            keysOf(format),
            (QStringList{u"capabilities"_s, u"folder"_s, u"id"_s, u"name"_s, u"reads"_s, u"suffix"_s, u"writes"_s}));
        if (!format["writes"_L1].toBool())
            continue;
        const QString id = format["id"_L1].toString();
        const Finished exported = workshop.run({u"export"_s, u"s.pullquote"_s, u"--format"_s, id, u"--out"_s,
                                                u"out-"_s + id, u"--loss"_s, id + u".loss"_s, u"--json"_s});
        EXPECT_DONE(exported);
        const QJsonObject object = exported.objects().first();
        QCOMPARE(keysOf(object), (QStringList{u"files"_s, u"format"_s, u"loss"_s, u"out"_s}));
        QCOMPARE(QJsonDocument::fromJson(workshop.read(id + u".loss"_s)).array(), object["loss"_L1].toArray());
        QVERIFY(!object["files"_L1].toArray().isEmpty());
        for (const auto &file : object["files"_L1].toArray()) {
            const QString path = format["folder"_L1].toBool() ? u"out-"_s + id + u'/' + file.toString()
                                                              : file.toString();
            QVERIFY2(QFileInfo(workshop.path(path)).size() > 0 || path.endsWith(u".ann"), qPrintable(path));
        }
        const Finished text = workshop.run(
            {u"export"_s, u"s.pullquote"_s, u"--format"_s, id, u"--out"_s, u"again-"_s + id});
        EXPECT_DONE(text);
        QVERIFY(text.output.startsWith(u"Wrote "_s));
        QCOMPARE(text.output.contains(u"Nothing is lost.\n"_s), object["loss"_L1].toArray().isEmpty());
    }
}

void tst_CliExport::whatJsonLinesExportsComesBackTheSame()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"a.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    workshop.write(u"lantern.txt"_s, lantern);
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s}));
    const auto exported = [&workshop](const QString &project) {
        const Finished finished = workshop.run(
            {u"export"_s, project, u"--format"_s, u"pullquote-jsonl"_s, u"--out"_s, project + u".jsonl"_s});
        return finished.code == 0 ? workshop.read(project + u".jsonl"_s) : finished.errors.toUtf8();
    };
    const QByteArray first = exported(u"a.pullquote"_s);
    QVERIFY(first.startsWith(R"({"type":"pullquote","version":1})"));

    // Whoever imports becomes an annotator of the new project, with an id of its own. All else is the same.
    EXPECT_DONE(workshop.run({u"new"_s, u"b.pullquote"_s}, u"Zoe Last"_s));
    EXPECT_DONE(workshop.run({u"import"_s, u"b.pullquote"_s, u"a.pullquote.jsonl"_s}, u"Zoe Last"_s));
    QList<QByteArray> lines = exported(u"b.pullquote"_s).split('\n');
    const qsizetype removed = lines.removeIf([](const QByteArray &line) { return line.contains("Zoe Last"); });
    QCOMPARE(removed, 1);
    QCOMPARE(lines.join('\n'), first);

    // Once everybody is there, the bytes are.
    const QByteArray second = exported(u"b.pullquote"_s);
    EXPECT_DONE(workshop.run({u"import"_s, u"b.pullquote"_s, u"b.pullquote.jsonl"_s}, u"Zoe Last"_s));
    QCOMPARE(exported(u"b.pullquote"_s), second);
    QCOMPARE(workshop.run({u"check"_s, u"b.pullquote"_s}).code, 0);
}

void tst_CliExport::anExportOfOneArticleHoldsNoOther()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    workshop.write(u"lantern.txt"_s, lantern);
    workshop.write(u"postcard.txt"_s, postcard);
    EXPECT_DONE(workshop.run({u"import"_s, u"a.pullquote"_s, u"lantern.txt"_s, u"postcard.txt"_s}));
    EXPECT_DONE(workshop.run({u"export"_s, u"a.pullquote"_s, u"--format"_s, u"pullquote-jsonl"_s, u"--out"_s,
                              u"one.jsonl"_s, u"--article"_s, u"A postcard"_s}));
    QVERIFY(workshop.read(u"one.jsonl"_s).contains("Nothing was lit."));
    QVERIFY(!workshop.read(u"one.jsonl"_s).contains("I kept it lit"));
}

void tst_CliExport::aFolderThatCannotBeWrittenIsRefused()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"a.pullquote"_s}));
    const Finished nowhere = workshop.run(
        {u"export"_s, u"a.pullquote"_s, u"--format"_s, u"pullquote-jsonl"_s, u"--out"_s, u"no/such/folder/a.jsonl"_s});
    QCOMPARE(nowhere.code, 1);
    QCOMPARE(nowhere.output, QString());
    QCOMPARE(nowhere.errors.count(u'\n'), 1);
    if (::geteuid() == 0)
        QSKIP("The superuser may write everything.");
    QVERIFY(QFile::setPermissions(workshop.path(u"a.pullquote"_s), QFile::ReadOwner));
    const Finished readOnly = workshop.run({u"info"_s, u"a.pullquote"_s});
    QCOMPARE(readOnly.code, 1);
    QVERIFY(readOnly.errors.contains(u"cannot be written"_s));
}

void tst_CliExport::tagsAnnotatorsAndStatesCanBeChosen()
{
    const Workshop workshop;
    EXPECT_DONE(workshop.run({u"new"_s, u"s.pullquote"_s}));
    EXPECT_DONE(
        workshop.run({u"import"_s, u"s.pullquote"_s, QStringLiteral(SOURCE_ROOT "/resources/sample/sample.jsonl")}));
    const auto lines = [&workshop](const QStringList &options) {
        const Finished finished = workshop.run(
            QStringList{u"export"_s, u"s.pullquote"_s, u"--format"_s, u"pullquote-jsonl"_s, u"--out"_s, u"o.jsonl"_s}
            + options);
        if (finished.code != 0)
            return QList<QJsonObject>{{{"type"_L1, finished.errors}}};
        QList<QJsonObject> objects;
        for (const QList<QByteArray> all = workshop.read(u"o.jsonl"_s).split('\n'); const QByteArray &line : all) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    };
    const auto count = [](const QList<QJsonObject> &objects, const QString &type) {
        return std::ranges::count_if(objects, [&](const QJsonObject &each) { return each["type"_L1] == type; });
    };
    const QList<QJsonObject> all = lines({});
    QCOMPARE(count(all, u"passage"_s), 87);
    const QString tag = std::ranges::find_if(all,
                                             [](const QJsonObject &each) { return each["type"_L1] == u"passage"_s; })
                            ->value("tag"_L1)
                            .toString();
    const QList<QJsonObject> tagged = lines({u"--tags"_s, tag});
    QVERIFY(count(tagged, u"passage"_s) > 0 && count(tagged, u"passage"_s) < 87);
    for (const QJsonObject &each : tagged)
        QVERIFY(each["type"_L1] != u"passage"_s || each["tag"_L1] == tag);
    const qsizetype suggested = count(lines({u"--states"_s, u"suggested"_s}), u"passage"_s);
    QCOMPARE(count(lines({u"--states"_s, u"accepted,suggested"_s}), u"passage"_s),
             suggested + count(lines({u"--states"_s, u"accepted"_s}), u"passage"_s));
    QCOMPARE(count(lines({u"--annotators"_s, u"Nobody Knows"_s}), u"pullquote"_s), 0);
    QVERIFY(lines({u"--annotators"_s, u"Nobody Knows"_s}).first()["type"_L1].toString().contains(u"Nobody Knows"_s));
    QVERIFY(lines({u"--states"_s, u"finished"_s}).first()["type"_L1].toString().contains(u"no state"_s));
}

QTEST_GUILESS_MAIN(tst_CliExport)
#include "tst_cliexport.moc"
