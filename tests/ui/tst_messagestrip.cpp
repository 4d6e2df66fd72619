// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagestrip.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_MessageStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anErrorStaysUntilItIsClosed();
    void aNoticesButtonDoesItsWorkOnce();
    void anErrorHasNoButtonLeftFromANotice();
    void aScreenReaderIsTold();
};

void tst_MessageStrip::anErrorStaysUntilItIsClosed()
{
    MessageStrip strip;
    QVERIFY(strip.isHidden());
    QCOMPARE(strip.message(), QString());
    strip.showError(u"The file <b>x</b> is gone."_s);
    QVERIFY(!strip.isHidden());
    QCOMPARE(strip.message(), u"The file <b>x</b> is gone."_s);
    QCOMPARE(strip.findChild<QLabel *>(u"messageLabel"_s)->textFormat(), Qt::PlainText);
    strip.findChild<QToolButton *>(u"closeMessageButton"_s)->click();
    QVERIFY(strip.isHidden());
}

void tst_MessageStrip::aNoticesButtonDoesItsWorkOnce()
{
    MessageStrip strip;
    int calls = 0;
    strip.showNotice(u"3 articles were imported."_s, u"Show"_s, [&calls] { ++calls; });
    strip.findChild<QPushButton *>(u"messageButton"_s)->click();
    QCOMPARE(calls, 1);
    QVERIFY(strip.isHidden());
}

void tst_MessageStrip::anErrorHasNoButtonLeftFromANotice()
{
    MessageStrip strip;
    strip.showNotice(u"Done."_s, u"Show"_s, [] {});
    strip.showError(u"No."_s);
    QVERIFY(strip.findChild<QPushButton *>(u"messageButton"_s)->isHidden());
}

void tst_MessageStrip::aScreenReaderIsTold()
{
    static QStringList announced;
    announced.clear();
    QAccessible::setActive(true);
    const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        if (event->type() == QAccessible::Announcement)
            announced.append(static_cast<QAccessibleAnnouncementEvent *>(event)->message());
    });
    MessageStrip strip;
    strip.showError(u"The disk is full."_s);
    QAccessible::installUpdateHandler(before);
    QCOMPARE(announced, QStringList{u"The disk is full."_s});
}

QTEST_MAIN(tst_MessageStrip)
#include "tst_messagestrip.moc"
