// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"
#include "tests/support/support.h"

#include <QTest>

using namespace pq;
using namespace Qt::StringLiterals;

class tst_Queue : public QObject
{
    Q_OBJECT

    std::optional<Store> m_store;
    Corpus m_sample = test::sampleCorpus();

    [[nodiscard]] QueueRow row(const QString &summary) const
    {
        const auto claim = std::ranges::find(m_sample.claims, summary, &Claim::summary);
        return m_store->queue(QSet{claim->id})->value(0);
    }
    [[nodiscard]] EntityId entity(const QString &name) const
    {
        return std::ranges::find(m_sample.entities, name, &Entity::name)->id;
    }

private Q_SLOTS:
    void init()
    {
        m_store.emplace(Store::inMemory(u"Cleo"_s).value());
        VERIFY_RESULT(m_store->edit(u"Import"_s, [&](Edit &e) { e.put(m_sample); }));
    }

    void aRowSaysAllThatIsKnownOfAClaim()
    {
        const QueueRow unscripted = row(u"The line was not in the script"_s);
        QCOMPARE(unscripted.kind, ClaimKind::Fact);
        QCOMPARE(unscripted.words, u"It was not in the script"_s);
        QCOMPARE(unscripted.article, m_sample.articles.first().id);
        QCOMPARE(unscripted.version, m_sample.versions.first().id);
        const auto passage = std::ranges::find(m_sample.passages, unscripted.passage, &Passage::id);
        QCOMPARE(unscripted.begin, passage->extent().begin);
        QCOMPARE(unscripted.tag, passage->tag);
        QCOMPARE(unscripted.people, (QList{m_sample.entities.first().id, entity(u"The Lantern Keepers"_s)}));
        QCOMPARE(unscripted.value, VerdictValue::Supported);
        QCOMPARE(unscripted.checker, m_sample.annotators[1].id);
        QCOMPARE(unscripted.secondChecker, m_sample.annotators[0].id);
        QCOMPARE(unscripted.since(), unscripted.checked);
        QCOMPARE(unscripted.annotator, m_sample.annotators[0].id);
    }

    void aClaimThatNobodyCheckedIsNotChecked()
    {
        const QueueRow told = row(u"Val on how the line came about"_s);
        QCOMPARE(told.value, VerdictValue::NotChecked);
        QVERIFY(told.verdict.isNull());
        QVERIFY(!told.isSignedOff());
        QCOMPARE(told.since(), told.created);
        QCOMPARE(told.words,
                 u"I told him, ‘say only what the lantern would say,’ … and he came back with one line: ‘I kept it lit "
                 u"for you.’ 🕯️"_s);
    }

    void notesOnTheClaimAndItsPassagesCountUntilTheyAreResolved()
    {
        const QueueRow made = m_store->queue(QSet{m_sample.claims[2].id})->first();
        QCOMPARE(made.openNotes, 2); // one on the claim, one with an answer on the line
        Note note = *std::ranges::find(m_sample.notes, NoteTarget(made.claim), &Note::target);
        note.resolved = true;
        VERIFY_RESULT(m_store->edit(u"Resolve"_s, [&](Edit &e) { e.put(note); }));
        QCOMPARE(m_store->queue(QSet{m_sample.claims[2].id})->first().openNotes, 1);
    }

    void theNewestVersionsWordsAreShown()
    {
        const ArticleId shortNote = m_sample.articles.last().id;
        Claim claim = *std::ranges::find(m_sample.claims, u"The finale runs for 58 minutes"_s, &Claim::summary);
        Passage old = test::passage(m_sample.versions[2], m_sample.tags.first().id, u"The finale ran"_s);
        claim.passages.prepend({old.id, PassageRole::Content});
        VERIFY_RESULT(m_store->edit(u"Older words"_s, [&](Edit &e) {
            e.put(old);
            e.put(claim);
        }));
        const QueueRow shown = row(claim.summary);
        QCOMPARE(shown.article, shortNote);
        QCOMPARE(shown.version, m_sample.versions.last().id);
        QCOMPARE(shown.words, u"The finale ran for 58 minutes"_s);
    }

    void pagesHoldEveryClaimOnceButThoseRejected()
    {
        Claim rejected = m_sample.claims[1];
        rejected.state = State::Rejected;
        Claim bare{.id = ClaimId::create(), .kind = ClaimKind::Opinion, .summary = u"no words"_s};
        VERIFY_RESULT(m_store->edit(u"Reject"_s, [&](Edit &e) {
            e.put(rejected);
            e.put(bare);
        }));
        QList<ClaimId> wanted;
        for (const QList<Claim> all = m_store->claims().value(); const Claim &claim : all) {
            if (claim.state != State::Rejected)
                wanted.append(claim.id);
        }
        for (const qsizetype count : {1, 2, 3, 100}) {
            QList<ClaimId> got;
            for (ClaimId after;;) {
                const auto page = m_store->queue(after, count);
                VERIFY_RESULT(page);
                if (page->last.isNull())
                    break;
                for (const QueueRow &each : page->rows) {
                    got.append(each.claim);
                    QCOMPARE(m_store->queue(QSet{each.claim})->first(), each);
                }
                after = page->last;
            }
            QCOMPARE(got, wanted);
        }
        const QueueRow last = m_store->queue(QSet{bare.id})->first();
        QVERIFY(last.article.isNull());
        QCOMPARE(last.words, QString());
        QVERIFY(m_store->queue(QSet{rejected.id})->isEmpty());
        QVERIFY(m_store->queue(QSet{ClaimId::create(), ClaimId()})->isEmpty());
    }

    void theRowsOfAnArticleAreThoseWithContentInIt()
    {
        const QList<QueueRow> rows = m_store->queue(m_sample.articles[1].id).value();
        QCOMPARE(rows.size(), 2);
        for (const QueueRow &each : rows)
            QCOMPARE(each.article, m_sample.articles[1].id);
    }

    void claimedSpansAreThoseOfAcceptedClaims()
    {
        const Version second = m_sample.versions[1];
        QList<TextSpan> spans = m_store->claimedSpans(second.id).value();
        // The repeated line and the cue; the opinion is a suggestion.
        QCOMPARE(spans.size(), 2);
        QVERIFY(spans.first().begin < spans.last().begin);
        QCOMPARE(second.text.words(spans.last()), u"I kept it lit for you"_s);
        // Evidence of a participant counts too.
        Claim bare{.id = ClaimId::create(), .summary = u"who"_s};
        Passage said = test::passage(second, m_sample.tags.first().id, u"Weekend round-up"_s);
        bare.participants = {{m_sample.entities.first().id, ParticipantRole::Speaker, said.id}};
        VERIFY_RESULT(m_store->edit(u"Who"_s, [&](Edit &e) {
            e.put(said);
            e.put(bare);
        }));
        spans = m_store->claimedSpans(second.id).value();
        QCOMPARE(spans.size(), 3);
        QCOMPARE(spans.first(), said.extent());
    }
};

QTEST_GUILESS_MAIN(tst_Queue)
#include "tst_queue.moc"
