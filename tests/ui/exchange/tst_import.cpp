// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlines.h"
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/exchange/importdialog.h"
#include "ui/exchange/importer.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Import : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsImportedInOneEditAndClosesByItself();
    void theSameTextTwiceIsTheArticleThatIsThere();
    void whatWasRepairedOrRefusedIsReported();
    void anAnnotatedProjectComesWithEverything();
    void aPathThatIsGoneDoesNotKeepTheOthersOut();
    void cancellingLeavesTheProjectAsItWas();
    void corporaAreShownBeforeTheyComeIn();
    void anotherFormatCanBeChosen();
    void aFolderIsOneCorpusAndItsBadDocumentsStayOut();
    void aLargeCorpusComesInPartByPart();
    void aLargeCorpusThatIsCancelledLeavesNothing();
    void aLargeCorpusThatIsGoneByThenIsToldOf();
    void theCommandsAskForPaths();
    void withoutAProjectNothingHappens();
};

namespace {

struct Import : test::OpenProject
{
    Import() : test::OpenProject(Corpus()) { QDir(place.folder.path()).mkdir(u"in"_s); }

    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(place.path(u"in/"_s + name));
        const bool isWritten = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        return isWritten ? out.fileName() : QString();
    }

    [[nodiscard]] qint64 articles() { return session.value(session.store().counts()).articles; }
    [[nodiscard]] qsizetype edits()
    {
        const QList<JournalEntry> journal = session.value(session.store().journal());
        return std::ranges::count(journal, JournalKind::Edit, &JournalEntry::kind);
    }
};

/// Waits for the dialog to be done; what became of each file.
QList<ImportOutcome> outcomes(ImportDialog &dialog)
{
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    dialog.open();
    QList<ImportOutcome> result;
    // Annotated corpora are shown before they come in.
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    if (!QTest::qWaitFor([&] { return !imported.isEmpty() || button->isVisible(); }, 20'000))
        return result;
    if (button->isVisible())
        button->click();
    if (!imported.isEmpty() || imported.wait(20'000)) {
        for (const ImportEntry &entry : dialog.report())
            result.append(entry.outcome);
    }
    return result;
}

}

void tst_Import::aFolderIsImportedInOneEditAndClosesByItself()
{
    Import project;
    (void)project.file(u"1.txt"_s, "The first 🕯️\n\nOnce.\n");
    (void)project.file(u"2.txt"_s, "The second\n\nTwice.\n");
    const qsizetype before = project.edits();
    ImportDialog dialog(project.session, {project.place.path(u"in"_s)});
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Imported, ImportOutcome::Imported}));
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    QVERIFY(dialog.isHidden());
    QCOMPARE(project.articles(), 2);
    QCOMPARE(project.edits(), before + 1);
    QVERIFY(project.session.undo());
    QCOMPARE(project.articles(), 0);
}

void tst_Import::theSameTextTwiceIsTheArticleThatIsThere()
{
    Import project;
    const QString path = project.file(u"a.txt"_s, "A title\n\nThe text.\n");
    const QString copy = project.file(u"b.txt"_s, "A title\n\nThe text.\n");
    ImportDialog dialog(project.session, {path, copy});
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Imported, ImportOutcome::AlreadyThere}));
    QCOMPARE(project.articles(), 1);
    QVERIFY(!dialog.isHidden());
    const ArticleId there = dialog.report()[0].article;
    QCOMPARE(dialog.report()[1].article, there);

    QSignalSpy activated(&dialog, &ImportDialog::articleActivated);
    auto *show = dialog.findChild<QPushButton *>(u"showArticleButton"_s);
    QVERIFY(show->isEnabled());
    show->click();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<ArticleId>(), there);
    QVERIFY(dialog.isHidden());
}

void tst_Import::whatWasRepairedOrRefusedIsReported()
{
    Import project;
    const QString windows = project.file(u"windows.txt"_s, "\xef\xbb\xbfTitle\r\n\r\nText\r\n");
    const QString empty = project.file(u"empty.txt"_s, "");
    ImportDialog dialog(project.session, {windows, empty});
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Repaired, ImportOutcome::Refused}));
    QVERIFY(dialog.report()[0].details.size() >= 2);
    QVERIFY(dialog.report()[1].details.first().contains(u"empty.txt"_s));
    QCOMPARE(project.articles(), 1);
    const auto *tree = dialog.findChild<QTreeWidget *>(u"reportTreeWidget"_s);
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), u"empty.txt"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"summaryLabel"_s)->text().contains(u'1'));
}

void tst_Import::anAnnotatedProjectComesWithEverything()
{
    Import project;
    const Corpus corpus = test::sampleCorpus();
    const Format *format = findFormat(u"pullquote-jsonl");
    QVERIFY(format);
    const auto written = format->write(corpus, {});
    VERIFY_RESULT(written);
    const QString path = project.file(u"all.jsonl"_s, written->files.first().bytes);
    ImportDialog dialog(project.session, {path});
    QCOMPARE(outcomes(dialog).size(), 1);
    const Corpus stored = project.session.value(project.session.store().corpus());
    QCOMPARE(stored.passages, corpus.passages);
    QCOMPARE(stored.claims, corpus.claims);
    QCOMPARE(stored.articles, corpus.articles);
}

