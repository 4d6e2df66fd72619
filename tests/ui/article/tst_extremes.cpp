// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/article/extremes.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScrollBar>

using namespace pq;
using namespace Qt::StringLiterals;

/// Texts of unusual length and script with passages over all of them, used by hand. With PULLQUOTE_PICTURES=FOLDER
/// the pictures are kept to be looked at; QT_SCALE_FACTOR=1.5 makes them larger.
class TestExtremes : public QObject
{
    Q_OBJECT

    QList<test::Extreme> m_extremes = test::extremes();
    QList<Tag> m_tags{test::tag(u"Quote"_s, u"#0072b2"_s), test::tag(u"Contribution"_s, u"#e69f00"_s),
                      test::tag(u"Cue"_s, u"#009e73"_s), test::tag(u"Source"_s, u"#cc79a7"_s)};

    static void keep(ArticleView &view, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PULLQUOTE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(view.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }

    std::unique_ptr<ArticleView> viewOf(const Text &text, Scheme scheme) const
    {
        auto view = std::make_unique<ArticleView>();
        view->setPalette(paletteOf(scheme));
        view->resize(1000, 700);
        view->setTags(m_tags);
        view->setText(text);
        QList<Passage> passages = test::manyPassages(text, m_tags, 2000);
        // One from near the begin to near the end, one over the middle, one in pieces.
        const qsizetype n = text.length();
        passages.append(test::passageOf(text, m_tags[0].id, {snapped(text, n / 50, n - n / 50)}));
        passages.append(test::passageOf(text, m_tags[1].id, {snapped(text, n / 2 - 500, n / 2 + 500)}));
        passages.append(test::passageOf(text, m_tags[2].id,
                                        {snapped(text, n / 2, n / 2 + 60), snapped(text, n / 2 + 200, n / 2 + 260)}));
        for (Passage &passage : passages)
            passage.fragments.first().span = snappedToCharacters(text, passage.fragments.first().span);
        view->setPassages(passages);
        QList<MarginCard> cards;
        for (int i = 0; i < 40; ++i)
            cards.append(
                {ClaimId::create(), {n / 2 - 200 + i * 13}, u"Quote"_s, u"Speaker: somebody with a long name"_s});
        view->setCards(cards);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get()))
            qFatal("The view is not shown.");
        view->activateWindow();
        view->setFocus();
        view->setCurrentPassage(passages.last().id);
        return view;
    }
    static TextSpan snapped(const Text &text, qsizetype begin, qsizetype end)
    {
        return snappedToCharacters(text, {{std::max<qsizetype>(0, begin)}, {std::min(end, text.length())}});
    }

private Q_SLOTS:
    void areSeen_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<Scheme>("scheme");
        for (int i = 0; i < m_extremes.size(); ++i) {
            const QByteArray name = m_extremes[i].name.toLatin1();
            QTest::newRow(name + "-light") << i << Scheme::Light;
            QTest::newRow(name + "-dark") << i << Scheme::Dark;
            QTest::newRow(name + "-contrast") << i << Scheme::HighContrast;
        }
    }
    void areSeen()
    {
        QFETCH(int, number);
        QFETCH(Scheme, scheme);
        const Text &text = m_extremes[number].text;
        const auto view = viewOf(text, scheme);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        keep(*view, name + u"-begin"_s);
        view->moveCaret({text.length() / 2});
        view->select(snapped(text, text.length() / 2 + 100, text.length() / 2 + 160));
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
        keep(*view, name + u"-middle"_s);
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier);
        QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
        keep(*view, name + u"-end"_s);
        view->resize(360, 500);
        view->moveCaret({text.length() / 2});
        QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
        keep(*view, name + u"-narrow"_s);
    }

    void areWrittenIn_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < m_extremes.size(); ++i)
            QTest::newRow(m_extremes[i].name.toLatin1()) << i;
    }
    /// Each key lays out what comes into view and no more.
    void areWrittenIn()
    {
        QFETCH(int, number);
        const Text &text = m_extremes[number].text;
        const auto view = viewOf(text, Scheme::Light);
        view->moveCaret({text.length() / 2});
        view->viewport()->repaint();
        const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {
            {Qt::Key_Right, {}},
            {Qt::Key_Left, Qt::ShiftModifier},
            {Qt::Key_Right, Qt::ControlModifier},
            {Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier},
            {Qt::Key_Down, Qt::AltModifier},
            {Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier},
            {Qt::Key_Down, {}},
            {Qt::Key_Up, Qt::ShiftModifier},
            {Qt::Key_End, {}},
            {Qt::Key_Home, Qt::ShiftModifier},
            {Qt::Key_PageDown, {}},
            {Qt::Key_PageUp, Qt::ShiftModifier},
        };
        for (const auto &[key, modifiers] : keys) {
            const qint64 before = view->layout().layoutsMade();
            QTest::keyClick(view.get(), key, modifiers);
            view->viewport()->repaint();
            const TextPosition caret = view->selection().caret();
            QCOMPARE(snappedToCharacters(text, {caret, caret}).begin, caret);
            QVERIFY(view->viewport()->rect().intersects(view->caretRect()));
            QVERIFY(view->layout().layoutsMade() - before <= 2 * view->visibleBlocks().items().size() + 4);
        }
        view->select(snapped(text, text.length() / 2 - 40, text.length() / 2));
        const Passage made = test::passageOf(text, m_tags[0].id, view->selection().spans());
        view->putPassage(made);
        view->setCurrentPassage(made.id);
        view->viewport()->repaint();
        QVERIFY(view->passagesAt(made.fragments.first().span.begin).contains(made.id));
        for (int i = 0; i < 5; ++i) {
            const QPoint middle = view->viewport()->rect().center();
            QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, middle); // its word
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, middle);  // its sentence
            const qint64 before = view->layout().layoutsMade();
            view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 5 * i);
            view->viewport()->repaint();
            QVERIFY(view->layout().layoutsMade() - before <= 2 * view->visibleBlocks().items().size() + 4);
        }
    }
};

QTEST_MAIN(TestExtremes)
#include "tst_extremes.moc"
