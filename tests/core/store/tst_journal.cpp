// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/randomedits.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

using namespace pq;
using namespace Qt::StringLiterals;

namespace {

qsizetype chosen(qsizetype n)
{
    return *rc::gen::noShrink(rc::gen::inRange<qsizetype>(0, n));
}

}

class tst_Journal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Each case is a history with many commits to the disk.
    void initTestCase() { qputenv("RC_PARAMS", "max_success=40 " + qgetenv("RC_PARAMS")); }
    void undoGoesBackStepByStepAlsoAfterARestartAndRedoForwardAgain();
    void anEditAfterUndoForgetsWhatCouldBeRedone();
    void undoAndRedoSayWhatTheyWillDo();
    void withNothingToUndoTheProjectStaysAsItIs();
    void everyEntryNamesWhoDidItAndHangsOnTheOneBefore();
    void twoAnnotatorsShareOneHistory();
    void aLargeEditIsOneStepInSeveralEntries();
    void anAttemptIsDoneAsAWholeOrNotAtAll();
};

void tst_Journal::undoGoesBackStepByStepAlsoAfterARestartAndRedoForwardAgain()
{
    QVERIFY(rc::check("undo^n is the beginning, redo^n the end", [] {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"p.pullquote"_s);
        auto store = Store::create(path, u"Ada"_s);
        RC_ASSERT(store.has_value());
        const auto reopen = [&] {
            if (*rc::gen::inRange(0, 10) == 0) {
                store = fail(QString()); // closes
                store = Store::open(path, u"Ada"_s);
                RC_ASSERT(store.has_value());
            }
        };

        const auto before = [&](const Corpus &corpus) {
            Corpus without = corpus; // the first edit also enters its annotator for good
            without.annotators.clear();
            return without;
        };
        QList<Corpus> states{before(*store->corpus())};
        for (qsizetype n = chosen(15) + 1; n > 0; --n) {
            const auto changes = test::randomEdit(*store, chosen);
            if (!changes)
                RC_FAIL(changes.error().message.toStdString());
            if (!changes->isEmpty())
                states.append(before(*store->corpus()));
        }
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            reopen();
            RC_ASSERT(store->undo().has_value());
            RC_ASSERT(before(*store->corpus()) == states[i]);
        }
        RC_ASSERT(!store->undoLabel().has_value());
        for (qsizetype i = 1; i < states.size(); ++i) {
            reopen();
            RC_ASSERT(store->redo().has_value());
            RC_ASSERT(before(*store->corpus()) == states[i]);
        }
        RC_ASSERT(!store->redoLabel().has_value());
        // And up and down at will.
        qsizetype at = states.size() - 1;
        for (int n = 0; n < 8; ++n) {
            if (chosen(2) == 0 && at > 0) {
                RC_ASSERT(store->undo().has_value());
                --at;
            } else if (at < states.size() - 1) {
                RC_ASSERT(store->redo().has_value());
                ++at;
            }
            RC_ASSERT(before(*store->corpus()) == states[at]);
        }
        RC_ASSERT(store->check().value() == QStringList());
    }));
}

void tst_Journal::anEditAfterUndoForgetsWhatCouldBeRedone()
{
    auto store = Store::inMemory(u"Ada"_s);
    const auto add = [&](const QString &label) {
        return store->edit(label, [&](Edit &e) { e.put(Tagset{.id = TagsetId::create(), .name = label}); });
    };
    VERIFY_RESULT(add(u"one"_s));
    VERIFY_RESULT(add(u"two"_s));
    VERIFY_RESULT(store->undo());
    QCOMPARE(store->redoLabel(), u"two"_s);
    VERIFY_RESULT(add(u"three"_s));
    QCOMPARE(store->redoLabel(), std::nullopt);
    QCOMPARE(store->undoLabel(), u"three"_s);
    VERIFY_RESULT(store->undo());
    QCOMPARE(store->undoLabel(), u"one"_s);
}

