// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"
#include "core/review/takeovers.h"
#include "tests/core/text/textstory.h"
#include "tests/ui/typist.h"
#include "ui/correction/anchorlist.h"
#include "ui/exchange/exportdialog.h"
#include "ui/exchange/exportpreview.h"
#include "ui/parts/rowlist.h"
#include "ui/review/reviewpanel.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array verdictKeys{Qt::Key_S, Qt::Key_D, Qt::Key_R, Qt::Key_U, Qt::Key_C, Qt::Key_I};
constexpr std::array verdictsOfKeys{VerdictValue::Supported,    VerdictValue::Disputed,      VerdictValue::Refuted,
                                    VerdictValue::Unverifiable, VerdictValue::NoCheckNeeded, VerdictValue::InProgress};

/// A newsroom's day over the three articles, by keyboard alone.
class Newsroom : public test::Typist
{
public:
    QString path = place.path(u"Newsroom.pullquote"_s);

    void signIn(const QString &name)
    {
        session.close();
        QSettings().setValue("annotator/name", name);
        answers.paths = {path};
        press(Qt::Key_O, Qt::ControlModifier);
        if (!session.isOpen() || session.store().annotator().name != name)
            qFatal("%s is not at the window.", qPrintable(name));
    }
    qint64 claims() { return session.value(session.store().counts()).claims; }

    /// A claim of the first sentence of every paragraph that has some words.
    void claimEveryParagraph(int article)
    {
        open(article);
        press(Qt::Key_Home, Qt::ControlModifier);
        const qsizetype end = window.articlePage().view()->text().length();
        for (int n = 0; n < 200 && window.articlePage().view()->selection().caret().value < end; ++n) {
            press(Qt::Key_S);
            if (window.articlePage().selectedWords().split(u' ').size() > 4) {
                const qint64 before = claims();
                press(static_cast<Qt::Key>(Qt::Key_1 + n % 5));
                press(Qt::Key_C);
                finishClaim();
                if (claims() != before + 1)
                    qFatal("No claim was made.");
            }
            press(Qt::Key_Down, Qt::ControlModifier);
        }
    }
    /// The quotation that begins with these words becomes a claim.
    void claimQuotation(const QString &begin)
    {
        find(begin);
        press(Qt::Key_Q);
        press(Qt::Key_1);
        press(Qt::Key_C);
    }
    void review() { press(Qt::Key_R, Qt::ControlModifier); }

