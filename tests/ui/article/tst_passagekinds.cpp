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
