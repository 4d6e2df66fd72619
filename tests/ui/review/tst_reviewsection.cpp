// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/testproject.h"
#include "ui/actions.h"
#include "ui/inspector/inspector.h"
#include "ui/parts/rowlist.h"
#include "ui/review/nocheckneeded.h"
#include "ui/review/reviewacts.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace pq;
using namespace pq::test;

/// The check of a claim in the inspector.
class tst_ReviewSection : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        TestProject project;
        Actions actions;
        Inspector inspector{project.session(), actions};
        QSignalSpy failed{&project.session(), &Session::failed};

        explicit Fixture(qsizetype claim)
        {
            inspector.resize(360, 1200);
            inspector.show();
            inspector.activateWindow();
            if (!QTest::qWaitForWindowActive(&inspector))
                qFatal("The inspector cannot be active.");
            inspector.showClaim(project.corpus().claims[claim].id);
        }
        template <class T>
        T *child(const QString &name)
        {
            return inspector.findChild<T *>(name);
        }
        QString state() { return child<QLabel>(u"reviewStateLabel"_s)->text(); }
        QStringList history() { return texts(child<RowList>(u"verdictHistoryList"_s)->model()); }
    };

private Q_SLOTS:
    void aSignedOffVerdictSaysByWhom()
    {
        Fixture f(3);
        QCOMPARE(f.state(), u"Supported, signed off by Ada Lindqvist"_s);
        QCOMPARE(f.history(), (QStringList{u"Supported"_s, u"Signed off by Ada Lindqvist"_s, u"Check in progress"_s}));
        const QList<Row> rows = f.child<RowList>(u"verdictHistoryList"_s)->rows();
        QVERIFY(rows.first().detail.contains(u"The filed script has no such line."));
        QVERIFY(rows.first().detail.contains(u"Ben Achterberg"));
        QCOMPARE(rows.first().aside, u"holds"_s);
        QVERIFY(rows.at(1).aside.isEmpty());
    }

    void aNewVerdictMakesTheSignOffVoidForAllToSee()
    {
        Fixture f(3);
        auto *value = f.child<QComboBox>(u"verdictComboBox"_s);
        QCOMPARE(value->currentText(), u"Supported"_s);
        value->setFocus();
        QTest::keyClicks(value, u"Disp"_s);
        auto *reason = f.child<QLineEdit>(u"reasonLineEdit"_s);
        reason->setFocus();
        QTest::keyClicks(reason, u"A second script has it."_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(f.state(), u"Disputed, not signed off"_s);
        QCOMPARE(f.history().size(), 4);
        const QList<Row> rows = f.child<RowList>(u"verdictHistoryList"_s)->rows();
        QVERIFY(rows.first().detail.endsWith(u": A second script has it."));
        QVERIFY(rows.at(2).aside.startsWith(u"void"));
        QVERIFY(reason->text().isEmpty());
        QVERIFY(!f.child<QPushButton>(u"signOffPushButton"_s)->isEnabled()); // it is one's own
        QVERIFY(f.project.session().undo());
        QCOMPARE(f.state(), u"Supported, signed off by Ada Lindqvist"_s);
    }

    void anothersVerdictIsSignedOffOnce()
    {
        Fixture f(4);
        auto *button = f.child<QPushButton>(u"signOffPushButton"_s);
        QVERIFY(button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(f.state(), u"Unverifiable, signed off by %1"_s.arg(f.project.store().annotator().name));
        QVERIFY(!button->isEnabled());
        QVERIFY(f.failed.isEmpty());
    }

    void aClaimThatNobodyCheckedSaysSo()
    {
        Fixture f(0);
        QCOMPARE(f.state(), u"Not checked"_s);
        QVERIFY(f.history().isEmpty());
        QVERIFY(!f.child<QPushButton>(u"signOffPushButton"_s)->isEnabled());
    }

    void evidenceIsListedOpenedAndRemoved()
    {
        Fixture f(2);
        auto *list = f.child<RowList>(u"evidenceList"_s);
        QCOMPARE(list->rows().size(), 1);
        QCOMPARE(list->rows().first().words, u"It was not in the script"_s);
        QCOMPARE(list->rows().first().aside, u"Supports"_s);
        QSignalSpy asked(&f.inspector, &Inspector::evidenceRequested);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(asked.last()[1].value<EvidenceId>(), f.project.corpus().evidence.first().id);
        f.child<QPushButton>(u"addEvidencePushButton"_s)->click();
        QVERIFY(asked.last()[1].value<EvidenceId>().isNull());
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(list->rows().isEmpty());
        QVERIFY(f.project.session().undo());
        QCOMPARE(list->rows().size(), 1);
    }

    void aClaimIsAssigned()
    {
        Fixture f(0);
        auto *box = f.child<QComboBox>(u"assigneeComboBox"_s);
        QCOMPARE(box->currentText(), u"Nobody"_s);
        const int row = box->findText(u"Ben Achterberg"_s);
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
        QCOMPARE(f.project.claim(f.project.corpus().claims[0].id).assignee, f.project.corpus().annotators[1].id);
        QCOMPARE(box->currentText(), u"Ben Achterberg"_s);
        QVERIFY(f.project.session().undo());
        QCOMPARE(box->currentText(), u"Nobody"_s);

        // Somebody who has not worked here yet is named by typing.
        box->setFocus();
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), u"Zora New"_s);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        const QList<Annotator> annotators = f.project.store().annotators().value();
        const auto zora = std::ranges::find(annotators, u"Zora New"_s, &Annotator::name);
        QVERIFY(zora != annotators.end());
        QCOMPARE(f.project.claim(f.project.corpus().claims[0].id).assignee, zora->id);
    }

    void wordsThatNeedNoCheckAreUnderAClaimThatSaysSo()
    {
        TestProject project;
        Session &session = project.session();
        const Version &version = project.corpus().versions.first();
        const ArticleId article = project.corpus().articles.first().id;
        const TextSpan span = test::passage(version, {}, u"met us by the harbour"_s).extent();
        const qsizetype claims = project.store().claims()->size();
        VERIFY_RESULT(noCheckNeeded(session, version.id, article, {{span, u"met us by the harbour"_s}}, {}));
        QCOMPARE(project.store().claims()->size(), claims + 1);
        const ClaimId made = project.store().claims()->last().id;
        QCOMPARE(latestVerdict(session, made)->value, VerdictValue::NoCheckNeeded);
        QVERIFY(project.store().claimedSpans(version.id)->contains(span));
        QVERIFY(session.undo()); // in one step
        QCOMPARE(project.store().claims()->size(), claims);

        // The claims of a passage get the verdict themselves.
        const PassageId line = project.passage(u"I kept it lit for you."_s).id;
        VERIFY_RESULT(noCheckNeeded(session, version.id, article, {}, line));
        QCOMPARE(project.store().claims()->size(), claims);
        for (const qsizetype i : {1, 2})
            QCOMPARE(latestVerdict(session, project.corpus().claims[i].id)->value, VerdictValue::NoCheckNeeded);
        QVERIFY(!noCheckNeeded(session, version.id, article, {}, {}));
    }
};

QTEST_MAIN(tst_ReviewSection)
#include "tst_reviewsection.moc"
