// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypanel.h"

#include "core/review/coverage.h"
#include "tests/ui/project.h"
#include "ui/actions.h"
#include "ui/library/articledialog.h"
#include "ui/library/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_LibraryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void articlesAreListedAsImportedAndCountedAfterwards();
    void theWordsUnderClaimsAreCountedWhereSomebodyLooks();
    void theFilterFindsAllItsWordsInAnyField();
    void everyOrderSorts();
    void keysLeadFromTheFilterToTheArticle();
    void nextAndPreviousStayInTheList();
    void propertiesAreOneEdit();
    void anOutletIsFoundByItsAliasOrMade();
    void datesAreIso_data();
    void datesAreIso();
    void aWrongDateCannotBeSaved();
    void removingTellsWhatGoesAndUndoBringsItBack();
    void aRefusedRemovalChangesNothing();
    void anEmptyProjectOffersToImport();
    void tenThousandArticlesAreListed();
};

namespace {

struct Library : test::OpenProject
{
    using test::OpenProject::OpenProject;
    Actions actions;
    test::Answers answers;
    LibraryPanel panel{session, actions, answers.prompts()};
    QListView *list = panel.findChild<QListView *>(u"articleListView"_s);
    QLineEdit *filter = panel.findChild<QLineEdit *>(u"filterLineEdit"_s);

    [[nodiscard]] QStringList titles() const
    {
        QStringList result;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            result.append(list->model()->index(row, 0).data().toString());
        return result;
    }
};

}

void tst_LibraryPanel::articlesAreListedAsImportedAndCountedAfterwards()
{
    test::OpenProject project;
    Session &session = project.session;
    LibraryModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), static_cast<int>(project.corpus.articles.size()));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row).data().toString(), project.corpus.articles[row].title);
    QCOMPARE(model.index(0).data(LibraryModel::PassagesRole).toLongLong(), -1);
    const auto counts = session.value(session.store().articleCounts());
    const ArticleId first = project.corpus.articles.first().id;
    QVERIFY(QTest::qWaitFor([&model] { return model.index(0).data(LibraryModel::PassagesRole).toLongLong() >= 0; }));
    QCOMPARE(model.index(0).data(LibraryModel::PassagesRole).toLongLong(), counts.value(first).passages);
    QVERIFY(counts.value(first).passages > 0);
    QCOMPARE(model.index(0).data(LibraryModel::ClaimsRole).toLongLong(), counts.value(first).claims);

    session.edit(u"Rename"_s, [&](Edit &edit) {
        Article article = project.corpus.articles.first();
        article.title = u"Another title 🕯️"_s;
        edit.put(article);
    });
    QCOMPARE(model.index(0).data().toString(), u"Another title 🕯️"_s);
    session.undo();
    QCOMPARE(model.index(0).data().toString(), project.corpus.articles.first().title);
    session.close();
    QCOMPARE(model.rowCount(), 0);
}

void tst_LibraryPanel::theWordsUnderClaimsAreCountedWhereSomebodyLooks()
{
    test::OpenProject project;
    Session &session = project.session;
    LibraryModel model(session);
    const auto shown = [&model](int row) { return model.index(row).data(LibraryModel::CoverageRole).toInt(); };
    const auto expected = [&session](ArticleId article) {
        const Version version = session.store().currentVersion(article).value();
        const Coverage of = coverage(countedParagraphs(version.text), session.store().claimedSpans(version.id).value());
        return percent(of.covered, of.words);
    };
    QCOMPARE(shown(0), -1);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(QTest::qWaitFor([&] { return shown(row) == expected(project.corpus.articles[row].id); }));
    const int before = shown(0);
    QVERIFY(before > 0 && before < 100);
    QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"%1 %"_s.arg(before)));
    session.edit(u"Delete"_s, [&](Edit &edit) { edit.remove(project.corpus.claims[4].id); });
    QVERIFY(QTest::qWaitFor([&] { return shown(0) < before; }));
    QCOMPARE(shown(0), expected(project.corpus.articles.first().id));
    session.undo();
    QVERIFY(QTest::qWaitFor([&] { return shown(0) == before; }));
}

void tst_LibraryPanel::theFilterFindsAllItsWordsInAnyField()
{
    Library library;
    const QStringList all = library.titles();
    library.filter->setText(u"LANTERN"_s);
    const QStringList hits = library.titles();
    for (const QString &title : hits)
        QVERIFY(all.contains(title));
    QVERIFY(!hits.isEmpty() && hits.size() < all.size());
    library.filter->setText(u"lantern nowhere"_s);
    QVERIFY(library.titles().isEmpty());
    library.filter->clear();
    QCOMPARE(library.titles(), all);
}

