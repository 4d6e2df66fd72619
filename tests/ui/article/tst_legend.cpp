// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articleview.h"
#include "ui/article/legend.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Legend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfMarkIsThereOnTheWordsThatExplainIt()
    {
        Legend legend;
        legend.setAttribute(Qt::WA_DeleteOnClose, false);
        legend.show();
        QVERIFY(QTest::qWaitForWindowExposed(&legend));
        const auto *view = legend.findChild<ArticleView *>(u"legendView"_s);
        QVERIFY(!view->text().string().contains(u"[["_s) && !view->text().string().contains(u"]]"_s));
        qsizetype most = 0;
        bool suggested = false;
        QStringList marked;
        for (const PassageMarks::Hit &hit : view->passages().meeting(view->text().span())) {
            marked.append(view->text().words(hit.fragment).toString());
            most = std::max(most, view->passages().at(hit.fragment.begin).size());
            suggested = suggested || view->passages().mark(hit.number).state == State::Suggested;
        }
        QVERIFY(marked.contains(u"has the colour of its tag"_s));
        QVERIFY(marked.contains(u"by a thin line"_s));
        QVERIFY(most > Highlights::lanes);
        QVERIFY(suggested);
        QCOMPARE(view->passages().fragments(view->currentPassage()).size(), 2);
        QCOMPARE(view->cards().size(), 3);
        QVERIFY(std::ranges::contains(view->cards(), glyph(VerdictValue::Supported), &MarginCard::verdict));
        const std::optional<TextSpan> dotted = view->nextUncovered(true);
        QVERIFY(dotted && view->text().words(*dotted) == u"stand on dots");
        QVERIFY(marked.contains(u"small sheet"_s) && marked.contains(u"Unverifiable"_s));
    }
};

QTEST_MAIN(tst_Legend)
#include "tst_legend.moc"