void tst_Import::aPathThatIsGoneDoesNotKeepTheOthersOut()
{
    Import project;
    const QString good = project.file(u"good.txt"_s, "Title\n\nText.\n");
    ImportDialog dialog(project.session, {project.place.path(u"gone.txt"_s), good});
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Refused, ImportOutcome::Imported}));
    QCOMPARE(project.articles(), 1);
}

void tst_Import::cancellingLeavesTheProjectAsItWas()
{
    Import project;
    QStringList paths;
    for (int n = 0; n < 300; ++n)
        paths.append(project.file(u"%1.txt"_s.arg(n), QByteArray("Title ") + QByteArray::number(n) + "\n\nText.\n"));
    ImportDialog dialog(project.session, paths);
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    dialog.findChild<QPushButton *>(u"closeButton"_s)->click();
    QCOMPARE(finished.size(), 1);
    QTest::qWait(100);
    QCOMPARE(project.articles(), 0);
}

void tst_Import::corporaAreShownBeforeTheyComeIn()
{
    Import project;
    const Corpus corpus = test::sampleCorpus();
    const QString path = project.file(u"all.jsonl"_s, writeJsonLines(corpus)->files.first().bytes);
    ImportDialog dialog(project.session, {path});
    dialog.open();
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->isVisible(); }, 20'000));
    QCOMPARE(project.articles(), 0);
    QCOMPARE(dialog.findChild<QComboBox *>(u"corpusFormatComboBox"_s)->currentData().toString(), u"pullquote-jsonl"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"corpusCountsLabel"_s)->text().contains(QString::number(corpus.claims.size())));
    auto *text = dialog.findChild<QPlainTextEdit *>(u"corpusTextEdit"_s);
    const auto version = std::ranges::find(corpus.versions, corpus.articles.first().id, &Version::article);
    QCOMPARE(text->toPlainText(), version->text.string());
    // Each fragment is marked at its words.
    qsizetype fragments = 0;
    for (const Passage &passage : corpus.passages) {
        if (passage.version != version->id)
            continue;
        for (const Fragment &fragment : passage.fragments) {
            ++fragments;
            QVERIFY2(std::ranges::any_of(text->extraSelections(),
                                         [&](const QTextEdit::ExtraSelection &mark) {
                                             return mark.cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n')
                                                 == fragment.words;
                                         }),
                     qPrintable(fragment.words));
        }
    }
    QCOMPARE(text->extraSelections().size(), fragments);
    // Cancel leaves all as it was.
    dialog.findChild<QPushButton *>(u"closeButton"_s)->click();
    QCOMPARE(project.articles(), 0);
}

void tst_Import::anotherFormatCanBeChosen()
{
    Import project;
    const Corpus corpus = test::sampleCorpus();
    const QString path = project.file(u"all.jsonl"_s, writeJsonLines(corpus)->files.first().bytes);
    ImportDialog dialog(project.session, {path});
    dialog.open();
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->isVisible(); }, 20'000));
    auto *formatBox = dialog.findChild<QComboBox *>(u"corpusFormatComboBox"_s);
    const auto choose = [&](const QString &id) {
        const int row = formatBox->findData(id);
        formatBox->setCurrentIndex(row);
        Q_EMIT formatBox->activated(row);
        return QTest::qWaitFor([button] { return button->isEnabled(); }, 20'000);
    };
    QVERIFY(choose(u"webannotation"_s));
    auto *findings = dialog.findChild<QTreeWidget *>(u"corpusFindingsTreeWidget"_s);
    QVERIFY(findings->topLevelItem(0)->text(0).startsWith(u"Refused"_s));
    QVERIFY(choose(u"pullquote-jsonl"_s));
    QVERIFY(!findings->topLevelItem(0)->text(0).startsWith(u"Refused"_s));
    button->click();
    QVERIFY(QTest::qWaitFor([&] { return project.articles() == corpus.articles.size(); }, 20'000));
}

void tst_Import::aFolderIsOneCorpusAndItsBadDocumentsStayOut()
{
    Import project;
    (void)project.file(u"one.txt"_s, "Noe 🎬 told it.");
    (void)project.file(u"one.ann"_s, "T1\tPerson 0 3\tNoe\n");
    (void)project.file(u"two.txt"_s, "Osric kept it.");
    (void)project.file(u"two.ann"_s, "T1\tPerson 0 9\tOsric\n");
    ImportDialog dialog(project.session, {project.place.path(u"in"_s)});
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Repaired}));
    QVERIFY(dialog.report().first().details.join(u' ').contains(u"two.ann, line 1"_s));
    QCOMPARE(project.articles(), 1);
    QVERIFY(project.session.undo());
    QCOMPARE(project.articles(), 0);
}

