// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/correctiondialog.h"

#include "core/text/fold.h"
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/correction/anchorlist.h"
#include "ui/correction/correctionpage.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

const QString opening = u"The harbour was dark when the two of them met 🕯️. Nobody else was awake at that hour."_s;
const QString line = u"“I only came to walk you home,” said the lamplighter of Fernwick."_s;
const QString number = u"The lamp on the pier was lit by hand until 1987, the harbour office says."_s;
const QString aside = u"She laughs when she is asked about it, and looks out of the window."_s;
const QString closing = u"The second season begins in the autumn, with all of the same people."_s;
const QString correctedNumber = u"The lamp on the pier was lit by hand until 1978, the harbour office says."_s;

QString article(const QStringList &paragraphs)
{
    return paragraphs.join(u"\n\n"_s);
}

const QString corrected = article({opening, line, correctedNumber, closing});

/// Four passages, each the content of a claim that was found to be so.
Corpus corpus()
{
    Corpus made;
    made.annotators.append({AnnotatorId::create(), u"Ben"_s});
    made.tagsets.append({TagsetId::create(), u"Set"_s, {}});
    made.tags.append(
        {.id = TagId::create(), .tagset = made.tagsets.first().id, .name = u"Fact"_s, .colour = u"#4477aa"_s});
    made.articles.append({.id = ArticleId::create(), .title = u"The lamp"_s});
    made.versions.append({.id = VersionId::create(),
                          .article = made.articles.first().id,
                          .number = 1,
                          .text = Text(article({opening, line, number, aside, closing}))});
    for (const QString &words : {opening, line, number, aside}) {
        made.passages.append(passage(made.versions.first(), made.tags.first().id, words));
        made.claims.append({.id = ClaimId::create(),
                            .kind = ClaimKind::Fact,
                            .passages = {{made.passages.last().id, PassageRole::Content}},
                            .annotator = made.annotators.first().id});
        made.verdicts.append({.id = VerdictId::create(),
                              .claim = made.claims.last().id,
                              .value = VerdictValue::Supported,
                              .annotator = made.annotators.first().id,
                              .created = {1'000'000}});
    }
    return made;
}

}

class tst_CorrectionDialog : public QObject
{
    Q_OBJECT

    std::optional<OpenProject> m_project;
    std::optional<CorrectionDialog> m_dialog;
    Answers m_answers;

    [[nodiscard]] Version version() const
    {
        return m_project->session.store().currentVersion(m_project->corpus.articles.first().id).value();
    }
    template <class Widget>
    [[nodiscard]] Widget *part(const QString &name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(name);
        if (!widget)
            qFatal("There is no %s.", qPrintable(name));
        return widget;
    }
    [[nodiscard]] AnchorList *list() const { return part<AnchorList>(u"anchorTreeWidget"_s); }
    [[nodiscard]] QTreeWidgetItem *itemOf(const QString &words) const
    {
        return list()->findItems(words, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }
    [[nodiscard]] QStringList consequences() const
    {
        QStringList all;
        const auto *widget = part<QListWidget>(u"consequencesListWidget"_s);
        for (int i = 0; i < widget->count(); ++i)
            all.append(widget->item(i)->text());
        return all;
    }
    [[nodiscard]] Passage passageOf(const QString &words) const
    {
        for (const Passage &each : m_project->corpus.passages) {
            if (each.words() == words)
                return m_project->session.store().passages(QSet{each.id}).value().first();
        }
        return {};
    }
    /// A button's mnemonic presses it for a moment.
    void press(Qt::Key mnemonic)
    {
        QTest::keyClick(&*m_dialog, mnemonic, Qt::AltModifier);
        QTest::qWait(200);
    }
    void openWithCorrectedText()
    {
        m_dialog.emplace(m_project->session, version(), m_answers.prompts());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(&*m_dialog));
        part<QPlainTextEdit>(u"correctedTextEdit"_s)->setPlainText(corrected);
        press(Qt::Key_L);
        QVERIFY(QTest::qWaitFor([this] { return list()->isVisible(); }));
    }

private Q_SLOTS:
    void init()
    {
        m_answers = {};
        m_project.emplace(corpus());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_project.reset();
    }

