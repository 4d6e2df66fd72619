// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportdialog.h"

#include "tests/ui/project.h"
#include "ui/exchange/exportpreview.h"
#include "ui/exchange/selectiondialog.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeWidget>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_ExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasAPreview();
    void theWholeProjectIsWrittenAndReadBack();
    void oneArticleIsWrittenAlone();
    void aFileThatIsThereIsReplacedOnlyWhenSaidSo();
    void aFolderThatIsNotThereIsSaid();
    void theSuffixFollowsTheFormat();
    void formatsCanBeSkimmedThrough();
    void whatIsLostIsListedAndSavedOnRequest();
    void onlyWhatIsChosenIsWritten();
    void choicesAreRemembered();
    void aPreviewIsTheBeginning_data();
    void aPreviewIsTheBeginning();
};

namespace {

struct Export : test::OpenProject
{
    explicit Export(bool ofArticle = true)
        : dialog(session, ofArticle ? corpus.articles[0].id : ArticleId(), answers.prompts())
    {
    }

    test::Answers answers;
    ExportDialog dialog;
    QListWidget *formatList = dialog.findChild<QListWidget *>(u"formatListWidget"_s);
    QLineEdit *path = dialog.findChild<QLineEdit *>(u"pathLineEdit"_s);
    QPushButton *button = dialog.findChild<QPushButton *>(u"exportButton"_s);
    ExportPreview *preview = dialog.findChild<ExportPreview *>(u"previewTextEdit"_s);

    void choose(const QString &format)
    {
        for (int row = 0; row < formatList->count(); ++row) {
            if (formatList->item(row)->data(Qt::UserRole).toString() == format)
                formatList->setCurrentRow(row);
        }
    }

