// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Actions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsWhole();
    void idsAndShortcutsAreUnique();
    void shortcutsOfOneLetterActOnlyInTheArticle();
    void aLetterTypedIntoAFieldStaysThere();
    void onlyChangedShortcutsAreKept();
    void aClearedShortcutStaysCleared();
    void aConflictNamesTheOtherAction();
};

void tst_Actions::everyRowIsWhole()
{
    for (const ActionSpec &spec : actionSpecs()) {
        const QString id = QString::fromLatin1(spec.id);
        QVERIFY2(id.count(u'.') == 1, spec.id);
        QVERIFY2(*spec.text, spec.id);
        const QString shortcut = QString::fromLatin1(spec.shortcut);
        const QKeySequence keys = QKeySequence::fromString(shortcut, QKeySequence::PortableText);
        QCOMPARE(keys.toString(QKeySequence::PortableText), shortcut);
        if (*spec.icon)
            QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(QLatin1StringView(spec.icon))), spec.icon);
    }
    const Actions actions;
    QCOMPARE(static_cast<size_t>(actions.all().size()), actionSpecs().size());
    QCOMPARE(actions["passage.delete"]->objectName(), u"passage.delete"_s);
}

void tst_Actions::idsAndShortcutsAreUnique()
{
    QSet<QByteArray> ids;
    QSet<QByteArray> inQueue; // the queue's keys act in the queue only
    QSet<QByteArray> elsewhere;
    for (const ActionSpec &spec : actionSpecs()) {
        QVERIFY2(!ids.contains(spec.id), spec.id);
        ids.insert(spec.id);
        if (!*spec.shortcut)
            continue;
        QSet<QByteArray> &shortcuts = actsInQueue(QString::fromLatin1(spec.id)) ? inQueue : elsewhere;
        QVERIFY2(!shortcuts.contains(spec.shortcut), spec.id);
        shortcuts.insert(spec.shortcut);
    }
}

void tst_Actions::shortcutsOfOneLetterActOnlyInTheArticle()
{
    const Actions actions;
    for (const QAction *action : actions.all()) {
        if (action->shortcut().isEmpty())
            continue;
        const QKeyCombination key = action->shortcut()[0];
        const bool plain = !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && (key.key() < Qt::Key_F1 || key.key() > Qt::Key_F35))
            QVERIFY2(action->shortcutContext() == Qt::WidgetWithChildrenShortcut, qPrintable(action->objectName()));
        const bool actsInOnePlace = actsInArticle(action->objectName()) || actsInQueue(action->objectName());
        QCOMPARE(action->shortcutContext() == Qt::WidgetWithChildrenShortcut, actsInOnePlace);
    }
}

void tst_Actions::aLetterTypedIntoAFieldStaysThere()
{
    Actions actions;
    QWidget window;
    QWidget article(&window);
    QLineEdit field(&window);
    article.setFocusPolicy(Qt::StrongFocus);
    article.addAction(actions["claim.new"]);
    int triggered = 0;
    connect(actions["claim.new"], &QAction::triggered, &window, [&triggered] { ++triggered; });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));

    field.setFocus();
    QTest::keyClicks(&field, u"c"_s);
    QCOMPARE(field.text(), u"c"_s);
    QCOMPARE(triggered, 0);

    article.setFocus();
    QTest::keyClick(&article, Qt::Key_C);
    QCOMPARE(triggered, 1);
}

void tst_Actions::onlyChangedShortcutsAreKept()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Actions actions;
    actions.setShortcut(u"article.export"_s, QKeySequence(u"Ctrl+Shift+E"_s));
    actions.save(settings);
    QCOMPARE(settings.allKeys(), QStringList{u"shortcuts/article.export"_s});

    Actions later;
    later.load(settings);
    QCOMPARE(later["article.export"]->shortcut(), QKeySequence(u"Ctrl+Shift+E"_s));
    QCOMPARE(later["article.import"]->shortcut(), QKeySequence(u"Ctrl+I"_s));

    later.setShortcut(u"article.export"_s, QKeySequence(u"Ctrl+E"_s));
    later.save(settings);
    QVERIFY(settings.allKeys().isEmpty());
}

void tst_Actions::aClearedShortcutStaysCleared()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Actions actions;
    actions.setShortcut(u"project.quit"_s, {});
    actions.save(settings);
    Actions later;
    later.load(settings);
    QVERIFY(later["project.quit"]->shortcut().isEmpty());
}

void tst_Actions::aConflictNamesTheOtherAction()
{
    const Actions actions;
    QCOMPARE(actions.conflict(u"article.export"_s, QKeySequence(u"Ctrl+I"_s)), u"article.import"_s);
    QCOMPARE(actions.conflict(u"article.import"_s, QKeySequence(u"Ctrl+I"_s)), QString());
    QCOMPARE(actions.conflict(u"article.export"_s, QKeySequence()), QString());
    // One key may mean one thing in the article and another in the review queue, but not in the whole window.
    QCOMPARE(actions.conflict(u"review.evidence"_s, QKeySequence(u"T"_s)), QString());
    QCOMPARE(actions.conflict(u"review.evidence"_s, QKeySequence(u"S"_s)), u"review.supported"_s);
    QCOMPARE(actions.conflict(u"review.evidence"_s, QKeySequence(u"Ctrl+I"_s)), u"article.import"_s);
}

QTEST_MAIN(tst_Actions)
#include "tst_actions.moc"