    void theSameTextOrNoneLeadsNowhere()
    {
        m_dialog.emplace(m_project->session, version(), m_answers.prompts());
        QVERIFY(!part<QPushButton>(u"nextButton"_s)->isEnabled());
        part<QPlainTextEdit>(u"correctedTextEdit"_s)->setPlainText(version().text.string());
        QVERIFY(!part<QPushButton>(u"nextButton"_s)->isEnabled());
        QVERIFY(part<QLabel>(u"problemLabel"_s)->text().contains(u"version 1"));
        part<QPlainTextEdit>(u"correctedTextEdit"_s)->setPlainText(corrected);
        QVERIFY(part<QPushButton>(u"nextButton"_s)->isEnabled());
    }

    void aFileIsReadWithItsBytes()
    {
        QFile file(m_project->place.path(u"corrected.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = QString(corrected).replace(u"\n"_s, u"\r\n"_s).toUtf8();
        file.write(bytes);
        file.close();
        m_answers.paths = {file.fileName()};
        m_dialog.emplace(m_project->session, version(), m_answers.prompts());
        m_dialog->show();
        part<QPushButton>(u"fileButton"_s)->click();
        QCOMPARE(m_answers.askedForPaths.size(), 1);
        QVERIFY(part<QLabel>(u"sourceLabel"_s)->text().contains(u"corrected.txt"));
        part<QLineEdit>(u"noteLineEdit"_s)->setText(u"The year was wrong."_s);
        part<QPushButton>(u"nextButton"_s)->click();
        QVERIFY(QTest::qWaitFor([this] { return list()->isVisible(); }));
        part<QPushButton>(u"nextButton"_s)->click();
        const Version made = version();
        QCOMPARE(made.number, 2);
        QCOMPARE(made.text.string(), corrected);
        QCOMPARE(made.correction, u"The year was wrong."_s);
        QCOMPARE(made.sourceName, u"corrected.txt"_s);
        QCOMPARE(*m_project->session.store().sourceBytes(made.id), bytes);
    }

    void onlyWhatIsCertainIsCheckedAtFirst()
    {
        openWithCorrectedText();
        QCOMPARE(itemOf(line)->checkState(0), Qt::Checked);
        QCOMPARE(itemOf(opening)->checkState(0), Qt::Checked);
        QCOMPARE(itemOf(number)->checkState(0), Qt::Unchecked);
        QCOMPARE(itemOf(aside)->checkState(0), Qt::Unchecked);
        QCOMPARE(itemOf(line)->text(1), u"Certain"_s);
        QVERIFY(itemOf(number)->parent()->text(0).startsWith(u"Changed words"_s));
        QVERIFY(itemOf(aside)->parent()->text(0).startsWith(u"Not found"_s));
        QVERIFY(consequences().join(u'\n').contains(number.left(30)));
        QVERIFY(consequences().join(u'\n').contains(aside.left(30)));
        QVERIFY(!consequences().join(u'\n').contains(line));
        // The first one to decide on is chosen, and its words are shown on both sides.
        QCOMPARE(list()->currentItem(), itemOf(number));
        const auto marks = [this](const QString &name) {
            QStringList words;
            for (const QTextEdit::ExtraSelection &mark : part<QPlainTextEdit>(name)->extraSelections()) {
                if (mark.format.fontStrikeOut() || mark.format.fontUnderline())
                    words.append(mark.cursor.selectedText());
            }
            return words;
        };
        QCOMPARE(marks(u"oldTextEdit"_s), QStringList{u"1987"_s});
        QCOMPARE(marks(u"nowTextEdit"_s), QStringList{u"1978"_s});
    }

    void theTextsShowTheWords()
    {
        const QString filling = QString(u"A paragraph that goes on for a while.\n\n"_s).repeated(60);
        Version &first = m_project->corpus.versions.first();
        const Version longer{.id = VersionId::create(),
                             .article = first.article,
                             .number = 2,
                             .text = Text(filling + corrected + filling)};
        QVERIFY(m_project->session.edit(u"Version"_s, [&](Edit &e) { e.put(longer); }));
        m_dialog.emplace(m_project->session, first, longer);
        m_dialog->show();
        QVERIFY(QTest::qWaitFor([this] { return list()->isVisible(); }));
        const auto isShown = [this] {
            const auto *after = part<QPlainTextEdit>(u"nowTextEdit"_s);
            return !after->extraSelections().isEmpty()
                && after->viewport()->rect().contains(
                    after->cursorRect(after->extraSelections().first().cursor).center());
        };
        QCOMPARE(list()->currentItem(), itemOf(number));
        QVERIFY(QTest::qWaitFor(isShown));
        list()->setCurrentItem(itemOf(line));
        QVERIFY(isShown());
    }

    void theKeyboardDecides()
    {
        openWithCorrectedText();
        QCOMPARE(list()->currentItem(), itemOf(number));
        press(Qt::Key_A); // Accept, and on to the next
        QCOMPARE(itemOf(number)->checkState(0), Qt::Checked);
        QCOMPARE(list()->currentItem(), itemOf(aside));
        list()->setCurrentItem(itemOf(line));
        press(Qt::Key_R); // Reject
        QCOMPARE(itemOf(line)->checkState(0), Qt::Unchecked);
        list()->setFocus();
        list()->setCurrentItem(itemOf(opening));
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(itemOf(opening)->checkState(0), Qt::Unchecked);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(itemOf(opening)->checkState(0), Qt::Checked);

        QSignalSpy told(&*m_dialog, &CorrectionDialog::corrected);
        press(Qt::Key_M); // Make Version
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        const Version made = version();
        QCOMPARE(made.number, 2);
        QCOMPARE(passageOf(number).version, made.id);
        QCOMPARE(passageOf(number).words(), correctedNumber);
        QCOMPARE(passageOf(opening).version, made.id);
        QVERIFY(passageOf(line).version != made.id);
        QVERIFY(passageOf(aside).version != made.id);
        QVERIFY(m_project->session.undo());
        QCOMPARE(version().number, 1);
        QCOMPARE(passageOf(number).words(), number);
    }

    void tabLeadsThroughEverything()
    {
        openWithCorrectedText();
        auto *after = part<QPlainTextEdit>(u"nowTextEdit"_s);
        QVERIFY(after->find(closing)); // so that every button can be pressed
        list()->setFocus();
        QSet<QString> visited;
        for (int i = 0; i < 24; ++i) {
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused);
            visited.insert(focused->objectName());
            QTest::keyClick(const_cast<QWidget *>(focused), Qt::Key_Tab);
        }
        for (const QString &name : {u"anchorTreeWidget"_s, u"allButton"_s, u"oldTextEdit"_s, u"nowTextEdit"_s,
                                    u"placeComboBox"_s, u"selectionButton"_s, u"acceptButton"_s, u"rejectButton"_s,
                                    u"consequencesListWidget"_s, u"backButton"_s, u"nextButton"_s})
            QVERIFY2(visited.contains(name), qPrintable(name));
    }

    void wordsAreChosenByHand()
    {
        openWithCorrectedText();
        list()->setCurrentItem(itemOf(aside));
        QVERIFY(!part<QPushButton>(u"selectionButton"_s)->isEnabled());
        auto *after = part<QPlainTextEdit>(u"nowTextEdit"_s);
        QVERIFY(after->find(closing));
        QVERIFY(part<QPushButton>(u"selectionButton"_s)->isEnabled());
        press(Qt::Key_U);
        QCOMPARE(itemOf(aside)->checkState(0), Qt::Checked);
        QCOMPARE(itemOf(aside)->text(1), u"By hand"_s);
        QVERIFY(part<QComboBox>(u"placeComboBox"_s)->currentText().startsWith(u"By hand"_s));
        part<QPushButton>(u"nextButton"_s)->click();
        QCOMPARE(passageOf(aside).words(), closing);
        QCOMPARE(passageOf(aside).version, version().id);
    }

    void whatStayedIsFoundLater()
    {
        openWithCorrectedText();
        part<QPushButton>(u"nextButton"_s)->click();
        const VersionId first = m_project->corpus.versions.first().id;
        QCOMPARE(passageOf(number).version, first);
        m_dialog.emplace(m_project->session, m_project->session.store().version(first).value(), version());
        m_dialog->show();
        QVERIFY(QTest::qWaitFor([this] { return list()->isVisible(); }));
        QVERIFY(!itemOf(line)); // it followed already
        QVERIFY(itemOf(aside));
        part<QPushButton>(u"allButton"_s)->click();
        QCOMPARE(itemOf(number)->checkState(0), Qt::Checked);
        QCOMPARE(itemOf(aside)->checkState(0), Qt::Unchecked); // nothing is proposed
        part<QPushButton>(u"nextButton"_s)->click();
        QCOMPARE(passageOf(number).words(), correctedNumber);
        QCOMPARE(version().number, 2);
    }

    /// Ten thousand passages: the window is alive while they are written, and nothing can be done twice meanwhile.
    void theWindowLivesWhileManyPassagesAreWritten()
    {
        const Version first = m_project->corpus.versions.first();
        const TagId tag = m_project->corpus.tags.first().id;
        QVERIFY(m_project->session.edit(u"Many"_s, [&](Edit &e) {
            for (qsizetype n = 0; n < 10'000; ++n) {
                const TextSpan span{{n % 60}, {n % 60 + 20 + n / 500}};
                e.put(Passage{.id = PassageId::create(),
                              .version = first.id,
                              .tag = tag,
                              .fragments = {{span, first.text.words(span).toString()}}});
            }
        }));
        openWithCorrectedText();
        // In a row, longer than a frame and a half was nobody kept waiting.
        int turns = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] {
            ++turns;
            m_dialog->reject(); // has no effect while it is written
            m_dialog->accept();
        });
        ticks.start(1);
        const qsizetype before = m_project->session.value(m_project->session.store().journal()).size();
        const VersionId old = version().id;
        part<QPushButton>(u"nextButton"_s)->click();
        ticks.stop();
        QVERIFY2(turns > 5, qPrintable(QString::number(turns)));
        QCOMPARE(m_project->session.value(m_project->session.store().journal()).size(), before + 1);
        QVERIFY(version().id != old);
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void anOlderVersionIsReadOnly()
    {
        openWithCorrectedText();
        part<QPushButton>(u"nextButton"_s)->click();
        Actions actions;
        ArticlePage page(m_project->session, actions);
        page.resize(800, 600);
        page.show();
        page.showArticle(m_project->corpus.articles.first().id);
        QCOMPARE(page.version(), version().id);
        auto *versions = page.findChild<QComboBox *>(u"versionComboBox"_s);
        QVERIFY(versions->isVisible());
        QCOMPARE(versions->count(), 2);
        QCOMPARE(versions->currentIndex(), 1);
        versions->setFocus();
        QTest::keyClick(versions, Qt::Key_Up);
        QCOMPARE(page.version(), m_project->corpus.versions.first().id);
        QCOMPARE(page.text().string(), m_project->corpus.versions.first().text.string());
        const auto before = m_project->session.store().passages().value();
        QSignalSpy refused(&m_project->session, &Session::failed);
        page.view()->select({{0}, {11}});
        page.tagSelection(m_project->corpus.tags.first().id);
        QCOMPARE(refused.size(), 1);
        QVERIFY(m_project->session.store().passages().value() == before);
        // A passage leads to the version it stands on.
        page.showPassage(passageOf(line).id);
        QCOMPARE(page.version(), version().id);
        page.showPassage(passageOf(aside).id);
        QCOMPARE(page.version(), m_project->corpus.versions.first().id);
        // Undone, there is but one version again.
        QVERIFY(m_project->session.undo());
        QVERIFY(!versions->isVisible());
        QCOMPARE(page.version(), m_project->corpus.versions.first().id);
    }
};

QTEST_MAIN(tst_CorrectionDialog)
#include "tst_correctiondialog.moc"
