// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a check: evidence that is whole, verdicts that stay, sign-offs by a second person.
#include "core/store/edit.h"

#include "core/store/private.h"
#include "core/store/read.h"

#include <QCoreApplication>

#include <algorithm>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

void requireClaim(Database &db, ClaimId claim)
{
    Query query = db.query("SELECT 1 FROM claim WHERE id = ?");
    query.bind(claim);
    if (!query.next())
        throw Refusal(tr("The claim is not in the project any more. Undo its deletion first."));
}

void requirePassage(Database &db, PassageId passage)
{
    if (passage.isNull())
        return;
    Query query = db.query("SELECT 1 FROM passage WHERE id = ?");
    query.bind(passage);
    if (!query.next())
        throw Refusal(tr("The passage is not in the project any more. Choose other words as evidence."));
}

/// Whether @p given, where it says something, says what @p known does.
bool agrees(const auto &given, const auto &known)
{
    return (given.annotator.isNull() || given.annotator == known.annotator)
        && (given.created == Timestamp() || given.created == known.created);
}

/// Behind @p time in any case: clocks differ, and one may be set back.
Timestamp nowAfter(Timestamp time)
{
    return {std::max(Timestamp::now().microseconds, time.microseconds + 1)};
}

}

void Edit::put(const Evidence &evidence)
{
    Database &db = m_store.database;
    if (const QString missing = whatIsMissing(evidence); !missing.isEmpty())
        throw Refusal(missing);
    requireClaim(db, evidence.claim);
    requirePassage(db, evidence.passage);
    db.query("INSERT INTO evidence (id, claim_id, kind, stance, passage_id, title, url, locator, contact, retrieved, "
             "sha256, annotator_id, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
             "SET claim_id = excluded.claim_id, kind = excluded.kind, stance = excluded.stance, "
             "passage_id = excluded.passage_id, title = excluded.title, url = excluded.url, "
             "locator = excluded.locator, contact = excluded.contact, retrieved = excluded.retrieved, "
             "sha256 = excluded.sha256, annotator_id = excluded.annotator_id, created = excluded.created")
        .run(evidence.id, evidence.claim, evidence.kind, evidence.stance, evidence.passage, evidence.title,
             evidence.url, evidence.locator, evidence.contact, evidence.retrieved, evidence.sha256,
             orOwn(m_store, evidence.annotator), orNow(evidence.created));
}

void Edit::put(const Verdict &verdict)
{
    Database &db = m_store.database;
    if (const QList<Verdict> known = readVerdicts(db, {"id = ?", verdict.id.toBytes()}); !known.isEmpty()) {
        const Verdict &old = known.first();
        if (old.claim != verdict.claim || old.value != verdict.value || old.reason != verdict.reason
            || !agrees(verdict, old))
            throw Refusal(tr("A verdict is never changed. Give another one; the older ones stay as its history."));
        return;
    }
    requireClaim(db, verdict.claim);
    Timestamp time = verdict.created;
    if (time == Timestamp()) {
        Query query = db.query("SELECT ifnull(max(created), 0) FROM verdict WHERE claim_id = ?");
        query.bind(verdict.claim);
        time = nowAfter(query.next() ? query.time(0) : Timestamp());
    }
    db.query("INSERT INTO verdict (id, claim_id, value, reason, annotator_id, created) VALUES (?, ?, ?, ?, ?, ?)")
        .run(verdict.id, verdict.claim, verdict.value, verdict.reason, orOwn(m_store, verdict.annotator), time);
}

void Edit::put(const SignOff &signOff)
{
    Database &db = m_store.database;
    if (const QList<SignOff> known = readSignOffs(db, {"id = ?", signOff.id.toBytes()}); !known.isEmpty()) {
        if (known.first().verdict != signOff.verdict || !agrees(signOff, known.first()))
            throw Refusal(tr("A sign-off is never changed. Another verdict makes it void."));
        return;
    }
    const QList<Verdict> found = readVerdicts(db, {"id = ?", signOff.verdict.toBytes()});
    if (found.isEmpty())
        throw Refusal(tr("There is no such verdict to sign off."));
    const Verdict &verdict = found.first();
    const AnnotatorId second = orOwn(m_store, signOff.annotator);
    const bool isNew = signOff.created == Timestamp();
    const Timestamp time = isNew ? nowAfter(verdict.created) : signOff.created;
    if (!isDecided(verdict.value))
        throw Refusal(tr("There is nothing to sign off yet: the check has no result. Give a verdict first."));
    if (verdict.annotator == second)
        throw Refusal(tr("A verdict is signed off by a second person, not by the one who gave it."));
    for (const QList<Verdict> all = readVerdicts(db, {"claim_id = ?", verdict.claim.toBytes()});
         const Verdict &other : all) {
        if (isLater(other, verdict) && (isNew || other.created <= time))
            throw Refusal(tr("This verdict does not hold any more: the claim has a later one. Sign that one off."));
    }
    for (const QList<SignOff> others = readSignOffs(db, {"verdict_id = ?", verdict.id.toBytes()});
         const SignOff &other : others) {
        if (other.annotator == second)
            throw Refusal(tr("This verdict is signed off by the same annotator already."));
    }
    db.query("INSERT INTO sign_off (id, verdict_id, checker_id, annotator_id, created) VALUES (?, ?, ?, ?, ?)")
        .run(signOff.id, verdict.id, verdict.annotator, second, time);
}

}