void tst_Journal::undoAndRedoSayWhatTheyWillDo()
{
    auto store = Store::inMemory(u"Ada"_s);
    QCOMPARE(store->undoLabel(), std::nullopt);
    VERIFY_RESULT(
        store->edit(u"Add “Set”"_s, [](Edit &e) { e.put(Tagset{.id = TagsetId::create(), .name = u"Set"_s}); }));
    QCOMPARE(store->undoLabel(), u"Add “Set”"_s);
    VERIFY_RESULT(store->undo());
    QCOMPARE(store->undoLabel(), std::nullopt);
    QCOMPARE(store->redoLabel(), u"Add “Set”"_s);
    VERIFY_RESULT(store->redo());
    QCOMPARE(store->undoLabel(), u"Add “Set”"_s);
    QCOMPARE(store->redoLabel(), std::nullopt);
}

void tst_Journal::withNothingToUndoTheProjectStaysAsItIs()
{
    auto store = Store::inMemory(u"Ada"_s);
    const auto undone = store->undo();
    QVERIFY(!undone);
    QCOMPARE(undone.error().message, u"There is nothing to undo."_s);
    QCOMPARE(store->redo().error().message, u"There is nothing to redo."_s);
    QCOMPARE(store->counts()->journalEntries, 0);
}

void tst_Journal::everyEntryNamesWhoDidItAndHangsOnTheOneBefore()
{
    auto store = Store::inMemory(u"Ada"_s);
    for (int i = 0; i < 3; ++i)
        VERIFY_RESULT(
            store->edit(u"Edit %1"_s.arg(i), [](Edit &e) { e.put(Tagset{.id = TagsetId::create(), .name = u"S"_s}); }));
    VERIFY_RESULT(store->undo());
    const auto journal = store->journal();
    VERIFY_RESULT(journal);
    QList<JournalKind> kinds;
    QSet<QByteArray> hashes;
    for (const JournalEntry &entry : *journal) {
        kinds << entry.kind;
        hashes << entry.hash;
        QCOMPARE(entry.annotator, store->annotator().id);
        QVERIFY(entry.time.microseconds > 0);
    }
    QCOMPARE(kinds,
             (QList{JournalKind::Undo, JournalKind::Edit, JournalKind::Edit, JournalKind::Edit, JournalKind::Setup}));
    QCOMPARE(hashes.size(), journal->size());
    QCOMPARE(store->journal(2)->size(), 2);
    QCOMPARE(store->journal(2)->first(), journal->first());
}

void tst_Journal::twoAnnotatorsShareOneHistory()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"p.pullquote"_s);
    for (const QString &name : {u"Ada"_s, u"Grace"_s, u"Ada"_s}) {
        auto store = name == u"Ada" && !QFile::exists(path) ? Store::create(path, name) : Store::open(path, name);
        VERIFY_RESULT(store);
        VERIFY_RESULT(
            store->edit(u"By "_s + name, [](Edit &e) { e.put(Tagset{.id = TagsetId::create(), .name = u"S"_s}); }));
    }
    auto store = Store::open(path, u"Grace"_s);
    VERIFY_RESULT(store);
    QCOMPARE(store->annotators()->size(), 2);
    QCOMPARE(store->undoLabel(), u"By Ada"_s);
    VERIFY_RESULT(store->undo());
    VERIFY_RESULT(store->undo());
    QCOMPARE(store->undoLabel(), u"By Ada"_s);
    QCOMPARE(store->annotators()->size(), 2); // who did something stays known
    QCOMPARE(*store->check(), QStringList());
}

