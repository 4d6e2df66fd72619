// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"
#include "ui/article/overview.h"
#include "ui/article/overviewstrip.h"

#include <QScrollBar>
#include <QSignalSpy>

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Overview : public QObject
{
    Q_OBJECT

private:
    static bool all(TagId) { return true; }
    const Tag m_quote = test::tag(u"Quote"_s, u"#0072B2"_s);
    const Tag m_cue = test::tag(u"Cue"_s, u"#6E6E6E"_s);

    static PassageMarks marksOf(const QList<Passage> &passages) { return PassageMarks(passages); }

private Q_SLOTS:
    void aRowHasTheTagOfMostOfItsCharactersAndHowMuchIsCovered()
    {
        const Text text(QString(100, u'x'));
        const PassageMarks marks = marksOf({test::passageOf(text, m_quote.id, {{{0}, {8}}}),
                                            test::passageOf(text, m_cue.id, {{{5}, {10}}}),
                                            test::passageOf(text, m_cue.id, {{{20}, {25}}, {{40}, {50}}})});
        const QList<TextPosition> begins{{0}, {10}, {20}, {30}, {40}, {100}};
        const Overview seen = overview(marks, {{{12}, {14}}}, begins, all);
        QCOMPARE(seen.rows,
                 (QList<Overview::Row>{{m_quote.id, 1.0, false},
                                       {{}, 0, true},
                                       {m_cue.id, 0.5, false},
                                       {{}, 0, false},
                                       {m_cue.id, 10.0 / 60, false}}));
    }

    void whatIsNotShownDoesNotCount()
    {
        const Text text(QString(20, u'x'));
        const PassageMarks marks = marksOf(
            {test::passageOf(text, m_quote.id, {{{0}, {10}}}), test::passageOf(text, m_cue.id, {{{0}, {5}}})});
        const Overview seen = overview(marks, {}, {{0}, {20}}, [this](TagId tag) { return tag == m_cue.id; });
        QCOMPARE(seen.rows, (QList<Overview::Row>{{m_cue.id, 0.25, false}}));
    }

    void coverageEqualsWhatCountingTells()
    {
        QVERIFY(rc::check("characters counted one by one", [this] {
            const Text text(QString(200, u'x'));
            const auto count = *rc::gen::inRange(0, 12);
            QList<Passage> passages;
            std::vector<bool> covered(200, false);
            for (int i = 0; i < count; ++i) {
                const auto begin = *rc::gen::inRange<qsizetype>(0, 199);
                const auto end = *rc::gen::inRange<qsizetype>(begin + 1, 201);
                passages.append(test::passageOf(text, i % 2 ? m_cue.id : m_quote.id, {{{begin}, {end}}}));
                std::fill(covered.begin() + begin, covered.begin() + end, true);
            }
            const auto rows = *rc::gen::inRange<qsizetype>(1, 300); // rows may be empty
            QList<TextPosition> begins;
            for (qsizetype row = 0; row <= rows; ++row)
                begins.append(TextPosition{200 * row / rows});
            const Overview seen = overview(marksOf(passages), {}, begins, all);
            for (qsizetype row = 0; row < rows; ++row) {
                const auto length = begins[row + 1].value - begins[row].value;
                const auto here = std::count(covered.begin() + begins[row].value,
                                             covered.begin() + begins[row + 1].value, true);
                RC_ASSERT(seen.rows[row].covered == (length == 0 ? 0.0 : double(here) / double(length)));
                RC_ASSERT(seen.rows[row].tag.isNull() == (here == 0));
            }
        }));
    }

    void rowsStandForEqualPartsOfTheHeight()
    {
        ArticleLayout layout;
        layout.setText(test::longText(50));
        layout.setTypography(Typography::of(QFont(), 1), 600);
        const QList<TextPosition> begins = rowBegins(layout, 100);
        QCOMPARE(begins.size(), 101);
        QVERIFY(std::ranges::is_sorted(begins));
        QCOMPARE(begins.first(), TextPosition{0});
        QCOMPARE(begins.last(), layout.text().span().end);
        const auto middle = double(begins[50].value) / double(layout.text().length());
        QVERIFY2(middle > 0.45 && middle < 0.55, qPrintable(QString::number(middle)));
    }

    void theStripFollowsTheArticleAndLeadsIntoIt()
    {
        ArticleView view;
        view.resize(900, 600);
        view.setTags({m_quote, m_cue});
        const Text text = test::longText(200);
        view.setText(text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *strip = view.findChild<OverviewStrip *>();
        const auto marked = [strip] {
            return std::ranges::any_of(strip->overview().rows,
                                       [](const Overview::Row &row) { return !row.tag.isNull(); });
        };
        QVERIFY(QTest::qWaitFor([strip] { return strip->overview().rows.size() == strip->height(); }));
        QVERIFY(!marked());
        view.putPassage(test::passageOf(text, m_quote.id, {{{text.length() / 2}, {text.length() / 2 + 5000}}}));
        QVERIFY(QTest::qWaitFor(marked));
        view.setTagVisibilities({{m_quote.id, TagVisibility::Hidden}});
        QVERIFY(QTest::qWaitFor([&] { return !marked(); }));

        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() * 3 / 4));
        const QScrollBar *bar = view.verticalScrollBar();
        const double place = double(bar->value() + view.viewport()->height() / 2)
            / double(bar->maximum() + view.viewport()->height());
        QVERIFY2(place > 0.7 && place < 0.8, qPrintable(QString::number(place)));
    }
};

QTEST_MAIN(tst_Overview)
#include "tst_overview.moc"