void tst_LibraryPanel::everyOrderSorts()
{
    Library library;
    auto *order = library.panel.findChild<QComboBox *>(u"orderComboBox"_s);
    const QStringList imported = library.titles();
    order->setCurrentIndex(static_cast<int>(LibraryOrder::Title));
    QStringList sorted = imported;
    std::ranges::sort(sorted, [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    QCOMPARE(library.titles(), sorted);
    order->setCurrentIndex(static_cast<int>(LibraryOrder::Published));
    QStringList dates;
    for (int row = 0; row < library.list->model()->rowCount(); ++row)
        dates.append(library.list->model()->index(row, 0).data(LibraryModel::PublishedRole).toString());
    QVERIFY(std::ranges::is_sorted(dates, std::greater<>()));
    order->setCurrentIndex(static_cast<int>(LibraryOrder::Added));
    QCOMPARE(library.titles(), imported);
}

void tst_LibraryPanel::keysLeadFromTheFilterToTheArticle()
{
    Library library;
    QSignalSpy activated(&library.panel, &LibraryPanel::articleActivated);
    library.panel.resize(300, 400);
    library.panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&library.panel));
    library.filter->setFocus();
    QTest::keyClicks(library.filter, library.corpus.articles[1].title.first(7));
    QTest::keyClick(library.filter, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<ArticleId>(), library.corpus.articles[1].id);
    QVERIFY(library.list->hasFocus());
}

void tst_LibraryPanel::nextAndPreviousStayInTheList()
{
    Library library;
    QSignalSpy activated(&library.panel, &LibraryPanel::articleActivated);
    library.panel.setCurrentArticle(library.corpus.articles[0].id);
    QCOMPARE(activated.size(), 0);
    library.actions["article.previous"]->trigger();
    QCOMPARE(activated.size(), 0);
    library.actions["article.next"]->trigger();
    QCOMPARE(activated.size(), 1);
    QCOMPARE(library.panel.currentArticle(), library.corpus.articles[1].id);
}

void tst_LibraryPanel::propertiesAreOneEdit()
{
    Library library;
    const Corpus before = library.session.value(library.session.store().corpus());
    library.panel.setCurrentArticle(library.corpus.articles[0].id);
    library.actions["article.properties"]->trigger();
    auto *dialog = library.panel.findChild<ArticleDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"titleLineEdit"_s)->setText(u"  Who lit   the lantern?  "_s);
    dialog->findChild<QLineEdit *>(u"outletLineEdit"_s)->setText(u"A New Paper"_s);
    dialog->findChild<QLineEdit *>(u"bylineLineEdit"_s)->setText(u"Ada"_s);
    dialog->findChild<QLineEdit *>(u"publishedLineEdit"_s)->setText(u"2024-02"_s);
    QSignalSpy changed(&library.session, &Session::changed);
    dialog->accept();
    QCOMPARE(changed.size(), 1);
    const Article article = library.session.value(library.session.store().article(library.corpus.articles[0].id));
    QCOMPARE(article.title, u"Who lit the lantern?"_s);
    QCOMPARE(article.byline, u"Ada"_s);
    QCOMPARE(article.published, u"2024-02"_s);
    const QList<Entity> entities = library.session.value(library.session.store().entities());
    QVERIFY(std::ranges::any_of(entities,
                                [&](const Entity &e) { return e.id == article.outlet && e.name == u"A New Paper"_s; }));
    QVERIFY(library.session.undo());
    QCOMPARE(library.session.value(library.session.store().corpus()), before);
}

void tst_LibraryPanel::anOutletIsFoundByItsAliasOrMade()
{
    Corpus corpus;
    corpus.entities.append({.id = EntityId::create(),
                            .kind = EntityKind::Organisation,
                            .name = u"Entertainment Daily"_s,
                            .aliases = {u"ED"_s},
                            .externalIds = {},
                            .description = {}});
    corpus.articles.append({.id = ArticleId::create(),
                            .title = u"T"_s,
                            .outlet = {},
                            .byline = {},
                            .published = {},
                            .url = {},
                            .added = Timestamp::now()});
    corpus.versions.append({.id = VersionId::create(),
                            .article = corpus.articles[0].id,
                            .number = 1,
                            .text = Text(u"T x"_s),
                            .sourceName = {},
                            .encoding = {},
                            .encodingGuessed = false,
                            .repairs = {},
                            .correction = {},
                            .added = Timestamp::now()});
    test::OpenProject project(corpus);
    ArticleDialog dialog(project.session, corpus.articles[0].id);
    dialog.findChild<QLineEdit *>(u"outletLineEdit"_s)->setText(u"ed"_s);
    dialog.accept();
    QCOMPARE(project.session.value(project.session.store().entities()).size(), 1);
    QCOMPARE(project.session.value(project.session.store().articles())[0].outlet, corpus.entities[0].id);
}

