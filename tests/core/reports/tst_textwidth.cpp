// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/textwidth.h"

#include "tests/support/anystring.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_TextWidth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksAndJoinersHaveNoWidth()
    {
        QCOMPARE(estimatedWidth(u"e\u0301\u200d", 10), estimatedWidth(u"e", 10));
        QCOMPARE(estimatedWidth(u"", 10), 0.0);
    }

    void widthGrowsWithTheSizeAndTheScript()
    {
        QCOMPARE(estimatedWidth(u"Osric", 20), 2 * estimatedWidth(u"Osric", 10));
        QVERIFY(estimatedWidth(u"iii", 10) < estimatedWidth(u"mmm", 10));
        QVERIFY(estimatedWidth(u"東京", 10) >= 20);
        QVERIFY(estimatedWidth(u"🕯️", 10) >= 12);
    }

    void whatFitsStays()
    {
        QCOMPARE(elided(u"Iria Val"_s, 200, 12), u"Iria Val"_s);
        QCOMPARE(wrapped(u"Iria  Val\n"_s, 200, 12, 2), QStringList{u"Iria Val"_s});
        QCOMPARE(wrapped(QString(), 200, 12, 2), QStringList());
    }

    void linesBreakAtSpaces()
    {
        QCOMPARE(wrapped(u"I only came to walk you home"_s, 90, 12, 3),
                 (QStringList{u"I only came"_s, u"to walk you"_s, u"home"_s}));
        QVERIFY(wrapped(u"I only came to walk you home"_s, 90, 12, 2).last().endsWith(u'…'));
    }

    void aClusterIsNeverCut()
    {
        QCOMPARE(wrapped(u"👩‍👩‍👧👩‍👩‍👧"_s, 20, 12, 3),
                 (QStringList{u"👩‍👩‍👧"_s, u"👩‍👩‍👧"_s}));
    }

    void whatFillsALineToTheLastBitIsNotTooWide()
    {
        const QStringList lines = wrapped(u"שלוםΣक्षि🇬🇧क्षि"_s, 177, 12, 2);
        for (const QString &line : lines)
            QVERIFY2(estimatedWidth(line, 12) <= 177, qPrintable(line));
    }

    void noTextIsWiderThanItsPlaceAndNoClusterIsCut()
    {
        QVERIFY(rc::check("no line is too wide, and the lines are the text's beginning", [] {
            const QString text = *test::anyString();
            const double width = *rc::gen::inRange(90, 300);
            const qsizetype most = *rc::gen::inRange(1, 4);
            const QStringList lines = wrapped(text, width, 12, most);
            RC_ASSERT(lines.size() <= most);
            for (const QString &line : lines) {
                RC_ASSERT(estimatedWidth(line, 12) <= width);
                RC_ASSERT(!line.isEmpty());
                RC_ASSERT(!line.front().isLowSurrogate() && !line.back().isHighSurrogate());
            }
            const auto bare = [](QString all) { return all.removeIf([](QChar c) { return c.isSpace(); }); };
            QString joined = bare(lines.join(QString()));
            if (joined.endsWith(u'…') && !bare(text).startsWith(joined))
                joined.chop(1);
            RC_ASSERT(bare(text).startsWith(joined));
        }));
    }
};

QTEST_APPLESS_MAIN(tst_TextWidth)
#include "tst_textwidth.moc"
