// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/background.h"

#include <QTest>

#include <atomic>

using namespace pq;

class tst_Background : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theApplicationEndsWhenAllWorkIsDone();
};

void tst_Background::theApplicationEndsWhenAllWorkIsDone()
{
    constexpr int works = 20; // more than this has processors
    std::atomic<int> begun = 0;
    std::atomic<int> done = 0;
    std::atomic<bool> mayEnd = false;
    bool isHandedOver = false;
    {
        int count = 1;
        char name[] = "tst_background";
        char *arguments[] = {name, nullptr};
        QCoreApplication application(count, arguments);
        for (int i = 0; i < works; ++i) {
            inBackground(
                &application,
                [&] {
                    ++begun;
                    while (!mayEnd)
                        QTest::qSleep(1);
                    QTest::qSleep(100);
                    return ++done;
                },
                [&isHandedOver](int) { isHandedOver = true; });
        }
        // Each has a thread of its own: none waits for another's end.
        const bool haveBegun = QTest::qWaitFor([&] { return begun == works; });
        mayEnd = true; // also where they have not, or nothing would end
        QVERIFY(haveBegun);
    }
    QCOMPARE(done, works);
    QVERIFY(!isHandedOver);
}

QTEST_APPLESS_MAIN(tst_Background)
#include "tst_background.moc"
