// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"
#include "tests/ui/typist.h"
#include "ui/parts/rowlist.h"

#include <QListWidget>
#include <QPushButton>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const QString line = u"I just want you to be okay"_s;

QStringList namesOf(const Chain &chain, HopKind kind)
{
    QStringList names;
    for (const Hop &hop : chain.hops) {
        if (hop.kind == kind && hop.ofLine && !names.contains(hop.name))
            names.append(hop.name);
    }
    return names;
}

}

/// The question that the program is for, asked and answered at the window over the articles it was asked of, by
/// keyboard alone.
class tst_SharedArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theArticlesAreWorkedThroughByKeyboardAlone();
};

void tst_SharedArticles::theArticlesAreWorkedThroughByKeyboardAlone()
{
    if (test::sharedArticlesFolder().isEmpty())
        QSKIP("The shared articles are not here.");
    test::Typist t;
    const QString path = t.place.path(u"Loki.pullquote"_s);
    t.answers.paths = {path};
    t.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(t.session.isOpen());

    // Import, one after the other, so that the library has them in this order.
    for (const QString &start : {u"000"_s, u"001"_s, u"002"_s})
        t.import(test::sharedArticle(start));

    // Who is who.
    t.makeEntity(u"Person"_s, u"Tom Hiddleston"_s);
    t.makeEntity(u"Person"_s, u"Kate Herron"_s);
    t.makeEntity(u"Character"_s, u"Loki"_s, u"Tom Hiddleston"_s, u"Loki, season 1"_s);
    t.open(0);
    t.describe(u"EW"_s, u"2021-07-20"_s);
    t.open(1);
    t.describe(u"The third outlet"_s, u"2021-07-22"_s);
    t.open(2);
    t.describe(u"The second outlet"_s, u"2021-07-21"_s);

    // The first outlet: the character says the line, the director says who it came from.
    t.open(0);
    (void)t.tag(line, Qt::Key_1);
    (void)t.tag(line, Qt::Key_1, 1);
    (void)t.tag(u"Loki pleaded"_s, Qt::Key_3);
    (void)t.tag(u"this came from Tom"_s, Qt::Key_2);
    (void)t.tag(u"Herron told EW"_s, Qt::Key_3);
    t.startClaim(line);
    t.addParticipant(ParticipantRole::Speaker, u"Loki"_s);
    t.prove(1, u"Loki pleaded"_s); // the article's outlet is participant 0
    t.finishClaim();
    t.startClaim(line, 1);
    t.setKind(ClaimKind::Contribution);
    t.addParticipant(ParticipantRole::Contributor, u"Tom Hiddleston"_s);
    t.addParticipant(ParticipantRole::Source, u"Kate Herron"_s);
    t.prove(1, u"this came from Tom"_s);
    t.prove(2, u"Herron told EW"_s);
    t.link(LinkKind::Supports, line + u" Loki"_s);
    t.finishClaim();

    // The second outlet re-reports it.
    t.open(2);
    (void)t.tag(line, Qt::Key_1);
    (void)t.tag(line, Qt::Key_1, 1);
    (void)t.tag(u"this came from Tom"_s, Qt::Key_2);
    t.startClaim(line);
    t.addParticipant(ParticipantRole::Speaker, u"Loki"_s);
    t.link(LinkKind::Repeats, line + u" Loki EW"_s);
    t.finishClaim();
    t.startClaim(line, 1);
    t.setKind(ClaimKind::Contribution);
    t.addParticipant(ParticipantRole::Contributor, u"Tom Hiddleston"_s);
    t.addParticipant(ParticipantRole::Source, u"Kate Herron"_s);
    t.prove(1, u"this came from Tom"_s);
    t.link(LinkKind::ReReports, line + u" Tom Hiddleston EW"_s);
    t.finishClaim();

    // The third echoes it.
    t.open(1);
    (void)t.tag(line, Qt::Key_1);
    t.startClaim(line);
    t.addParticipant(ParticipantRole::Speaker, u"Loki"_s);
    t.link(LinkKind::Repeats, line + u" Loki EW"_s);
    t.finishClaim();

    // The answer.
    const Corpus made = t.corpus();
    QCOMPARE(made.claims.size(), 5);
    QCOMPARE(made.links.size(), 4);
    const Chain chain = t.chain(line);
    const QString text = toText(chain);
    QVERIFY2(namesOf(chain, HopKind::Contributed) == QStringList{u"Tom Hiddleston"_s}, qPrintable(text));
    QVERIFY2(namesOf(chain, HopKind::Spoken) == QStringList{u"Loki"_s}, qPrintable(text));
    QVERIFY2(namesOf(chain, HopKind::Told) == QStringList{u"Kate Herron"_s}, qPrintable(text));
    QVERIFY2(namesOf(chain, HopKind::Published) == QStringList{u"EW"_s}, qPrintable(text));
    const QStringList later = namesOf(chain, HopKind::ReReported);
    QVERIFY2(later.contains(u"The second outlet"_s) && later.contains(u"The third outlet"_s), qPrintable(text));
    for (const Hop &hop : chain.hops) {
        if (hop.kind == HopKind::Spoken)
            QCOMPARE(hop.performerName, u"Tom Hiddleston"_s);
        const Version version = t.session.value(t.session.store().version(hop.version));
        QVERIFY(!hop.words.isEmpty());
        QCOMPARE(version.text.words(hop.span).toString(), hop.words);
    }
    const auto *hops = t.part<RowList>(u"chainHopsList"_s);
    QVERIFY2(hops->isVisible() && hops->rows().size() >= 5, "the panel shows the chain");

    // Undone step by step after a restart, and done again.
    t.session.close();
    t.answers.paths = {path};
    t.press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(t.session.isOpen());
    t.press(Qt::Key_4, Qt::ControlModifier);
    int steps = 0;
    while (t.actions["edit.undo"]->isEnabled() && steps < 200) {
        t.press(Qt::Key_Z, Qt::ControlModifier);
        ++steps;
    }
    QVERIFY2(steps > 30 && steps < 200, qPrintable(QString::number(steps)));
    const Counts none = t.session.value(t.session.store().counts());
    QCOMPARE(none.articles + none.passages + none.claims + none.links + none.entities + none.tags, 0);
    while (t.actions["edit.redo"]->isEnabled())
        t.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(t.corpus(), made);
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());

    // Exported in every format, and read back.
    t.open(0);
    int row = 0;
    for (const Format &format : formats()) {
        if (!format.write)
            continue;
        t.press(Qt::Key_E, Qt::ControlModifier);
        t.waitFor(u"formatListWidget"_s);
        t.tabTo(u"formatListWidget"_s);
        t.press(Qt::Key_Home);
        for (int n = 0; n < row; ++n)
            t.press(Qt::Key_Down);
        ++row;
        QCOMPARE(t.part<QListWidget>(u"formatListWidget"_s)->currentItem()->data(Qt::UserRole).toString(),
                 QString::fromLatin1(format.id));
        t.tabTo(u"articleRadioButton"_s);
        t.press(Qt::Key_Down); // all of them
        t.tabTo(u"pathLineEdit"_s);
        const QString out = t.place.path(u"out-"_s + QString::fromLatin1(format.id));
        t.press(Qt::Key_A, Qt::ControlModifier);
        t.type(out);
        // What is left out can be read before anything is written.
        auto *button = t.part<QPushButton>(u"exportButton"_s);
        QVERIFY2(QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000), format.id);
        t.press(Qt::Key_Return);
        t.waitForWindow();
        if (!format.read)
            continue;
        const Result<Read> read = load(format, out);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        if (!format.can.texts)
            continue;
        QVERIFY2(read->corpus.articles.size() == 3, format.id);
        const bool holdsAll = format.can.discontinuous && format.can.overlapping;
        const qsizetype passages = read->corpus.passages.size();
        QVERIFY2(holdsAll ? passages == made.passages.size() : passages > 0, format.id);
    }
}

QTEST_MAIN(tst_SharedArticles)
#include "tst_sharedarticles.moc"