void tst_Journal::aLargeEditIsOneStepInSeveralEntries()
{
    auto store = Store::inMemory(u"Ada"_s);
    const auto add = [&](const QString &name) {
        return store->edit(name, [&](Edit &e) { e.put(Tagset{.id = TagsetId::create(), .name = name}); });
    };
    VERIFY_RESULT(add(u"before"_s));
    const Corpus before = *store->corpus();
    const qint64 entries = store->counts()->journalEntries;
    // Names first that only what follows refers to, so that no part is whole without the ones before.
    Tagset tagset{.id = TagsetId::create(), .name = u"Set"_s};
    const auto changes = store->edit(u"Import much"_s, [&](Edit &e) {
        for (int n = 0; n < 5; ++n) {
            const Article article{.id = ArticleId::create(), .title = QString::number(n)};
            const Text text(u"Ünïcödé 👍 "_s.repeated(300'000) + QString::number(n));
            const Version version{.id = VersionId::create(), .article = article.id, .text = text};
            const Tag tag{
                .id = TagId::create(), .tagset = tagset.id, .name = u"Tag %1"_s.arg(n), .colour = u"#4477aa"_s};
            const TextSpan span{TextPosition{8}, TextPosition{9}};
            tagset.description += QString::number(n); // each part changes what the first one brought
            e.put(Corpus{.tagsets = {tagset},
                         .tags = {tag},
                         .articles = {article},
                         .versions = {version},
                         .passages = {{.id = PassageId::create(),
                                       .version = version.id,
                                       .tag = tag.id,
                                       .fragments = {{.span = span, .words = text.words(span).toString()}}}}});
        }
    });
    VERIFY_RESULT(changes);
    QCOMPARE(changes->articles.size(), 5);
    QCOMPARE(changes->passages.size(), 5);
    const Corpus after = *store->corpus();
    const auto journal = *store->journal();
    const qint64 more = store->counts()->journalEntries - entries;
    QVERIFY2(more > 1 && more < 5, qPrintable(QString::number(more)));
    for (qsizetype i = 0; i < more; ++i) {
        QCOMPARE(journal[i].label, u"Import much"_s);
        QCOMPARE(journal[i].endsAct, i == 0);
    }
    QCOMPARE(store->journal(1)->size(), more);
    QCOMPARE(store->journal(2)->size(), more + 1);
    QVERIFY(store->journal(0)->isEmpty());
    VERIFY_RESULT(add(u"after"_s));

    VERIFY_RESULT(store->undo());
    QCOMPARE(store->undoLabel(), u"Import much"_s);
    const auto undone = store->undo();
    VERIFY_RESULT(undone);
    QCOMPARE(*undone, *changes);
    QCOMPARE(*store->corpus(), before);
    QCOMPARE(store->undoLabel(), u"before"_s);
    QCOMPARE(store->redoLabel(), u"Import much"_s);
    VERIFY_RESULT(store->undo());
    VERIFY_RESULT(store->redo());
    VERIFY_RESULT(store->redo());
    QCOMPARE(*store->corpus(), after);
    QCOMPARE(store->undoLabel(), u"Import much"_s);
    QCOMPARE(store->redoLabel(), u"after"_s);
    VERIFY_RESULT(store->undo());
    QCOMPARE(*store->corpus(), before);
    VERIFY_RESULT(store->redo());
    QCOMPARE(*store->corpus(), after);
    QCOMPARE(*store->check(), QStringList());
}

void tst_Journal::anAttemptIsDoneAsAWholeOrNotAtAll()
{
    auto store = Store::inMemory(u"Ada"_s);
    const auto put = [](Edit &e, const QString &name) { e.put(Tagset{.id = TagsetId::create(), .name = name}); };
    VERIFY_RESULT(store->edit(u"Three things"_s, [&](Edit &e) {
        put(e, u"one"_s);
        QVERIFY(!e.attempt([&] {
            put(e, u"two"_s);
            return false;
        }));
        QVERIFY(e.attempt([&] {
            put(e, u"three"_s);
            return true;
        }));
    }));
    const auto names = [&] {
        QStringList all;
        const auto tagsets = store->tagsets();
        for (const Tagset &tagset : *tagsets)
            all << tagset.name;
        return all;
    };
    QCOMPARE(names(), (QStringList{u"one"_s, u"three"_s}));
    VERIFY_RESULT(store->undo());
    QCOMPARE(names(), QStringList());
    QCOMPARE(store->undoLabel(), std::nullopt);
    VERIFY_RESULT(store->redo());
    QCOMPARE(names(), (QStringList{u"one"_s, u"three"_s}));

    // An attempt that comes to nothing is no edit at all.
    const qint64 entries = store->counts()->journalEntries;
    const auto changes = store->edit(u"Nothing"_s, [&](Edit &e) {
        e.attempt([&] {
            put(e, u"four"_s);
            return false;
        });
    });
    VERIFY_RESULT(changes);
    QVERIFY(changes->isEmpty());
    QCOMPARE(store->counts()->journalEntries, entries);

    // And none may begin while something refers to what is not there yet.
    const auto dangling = store->edit(u"Too early"_s, [&](Edit &e) {
        e.put(Tag{.id = TagId::create(), .tagset = TagsetId::create(), .name = u"Tag"_s});
        e.attempt([] { return true; });
    });
    QVERIFY(!dangling);
    QCOMPARE(store->counts()->journalEntries, entries);
}

QTEST_GUILESS_MAIN(tst_Journal)
#include "tst_journal.moc"