    /// What is shown is what will be saved.
    [[nodiscard]] bool isPrepared()
    {
        auto *busy = dialog.findChild<QProgressBar *>();
        return QTest::qWaitFor([busy] { return busy->isHidden(); }, 20'000);
    }
    [[nodiscard]] QStringList losses() const
    {
        QStringList all;
        const auto *tree = dialog.findChild<QTreeWidget *>(u"lossTreeWidget"_s);
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            all.append(tree->topLevelItem(i)->text(0));
        return all;
    }

    [[nodiscard]] bool write(const QString &to)
    {
        if (!isPrepared())
            return false;
        path->setText(to);
        QSignalSpy exported(&dialog, &ExportDialog::exported);
        button->click();
        return exported.size() == 1 || exported.wait(20'000);
    }
};

}

void tst_ExportDialog::everyFormatHasAPreview()
{
    Export project;
    QVERIFY(project.formatList->count() > 0);
    for (int row = 0; row < project.formatList->count(); ++row) {
        project.formatList->setCurrentRow(row);
        const QString format = project.formatList->item(row)->text();
        QVERIFY(project.isPrepared());
        QVERIFY2(project.button->isEnabled(), qPrintable(format + u": "_s + project.preview->toPlainText()));
        QVERIFY2(!project.preview->toPlainText().isEmpty(), qPrintable(format));
        QVERIFY2(!project.losses().isEmpty(), qPrintable(format));
    }
    // What KSyntaxHighlighting knows is coloured.
    project.choose(u"pullquote-jsonl"_s);
    QVERIFY(project.isPrepared());
    const QTextBlock block = project.preview->document()->firstBlock();
    QVERIFY(QTest::qWaitFor([&block] { return !block.layout()->formats().isEmpty(); }));
}

void tst_ExportDialog::theWholeProjectIsWrittenAndReadBack()
{
    Export project;
    project.dialog.findChild<QRadioButton *>(u"allRadioButton"_s)->setChecked(true);
    project.choose(u"pullquote-jsonl"_s);
    const QString path = project.place.path(u"all.jsonl"_s);
    QVERIFY(project.write(path));
    const auto read = load(*findFormat(u"pullquote-jsonl"), path);
    VERIFY_RESULT(read);
    QCOMPARE(read->corpus, project.session.value(project.session.store().corpus()));
    QCOMPARE(project.dialog.result(), static_cast<int>(QDialog::Accepted));
}

void tst_ExportDialog::oneArticleIsWrittenAlone()
{
    Export project;
    project.choose(u"pullquote-jsonl"_s);
    const QString path = project.place.path(u"one.jsonl"_s);
    QVERIFY(project.write(path));
    const auto read = load(*findFormat(u"pullquote-jsonl"), path);
    VERIFY_RESULT(read);
    QCOMPARE(read->corpus.articles.size(), 1);
    QCOMPARE(read->corpus.articles[0], project.corpus.articles[0]);
}

void tst_ExportDialog::aFileThatIsThereIsReplacedOnlyWhenSaidSo()
{
    Export project;
    project.choose(u"pullquote-jsonl"_s);
    const QString path = project.place.path(u"there.jsonl"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("precious"), 8);
    }
    project.answers.yes = false;
    QVERIFY(project.isPrepared());
    project.path->setText(path);
    project.button->click();
    QCOMPARE(project.answers.asked.size(), 1);
    QCOMPARE(QFileInfo(path).size(), 8);
    project.answers.yes = true;
    QVERIFY(project.write(path));
    QVERIFY(QFileInfo(path).size() > 8);
}

void tst_ExportDialog::aFolderThatIsNotThereIsSaid()
{
    Export project;
    QVERIFY(project.isPrepared());
    project.path->setText(project.place.path(u"nowhere/x.jsonl"_s));
    QVERIFY(!project.button->isEnabled());
    QVERIFY(project.dialog.findChild<QLabel *>(u"problemLabel"_s)->text().contains(u"nowhere"_s));
    project.path->setText(project.place.path(u"x.jsonl"_s));
    QVERIFY(project.button->isEnabled());
}

void tst_ExportDialog::theSuffixFollowsTheFormat()
{
    Export project(false);
    project.path->setText(project.place.path(u"my name.txt"_s));
    for (int row = project.formatList->count() - 1; row >= 0; --row) {
        project.formatList->setCurrentRow(-1);
        project.formatList->setCurrentRow(row);
        const Format *format = findFormat(project.formatList->item(row)->data(Qt::UserRole).toString());
        if (format->shape != Shape::Folder)
            QVERIFY2(project.path->text().endsWith(u'.' + QLatin1StringView(format->suffix)),
                     qPrintable(project.path->text()));
        QVERIFY2(project.path->text().contains(u"my name"_s), qPrintable(project.path->text()));
    }
}

/// What was put off for one text must not be done to the next.
void tst_ExportDialog::formatsCanBeSkimmedThrough()
{
    ExportPreview preview;
    const QByteArray nested = QByteArray("{\n\"a\": [\n").repeated(90);
    for (int n = 0; n < 20; ++n) {
        preview.show(nested, u"JSON"_s);
        preview.show("T1\tQuote 0 4\twalk\n", u"brat"_s);
    }
    QCoreApplication::processEvents();
    QCOMPARE(preview.toPlainText(), u"T1\tQuote 0 4\twalk\n"_s);
}

void tst_ExportDialog::whatIsLostIsListedAndSavedOnRequest()
{
    Export project;
    project.dialog.findChild<QRadioButton *>(u"allRadioButton"_s)->setChecked(true);
    project.choose(u"brat"_s);
    QVERIFY(project.isPrepared());
    const Result<Written> expected = writeChecked(*findFormat(u"brat"),
                                                  project.session.value(project.session.store().corpus()));
    VERIFY_RESULT(expected);
    QCOMPARE(project.losses().size(), expected->loss.size());
    const auto *tree = project.dialog.findChild<QTreeWidget *>(u"lossTreeWidget"_s);
    for (const Loss &loss : expected->loss) {
        const auto found = project.losses().indexOf(u"%1 × %2"_s.arg(loss.count).arg(loss.what));
        QVERIFY2(found >= 0, qPrintable(loss.what));
        QCOMPARE(tree->topLevelItem(int(found))->childCount(), int(loss.objects.size()));
    }
    project.dialog.findChild<QCheckBox *>(u"lossCheckBox"_s)->setChecked(true);
    const QString path = project.place.path(u"out"_s);
    QVERIFY(project.write(path));
    QFile losses(path + u".loss.json"_s);
    QVERIFY(losses.open(QIODevice::ReadOnly));
    const auto sorted = [](const QByteArray &json) {
        QStringList all;
        for (const QJsonArray list = QJsonDocument::fromJson(json).array(); const auto &each : list) {
            QJsonObject loss = each.toObject();
            QStringList objects = loss.take("objects"_L1).toVariant().toStringList();
            objects.sort();
            all.append(QString::fromUtf8(QJsonDocument(loss).toJson()) + objects.join(u' '));
        }
        all.sort();
        return all;
    };
    QCOMPARE(sorted(losses.readAll()), sorted(toJson(expected->loss)));
}

void tst_ExportDialog::onlyWhatIsChosenIsWritten()
{
    Export project;
    project.dialog.show();
    project.choose(u"pullquote-jsonl"_s);
    project.dialog.findChild<QRadioButton *>(u"allRadioButton"_s)->setChecked(true);
    QVERIFY(project.isPrepared());
    project.dialog.findChild<QPushButton *>(u"selectionButton"_s)->click();
    auto *chooser = project.dialog.findChild<SelectionDialog *>();
    QVERIFY(chooser);
    auto *tags = chooser->findChild<QListWidget *>(u"selectionTagListWidget"_s);
    const auto tag = tags->item(0)->data(Qt::UserRole).value<TagId>();
    chooser->findChild<QTabWidget *>()->setCurrentIndex(1);
    tags->setFocus();
    tags->setCurrentRow(0);
    QTest::keyClick(tags, Qt::Key_Space);
    QCOMPARE(chooser->selection().tags, QSet{tag});
    chooser->findChild<QPushButton *>(u"selectionOkButton"_s)->click();
    QCOMPARE(project.dialog.findChild<QLabel *>(u"selectionLabel"_s)->text(), u"Only 1 tag(s)"_s);
    const QString path = project.place.path(u"some.jsonl"_s);
    QVERIFY(project.write(path));
    const auto read = load(*findFormat(u"pullquote-jsonl"), path);
    VERIFY_RESULT(read);
    QCOMPARE(read->corpus, selected({project.session.value(project.session.store().corpus())}, {.tags = {tag}}).corpus);
    QVERIFY(!read->corpus.passages.isEmpty());
}

void tst_ExportDialog::choicesAreRemembered()
{
    Export project;
    project.choose(u"csv"_s);
    project.dialog.findChild<QCheckBox *>(u"formulaCheckBox"_s)->setChecked(false);
    project.dialog.findChild<QCheckBox *>(u"lossCheckBox"_s)->setChecked(true);
    QVERIFY(project.write(project.place.path(u"a.csv"_s)));
    const ExportDialog again(project.session, {}, project.answers.prompts());
    QCOMPARE(again.findChild<QListWidget *>(u"formatListWidget"_s)->currentItem()->data(Qt::UserRole).toString(),
             u"csv"_s);
    QVERIFY(!again.findChild<QCheckBox *>(u"formulaCheckBox"_s)->isChecked());
    QVERIFY(again.findChild<QCheckBox *>(u"lossCheckBox"_s)->isChecked());
}

void tst_ExportDialog::aPreviewIsTheBeginning_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing") << QByteArray() << u""_s;
    QTest::newRow("two lines") << QByteArray("a\nb\n") << u"a\nb\n"_s;
    QTest::newRow("no line feed at the end") << QByteArray("a\nb") << u"a\nb\n"_s;
    QTest::newRow("more lines") << QByteArray("a\nb\nc\n") << u"a\nb\n…\n"_s;
    QTest::newRow("a long line") << QByteArray(50'000, 'x') + "\nb\n" << QString(20'000, u'x') + u" …\n"_s;
}

void tst_ExportDialog::aPreviewIsTheBeginning()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(beginning(bytes, 2), shown);
}

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
