// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "ui/fragmentcheck.h"

#include <QTest>

#include <sqlite3.h>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_FragmentCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundProjectIsLookedThroughInSilence();
    void aPassageThatDoesNotAgreeWithItsTextIsNamed();
    void closingTheProjectStopsIt();
};

namespace {

struct Check : test::OpenProject
{
    FragmentCheck check{session};
    QSignalSpy found{&check, &FragmentCheck::damageFound};

    /// Changes the file behind the program's back, then opens it.
    void reopenAfter(const QByteArray &sql)
    {
        const QString path = session.store().path();
        session.close();
        sqlite3 *database = nullptr;
        if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK
            || sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(database));
        sqlite3_close(database);
        session.open(path);
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return !check.isRunning(); });
    }
};

}

void tst_FragmentCheck::aSoundProjectIsLookedThroughInSilence()
{
    Check project;
    project.reopenAfter("SELECT 1");
    QVERIFY(project.check.isRunning());
    QVERIFY(project.wait());
    QCOMPARE(project.found.size(), 0);
}

void tst_FragmentCheck::aPassageThatDoesNotAgreeWithItsTextIsNamed()
{
    Check project;
    const Passage &passage = project.corpus.passages.first();
    // One character more at the beginning: every passage of the text slips.
    project.reopenAfter("UPDATE version SET text = 'x' || text WHERE id = x'" + passage.version.toBytes().toHex()
                        + "'");
    QVERIFY(project.wait());
    QCOMPARE(project.found.size(), 1);
    const QString message = project.found.first().first().toString();
    QVERIFY2(message.contains(project.corpus.articles.first().title), qPrintable(message));
    QVERIFY2(message.contains(passage.fragments.first().words), qPrintable(message));
    QVERIFY2(message.contains(u"more.\n"_s) && message.contains(u"Check Project"_s), qPrintable(message));
}

void tst_FragmentCheck::closingTheProjectStopsIt()
{
    Check project;
    project.reopenAfter("UPDATE version SET text = 'gone'");
    QVERIFY(project.check.isRunning());
    project.session.close();
    QVERIFY(!project.check.isRunning());
    QTest::qWait(700);
    QCOMPARE(project.found.size(), 0);
}

QTEST_MAIN(tst_FragmentCheck)
#include "tst_fragmentcheck.moc"
