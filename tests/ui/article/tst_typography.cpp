// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"
#include "ui/article/typography.h"

#include <QFontInfo>
#include <QScrollBar>
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

    void aReaderChoosesFaceMeasureAndLeading()
    {
        const Typography usual = Typography::of(QFont(), 1.0);
        const Typography chosen = Typography::of(QFont(), 1.0, {.sansSerif = true, .measure = 90, .leading = 200});
        QCOMPARE(chosen.body.families().first(), u"Noto Sans"_s);
        QCOMPARE(chosen.body.styleHint(), QFont::SansSerif);
        QCOMPARE(chosen.body.pixelSize(), usual.body.pixelSize());
        QCOMPARE(chosen.lineHeight, chosen.body.pixelSize() * 2);
        QCOMPARE(chosen.measure, qRound(chosen.characterWidth * 90));
        QCOMPARE(Typography::of(QFont(), 1.0, Typesetting()), usual);
    }

    void theArticleIsSetAnewAtOnceAndKeepsItsPlace()
    {
        ArticleView view;
        view.resize(1600, 700);
        view.setText(test::longText(60));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        const int width = view.layout().width();
        const qsizetype first = view.visibleBlocks().items().first().block;
        view.setTypesetting({.measure = 90, .leading = 210});
        QVERIFY(view.layout().width() > width);
        QCOMPARE(view.visibleBlocks().items().first().block, first);
        view.setTypesetting({});
        QCOMPARE(view.layout().width(), width);
        QCOMPARE(view.visibleBlocks().items().first().block, first);
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
