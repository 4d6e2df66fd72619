// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/highlights.h"
#include "ui/article/lanes.h"

#include <QFontMetricsF>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endAboveTheLettersOfTheNextLine_data()
    {
        QTest::addColumn<int>("leading");
        for (const int leading : {int(Typesetting::leastLeading), 160, int(Typesetting::greatestLeading)})
            QTest::addRow("%d", leading) << leading;
    }
    void endAboveTheLettersOfTheNextLine()
    {
        QFETCH(int, leading);
        for (const QString &family : {u"Noto Serif"_s, u"Noto Sans"_s, u"DejaVu Sans"_s}) {
            // Tight lines of tiny letters have no room for all lanes.
            for (double zoom = leading < 160 ? 1.25 : 0.75; zoom <= 4; zoom += 0.25) {
                QFont chosen(family);
                chosen.setPixelSize(15);
                const Typography typography = Typography::of(chosen, zoom, {.leading = leading});
                const double letter = QFontMetricsF(typography.body).tightBoundingRect(u"l"_s).height();
                for (int used = 1; used <= Highlights::lanes; ++used) {
                    const Lanes lanes = Lanes::of(typography, used);
                    QVERIFY2(lanes.bottom(used - 1) <= typography.lineHeight - letter,
                             qPrintable(u"%1 %2: %3"_s.arg(family).arg(zoom).arg(used)));
                    QVERIFY(lanes.thickness >= 1);
                    QVERIFY(lanes.pitch > lanes.thickness); // they stand apart
                }
            }
        }
    }

    void aFewAreAsThickAsOne()
    {
        const Typography typography = Typography::of(QFont(), 1);
        QCOMPARE(Lanes::of(typography, 2).thickness, Lanes::of(typography, 1).thickness);
        QVERIFY(Lanes::of(typography, 1).thickness >= 2);
    }
};

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
