// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/typography.h"

#include <QFontInfo>
#include <QTest>
#include <QWidget>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Typography : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFaceAndASizeThatSomebodyChoseAreTakenAsTheyAre()
    {
        QWidget widget;
        QFont chosen;
        chosen.setFamily(u"DejaVu Sans"_s);
        chosen.setPointSize(20);
        widget.setFont(chosen);
        const Typography typography = Typography::of(widget.font(), 1.0);
        QCOMPARE(typography.body.families().first(), u"DejaVu Sans"_s);
        QCOMPARE(typography.body.pixelSize(), QFontInfo(widget.font()).pixelSize());
    }

    void withoutAChoiceTheArticleIsSetInASerifLargerThanTheLabels()
    {
        const QWidget widget;
        const Typography typography = Typography::of(widget.font(), 1.0);
        QCOMPARE(typography.body.families().first(), u"Noto Serif"_s);
        QVERIFY(typography.body.pixelSize() > QFontInfo(widget.font()).pixelSize());
    }
};

QTEST_MAIN(tst_Typography)
#include "tst_typography.moc"
