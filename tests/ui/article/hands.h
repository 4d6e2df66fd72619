// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/reader.h"
#include "core/text/search.h"
#include "tests/ui/article/effects.h"
#include "tests/ui/article/watcher.h"
#include "ui/article/picker.h"
#include "ui/search/hittagging.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <functional>

namespace pq::test {

/// An editor who does anything at all, by keys and mouse, and sees whether it was what it should be.
class Hands
{
public:
    Hands(Desk &desk, Watcher &watcher, quint32 seed) : m_desk(desk), m_watcher(watcher), m_random(seed)
    {
        m_articles = {desk.corpus.articles[0].id, desk.corpus.articles[1].id};
        const QString endless =
            QStringLiteral("סוף endless 👩‍👩‍👧‍👦 word \u0301mark ").repeated(1500)
            + QStringLiteral("x").repeated(9000);
        for (const QString &text :
             {hardText().string(), longText(40).string(), endless,
              QStringLiteral("\n").repeated(700) + QStringLiteral("alone\n\n\n\nלבד\n\n"), rightToLeftText().string(),
              QStringLiteral("One line.\r\nAnd another 🇮🇸.\r\n\r\nThe last\r")})
            import(text);
        m_watcher.begin();
    }

    /// Does something; what it did and, when that went wrong, how.
    struct Outcome
    {
        QString deed;
        QString fault;
    };
    Outcome act()
    {
        m_fault.clear();
        const qsizetype edits = m_watcher.edits();
        const Deed &deed = chosen();
        m_deed = QLatin1StringView(deed.name);
        deed.act();
        if (openPicker())
            QTest::keyClick(keyboardOf(openPicker()), isLucky(2) ? Qt::Key_Escape : Qt::Key_Down);
        if (openPicker())
            QTest::keyClick(keyboardOf(openPicker()), deed.edits ? Qt::Key_Return : Qt::Key_Escape);
        if (openPicker()) // where nothing fits, there is nothing to take
            QTest::keyClick(keyboardOf(openPicker()), Qt::Key_Escape);
        if (openPicker())
            blame(QStringLiteral("the picker is still there"));
        QApplication::processEvents();
        if (!deed.edits && m_watcher.edits() != edits)
            blame(QStringLiteral("the project was edited"));
        return {m_deed, m_fault};
    }

private:
    struct Deed
    {
        const char *name;
        int weight;
        bool edits;
        std::function<void()> act;
    };

    // --- chance ---

    [[nodiscard]] qsizetype below(qsizetype n) { return m_random.bounded(qint64(std::max<qsizetype>(1, n))); }
    [[nodiscard]] bool isLucky(int oneIn) { return below(oneIn) == 0; }
    template <class List>
    [[nodiscard]] auto oneOf(const List &list)
    {
        return list[below(qsizetype(std::size(list)))];
    }
    [[nodiscard]] QPoint point()
    {
        const QSize size = view()->viewport()->size();
        return {int(below(size.width() + 60)) - 30, int(below(size.height() + 60)) - 30};
    }
    [[nodiscard]] Qt::KeyboardModifiers modifiers()
    {
        Qt::KeyboardModifiers some;
        some.setFlag(Qt::ShiftModifier, isLucky(2));
        some.setFlag(Qt::ControlModifier, isLucky(3));
        some.setFlag(Qt::AltModifier, isLucky(8));
        return some;
    }
    [[nodiscard]] TextSpan someSpan()
    {
        const qsizetype length = m_desk.page->text().length();
        const qsizetype begin = below(length);
        return snappedToCharacters(m_desk.page->text(),
                                   {{begin}, {std::min(length, begin + 1 + below(isLucky(6) ? length : 60))}});
    }

    [[nodiscard]] ArticleView *view() const { return m_desk.page->view(); }
    void blame(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }
    void say(const QString &more) { m_deed += u' ' + more; }

