// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/project.h"
#include "ui/review/evidencedialog.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDate>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_EvidenceDialog : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        test::Place place;
        test::Answers answers;
        Corpus corpus = test::sampleCorpus();
        EvidenceDialog dialog;

        explicit Fixture(const Evidence &known = {}, const Passage &current = {}, const Passage &chosen = {})
            : dialog(known, current, chosen, answers.prompts())
        {
            dialog.show();
            if (!QTest::qWaitForWindowActive(&dialog))
                qFatal("The dialog cannot be active.");
        }
        template <class T>
        [[nodiscard]] T *child(const QString &name) const
        {
            return dialog.findChild<T *>(name);
        }
        void choose(EvidenceKind kind) const
        {
            child<QComboBox>(u"evidenceKindComboBox"_s)->setCurrentIndex(int(kind));
        }
        void type(const QString &name, const QString &words) const
        {
            auto *line = child<QLineEdit>(name);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, words);
        }
        [[nodiscard]] QPushButton *ok() const
        {
            return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        }
        [[nodiscard]] QString problem() const { return child<QLabel>(u"evidenceProblemLabel"_s)->text(); }
    };

private Q_SLOTS:
    void aPageNeedsItsAddressAndDay()
    {
        Fixture f;
        QCOMPARE(f.child<QComboBox>(u"evidenceKindComboBox"_s)->currentText(), u"Web page"_s);
        QVERIFY(!f.ok()->isEnabled());
        QVERIFY(f.problem().contains(u"https://"));
        f.type(u"evidenceUrlLineEdit"_s, u"https://gazette.example/1"_s);
        QVERIFY(f.ok()->isEnabled()); // the day is today
        QCOMPARE(f.dialog.evidence().retrieved, QDate::currentDate().toString(Qt::ISODate));
        f.type(u"evidenceDayLineEdit"_s, u"yesterday"_s);
        QVERIFY(!f.ok()->isEnabled());
        f.type(u"evidenceDayLineEdit"_s, u"2025-03-21"_s);
        f.type(u"evidenceTitleLineEdit"_s, u"The finale"_s);
        QVERIFY(f.ok()->isEnabled());
        QTest::keyClick(&f.dialog, Qt::Key_Return);
        QCOMPARE(f.dialog.result(), int(QDialog::Accepted));
        const Evidence made = f.dialog.evidence();
        QVERIFY(!made.id.isNull());
        QCOMPARE(made.title, u"The finale"_s);
        QCOMPARE(whatIsMissing(made), QString());
    }

    void eachKindShowsItsFieldsOnly()
    {
        const Fixture f;
        const auto fields = [&f](EvidenceKind kind) {
            f.choose(kind);
            QStringList visible;
            for (const QString &name :
                 {u"evidenceTitleLineEdit"_s, u"evidenceUrlLineEdit"_s, u"evidenceLocatorLineEdit"_s,
                  u"evidenceContactLineEdit"_s, u"evidenceDayLineEdit"_s, u"attachCopyPushButton"_s}) {
                if (f.child<QWidget>(name)->isVisible())
                    visible.append(name.sliced(name.startsWith(u"evidence") ? 8 : 0).remove(u"LineEdit"_s));
            }
            return visible.join(u' ');
        };
        QCOMPARE(fields(EvidenceKind::Passage), QString());
        QCOMPARE(fields(EvidenceKind::Url), u"Title Url Locator Day attachCopyPushButton"_s);
        QCOMPARE(fields(EvidenceKind::Document), u"Title Locator attachCopyPushButton"_s);
        QCOMPARE(fields(EvidenceKind::Recording), u"Title Locator attachCopyPushButton"_s);
        QCOMPARE(fields(EvidenceKind::Conversation), u"Title Contact Day attachCopyPushButton"_s);
    }

    void whatAnotherKindHadIsNotKept()
    {
        Fixture f;
        f.type(u"evidenceUrlLineEdit"_s, u"https://gazette.example/1"_s);
        f.choose(EvidenceKind::Recording);
        f.type(u"evidenceTitleLineEdit"_s, u"Tape 2"_s);
        QVERIFY(!f.ok()->isEnabled());
        f.type(u"evidenceLocatorLineEdit"_s, u"00:12:45"_s);
        QVERIFY(f.ok()->isEnabled());
        QVERIFY(f.dialog.evidence().url.isEmpty());
        QVERIFY(f.dialog.evidence().retrieved.isEmpty());
    }

    void theCurrentPassageBecomesTheEvidence()
    {
        const Passage current = test::sampleCorpus().passages[1];
        Fixture f({}, current);
        f.choose(EvidenceKind::Passage);
        QVERIFY(!f.ok()->isEnabled());
        auto *use = f.child<QPushButton>(u"useCurrentPassagePushButton"_s);
        use->setFocus();
        QTest::keyClick(use, Qt::Key_Space);
        QVERIFY(f.child<QLabel>(u"evidenceWordsLabel"_s)->text().contains(u"I kept it lit"));
        QVERIFY(f.ok()->isEnabled());
        QCOMPARE(f.dialog.evidence().passage, current.id);
    }

    void anAttachedFileIsHashed()
    {
        Fixture f;
        const QString path = f.place.path(u"copy.html"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("the page");
        file.close();
        f.type(u"evidenceUrlLineEdit"_s, u"https://gazette.example/1"_s);
        f.answers.paths = {path};
        f.child<QPushButton>(u"attachCopyPushButton"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return f.ok()->isEnabled(); }));
        QCOMPARE(f.dialog.evidence().sha256.toLatin1(),
                 QCryptographicHash::hash("the page", QCryptographicHash::Sha256).toHex());
        f.child<QPushButton>(u"removeCopyPushButton"_s)->click();
        QVERIFY(f.dialog.evidence().sha256.isEmpty());
        f.answers.paths = {u"/nowhere/copy.html"_s};
        f.child<QPushButton>(u"attachCopyPushButton"_s)->click();
        QVERIFY(QTest::qWaitFor([&] { return f.problem().contains(u"/nowhere/copy.html"); }));
    }

    void knownEvidenceIsChangedInPlace()
    {
        const Evidence known = test::sampleCorpus().evidence[1];
        Fixture f(known);
        QCOMPARE(f.dialog.evidence(), known);
        QCOMPARE(f.ok()->text(), u"&Change"_s);
        f.type(u"evidenceLocatorLineEdit"_s, u"p. 42"_s);
        Evidence wanted = known;
        wanted.locator = u"p. 42"_s;
        QCOMPARE(f.dialog.evidence(), wanted);
    }
};

QTEST_MAIN(tst_EvidenceDialog)
#include "tst_evidencedialog.moc"