void tst_LibraryPanel::datesAreIso_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDate");
    QTest::newRow("empty") << u""_s << true;
    QTest::newRow("year") << u"2021"_s << true;
    QTest::newRow("month") << u"2021-07"_s << true;
    QTest::newRow("day") << u"2024-02-29"_s << true;
    QTest::newRow("no leap year") << u"2023-02-29"_s << false;
    QTest::newRow("month 13") << u"2021-13"_s << false;
    QTest::newRow("American") << u"07/20/2021"_s << false;
    QTest::newRow("trailing") << u"2021-07-20x"_s << false;
    QTest::newRow("Arabic digits") << u"٢٠٢١"_s << false;
}

void tst_LibraryPanel::datesAreIso()
{
    QFETCH(QString, text);
    QFETCH(bool, isDate);
    QCOMPARE(isPublishedDate(text), isDate);
}

void tst_LibraryPanel::aWrongDateCannotBeSaved()
{
    test::OpenProject project;
    ArticleDialog dialog(project.session, project.corpus.articles[0].id);
    dialog.findChild<QLineEdit *>(u"publishedLineEdit"_s)->setText(u"last week"_s);
    QVERIFY(!dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"problemLabel"_s)->text().isEmpty());
    dialog.accept();
    QCOMPARE(project.session.value(project.session.store().articles()), project.corpus.articles);
}

void tst_LibraryPanel::removingTellsWhatGoesAndUndoBringsItBack()
{
    Library library;
    const Corpus before = library.session.value(library.session.store().corpus());
    library.panel.setCurrentArticle(before.articles[0].id);
    library.actions["article.remove"]->trigger();
    QCOMPARE(library.answers.asked.size(), 1);
    QVERIFY(library.answers.asked[0].text.contains(before.articles[0].title));
    const Corpus after = library.session.value(library.session.store().corpus());
    QCOMPARE(after.articles.size(), before.articles.size() - 1);
    const qsizetype passages = before.passages.size() - after.passages.size();
    QVERIFY(passages > 0);
    QVERIFY(library.answers.asked[0].details.contains(QString::number(passages)));
    for (const Claim &claim : after.claims)
        QVERIFY2(!claim.passages.isEmpty(), "a claim without words is left over");
    QVERIFY(library.session.undo());
    QCOMPARE(library.session.value(library.session.store().corpus()), before);
}

void tst_LibraryPanel::aRefusedRemovalChangesNothing()
{
    Library library;
    library.answers.yes = false;
    library.panel.setCurrentArticle(library.corpus.articles[0].id);
    library.actions["article.remove"]->trigger();
    QCOMPARE(library.titles().size(), library.corpus.articles.size());
}

void tst_LibraryPanel::anEmptyProjectOffersToImport()
{
    Library library{Corpus()};
    QSignalSpy import(library.actions["article.import"], &QAction::triggered);
    auto *button = library.panel.findChild<QPushButton *>(u"importButton"_s);
    QVERIFY(!button->isHidden());
    button->click();
    QCOMPARE(import.size(), 1);
    QVERIFY(!library.actions["article.remove"]->isEnabled());
}

void tst_LibraryPanel::tenThousandArticlesAreListed()
{
    Corpus corpus;
    for (int n = 0; n < 10'000; ++n) {
        const ArticleId article = ArticleId::create();
        corpus.articles.append({.id = article,
                                .title = u"Article %1"_s.arg(n),
                                .outlet = {},
                                .byline = {},
                                .published = u"2021-07-20"_s,
                                .url = {},
                                .added = Timestamp::now()});
        corpus.versions.append({.id = VersionId::create(),
                                .article = article,
                                .number = 1,
                                .text = Text(u"Text %1"_s.arg(n)),
                                .sourceName = {},
                                .encoding = {},
                                .encodingGuessed = false,
                                .repairs = {},
                                .correction = {},
                                .added = Timestamp::now()});
    }
    Library library{corpus};
    library.panel.resize(300, 600);
    library.panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&library.panel));
    QCOMPARE(library.list->model()->rowCount(), 10'000);
    library.filter->setText(u"9999"_s);
    QCOMPARE(library.titles(), QStringList{u"Article 9999"_s});
}

QTEST_MAIN(tst_LibraryPanel)
#include "tst_librarypanel.moc"