    const Deed &chosen()
    {
        static constexpr bool edits = true;
        static constexpr bool reads = false;
        if (m_deeds.isEmpty()) {
            m_deeds = {
                {"key", 14, reads, [this] { pressKey(); }},
                {"select", 8, reads, [this] { view()->select(someSpan()); }},
                {"place", 3, reads,
                 [this] { view()->moveCaret({below(m_desk.page->text().length() + 3)}, isLucky(2)); }},
                {"command", 10, edits, [this] { command(); }},
                {"tag by key", 8, edits, [this] { tagByKey(); }},
                {"tag by typing", 1, edits, [this] { pickTag(); }},
                {"click", 5, reads, [this] { click(); }},
                {"double click", 2, reads, [this] { doubleClick(); }},
                {"drag", 4, edits, [this] { drag(point()); }},
                {"grip", 4, edits, [this] { dragGrip(); }},
                {"wheel", 3, reads, [this] { wheel(); }},
                {"menu", 2, edits, [this] { menu(); }},
                {"scroll", 2, reads, [this] { scroll(); }},
                {"resize", 1, reads, [this] { m_desk.page->resize(300 + int(below(1300)), 120 + int(below(900))); }},
                {"undo", 4, reads, [this] { undo(); }},
                {"redo", 3, reads, [this] { redo(); }},
                {"article", 1, reads, [this] { showArticle(); }},
                {"passage", 1, reads, [this] { showPassage(); }},
                {"visibility", 1, reads, [this] { setVisibilities(); }},
                {"find", 1, reads, [this] { find(); }},
                {"tag hits", 1, edits, [this] { tagHits(); }},
                {"elsewhere", 3, edits, [this] { changeElsewhere(); }},
                {"paint", 3, reads, [this] { (void)view()->grab(); }},
                {"theme", 1, reads, [this] { setTheme(); }},
            };
            for (const Deed &deed : std::as_const(m_deeds))
                m_weights += deed.weight;
        }
        qsizetype at = below(m_weights);
        for (const Deed &deed : std::as_const(m_deeds)) {
            at -= deed.weight;
            if (at < 0)
                return deed;
        }
        Q_UNREACHABLE_RETURN(m_deeds.last());
    }

    // --- keys ---

    void pressKey()
    {
        static constexpr Qt::Key keys[] = {
            Qt::Key_Left,     Qt::Key_Right,  Qt::Key_Up,     Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp,
            Qt::Key_PageDown, Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab,  Qt::Key_A,    Qt::Key_C,   Qt::Key_Space};
        const Qt::Key key = oneOf(keys);
        Qt::KeyboardModifiers with = modifiers();
        // These are commands that edit, or leave the article.
        if (with.testFlag(Qt::AltModifier) && key != Qt::Key_Up && key != Qt::Key_Down)
            with.setFlag(Qt::AltModifier, false);
        if (key == Qt::Key_Tab || key == Qt::Key_C || key == Qt::Key_A)
            with = Qt::ControlModifier;
        say(QKeySequence(QKeyCombination(with, key)).toString());
        m_desk.key(key, with);
        if (!view()->hasFocus())
            view()->setFocus();
    }

    void command()
    {
        QList<QAction *> can;
        for (const QList<QAction *> all = m_desk.actions.all(); QAction * action : all) {
            const QString id = action->objectName();
            const bool isOurs = id.startsWith(u"passage.") || id.startsWith(u"select.") || id.contains(u"ookmark")
                || id.startsWith(u"article.zoom") || id == u"edit.selectAll" || id == u"edit.copyCitation"
                || id == u"view.paragraphNumbers" || id == u"view.focusMode" || id == u"view.coverage";
            if (isOurs && action->isEnabled() && id != u"passage.pickTag")
                can.append(action);
        }
        QAction *action = oneOf(can);
        const QString id = action->objectName();
        say(id);
        const QList<Passage> before = m_watcher.expected();
        const qsizetype edits = m_watcher.edits();
        const PassageId current = m_desk.page->currentPassage();
        if (!action->shortcut().isEmpty() && action->shortcut().count() == 1 && isLucky(2))
            QTest::keySequence(view(), action->shortcut());
        else
            action->trigger();
        blame(notOf(id, Effect::between(before, m_watcher.expected()), before, current, m_watcher.edits() - edits));
    }

