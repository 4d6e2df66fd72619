// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagekinds.h"

#include <QTest>

using namespace pq;

class TestPassageKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClaimHasItsPassagesAndItsParticipantsEvidence()
    {
        const PassageId content = PassageId::create();
        const PassageId evidence = PassageId::create();
        Claim claim;
        claim.passages = {{content, PassageRole::Content}};
        claim.participants = {{EntityId::create(), ParticipantRole::Speaker, evidence},
                              {EntityId::create(), ParticipantRole::Outlet, {}}};
        QCOMPARE(claimedPassages({claim}), (QSet{content, evidence}));
        claim.state = State::Rejected;
        QVERIFY(claimedPassages({claim}).isEmpty());
    }

    void theNewestVerdictHoldsAndItsContentWearsIt()
    {
        const auto claimOn = [](const QList<ClaimPassage> &passages) {
            Claim claim;
            claim.id = ClaimId::create();
            claim.passages = passages;
            return claim;
        };
        const auto verdictOn = [](const Claim &claim, VerdictValue value) {
            return Verdict{VerdictId::create(), claim.id, value, {}, {}, {}};
        };
        const PassageId content = PassageId::create();
        const PassageId cue = PassageId::create();
        const Claim first = claimOn({{content, PassageRole::Content}, {cue, PassageRole::Cue}});
        const Claim second = claimOn({{content, PassageRole::Content}});
        Claim rejected = claimOn({{cue, PassageRole::Content}});
        rejected.state = State::Rejected;
        const auto newest = newestVerdicts(
            {verdictOn(first, VerdictValue::InProgress), verdictOn(first, VerdictValue::Refuted),
             verdictOn(second, VerdictValue::Supported), verdictOn(rejected, VerdictValue::Disputed)});
        QCOMPARE(newest.value(first.id), VerdictValue::Refuted);
        Note note;
        note.target = cue;
        const auto signs = passageSigns({first, second, rejected}, newest, {}, {note});
        QCOMPARE(signs.size(), 2);
        QCOMPARE(signs.value(content), (PassageSigns{{VerdictValue::Supported, VerdictValue::Refuted}, false}));
        QCOMPARE(signs.value(cue), (PassageSigns{{}, true}));
    }

    void contentsOfClaimsWithoutAVerdictAreUnchecked()
    {
        QHash<ClaimId, VerdictValue> verdicts;
        QList<Claim> claims;
        const auto add = [&](std::optional<VerdictValue> verdict, PassageRole role, State state = State::Accepted) {
            Claim claim;
            claim.id = ClaimId::create();
            claim.state = state;
            claim.passages = {{PassageId::create(), role}};
            claims.append(claim);
            if (verdict)
                verdicts.insert(claim.id, *verdict);
            return claim.passages.first().passage;
        };
        const PassageId without = add(std::nullopt, PassageRole::Content);
        const PassageId notChecked = add(VerdictValue::NotChecked, PassageRole::Content);
        (void)add(VerdictValue::InProgress, PassageRole::Content);
        (void)add(VerdictValue::Supported, PassageRole::Content);
        (void)add(VerdictValue::NoCheckNeeded, PassageRole::Content);
        (void)add(std::nullopt, PassageRole::Cue);
        (void)add(std::nullopt, PassageRole::Content, State::Rejected);
        QCOMPARE(uncheckedPassages(claims, verdicts), (QSet{without, notChecked}));
    }

    void aResolvedNoteIsDone()
    {
        const PassageId passage = PassageId::create();
        Note open;
        open.target = passage;
        Note resolved;
        resolved.target = PassageId::create();
        resolved.resolved = true;
        Note onArticle;
        onArticle.target = ArticleId::create();
        QCOMPARE(notedPassages({open, resolved, onArticle}), QSet{passage});
    }
};

QTEST_APPLESS_MAIN(TestPassageKinds)
#include "tst_passagekinds.moc"
