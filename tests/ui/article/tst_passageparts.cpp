// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/anystring.h"
#include "tests/ui/article/desk.h"
#include "ui/article/passageparts.h"

#include <QAction>
#include <QStandardPaths>

using namespace pq;
using namespace Qt::StringLiterals;
using test::Desk;

namespace {

QStringList wordsOf(const Passage &passage)
{
    QStringList result;
    for (const Fragment &fragment : passage.fragments)
        result.append(fragment.words);
    return result;
}

Passage anyPassage(const Text &text)
{
    auto places = *rc::gen::container<std::vector<qsizetype>>(4, rc::gen::inRange<qsizetype>(0, text.length() + 1));
    std::ranges::sort(places);
    QList<TextSpan> spans;
    for (const TextSpan &span : {TextSpan{{places[0]}, {places[1]}}, TextSpan{{places[2]}, {places[3]}}}) {
        if (!span.isEmpty())
            spans.append(span);
    }
    return test::passageOf(text, TagId::create(), spans);
}

QString lettersOf(const QList<Passage> &passages)
{
    QString letters;
    for (const Passage &passage : passages) {
        for (const QChar c : wordsOf(passage).join(QString())) {
            if (!c.isSpace())
                letters += c;
        }
    }
    return letters;
}

bool isSound(const Text &text, const Passage &passage)
{
    TextPosition end{0};
    for (const Fragment &fragment : passage.fragments) {
        if (fragment.span.isEmpty() || fragment.span.begin < end || fragment.words != text.words(fragment.span))
            return false;
        end = fragment.span.end;
    }
    return !passage.fragments.isEmpty();
}

}

class TestPassageParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"pullquote-test"_s);
        QStandardPaths::setTestModeEnabled(true);
    }

    // --- values ---

    void aSplitLosesNoWords()
    {
        QVERIFY(rc::check("the parts of a split hold its words, each on its side, and become one again", [] {
            const Text text(*test::anyString());
            const Passage whole = anyPassage(text);
            RC_PRE(!whole.fragments.isEmpty());
            const TextPosition caret{*rc::gen::inRange<qsizetype>(0, text.length() + 1)};
            const auto split = splitAt(text, whole, caret);
            if (!split)
                return;
            RC_ASSERT(isSound(text, split->kept) && isSound(text, split->added));
            RC_ASSERT(split->kept.id == whole.id && split->added.id != whole.id && split->added.tag == whole.tag);
            RC_ASSERT(split->kept.extent().end <= caret && caret <= split->added.extent().begin);
            RC_ASSERT(lettersOf({split->kept, split->added}) == lettersOf({whole}));
            const Passage again = joined(text, split->kept, split->added);
            RC_ASSERT(isSound(text, again));
            RC_ASSERT(again.extent() == whole.extent());
        }));
    }

    void joiningHoldsBoth()
    {
        QVERIFY(
            rc::check("a joined passage holds every fragment of both, with white space between its own no more", [] {
                const Text text(*test::anyString());
                const Passage one = anyPassage(text);
                const Passage two = anyPassage(text);
                RC_PRE(!one.fragments.isEmpty() && !two.fragments.isEmpty());
                const Passage both = joined(text, one, two);
                RC_ASSERT(isSound(text, both));
                for (const Fragment &part : one.fragments + two.fragments)
                    RC_ASSERT(std::ranges::any_of(both.fragments,
                                                  [&](const Fragment &f) { return f.span.contains(part.span); }));
                for (qsizetype i = 1; i < both.fragments.size(); ++i)
                    RC_ASSERT(!text.words({both.fragments[i - 1].span.end, both.fragments[i].span.begin})
                                   .trimmed()
                                   .isEmpty());
            }));
    }

    void whatIsJoinedAndWhatIsNot()
    {
        const Text text(u"One two, three 👍🏽 four\n\nfive."_s);
        const auto over = [&](const QString &words) { return test::passageOf(text, {}, {test::spanOf(text, words)}); };
        QCOMPARE(wordsOf(joined(text, over(u"One"_s), over(u"two"_s))), QStringList{u"One two"_s});
        QCOMPARE(wordsOf(joined(text, over(u"two"_s), over(u"three"_s))), (QStringList{u"two"_s, u"three"_s}));
        QCOMPARE(wordsOf(joined(text, over(u"four"_s), over(u"five"_s))), QStringList{u"four\n\nfive"_s});
        QCOMPARE(wordsOf(joined(text, over(u"three 👍🏽"_s), over(u"👍🏽 four"_s))), QStringList{u"three 👍🏽 four"_s});
    }

    void aSplitNeedsWordsOnBothSides()
    {
        const Text text(u"One two three."_s);
        const Passage passage = test::passageOf(text, {}, {test::spanOf(text, u"two three"_s)});
        for (const qsizetype caret : {0, 4, 13, 14})
            QVERIFY(!splitAt(text, passage, {caret}));
        const auto split = splitAt(text, passage, {8});
        QCOMPARE(wordsOf(split->kept), QStringList{u"two"_s});
        QCOMPARE(wordsOf(split->added), QStringList{u"three"_s});
    }

    // --- by key ---

    void theKeySplitsInOneStep()
    {
        Desk desk;
        const Passage line = desk.sample(u"I kept it lit for you."_s);
        const QList<Claim> claims = desk.session.value(desk.session.store().claims(QSet{line.id}));
        QVERIFY(!claims.isEmpty());
        const qsizetype before = desk.passages().size();
        desk.page->showPassage(line.id);
        desk.keys(9, Qt::Key_Right); // behind "I kept it"
        desk.key(Qt::Key_X);
        QCOMPARE(desk.words(line.id), QStringList{u"I kept it"_s});
        QCOMPARE(desk.passages().size(), before + 1);
        QVERIFY(std::ranges::any_of(desk.passages(), [&](const Passage &p) {
            return p.words() == u"lit for you." && p.tag == line.tag
                && p.annotator == desk.session.store().annotator().id;
        }));
        QCOMPARE(desk.page->currentPassage(), line.id);
        QCOMPARE(desk.session.value(desk.session.store().claims(QSet{line.id})), claims);
        QVERIFY(desk.session.undo());
        QCOMPARE(*desk.passage(line.id), line);
        QCOMPARE(desk.passages().size(), before);
        QVERIFY(desk.failures.isEmpty());
    }

    void theKeyMergesWithAllThatRefersToIt()
    {
        Desk desk;
        desk.selectByKeys(u"Director Iria"_s);
        desk.key(Qt::Key_4);
        const PassageId first = desk.page->currentPassage();
        desk.selectByKeys(u"Val met us"_s);
        desk.key(Qt::Key_4);
        const PassageId second = desk.page->currentPassage();
        // A claim that has both, a participant's evidence, a fact-checker's and a thread of notes.
        Claim claim;
        claim.id = ClaimId::create();
        claim.passages = {{first, PassageRole::Content}, {second, PassageRole::Content}, {second, PassageRole::Cue}};
        claim.participants = {{desk.corpus.entities.first().id, ParticipantRole::Speaker, second}};
        Evidence evidence;
        evidence.id = EvidenceId::create();
        evidence.claim = claim.id;
        evidence.kind = EvidenceKind::Passage;
        evidence.passage = second;
        Note note;
        note.id = NoteId::create();
        note.target = second;
        note.body = u"Says who?"_s;
        Note answer = note;
        answer.id = NoteId::create();
        answer.parent = note.id;
        QVERIFY(desk.session.edit(u"Refer"_s, [&](Edit &e) {
            e.put(claim);
            e.put(evidence);
            e.put(note);
            e.put(answer);
        }));
        const Corpus before = desk.session.value(desk.session.store().corpus());
        desk.page->showPassage(first);
        desk.key(Qt::Key_X, Qt::ShiftModifier);
        QCOMPARE(desk.words(first), QStringList{u"Director Iria Val met us"_s});
        QVERIFY(!desk.passage(second));
        QCOMPARE(desk.page->currentPassage(), first);
        const Claim after = desk.session.value(desk.session.store().claims(QSet{claim.id})).first();
        QCOMPARE(after.passages, (QList<ClaimPassage>{{first, PassageRole::Content}, {first, PassageRole::Cue}}));
        QCOMPARE(after.participants.first().evidence, first);
        QCOMPARE(desk.session.value(desk.session.store().evidence(claim.id)).first().passage, first);
        QCOMPARE(desk.session.value(desk.session.store().notes(first)).size(), 2);
        QVERIFY(desk.session.undo());
        QCOMPARE(desk.session.value(desk.session.store().corpus()), before);
        QVERIFY(desk.session.value(desk.session.store().check()).isEmpty());
        QVERIFY(desk.failures.isEmpty());
    }

    void theKeyTakesAFragmentAway()
    {
        Desk desk;
        const Passage telling = desk.sample(u"I told him, ‘say only what the lantern would say,’"_s);
        desk.page->showPassage(telling.id);
        QVERIFY(desk.actions["passage.removeFragment"]->isEnabled());
        desk.key(Qt::Key_Delete, Qt::ShiftModifier);
        QCOMPARE(desk.words(telling.id), QStringList{telling.fragments.last().words});
        QVERIFY(!desk.actions["passage.removeFragment"]->isEnabled());
        QVERIFY(desk.session.undo());
        QCOMPARE(*desk.passage(telling.id), telling);
        QVERIFY(desk.failures.isEmpty());
    }

    void theLastOfItsTagHasNothingToMergeWith()
    {
        Desk desk;
        desk.key(Qt::Key_End, Qt::ControlModifier);
        desk.selectByKeys(u"director"_s);
        desk.key(Qt::Key_4);
        const Corpus before = desk.session.value(desk.session.store().corpus());
        PassageId last = desk.page->currentPassage();
        desk.key(Qt::Key_N, Qt::ShiftModifier);
        while (desk.page->currentPassage() != last) {
            last = desk.page->currentPassage();
            desk.key(Qt::Key_N, Qt::ShiftModifier);
        }
        desk.key(Qt::Key_X, Qt::ShiftModifier);
        QCOMPARE(desk.session.value(desk.session.store().corpus()), before);
    }
};

QTEST_MAIN(TestPassageParts)
#include "tst_passageparts.moc"