    void tagByKey()
    {
        const QList<TextSpan> spans = view()->selection().spans();
        const PassageId current = m_desk.page->currentPassage();
        const qsizetype edits = m_watcher.edits();
        const Qt::Key key = Qt::Key('1' + int(below(5)));
        m_desk.key(key);
        checkTagged(spans, current, edits);
    }

    void pickTag()
    {
        QAction *action = m_desk.actions["passage.pickTag"];
        if (!action->isEnabled())
            return;
        const QList<TextSpan> spans = view()->selection().spans();
        const PassageId current = m_desk.page->currentPassage();
        const qsizetype edits = m_watcher.edits();
        action->trigger();
        if (!openPicker()) {
            blame(QStringLiteral("no tag can be typed"));
            return;
        }
        QLineEdit *line = openPicker()->findChild<QLineEdit *>();
        QTest::keyClicks(line, QString(QChar(u'a' + ushort(below(26)))));
        QTest::keyClick(line, isLucky(3) ? Qt::Key_Escape : Qt::Key_Return);
        checkTagged(spans, current, edits);
    }

    void checkTagged(const QList<TextSpan> &spans, PassageId former, qsizetype edits)
    {
        if (m_watcher.edits() == edits)
            return;
        const std::optional<Passage> now = m_desk.page->current();
        if (!now || (spans.isEmpty() && now->id != former)) {
            blame(QStringLiteral("what got the tag is not current"));
            return;
        }
        if (spans.isEmpty())
            return;
        const auto inked = [this](const QList<TextSpan> &all) {
            QString words;
            for (const TextSpan &span : all)
                words += m_desk.page->text().words(span);
            words.removeIf([](QChar c) { return c.isSpace(); });
            return words;
        };
        QList<TextSpan> tagged;
        for (const Fragment &fragment : now->fragments)
            tagged.append(fragment.span);
        if (inked(tagged) != inked(spans))
            blame(QStringLiteral("other words were tagged than selected"));
        if (!view()->selection().isEmpty())
            blame(QStringLiteral("the selection is still there"));
    }

    [[nodiscard]] Picker *openPicker() const
    {
        for (Picker *picker : m_desk.page->window()->findChildren<Picker *>()) {
            if (picker->isVisible())
                return picker;
        }
        return nullptr;
    }

    static QWidget *keyboardOf(Picker *picker)
    {
        if (auto *line = picker->findChild<QLineEdit *>())
            return line;
        return picker->findChild<QAbstractItemView *>();
    }

    // --- mouse ---

