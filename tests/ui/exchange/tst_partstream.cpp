// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/partstream.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_PartStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theApplicationEndsThoughNobodyTakesTheParts();
};

void tst_PartStream::theApplicationEndsThoughNobodyTakesTheParts()
{
    const QTemporaryDir place;
    QFile file(place.filePath(u"lines.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    // After a line that is refused, each line is a part.
    file.write("{\"text\":\"Noe 🎬\",\"spans\":[]}\n{\"text\":\n"
               + QByteArray("{\"text\":\"Osric\",\"spans\":[]}\n").repeated(10));
    file.close();
    int count = 1;
    char name[] = "tst_partstream";
    char *arguments[] = {name, nullptr};
    const auto progress = std::make_shared<PartProgress>();
    {
        const QCoreApplication application(count, arguments);
        PartStream stream(*findFormat(u"spacy-jsonl"), file.fileName(), partBytes, progress);
        QSignalSpy arrived(&stream, &PartStream::arrived);
        QVERIFY(arrived.wait());
    }
    QVERIFY(progress->isCancelled);
}

QTEST_APPLESS_MAIN(tst_PartStream)
#include "tst_partstream.moc"
