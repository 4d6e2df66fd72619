// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"
#include "ui/article/articlelayout.h"

using namespace pq;
using namespace Qt::StringLiterals;

class TestArticleLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPieceRunsAsItsWholeParagraph()
    {
        ArticleLayout layout;
        layout.setText(Text(u"שלום "_s + u"words "_s.repeated(2000) + u"\nwords again"_s));
        layout.setTypography(Typography::of(QFont(), 1), 400);
        const qsizetype count = layout.blocks().count();
        QVERIFY(count > 3);
        for (qsizetype block = 0; block + 1 < count; ++block)
            QCOMPARE(layout.laid(block).text.textOption().textDirection(), Qt::RightToLeft);
        QCOMPARE(layout.laid(count - 1).text.textOption().textDirection(), Qt::LeftToRight);
    }

    void aSpanOverALineFeedIsOneStretchWithItsLastLetter()
    {
        ArticleLayout layout;
        layout.setText(Text(u"One two\nשלום לכולם\n\nThe end"_s));
        layout.setTypography(Typography::of(QFont(), 1), 400);
        for (const qsizetype block : {0, 1}) {
            const TextSpan span = layout.blocks().at(block).span;
            const ArticleLayout::LineParts without = layout.parts(block, span);
            const ArticleLayout::LineParts with = layout.parts(block, {span.begin, span.end + 1});
            QCOMPARE(without.size(), 1);
            QCOMPARE(with.size(), 1);
            QVERIFY(with.first().box.width() > without.first().box.width());
            QVERIFY(with.first().box.contains(without.first().box));
        }
        QCOMPARE(layout.parts(0, {{7}, {8}}).size(), 1);   // the line feed alone
        QCOMPARE(layout.parts(2, {{19}, {20}}).size(), 1); // an empty line
    }
};

QTEST_MAIN(TestArticleLayout)
#include "tst_articlelayout.moc"
