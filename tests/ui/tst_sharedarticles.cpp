// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"
#include "core/review/chain.h"
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/mainwindow.h"
#include "ui/parts/rowlist.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QListWidget>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

const QString line = u"I just want you to be okay"_s;

QString article(const QString &start)
{
    const QStringList found = QDir(test::sharedArticlesFolder()).entryList({start + u"*.txt"_s});
    return found.isEmpty() ? QString() : QDir(test::sharedArticlesFolder()).filePath(found.first());
}

/// Somebody at the window who has no mouse. Paths are the one thing that is not typed: the desktop's own file
/// dialog asks for them.
class Typist
{
public:
    Typist()
    {
        QSettings().clear();
        window.resize(1400, 900);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window cannot be active.");
        window.start({place.path(u"none.pullquote"_s)}); // nothing is open
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    [[nodiscard]] QString at() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    void tabTo(const QString &name)
    {
        for (int n = 0; n < 60 && at() != name; ++n)
            press(Qt::Key_Tab);
        if (at() != name)
            qFatal("Tab does not lead to %s.", qPrintable(name));
    }
    template <class T>
    T *part(const QString &name = {})
    {
        QWidget *top = QApplication::activeModalWidget();
        return (top ? top : &window)->findChild<T *>(name);
    }

    // --- what an editor does ---

    void command(const QString &name)
    {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        waitFor(u"paletteLineEdit"_s);
        type(name);
        press(Qt::Key_Return);
    }
    /// Until this widget is there to be typed at.
    void waitFor(const QString &name)
    {
        const auto isThere = [&] {
            const QWidget *dialog = QApplication::activeModalWidget();
            return dialog && dialog->isActiveWindow() && QApplication::focusWidget()
                && dialog->findChild<QWidget *>(name);
        };
        if (!QTest::qWaitFor(isThere))
            qFatal("No dialog with %s has come.", qPrintable(name));
    }
    void waitForWindow()
    {
        if (!QTest::qWaitFor([] { return !QApplication::activeModalWidget(); }, 20'000))
            qFatal("The dialog stays.");
        window.activateWindow(); // as a window manager does
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("The window is not active again.");
    }

    void makeEntity(const QString &kind, const QString &name, const QString &playedBy = {}, const QString &in = {})
    {
        command(u"New Person"_s);
        waitFor(u"entityKindComboBox"_s);
        tabTo(u"entityKindComboBox"_s);
        type(kind.first(1)); // a list of names answers to their first letters
        tabTo(u"entityNameLineEdit"_s);
        type(name);
        if (!playedBy.isEmpty()) {
            tabTo(u"portrayalOtherLineEdit"_s);
            type(playedBy);
            press(Qt::Key_Return);
            type(in); // the next field has the keyboard
            press(Qt::Key_Return);
            tabTo(u"addPortrayalToolButton"_s);
            press(Qt::Key_Space);
            tabTo(u"entityNameLineEdit"_s);
        }
        press(Qt::Key_Return);
        waitForWindow();
    }

    /// The articles come in the order of import.
    void open(int number)
    {
        press(Qt::Key_1, Qt::ControlModifier);
        press(Qt::Key_Home);
        for (int n = 0; n < number; ++n)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        press(Qt::Key_4, Qt::ControlModifier);
    }
    void describe(const QString &outlet, const QString &published)
    {
        press(Qt::Key_F2);
        waitFor(u"outletLineEdit"_s);
        tabTo(u"outletLineEdit"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        type(outlet);
        tabTo(u"publishedLineEdit"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        type(published);
        press(Qt::Key_Return);
        waitForWindow();
        press(Qt::Key_4, Qt::ControlModifier);
    }

    /// Place number @p nth of the words in the article, selected.
    void find(const QString &words, int nth = 0)
    {
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_Home, Qt::ControlModifier);
        press(Qt::Key_F, Qt::ControlModifier);
        type(words);
        for (int n = 0; n <= nth; ++n)
            press(Qt::Key_Return);
        press(Qt::Key_Escape);
    }
    PassageId tag(const QString &words, Qt::Key key, int nth = 0)
    {
        find(words, nth);
        press(key);
        return window.articlePage().currentPassage();
    }
    /// Makes the passage over these words the current one.
    void choose(const QString &words, int nth = 0)
    {
        find(words, nth);
        press(Qt::Key_Left); // drops the selection
        press(Qt::Key_O);
    }

    void startClaim(const QString &words, int nth = 0)
    {
        choose(words, nth);
        press(Qt::Key_C);
    }
    void addParticipant(ParticipantRole role, const QString &name)
    {
        tabTo(u"participantRoleComboBox"_s);
        press(Qt::Key_Home);
        for (int n = 0; n < int(role); ++n)
            press(Qt::Key_Down);
        tabTo(u"participantNameLineEdit"_s);
        type(name);
        press(Qt::Key_Return);
    }
    /// The passage over the words says so of the claim's participant number @p number.
    void prove(int number, const QString &words, int nth = 0)
    {
        choose(words, nth);
        press(Qt::Key_6, Qt::ControlModifier);
        tabTo(u"participantsList"_s);
        press(Qt::Key_Home);
        for (int n = 0; n < number; ++n)
            press(Qt::Key_Down);
        tabTo(u"participantEvidenceToolButton"_s);
        press(Qt::Key_Space);
    }
    void setKind(ClaimKind kind)
    {
        tabTo(u"claimKindComboBox"_s);
        press(Qt::Key_Home);
        for (int n = 0; n < int(kind); ++n)
            press(Qt::Key_Down);
    }
    /// The claim to link to is found by its words, and by who is in it.
    void link(LinkKind kind, const QString &words)
    {
        press(Qt::Key_6, Qt::ControlModifier);
        tabTo(u"linkKindComboBox"_s);
        press(Qt::Key_Home);
        for (int n = 0; n < int(kind); ++n)
            press(Qt::Key_Down);
        tabTo(u"linkClaimLineEdit"_s);
        type(words);
        press(Qt::Key_Return);
    }
    void finishClaim() { press(Qt::Key_Return, Qt::ControlModifier); }

    Corpus corpus() { return session.value(session.store().corpus()); }
    Chain chain()
    {
        const Corpus all = corpus();
        return trace(all, claimsWithWords(all.claims, all.passages, line), line);
    }

    test::Place place;
    Session session;
    Actions actions;
    test::Answers answers;
    MainWindow window{session, actions, answers.prompts()};
};

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
    Typist t;
    const QString path = t.place.path(u"Loki.pullquote"_s);
    t.answers.paths = {path};
    t.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(t.session.isOpen());

    // Import, one after the other, so that the library has them in this order.
    for (const QString &file : {article(u"000"_s), article(u"001"_s), article(u"002"_s)}) {
        const qint64 before = t.session.value(t.session.store().counts()).articles;
        t.answers.paths = {file};
        t.press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return t.session.value(t.session.store().counts()).articles == before + 1; },
                                20'000));
        t.waitForWindow();
    }

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
    const Chain chain = t.chain();
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
        t.press(Qt::Key_Return);
        // What was left out is to be read before the dialog closes.
        QVERIFY(
            QTest::qWaitFor([&] { return !QApplication::activeModalWidget() || t.at() == u"cancelButton"_s; }, 20'000));
        if (QApplication::activeModalWidget())
            t.press(Qt::Key_Return);
        t.waitForWindow();
        if (!format.read)
            continue;
        const Result<Read> read = load(format, out);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->corpus.articles.size(), 3);
        QCOMPARE(read->corpus.passages.size(), made.passages.size());
    }
}

QTEST_MAIN(tst_SharedArticles)
#include "tst_sharedarticles.moc"