void tst_Import::aLargeCorpusComesInPartByPart()
{
    Import project;
    const QByteArray line = R"({"text":"Noe told Osric.","spans":[{"start":9,"end":14,"label":"PER"}]})"
                            "\n";
    const QString path = project.file(u"in.jsonl"_s, line.repeated(100) + "{\n");
    const QString more = project.file(u"more.jsonl"_s, line.repeated(100));
    const QString article = project.file(u"one.txt"_s, "Title\n\nText.\n");
    ImportDialog dialog(project.session, {path, article, more}, nullptr, {.kept = 1000, .part = 500});
    dialog.open();
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->isVisible(); }, 20'000));
    const QString counts = dialog.findChild<QLabel *>(u"corpusCountsLabel"_s)->text();
    QVERIFY2(counts.startsWith(u"100 article(s), 100 passage(s)"_s) && counts.contains(u"only the first"_s),
             qPrintable(counts));
    const int shown = dialog.findChild<QComboBox *>(u"corpusArticleComboBox"_s)->count();
    QVERIFY2(shown > 1 && shown < 50, qPrintable(QString::number(shown)));
    QCOMPARE(outcomes(dialog), (QList{ImportOutcome::Imported, ImportOutcome::Repaired, ImportOutcome::Imported}));
    QVERIFY(dialog.report()[1].details.join(u' ').contains(u"in.jsonl, line 101"_s));
    QCOMPARE(project.articles(), 201);
    QCOMPARE(project.session.value(project.session.store().tags()).size(), 2); // each file's own
    QCOMPARE(project.edits(), 1);
    QVERIFY(project.session.undo());
    QCOMPARE(project.articles(), 0);
}

void tst_Import::aLargeCorpusThatIsCancelledLeavesNothing()
{
    Import project;
    const QByteArray line = R"({"text":"Noe told Osric.","spans":[{"start":9,"end":14,"label":"PER"}]})"
                            "\n";
    const QString path = project.file(u"in.jsonl"_s, line.repeated(2000));
    ImportDialog dialog(project.session, {path}, nullptr, {.kept = 1000, .part = 500});
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->isVisible(); }, 20'000));
    qint64 before = 0;
    connect(dialog.findChild<QProgressBar *>(), &QProgressBar::valueChanged, &dialog, [&] {
        before = qMax(before, project.articles());
        if (before > 0)
            dialog.findChild<QPushButton *>(u"closeButton"_s)->click();
    });
    button->click();
    QCOMPARE(finished.size(), 1);
    QVERIFY2(before > 0 && before < 2000, qPrintable(QString::number(before)));
    QCOMPARE(project.articles(), 0);
}

void tst_Import::aLargeCorpusThatIsGoneByThenIsToldOf()
{
    Import project;
    const QByteArray line = R"({"text":"Noe told Osric.","spans":[{"start":9,"end":14,"label":"PER"}]})"
                            "\n";
    const QString path = project.file(u"in.jsonl"_s, line.repeated(100));
    ImportDialog dialog(project.session, {path}, nullptr, {.kept = 1000, .part = 500});
    QSignalSpy imported(&dialog, &ImportDialog::imported);
    QSignalSpy failed(&project.session, &Session::failed);
    dialog.open();
    auto *button = dialog.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(QTest::qWaitFor([button] { return button->isVisible(); }, 20'000));
    QVERIFY(QFile::remove(path));
    button->click();
    QCOMPARE(imported.size(), 0);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"in.jsonl"_s));
    QCOMPARE(project.articles(), 0);
}

void tst_Import::theCommandsAskForPaths()
{
    Import project;
    Actions actions;
    QWidget window;
    test::Answers answers;
    answers.paths = {project.file(u"plain.txt"_s, "Title\n\nText.\n")};
    Importer importer(project.session, actions, answers.prompts(), &window);
    QSignalSpy imported(&importer, &Importer::imported);
    actions["article.import"]->trigger();
    QCOMPARE(answers.askedForPaths.size(), 1);
    QCOMPARE(answers.askedForPaths[0].kind, PathKind::Files);
    for (const QString &suffix : {u"*.txt"_s, u"*.jsonl"_s, u"*.ann"_s, u"*.zip"_s})
        QVERIFY2(answers.askedForPaths[0].filter.contains(suffix), qPrintable(suffix));
    QVERIFY(imported.wait(20'000));
    QCOMPARE(project.articles(), 1);

    answers.paths = {};
    actions["article.importFolder"]->trigger();
    QCOMPARE(answers.askedForPaths[1].kind, PathKind::Folder);
    QVERIFY(answers.askedForPaths[1].start.endsWith(u"in"_s));
}

void tst_Import::withoutAProjectNothingHappens()
{
    Import project;
    const QString path = project.file(u"plain.txt"_s, "Title\n\nText.\n");
    project.session.close();
    Actions actions;
    QWidget window;
    test::Answers answers;
    Importer importer(project.session, actions, answers.prompts(), &window);
    importer.import({path});
    QVERIFY(!window.findChild<ImportDialog *>());
}

QTEST_MAIN(tst_Import)
#include "tst_import.moc"
