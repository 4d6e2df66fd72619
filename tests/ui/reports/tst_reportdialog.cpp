// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportdialog.h"

#include "tests/support/wellformed.h"
#include "tests/ui/project.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>

using namespace pq;
using namespace pq::test;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : OpenProject
{
    explicit Fixture(ReportKind kind = ReportKind::Article)
        : dialog(session, {.kind = kind, .article = corpus.articles[0].id, .entity = corpus.entities[0].id},
                 answers.prompts())
    {
        dialog.show();
    }

    [[nodiscard]] bool isMade()
    {
        return QTest::qWaitFor([this] { return save->isEnabled(); }, 20'000);
    }
    void choose(ReportKind kind)
    {
        for (int row = 0; row < kinds->count(); ++row) {
            if (kinds->item(row)->data(Qt::UserRole).toString() == QLatin1StringView(specOf(kind).id))
                kinds->setCurrentRow(row);
        }
    }
    /// What is saved as @p format; empty when nothing is.
    [[nodiscard]] QByteArray written(const QString &format)
    {
        formats->setCurrentIndex(formats->findData(format));
        const QString path = place.path(u"report."_s + format);
        answers.paths = {path};
        QSignalSpy saved(&dialog, &ReportDialog::saved);
        save->click();
        if (saved.isEmpty() && !saved.wait(20'000))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Answers answers;
    ReportDialog dialog;
    QListWidget *kinds = dialog.findChild<QListWidget *>(u"reportKindListWidget"_s);
    QComboBox *articles = dialog.findChild<QComboBox *>(u"reportArticleComboBox"_s);
    QComboBox *entities = dialog.findChild<QComboBox *>(u"reportEntityComboBox"_s);
    QComboBox *formats = dialog.findChild<QComboBox *>(u"reportFormatComboBox"_s);
    QTextBrowser *preview = dialog.findChild<QTextBrowser *>(u"reportPreview"_s);
    QPushButton *save = dialog.findChild<QPushButton *>(u"saveReportPushButton"_s);
    QLabel *state = dialog.findChild<QLabel *>(u"reportStateLabel"_s);
};

}

class tst_ReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theArticleOnTheScreenIsShownFirst()
    {
        Fixture f;
        QVERIFY(f.isMade());
        QVERIFY(f.preview->toPlainText().contains(u"Director Iria Val met us by the harbour"_s));
        QCOMPARE(f.articles->currentText(), f.corpus.articles[0].title);
        QVERIFY(f.articles->isVisible());
        QVERIFY(!f.entities->isVisible());
        QCOMPARE(f.formats->findData(u"csv"_s), -1);
    }

    void everyKindHasAPreviewAndIsSaved()
    {
        Fixture f;
        for (const ReportSpec &spec : reportSpecs()) {
            f.choose(spec.kind);
            QVERIFY2(f.isMade(), spec.id);
            QVERIFY2(!f.preview->toPlainText().isEmpty(), spec.id);
            QCOMPARE(f.articles->isVisible(), spec.subject == ReportSubject::Article);
            QCOMPARE(f.entities->isVisible(), spec.subject == ReportSubject::Entity);
            const QByteArray page = f.written(u"html"_s);
            QVERIFY2(page.startsWith("<!DOCTYPE html>"), spec.id);
            QCOMPARE(xmlFault(QString::fromUtf8(page)), QString());
            QVERIFY2(f.written(u"pdf"_s).startsWith("%PDF"), spec.id);
            if (spec.hasTable)
                QVERIFY2(f.written(u"csv"_s).contains("\r\n"), spec.id);
        }
    }

    void anotherPersonIsAnotherReport()
    {
        Fixture f(ReportKind::Person);
        QVERIFY(f.isMade());
        QVERIFY(f.preview->toPlainText().contains(f.corpus.entities[0].name + u" as Osric"_s));
        f.entities->setCurrentIndex(f.entities->findData(QVariant::fromValue(f.corpus.entities[1].id)));
        QVERIFY(!f.save->isEnabled()); // until it is made
        QVERIFY(f.isMade());
        QVERIFY(f.preview->toPlainText().startsWith(u"Who said what: Iria Val"_s));
    }

    void onlyTheLastChoiceCounts()
    {
        Fixture f;
        QVERIFY(f.isMade());
        for (int i = 0; i < 20; ++i)
            f.choose(i % 2 ? ReportKind::Charts : ReportKind::Open);
        f.choose(ReportKind::FactSheet);
        QVERIFY(f.isMade());
        QTest::qWait(200);
        QVERIFY(f.preview->toPlainText().startsWith(u"Fact sheet"_s));
    }

    void aNumberLeadsToItsClaim()
    {
        Fixture f;
        QVERIFY(f.isMade());
        f.dialog.resize(700, 300);
        const int before = f.preview->verticalScrollBar()->value();
        Q_EMIT f.preview->anchorClicked(QUrl(u"#claim-5"_s));
        QVERIFY(f.preview->verticalScrollBar()->value() > before);
        Q_EMIT f.preview->anchorClicked(QUrl(u"https://example.org/#claim-1"_s)); // nothing is opened
        QVERIFY(f.preview->toPlainText().contains(u"Director"_s));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        Fixture f;
        QVERIFY(f.isMade());
        f.answers.paths = {f.place.path(u"no/such/folder/report.html"_s)};
        f.save->click();
        QVERIFY(QTest::qWaitFor([&] { return f.state->text().contains(u"could not be written"_s); }, 20'000));
        QVERIFY(f.save->isEnabled());
    }

    void nothingIsSavedWithoutAName()
    {
        Fixture f;
        QVERIFY(f.isMade());
        f.answers.paths = {};
        f.save->click();
        QCOMPARE(f.answers.askedForPaths.size(), 1);
        QVERIFY(f.answers.askedForPaths.first().start.endsWith(u".html"_s));
        QVERIFY(f.save->isEnabled());
    }

    void everyControlHasANameAndIsReachedByTab()
    {
        Fixture f;
        QVERIFY(f.isMade());
        f.kinds->setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 20; ++i) {
            reached.insert(f.dialog.focusWidget());
            QTest::keyClick(f.dialog.focusWidget(), Qt::Key_Tab);
        }
        for (QWidget *each : {static_cast<QWidget *>(f.kinds), static_cast<QWidget *>(f.articles),
                              static_cast<QWidget *>(f.formats), static_cast<QWidget *>(f.save)})
            QVERIFY2(reached.contains(each), qPrintable(each->objectName()));
    }

    void aDialogMayBeClosedWhileItIsAtWork()
    {
        OpenProject project;
        Answers answers;
        for (int i = 0; i < 5; ++i) {
            auto *dialog = new ReportDialog(project.session, {.article = project.corpus.articles[0].id},
                                            answers.prompts());
            dialog->show();
            QTest::qWait(i * 10);
            delete dialog;
        }
        QTest::qWait(100);
    }
};

QTEST_MAIN(tst_ReportDialog)
#include "tst_reportdialog.moc"
