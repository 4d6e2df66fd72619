// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filehash.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_FileHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHashIsThatOfTheBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null and high bytes") << QByteArray("\0\xff\r\n", 4);
        QTest::newRow("larger than a buffer") << QByteArray(100'000, 'x');
    }
    void theHashIsThatOfTheBytes()
    {
        QFETCH(const QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"copy 🕯️.html"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QCOMPARE(sha256OfFile(path).value().toLatin1(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    void aFileThatCannotBeReadIsNamed()
    {
        const auto none = sha256OfFile(u"/nowhere/copy.html"_s);
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(u"/nowhere/copy.html"));
    }
};

QTEST_GUILESS_MAIN(tst_FileHash)
#include "tst_filehash.moc"
