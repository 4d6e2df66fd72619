// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/chain.h"
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTest>

namespace pq::test {

using namespace Qt::StringLiterals;

/// The shared article whose file's name begins so; empty when it is not there.
inline QString sharedArticle(const QString &start)
{
    const QDir folder(sharedArticlesFolder());
    const QStringList found = folder.entryList({start + u"*.txt"_s});
    return found.isEmpty() ? QString() : folder.filePath(found.first());
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
    Chain chain(const QString &line)
    {
        const Corpus all = corpus();
        return trace(all, claimsWithWords(all.claims, all.passages, line), line);
    }

    /// Imports the file and waits until it is there.
    void import(const QString &file)
    {
        const auto articles = [this] { return session.value(session.store().counts()).articles; };
        const qint64 before = articles();
        answers.paths = {file};
        press(Qt::Key_I, Qt::ControlModifier);
        if (!QTest::qWaitFor([&] { return articles() == before + 1; }, 20'000))
            qFatal("The article was not imported.");
        waitForWindow();
    }

    Place place;
    Session session;
    Actions actions;
    Answers answers;
    MainWindow window{session, actions, answers.prompts()};
};

}