    void click()
    {
        QTest::mouseClick(view()->viewport(), isLucky(8) ? Qt::MiddleButton : Qt::LeftButton, modifiers(), point());
    }
    void doubleClick()
    {
        const QPoint at = point();
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, at);
        if (isLucky(2))
            QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, at);
    }
    void moveTo(const QPoint &to, Qt::KeyboardModifiers with)
    {
        QMouseEvent move(QEvent::MouseMove, to, view()->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         with);
        QApplication::sendEvent(view()->viewport(), &move);
    }
    /// Where a boundary is under the mouse, that one; otherwise words are selected.
    void drag(const QPoint &from)
    {
        const QList<Passage> before = m_watcher.expected();
        const PassageId current = m_desk.page->currentPassage();
        const VersionId version = m_desk.page->version();
        const qsizetype edits = m_watcher.edits();
        const Qt::KeyboardModifiers with = modifiers();
        QPoint to = from;
        if (isLucky(4)) // by words
            QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, from, 0);
        QTest::mousePress(view()->viewport(), Qt::LeftButton, with, from);
        for (qsizetype i = 1 + below(4); i > 0; --i) {
            to = isLucky(3) ? from + QPoint(int(below(120)) - 60, int(below(60)) - 30) : point();
            moveTo(to, with);
        }
        bool isPlain = true; // nothing else happens while the button is down
        if (isLucky(5)) {
            m_desk.key(Qt::Key_Escape);
            say(QStringLiteral("escape"));
        } else if (isLucky(8)) {
            isPlain = false;
            static const char *const meanwhile[] = {"undo", "article", "elsewhere", "resize", "command"};
            const auto *const name = oneOf(meanwhile);
            say(QLatin1StringView(name));
            std::ranges::find(m_deeds, QLatin1StringView(name), [](const Deed &d) {
                return QLatin1StringView(d.name);
            })->act();
        }
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, with, to);
        if (isPlain && version == m_desk.page->version())
            blame(notOneBoundary(Effect::between(before, m_watcher.expected()), before, current));
        if (isPlain && m_watcher.edits() > edits + 1)
            blame(QStringLiteral("a drag made several edits"));
    }
    void dragGrip()
    {
        const QList<ArticleView::Grip> grips = view()->grips();
        if (!grips.isEmpty())
            drag(oneOf(grips).knob.center().toPoint());
    }
    void wheel()
    {
        const QPoint at = view()->viewport()->rect().center();
        QWheelEvent event(at, view()->viewport()->mapToGlobal(at), {}, {0, isLucky(2) ? 120 : -360}, Qt::NoButton,
                          isLucky(3) ? Qt::ControlModifier : Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view()->viewport(), &event);
    }
    void menu()
    {
        QTimer::singleShot(0, view(), [this] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            QList<QAction *> can;
            for (QMenu *part : menu->findChildren<QMenu *>() + QList<QMenu *>{menu}) {
                for (QAction *action : part->actions()) {
                    if (action->isEnabled() && !action->menu() && !action->isSeparator())
                        can.append(action);
                }
            }
            if (!can.isEmpty() && isLucky(2)) {
                QAction *action = oneOf(can);
                say(action->text());
                action->trigger();
            }
            menu->close();
        });
        const QPoint at = point();
        QContextMenuEvent event(isLucky(3) ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse, at,
                                view()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view()->viewport(), &event);
    }
    void scroll()
    {
        QScrollBar *bar = view()->verticalScrollBar();
        bar->setValue(int(below(qsizetype(bar->maximum()) + 1)));
    }

    // --- the project ---

    void undo()
    {
        for (qsizetype n = 1 + below(4); n > 0 && m_watcher.undoable() > 0; --n)
            blame(m_watcher.undo());
    }
    void redo()
    {
        for (qsizetype n = 1 + below(4); n > 0 && m_watcher.redoable() > 0; --n)
            blame(m_watcher.redo());
    }
    void showArticle()
    {
        const ArticleId article = oneOf(m_articles);
        m_desk.page->showArticle(article);
        view()->setFocus();
        if (m_desk.page->article() != article)
            blame(QStringLiteral("the article is not shown"));
    }
    void showPassage()
    {
        const QList<Passage> all = m_desk.session.value(m_desk.session.store().passages());
        if (all.isEmpty())
            return;
        const Passage passage = oneOf(all);
        m_desk.page->showPassage(passage.id);
        if (passage.state == State::Rejected)
            return;
        if (m_desk.page->version() == passage.version && m_desk.page->currentPassage() != passage.id)
            blame(QStringLiteral("the passage is not current"));
        if (m_desk.page->version() == passage.version && !view()->isInView(passage.id))
            blame(QStringLiteral("the passage is not in view"));
    }
    void setVisibilities()
    {
        TagVisibilities visibilities;
        QSet<TagId> hidden;
        for (const QList<Tag> tags = m_desk.session.value(m_desk.session.store().tags()); const Tag &tag : tags) {
            const auto visibility = TagVisibility(isLucky(2) ? 0 : below(3));
            visibilities.insert(tag.id, visibility);
            if (visibility == TagVisibility::Hidden)
                hidden.insert(tag.id);
        }
        m_watcher.setHidden(hidden);
        view()->setTagVisibilities(visibilities);
    }
    [[nodiscard]] QList<TextSpan> occurrences()
    {
        static const QString words[] = {
            QStringLiteral("the"),  QStringLiteral("lamp"), QStringLiteral("👩‍👩‍👧‍👦"),
            QStringLiteral("שלום"), QStringLiteral("e"),    QStringLiteral("O")};
        Search what{oneOf(words)};
        what.matchesMarks = isLucky(2);
        what.wholeWords = isLucky(2);
        QList<TextSpan> found = m_desk.session.value(search(m_desk.page->text(), what));
        return found.first(std::min<qsizetype>(found.size(), 25));
    }
    void find() { view()->setHits(occurrences()); }
    void tagHits()
    {
        if (m_desk.page->version().isNull())
            return;
        const Version version = m_desk.session.value(m_desk.session.store().version(m_desk.page->version()));
        const TagId tag = someTag();
        const QList<Passage> made = m_desk.session.value(
            passagesOn(hitsAt(occurrences(), version, QStringLiteral("Title")), tag, m_desk.session.store()));
        if (!made.isEmpty())
            edit([&](Edit &e) {
                for (const Passage &passage : made)
                    e.put(passage);
            });
    }
    [[nodiscard]] TagId someTag() { return oneOf(m_desk.session.value(m_desk.session.store().tags())).id; }

    /// Other panels, another annotator's copy: passages, tags and articles change without the article's hands.
    void changeElsewhere()
    {
        const QList<Passage> all = m_desk.session.value(m_desk.session.store().passages());
        if (all.size() > 400) {
            edit([&](Edit &e) {
                for (qsizetype i = 0; i < 200; ++i)
                    e.remove(all[2 * i].id);
            });
            return;
        }
        switch (below(6)) {
        case 0: { // a suggestion, rejected or accepted
            if (all.isEmpty())
                return;
            Passage passage = oneOf(all);
            passage.state = State(below(3));
            edit([&](Edit &e) { e.put(passage); });
            return;
        }
        case 1: {
            Tag tag = oneOf(m_desk.session.value(m_desk.session.store().tags()));
            tag.name = QStringLiteral("Tag %1: “%2”").arg(below(99)).arg(isLucky(2) ? u'א' : u';');
            tag.colour = QStringLiteral("#%1").arg(qint64(below(0xffffff)), 6, 16, QLatin1Char{'0'});
            edit([&](Edit &e) { e.put(tag); });
            return;
        }
        case 2:
            if (!all.isEmpty())
                edit([&](Edit &e) { e.remove(oneOf(all).id); });
            return;
        default: {
            if (m_desk.page->version().isNull())
                return;
            QList<Passage> made;
            for (qsizetype n = 1 + below(5); n > 0; --n) {
                QList<TextSpan> spans;
                TextPosition last{-1};
                QList<TextSpan> some;
                for (qsizetype i = isLucky(3) ? 3 : 1; i > 0; --i)
                    some.append(someSpan());
                std::ranges::sort(some);
                for (const TextSpan &span : std::as_const(some)) {
                    if (span.begin > last && !span.isEmpty()) {
                        spans.append(span);
                        last = span.end;
                    }
                }
                if (spans.isEmpty())
                    continue;
                made.append(passageOf(m_desk.page->text(), someTag(), spans));
                made.last().version = m_desk.page->version();
                made.last().state = isLucky(4) ? State::Suggested : State::Accepted;
                made.last().annotator = m_desk.session.store().annotator().id;
            }
            if (!made.isEmpty())
                edit([&](Edit &e) {
                    for (const Passage &passage : made)
                        e.put(passage);
                });
        }
        }
    }
    void edit(const std::function<void(Edit &)> &change)
    {
        (void)m_desk.session.edit(QStringLiteral("Elsewhere"), change);
    }

    void setTheme()
    {
        QPalette palette = QApplication::palette();
        if (isLucky(2)) {
            palette.setColor(QPalette::Base, Qt::black);
            palette.setColor(QPalette::Window, Qt::black);
            palette.setColor(QPalette::Text, Qt::white);
            palette.setColor(QPalette::WindowText, Qt::white);
        }
        view()->setPalette(palette);
    }

    void import(const QString &text)
    {
        const QString name = QStringLiteral("article %1.txt").arg(m_articles.size());
        const Document document = m_desk.session.value(readText(text.toUtf8(), name));
        edit([&](Edit &e) { m_articles.append(e.import(document).article); });
    }

    Desk &m_desk;
    Watcher &m_watcher;
    QRandomGenerator m_random;
    QList<ArticleId> m_articles;
    QList<Deed> m_deeds;
    qsizetype m_weights = 0;
    QString m_deed;
    QString m_fault;
};

}
