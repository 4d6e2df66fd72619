// SPDX-License-Identifier: GPL-3.0-or-later
// Files of UIMA and WebAnno in which something was changed are a corpus or a refusal.
#include "core/formats/format.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_CasFaults : public QObject
{
    Q_OBJECT
private:
    /// Files of a format that are sound: the fuzzers' seeds, and the sample.
    static QList<QByteArray> sound(const Format &format, const char *seeds)
    {
        QList<QByteArray> all;
        const QDir folder(QStringLiteral(SOURCE_ROOT "/tests/fuzz/seeds/") + QString::fromLatin1(seeds));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
        if (const auto written = format.write(test::sampleCorpus(), {}))
            all.append(written->files.first().bytes);
        return all;
    }

    static QByteArray changed(QByteArray bytes)
    {
        static const QList<QByteArray> pieces = {"0",   "-1",      "99999999999999999999",
                                                 "\"",  "<",       ">",
                                                 "\t",  "\n",      "|",
                                                 "[1]", ";",       "_",
                                                 "*",   "->1-1",   "\xff",
                                                 "{",   "}",       "null",
                                                 ",",   "&#0;",    "@",
                                                 ":",   "\\u0000", QByteArray(1, '\0')};
        const auto below = [](qsizetype limit) { return qsizetype(test::RandomCorpus::below(int(limit))); };
        for (int n = 1 + test::RandomCorpus::below(3); n > 0 && !bytes.isEmpty(); --n) {
            const qsizetype at = below(bytes.size());
            const qsizetype size = std::min(1 + below(30), bytes.size() - at);
            switch (below(4)) {
            case 0:
                bytes.remove(at, size);
                break;
            case 1:
                bytes.insert(below(bytes.size()), bytes.sliced(at, size));
                break;
            case 2:
                bytes.replace(at, 1, pieces[below(pieces.size())]);
                break;
            default:
                bytes.insert(at, pieces[below(pieces.size())]);
            }
        }
        return bytes;
    }

private Q_SLOTS:
    void theyAreRefusedOrCanBeKeptAndWritten_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("seeds");
        QTest::newRow("TSV") << u"webanno-tsv"_s << u"a.tsv"_s << u"fuzz_webannotsv"_s;
        QTest::newRow("XMI") << u"uima-xmi"_s << u"a.xmi"_s << u"fuzz_uimaxmi"_s;
        QTest::newRow("JSON") << u"uima-json"_s << u"a.json"_s << u"fuzz_uimajson"_s;
    }
    void theyAreRefusedOrCanBeKeptAndWritten()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(QString, seeds);
        const Format &format = *findFormat(id);
        const Format &lossless = *findFormat(u"pullquote-jsonl");
        const QList<QByteArray> all = sound(format, seeds.toLatin1().constData());
        const bool holds = rc::check([&] {
            const QByteArray source = all[test::RandomCorpus::below(int(all.size()))];
            const qsizetype end = source.indexOf('\0');
            const QByteArray bytes = changed(end < 0 ? source : source.first(end));
            QList<NamedFile> files = {{name, bytes}};
            if (end >= 0)
                files.append({u"TypeSystem.xml"_s, changed(source.sliced(end + 1))});
            const auto got = format.read(files);
            if (!got)
                return;
            const auto fault = [&](const QString &why) { RC_FAIL(why.toStdString() + "\n" + bytes.toStdString()); };
            const auto kept = lossless.write(got->corpus, {});
            if (!kept)
                fault(u"kept: "_s + kept.error().message);
            const auto again = lossless.read(kept->files);
            if (!again)
                fault(u"kept, but not read: "_s + again.error().message);
            if (again->corpus != got->corpus)
                fault(u"kept, but not as it is"_s);
            const auto written = writeChecked(format, got->corpus);
            if (!written)
                fault(u"written: "_s + written.error().message);
            if (got->corpus.versions.isEmpty())
                return;
            const auto reread = format.read(written->files);
            if (!reread)
                fault(u"written, but not read: "_s + reread.error().message);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(tst_CasFaults)
#include "tst_casfaults.moc"
