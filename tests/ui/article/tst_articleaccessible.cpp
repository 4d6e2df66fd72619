// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/articlefixture.h"

#include <QAccessible>

using namespace pq;
using namespace Qt::StringLiterals;

/// What a screen reader is told; positions are code points.
class TestArticleAccessible : public QObject
{
    Q_OBJECT

    struct Told
    {
        QString words;
        int begin = 0;
        int end = 0;

        friend bool operator==(const Told &, const Told &) = default;
    };

    static QList<QAccessible::Event> &events()
    {
        static QList<QAccessible::Event> all;
        return all;
    }

    QList<Tag> m_tags{test::tag(u"Quote"_s, u"#0072b2"_s), test::tag(u"Cue; of: it"_s, u"#009e73"_s),
                      test::tag({}, u"#d55e00"_s)};
    Text m_text = test::hardText();
    std::unique_ptr<ArticleView> m_view;
    QAccessibleInterface *m_interface = nullptr;
    QAccessibleTextInterface *m_told = nullptr;

    [[nodiscard]] int at(const QString &words) const { return int(test::spanOf(m_text, words).begin.value); }
    [[nodiscard]] Told unitAt(int offset, QAccessible::TextBoundaryType type) const
    {
        Told told;
        told.words = m_told->textAtOffset(offset, type, &told.begin, &told.end);
        return told;
    }
    [[nodiscard]] Told unitAfter(int offset, QAccessible::TextBoundaryType type) const
    {
        Told told;
        told.words = m_told->textAfterOffset(offset, type, &told.begin, &told.end);
        return told;
    }
    [[nodiscard]] Told unitBefore(int offset, QAccessible::TextBoundaryType type) const
    {
        Told told;
        told.words = m_told->textBeforeOffset(offset, type, &told.begin, &told.end);
        return told;
    }
    [[nodiscard]] Told attributesAt(int offset) const
    {
        Told told;
        told.words = m_told->attributes(offset, &told.begin, &told.end);
        return told;
    }
    [[nodiscard]] QStringList selected() const
    {
        QStringList words;
        for (int i = 0; i < m_told->selectionCount(); ++i) {
            Told told;
            m_told->selection(i, &told.begin, &told.end);
            words.append(m_told->text(told.begin, told.end));
        }
        return words;
    }
    Passage put(const QString &words, const Tag &tag, State state = State::Accepted)
    {
        Passage passage = test::passageOf(m_text, tag.id, {test::spanOf(m_text, words)});
        passage.state = state;
        m_view->putPassage(passage);
        return passage;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
            if (qobject_cast<ArticleView *>(event->object()))
                events().append(event->type());
        });
    }

    void init()
    {
        m_view = std::make_unique<ArticleView>();
        m_view->resize(500, 300);
        m_view->setTags(m_tags);
        m_view->setText(m_text);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_interface = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(m_interface && m_interface->textInterface());
        m_told = m_interface->textInterface();
        events().clear();
    }

    void theTextIsCountedInCodePoints()
    {
        QVERIFY(!m_interface->text(QAccessible::Name).isEmpty());
        QCOMPARE(m_told->characterCount(), int(m_text.string().toUcs4().size()));
        QVERIFY(m_told->characterCount() < m_text.string().size()); // or this would try nothing
        QCOMPARE(m_told->text(0, m_told->characterCount()), m_text.string());
        QCOMPARE(m_told->text(0, -1), m_text.string());
        QCOMPARE(m_told->text(at(u"laughed"_s), at(u"laughed"_s) + 7), u"laughed"_s);
        QCOMPARE(m_told->text(-5, 1), u"A"_s);
        QCOMPARE(m_told->text(4, 100'000).size(), m_text.string().size() - 4);
        const QAccessible::State state = m_interface->state();
        QVERIFY(state.readOnly && state.multiLine && state.selectableText && state.focusable);
    }

    void theCaretIsToldAndMoved()
    {
        const int laughed = at(u"laughed"_s);
        m_told->setCursorPosition(laughed);
        QCOMPARE(m_view->selection().caret().value, laughed);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_told->cursorPosition(), laughed + 1);
        m_told->setCursorPosition(at(u"👩‍👩‍👧‍👦"_s) + 3); // within a family
        QCOMPARE(m_told->cursorPosition(), at(u"👩‍👩‍👧‍👦"_s));
    }

    void selectionsAreAddedSetAndRemoved()
    {
        const auto add = [this](const QString &words) {
            m_told->addSelection(at(words), at(words) + int(words.size()));
        };
        QCOMPARE(m_told->selectionCount(), 0);
        add(u"laughed"_s);
        add(u"keep it lit"_s);
        QCOMPARE(selected(), (QStringList{u"keep it lit"_s, u"laughed"_s}));
        // So Qt asks for another one on behalf of AT-SPI.
        m_told->setSelection(2, at(u"script"_s), at(u"script"_s) + 6);
        QCOMPARE(selected(), (QStringList{u"keep it lit"_s, u"laughed"_s, u"script"_s}));
        m_told->setSelection(0, at(u"He said"_s), at(u"He said"_s) + 7);
        QCOMPARE(selected(), (QStringList{u"He said"_s, u"laughed"_s, u"script"_s}));
        QCOMPARE(m_told->cursorPosition(), at(u"He said"_s) + 7);
        m_told->removeSelection(1);
        QCOMPARE(selected(), (QStringList{u"He said"_s, u"script"_s}));
        m_told->removeSelection(7);
        m_told->setSelection(9, 0, 3);
        QCOMPARE(selected(), (QStringList{u"He said"_s, u"script"_s}));
        m_told->removeSelection(0);
        m_told->removeSelection(0);
        QVERIFY(m_view->selection().isEmpty());
    }

    void unitsAreTold()
    {
        const int laughed = at(u"laughed"_s);
        QCOMPARE(unitAt(laughed + 2, QAccessible::WordBoundary), (Told{u"laughed"_s, laughed, laughed + 7}));
        QCOMPARE(unitAfter(laughed, QAccessible::CharBoundary), (Told{u"a"_s, laughed + 1, laughed + 2}));
        QCOMPARE(unitBefore(laughed, QAccessible::WordBoundary), (Told{u"he"_s, laughed - 3, laughed - 1}));
        const int family = at(u"👩‍👩‍👧‍👦"_s);
        QCOMPARE(unitAt(family + 2, QAccessible::CharBoundary),
                 (Told{u"👩‍👩‍👧‍👦"_s, family, family + 7}));
        QCOMPARE(unitAfter(family, QAccessible::CharBoundary), (Told{u"\n"_s, family + 7, family + 8}));
        QCOMPARE(unitAt(0, QAccessible::ParagraphBoundary).words, m_text.string().section(u'\n', 0, 0));
        QCOMPARE(unitAfter(0, QAccessible::ParagraphBoundary).words, QString());
        QCOMPARE(unitAt(at(u"waved"_s), QAccessible::SentenceBoundary).words, u"Mr. Brandt waved 👋🏽 twice."_s);
        QCOMPARE(unitAfter(at(u"Mr. Brandt"_s), QAccessible::SentenceBoundary).words.left(10), u"It was not"_s);
        QCOMPARE(unitAt(3, QAccessible::NoBoundary).words, m_text.string());
        QCOMPARE(unitAt(m_told->characterCount(), QAccessible::CharBoundary).words, QString());
        QCOMPARE(unitBefore(-1, QAccessible::CharBoundary).words, u"."_s); // -1: the end
        QCOMPARE(unitAt(m_told->characterCount() + 1, QAccessible::WordBoundary), (Told{{}, -1, -1}));
        QCOMPARE(unitAt(-3, QAccessible::WordBoundary), (Told{{}, -1, -1}));
    }

    void unitsAreWalkedToTheEndAndBack_data()
    {
        QTest::addColumn<QAccessible::TextBoundaryType>("type");
        QTest::newRow("characters") << QAccessible::CharBoundary;
        QTest::newRow("words") << QAccessible::WordBoundary;
        QTest::newRow("sentences") << QAccessible::SentenceBoundary;
        QTest::newRow("lines") << QAccessible::LineBoundary;
        QTest::newRow("paragraphs") << QAccessible::ParagraphBoundary;
    }
    void unitsAreWalkedToTheEndAndBack()
    {
        QFETCH(QAccessible::TextBoundaryType, type);
        QList<Told> there{unitAt(0, type)};
        QString inked = there.first().words;
        while (there.last().end < m_told->characterCount()) {
            const Told next = unitAfter(there.last().begin, type);
            QVERIFY2(next.begin >= there.last().end, qPrintable(next.words));
            // What lies between two units is white space.
            QVERIFY(m_told->text(there.last().end, next.begin).trimmed().isEmpty());
            QCOMPARE(next.words, m_told->text(next.begin, next.end));
            there.append(next);
            inked += next.words;
        }
        QCOMPARE(inked.removeIf([](QChar c) { return c.isSpace(); }),
                 QString(m_text.string()).removeIf([](QChar c) { return c.isSpace(); }));
        for (qsizetype i = there.size() - 1; i > 0; --i)
            QCOMPARE(unitBefore(there[i].begin, type), there[i - 1]);
        QVERIFY(there.size() > 5);
    }

    void placesOnTheScreenAreTold()
    {
        for (const QString &words : {u"lit,"_s, u"👩‍👩‍👧‍👦"_s, u"הבמאי"_s}) {
            m_told->scrollToSubstring(at(words), at(words) + 1);
            const QRect rect = m_told->characterRect(at(words));
            QVERIFY(QRect(m_view->mapToGlobal(QPoint()), m_view->size()).contains(rect));
            QCOMPARE(m_told->offsetAtPoint(rect.center()), at(words));
        }
        QCOMPARE(m_told->offsetAtPoint(m_view->mapToGlobal(QPoint(-50, -50))), -1);
        QVERIFY(m_told->characterRect(100'000).isNull());
    }

    void scrollingToWordsLeavesTheCaretAlone()
    {
        m_told->setCursorPosition(2);
        const int end = m_told->characterCount() - 1;
        m_told->scrollToSubstring(end - 5, end);
        QCOMPARE(m_told->cursorPosition(), 2);
        QVERIFY(m_view->viewport()->rect().contains(m_view->rectAt({end})));
    }

    void passagesAreAttributes()
    {
        put(u"“He said, ‘keep it lit,’ and then he laughed,”"_s, m_tags[0]);
        put(u"keep it lit"_s, m_tags[1], State::Suggested);
        put(u"twice"_s, m_tags[2]);
        const Told inner = attributesAt(at(u"it lit"_s));
        QCOMPARE(m_told->text(inner.begin, inner.end), u"keep it lit"_s);
        // A name cannot end its own value.
        QVERIFY2(inner.words.contains(u";tags:Cue  of  it (suggested), Quote;"_s), qPrintable(inner.words));
        QVERIFY(inner.words.contains(u"font-family:Cue  of  it (suggested), Quote;"_s));
        QVERIFY(inner.words.contains(u"background-color:rgb("_s));
        const Told outer = attributesAt(inner.begin - 1);
        QCOMPARE(m_told->text(outer.begin, outer.end), u"“He said, ‘"_s);
        QVERIFY(outer.words.contains(u"tags:Quote;"_s));
        // Every attribute has a value.
        for (const QString &part : attributesAt(at(u"twice"_s)).words.split(u';', Qt::SkipEmptyParts))
            QCOMPARE(part.split(u':', Qt::SkipEmptyParts).size(), 2);
        QCOMPARE(attributesAt(0).words, QString());

        int end = 0;
        while (end < m_told->characterCount()) { // runs follow each other
            const Told run = attributesAt(end);
            QCOMPARE(run.begin, end);
            QVERIFY(run.end > end);
            end = run.end;
        }
        m_view->setTagVisibilities({{m_tags[0].id, TagVisibility::Hidden}});
        QVERIFY(attributesAt(outer.begin).words.isEmpty());
    }

    void verdictsAndNotesAreToldWithThem()
    {
        const Passage passage = put(u"keep it lit"_s, m_tags[0]);
        events().clear();
        m_view->setSigns({{passage.id, {{VerdictValue::Supported, VerdictValue::Disputed}, true}}});
        QCOMPARE(events().count(QAccessible::TextAttributeChanged), 1);
        QVERIFY(attributesAt(at(u"it lit"_s)).words.contains(u"tags:Quote · Supported · Disputed · Note;"_s));
        m_view->moveCaret({at(u"it lit"_s)});
        QCOMPARE(m_interface->text(QAccessible::Description), u"Quote · Supported · Disputed · Note"_s);
    }

    void theCaretsPassagesDescribeTheArticle()
    {
        put(u"keep it lit"_s, m_tags[0]);
        QVERIFY(m_interface->text(QAccessible::Description).isEmpty());
        events().clear();
        m_view->moveCaret({at(u"keep it lit"_s)});
        QCOMPARE(m_interface->text(QAccessible::Description), u"Quote"_s);
        QCOMPARE(events().count(QAccessible::DescriptionChanged), 1);
        events().clear();
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(events().count(QAccessible::DescriptionChanged), 0);
    }

    void changesAreTold()
    {
        using Events = QList<QAccessible::Event>;
        m_view->moveCaret({5});
        QCOMPARE(events(), Events{QAccessible::TextCaretMoved});
        events().clear();
        m_view->moveCaret({5});
        QCOMPARE(events(), Events());
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(events(), (Events{QAccessible::TextSelectionChanged, QAccessible::TextCaretMoved}));
        events().clear();
        m_view->clearSelection();
        QCOMPARE(events(), Events{QAccessible::TextSelectionChanged});
        events().clear();
        const Passage passage = put(u"keep it lit"_s, m_tags[0]);
        QCOMPARE(events().count(QAccessible::TextAttributeChanged), 1);
        m_view->setCurrentPassage(passage.id);
        QCOMPARE(events().count(QAccessible::Announcement), 1);
        m_view->removePassage(passage.id);
        QCOMPARE(events().count(QAccessible::TextAttributeChanged), 2);
        events().clear();
        m_view->setText(Text(u"Another 👋🏽 one"_s));
        QCOMPARE(events().count(QAccessible::TextUpdated), 1);
        QCOMPARE(m_told->characterCount(), 14);
        QCOMPARE(m_told->cursorPosition(), 0);
    }
};

QTEST_MAIN(TestArticleAccessible)
#include "tst_articleaccessible.moc"