    /// Makes the file's text the article's next version; every place that is proposed is accepted.
    void correct(int article, const QString &file)
    {
        open(article);
        answers.paths = {file};
        command(u"New Version of Article"_s);
        waitFor(u"fileButton"_s);
        tabTo(u"fileButton"_s);
        press(Qt::Key_Space);
        tabTo(u"noteLineEdit"_s);
        type(u"Thirty places were wrong."_s);
        press(Qt::Key_L, Qt::AltModifier);
        if (!QTest::qWaitFor([this] { return part<AnchorList>()->isVisible(); }, 20'000))
            qFatal("The passages were not found again.");
        tabTo(u"allButton"_s);
        press(Qt::Key_Space);
        press(Qt::Key_M, Qt::AltModifier);
        waitForWindow();
    }
    /// Each report of every kind that can be saved as @p format; the files' names.
    QStringList saveReports(const QString &format)
    {
        press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        waitFor(u"reportKindListWidget"_s);
        QStringList files;
        const int kinds = part<QListWidget>(u"reportKindListWidget"_s)->count();
        for (int kind = 0; kind < kinds; ++kind) {
            tabTo(u"reportKindListWidget"_s);
            press(Qt::Key_Home);
            for (int n = 0; n < kind; ++n)
                press(Qt::Key_Down);
            auto *save = part<QPushButton>(u"saveReportPushButton"_s);
            if (!QTest::qWaitFor([save] { return save->isEnabled(); }, 20'000))
                qFatal("The report is not made.");
            auto *formats = part<QComboBox>(u"reportFormatComboBox"_s);
            if (formats->findData(format) < 0)
                continue;
            tabTo(u"reportFormatComboBox"_s);
            press(Qt::Key_Home);
            for (int n = 0; formats->currentData().toString() != format && n < 9; ++n)
                press(Qt::Key_Down);
            files.append(place.path(u"report%1.%2"_s.arg(kind).arg(format)));
            answers.paths = {files.last()};
            tabTo(u"saveReportPushButton"_s);
            press(Qt::Key_Space);
            if (!QTest::qWaitFor([&] { return QFileInfo(files.last()).size() > 0 && save->isEnabled(); }, 20'000))
                qFatal("%s was not saved.", qPrintable(files.last()));
        }
        press(Qt::Key_Escape);
        waitForWindow();
        return files;
    }
    /// The whole project in the format; where it was written to.
    QString exportAll(const Format &format)
    {
        const QString out = place.path(u"export-"_s + QLatin1StringView(format.id));
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_E, Qt::ControlModifier);
        waitFor(u"formatListWidget"_s);
        auto *list = part<QListWidget>(u"formatListWidget"_s);
        tabTo(u"formatListWidget"_s);
        press(Qt::Key_Home);
        for (int n = 0; list->currentItem()->data(Qt::UserRole).toString() != QLatin1StringView(format.id); ++n) {
            if (n == list->count())
                qFatal("%s is not in the list.", format.id);
            press(Qt::Key_Down);
        }
        part<QRadioButton>(u"allRadioButton"_s)->setFocus(); // an arrow key leads there from its neighbour
        press(Qt::Key_Space);
        tabTo(u"pathLineEdit"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        type(out);
        QSignalSpy exported(qobject_cast<ExportDialog *>(QApplication::activeModalWidget()), &ExportDialog::exported);
        auto *button = part<QPushButton>(u"exportButton"_s);
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 60'000))
            qFatal("%s is not made: %s", format.id, qPrintable(part<ExportPreview>()->toPlainText()));
        tabTo(u"exportButton"_s);
        press(Qt::Key_Space);
        if (exported.isEmpty() && !exported.wait(60'000))
            qFatal("%s was not written: %s", format.id, qPrintable(part<QLabel>(u"problemLabel"_s)->text()));
        if (QApplication::activeModalWidget())
            press(Qt::Key_Escape);
        waitForWindow();
        return out;
    }
    [[nodiscard]] int rows() { return part<ReviewPanel>()->findChild<QTableView *>()->model()->rowCount(); }
};

}

class tst_ReviewTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewsroomsDay();
};

void tst_ReviewTrial::aNewsroomsDay()
{
    if (test::sharedArticlesFolder().isEmpty())
        QSKIP("The shared articles are not here.");
    Newsroom t;
    QSettings().setValue("annotator/name", u"Checker"_s);
    t.answers.paths = {t.path};
    t.press(Qt::Key_N, Qt::ControlModifier);
    for (const QString &start : {u"000"_s, u"001"_s, u"002"_s})
        t.import(test::sharedArticle(start));
    t.makeEntity(u"Person"_s, u"Tom Hiddleston"_s);
    t.makeEntity(u"Person"_s, u"Kate Herron"_s);
    t.makeEntity(u"Character"_s, u"Loki"_s, u"Tom Hiddleston"_s, u"Loki, season 1"_s);
    t.open(0);
    t.describe(u"EW"_s, u"2021-07-20"_s);
    t.open(2);
    t.describe(u"The second outlet"_s, u"2021-07-21"_s);

    // At least forty claims, and two quotations that the second outlet takes over from the first.
    for (int article = 0; article < 3; ++article)
        t.claimEveryParagraph(article);
    QVERIFY2(t.claims() >= 40, qPrintable(QString::number(t.claims())));
    t.open(0);
    t.claimQuotation(u"I think for me the kiss"_s);
    // Whom the words around name is filled in.
    const Corpus withQuote = t.corpus();
    const auto herron = std::ranges::find(withQuote.entities, u"Kate Herron"_s, &Entity::name);
    QVERIFY(std::ranges::contains(withQuote.claims.last().participants,
                                  Participant{herron->id, ParticipantRole::Speaker, {}}));
    t.finishClaim();
    t.open(2);
    t.claimQuotation(u"I think for me the kiss"_s);
    t.link(LinkKind::ReReports, u"I think for me the kiss EW"_s);
    t.finishClaim();
    const Corpus linked = t.corpus();
    QCOMPARE(linked.links.size(), 1);
    const QList<Takeover> taken = takeovers(linked, linked.articles.last().id);
    QCOMPARE(taken.size(), 1);
    QVERIFY(!taken.first().gravest());

    // A verdict on every claim, each with a key, by the first of two people.
    t.review();
    QVERIFY(QTest::qWaitFor([&] { return t.rows() == t.claims(); }));
    const int queue = t.rows();
    t.press(Qt::Key_Home, Qt::ControlModifier);
    for (int n = 0; n < queue; ++n)
        t.press(verdictKeys[size_t(n) % verdictKeys.size()]);
    const Corpus checked = t.corpus();
    QSet<ClaimId> judged;
    QSet<VerdictValue> values;
    for (const Verdict &verdict : checked.verdicts) {
        judged.insert(verdict.claim);
        values.insert(verdict.value);
    }
    QVERIFY2(judged.size() >= 40, qPrintable(QString::number(judged.size())));
    QCOMPARE(values.size(), qsizetype(verdictsOfKeys.size()));

    // Nobody signs off their own check; the second person does.
    t.press(Qt::Key_O);
    QVERIFY(t.corpus().signOffs.isEmpty());
    t.signIn(u"Second"_s);
    t.open(0);
    t.review();
    QVERIFY(QTest::qWaitFor([&] { return t.rows() == queue; }));
    t.press(Qt::Key_Home, Qt::ControlModifier);
    for (int n = 0; n < queue; ++n)
        t.press(Qt::Key_O);
    const Corpus signedOff = t.corpus();
    QVERIFY2(signedOff.signOffs.size() >= 30, qPrintable(QString::number(signedOff.signOffs.size())));
    for (const SignOff &signOff : signedOff.signOffs) {
        const auto verdict = std::ranges::find(signedOff.verdicts, signOff.verdict, &Verdict::id);
        QVERIFY(verdict != signedOff.verdicts.end());
        QVERIFY(verdict->annotator != signOff.annotator);
        QVERIFY(verdict->value != VerdictValue::InProgress);
    }
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());

    // One article is corrected in thirty places of every kind.
    test::TextStory story(30, signedOff.versions.first().text);
    for (int n = 0; n < 30; ++n)
        story.edit();
    const QString correctedFile = t.place.path(u"corrected.txt"_s);
    {
        QFile file(correctedFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(story.last().string().toUtf8()) > 0);
    }
    t.correct(0, correctedFile);
    const Corpus corrected = t.corpus();
    QCOMPARE(corrected.versions.size(), 4);
    QCOMPARE(corrected.versions.last().text.string(), story.last().string());
    QCOMPARE(corrected.versions.last().correction, u"Thirty places were wrong."_s);
    // Whose words changed or went is to be checked again, and the verdict says why.
    qsizetype reopened = 0;
    for (const Verdict &verdict : corrected.verdicts) {
        if (!std::ranges::contains(signedOff.verdicts, verdict.id, &Verdict::id)) {
            QCOMPARE(verdict.value, VerdictValue::NotChecked);
            QVERIFY(!verdict.reason.isEmpty());
            ++reopened;
        }
    }
    QVERIFY2(reopened > 0 && reopened < judged.size(), qPrintable(QString::number(reopened)));
    for (const Passage &passage : corrected.passages) {
        const auto version = std::ranges::find(corrected.versions, passage.version, &Version::id);
        for (const Fragment &fragment : passage.fragments)
            QCOMPARE(version->text.words(fragment.span).toString(), fragment.words);
    }
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());

    // What leaves the house on that day.
    for (const QString &format : {u"html"_s, u"pdf"_s, u"csv"_s}) {
        const QStringList reports = t.saveReports(format);
        QVERIFY2(reports.size() >= (format == u"csv" ? 1 : 4), qPrintable(QString::number(reports.size())));
    }
    for (const Format &format : formats()) {
        if (!format.write)
            continue;
        const QString path = t.exportAll(format);
        if (format.read)
            VERIFY_RESULT(load(format, path));
    }

    // All of it undone after one more restart, and done again.
    t.signIn(u"Third"_s);
    t.press(Qt::Key_4, Qt::ControlModifier);
    int steps = 0;
    for (; t.actions["edit.undo"]->isEnabled() && steps < 1000; ++steps)
        t.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(steps > 150 && steps < 1000, qPrintable(QString::number(steps)));
    const Counts none = t.session.value(t.session.store().counts());
    QCOMPARE(none.articles + none.passages + none.claims + none.links + none.entities + none.tags, 0);
    while (t.actions["edit.redo"]->isEnabled())
        t.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    Corpus again = t.corpus();
    again.annotators = corrected.annotators; // the third came along
    QCOMPARE(again, corrected);
    QCOMPARE(t.session.value(t.session.store().check()), QStringList());
}

QTEST_MAIN(tst_ReviewTrial)
#include "tst_reviewtrial.moc"
