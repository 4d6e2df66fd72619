// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/takeovers.h"
#include "tests/ui/typist.h"
#include "ui/parts/rowlist.h"
#include "ui/review/reviewpanel.h"

#include <QTableView>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array verdictKeys{Qt::Key_S, Qt::Key_D, Qt::Key_R, Qt::Key_U, Qt::Key_C, Qt::Key_I};
constexpr std::array verdictsOfKeys{VerdictValue::Supported,    VerdictValue::Disputed,      VerdictValue::Refuted,
                                    VerdictValue::Unverifiable, VerdictValue::NoCheckNeeded, VerdictValue::InProgress};

/// A newsroom's day over the three articles, by keyboard alone.
class Newsroom : public test::Typist
{
public:
    QString path = place.path(u"Newsroom.pullquote"_s);

    void signIn(const QString &name)
    {
        session.close();
        QSettings().setValue("annotator/name", name);
        answers.paths = {path};
        press(Qt::Key_O, Qt::ControlModifier);
        if (!session.isOpen() || session.store().annotator().name != name)
            qFatal("%s is not at the window.", qPrintable(name));
    }
    qint64 claims() { return session.value(session.store().counts()).claims; }

    /// A claim of the first sentence of every paragraph that has some words.
    void claimEveryParagraph(int article)
    {
        open(article);
        press(Qt::Key_Home, Qt::ControlModifier);
        const qsizetype end = window.articlePage().view()->text().length();
        for (int n = 0; n < 200 && window.articlePage().view()->selection().caret().value < end; ++n) {
            press(Qt::Key_S);
            if (window.articlePage().selectedWords().split(u' ').size() > 4) {
                const qint64 before = claims();
                press(static_cast<Qt::Key>(Qt::Key_1 + n % 5));
                press(Qt::Key_C);
                finishClaim();
                if (claims() != before + 1)
                    qFatal("No claim was made.");
            }
            press(Qt::Key_Down, Qt::ControlModifier);
        }
    }
    /// The quotation that begins with these words becomes a claim.
    void claimQuotation(const QString &begin)
    {
        find(begin);
        press(Qt::Key_Q);
        press(Qt::Key_1);
        press(Qt::Key_C);
    }
    void review() { press(Qt::Key_R, Qt::ControlModifier); }
    [[nodiscard]] int rows() { return part<ReviewPanel>()->findChild<QTableView *>()->model()->rowCount(); }
};

}

class tst_ReviewTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewsroomsDay();
};

void tst_ReviewTrial::aNewsroomsDay()
{
    if (test::sharedArticlesFolder().isEmpty())
        QSKIP("The shared articles are not here.");
    Newsroom t;
    QSettings().setValue("annotator/name", u"Checker"_s);
    t.answers.paths = {t.path};
    t.press(Qt::Key_N, Qt::ControlModifier);
    for (const QString &start : {u"000"_s, u"001"_s, u"002"_s})
        t.import(test::sharedArticle(start));
    t.makeEntity(u"Person"_s, u"Tom Hiddleston"_s);
    t.makeEntity(u"Person"_s, u"Kate Herron"_s);
    t.makeEntity(u"Character"_s, u"Loki"_s, u"Tom Hiddleston"_s, u"Loki, season 1"_s);
    t.open(0);
    t.describe(u"EW"_s, u"2021-07-20"_s);
    t.open(2);
    t.describe(u"The second outlet"_s, u"2021-07-21"_s);

    // At least forty claims, and two quotations that the second outlet takes over from the first.
    for (int article = 0; article < 3; ++article)
        t.claimEveryParagraph(article);
    QVERIFY2(t.claims() >= 40, qPrintable(QString::number(t.claims())));
    t.open(0);
    t.claimQuotation(u"I think for me the kiss"_s);
    // Whom the words around name is filled in.
    const Corpus withQuote = t.corpus();
    const auto herron = std::ranges::find(withQuote.entities, u"Kate Herron"_s, &Entity::name);
    QVERIFY(std::ranges::contains(withQuote.claims.last().participants,
                                  Participant{herron->id, ParticipantRole::Speaker, {}}));
    t.finishClaim();
    t.open(2);
    t.claimQuotation(u"I think for me the kiss"_s);
    t.link(LinkKind::ReReports, u"I think for me the kiss EW"_s);
    t.finishClaim();
    const Corpus linked = t.corpus();
    QCOMPARE(linked.links.size(), 1);
    const QList<Takeover> taken = takeovers(linked, linked.articles.last().id);
    QCOMPARE(taken.size(), 1);
    QVERIFY(!taken.first().gravest());

    // A verdict on every claim, each with a key, by the first of two people.
    t.review();
    QVERIFY(QTest::qWaitFor([&] { return t.rows() == t.claims(); }));
    const int queue = t.rows();
    t.press(Qt::Key_Home, Qt::ControlModifier);
    for (int n = 0; n < queue; ++n)
        t.press(verdictKeys[size_t(n) % verdictKeys.size()]);
    const Corpus checked = t.corpus();
    QSet<ClaimId> judged;
    QSet<VerdictValue> values;
    for (const Verdict &verdict : checked.verdicts) {
        judged.insert(verdict.claim);
        values.insert(verdict.value);
    }
    QVERIFY2(judged.size() >= 40, qPrintable(QString::number(judged.size())));
    QCOMPARE(values.size(), qsizetype(verdictsOfKeys.size()));

    // Nobody signs off their own check; the second person does.
    t.press(Qt::Key_O);
    QVERIFY(t.corpus().signOffs.isEmpty());
    t.signIn(u"Second"_s);
    t.open(0);
    t.review();
    QVERIFY(QTest::qWaitFor([&] { return t.rows() == queue; }));
    t.press(Qt::Key_Home, Qt::ControlModifier);
    for (int n = 0; n < queue; ++n)
        t.press(Qt::Key_O);
    const Corpus signedOff = t.corpus();
    QVERIFY2(signedOff.signOffs.size() >= 30, qPrintable(QString::number(signedOff.signOffs.size())));
    for (const SignOff &signOff : signedOff.signOffs) {
        const auto verdict = std::ranges::find(signedOff.verdicts, signOff.verdict, &Verdict::id);
        QVERIFY(verdict != signedOff.verdicts.end());
        QVERIFY(verdict->annotator != signOff.annotator);
        QVERIFY(verdict->value != VerdictValue::InProgress);
    }
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());

    // All of it undone after one more restart, and done again.
    t.signIn(u"Third"_s);
    t.press(Qt::Key_4, Qt::ControlModifier);
    int steps = 0;
    for (; t.actions["edit.undo"]->isEnabled() && steps < 1000; ++steps)
        t.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(steps > 150 && steps < 1000, qPrintable(QString::number(steps)));
    const Counts none = t.session.value(t.session.store().counts());
    QCOMPARE(none.articles + none.passages + none.claims + none.links + none.entities + none.tags, 0);
    while (t.actions["edit.redo"]->isEnabled())
        t.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    Corpus again = t.corpus();
    again.annotators = signedOff.annotators; // the third came along
    QCOMPARE(again, signedOff);
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());
}

QTEST_MAIN(tst_ReviewTrial)
#include "tst_reviewtrial.moc"
