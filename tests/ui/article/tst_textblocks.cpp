// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/segmentation.h"
#include "tests/ui/article/articlefixture.h"
#include "ui/article/textblocks.h"

using namespace pq;
using namespace Qt::StringLiterals;

class TestTextBlocks : public QObject
{
    Q_OBJECT

    /// Blocks and line feeds together are the whole text, in both units.
    static void compareWithText(const Text &text)
    {
        const TextBlocks blocks(text);
        QString joined;
        for (qsizetype i = 0; i < blocks.count(); ++i) {
            const TextBlock block = blocks.at(i);
            QCOMPARE(text.toUtf16(block.span), block.units);
            QVERIFY(block.units.length() <= 4000);
            QCOMPARE(block.beginsParagraph, i == 0 || blocks.at(i - 1).endsParagraph);
            QCOMPARE(blocks.indexAt(block.span.begin), i);
            if (block.endsParagraph)
                QCOMPARE(blocks.indexAt(block.span.end), i);
            joined += text.words(block.span);
            if (block.endsParagraph && i + 1 < blocks.count())
                joined += u'\n';
        }
        QCOMPARE(joined, text.string());
    }

private Q_SLOTS:
    void holdTheWholeText()
    {
        compareWithText(Text());
        compareWithText(Text(u"\n"_s));
        compareWithText(Text(u"one\n\n\ntwo\n"_s));
        compareWithText(test::hardText());
        compareWithText(test::longText(50));
    }

    void cutAVeryLongParagraphBetweenWords()
    {
        const Text text(u"word 👋🏽 "_s.repeated(5000));
        compareWithText(text);
        const TextBlocks blocks(text);
        QVERIFY(blocks.count() > 10);
        for (qsizetype i = 0; i + 1 < blocks.count(); ++i)
            QVERIFY(text.words(blocks.at(i).span).endsWith(u' '));
    }

    void leaveAMarkWithTheSpaceBeforeIt()
    {
        const Text text(u"word \u0301mark "_s.repeated(2000));
        compareWithText(text);
        const TextBlocks blocks(text);
        QVERIFY(blocks.count() > 4);
        for (qsizetype i = 0; i < blocks.count(); ++i)
            QCOMPARE(snappedToCharacters(text, blocks.at(i).span), blocks.at(i).span);
    }

    void cutNoCharacterInTwoWhereThereIsNoSpace()
    {
        const QString family = u"👩‍👩‍👧‍👦"_s;
        const Text text(family.repeated(2000));
        compareWithText(text);
        const TextBlocks blocks(text);
        QVERIFY(blocks.count() > 2);
        for (qsizetype i = 0; i < blocks.count(); ++i)
            QCOMPARE(blocks.at(i).units.length() % family.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTextBlocks)
#include "tst_textblocks.moc"
