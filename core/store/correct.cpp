// SPDX-License-Identifier: GPL-3.0-or-later
// Passages follow their words into a corrected version.
#include "core/store/read.h"

#include <QCoreApplication>

#include <algorithm>

namespace pq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Store", text);
}

/// What a reason quotes of a passage.
QString quoted(const Passage &passage)
{
    constexpr qsizetype most = 300;
    const QString words = passage.words().simplified();
    return words.size() <= most ? words : words.first(most) + u'…';
}

Version versionAt(Database &database, VersionId id)
{
    const QList<Version> found = readVersions(database, WithText::Yes, {"version.id = ?", id.toBytes()});
    if (found.isEmpty())
        throw Refusal(tr("There is no version %1 in the project.").arg(id.toString()));
    return found.first();
}

/// What became of the passages that the claim rests on, each once.
QString reasonFor(Database &database, const Claim &claim, const QHash<PassageId, QString> &reasons)
{
    QStringList sentences;
    for (const ClaimPassage &part : claim.passages)
        sentences.append(reasons.value(part.passage));
    for (const Participant &participant : claim.participants)
        sentences.append(reasons.value(participant.evidence));
    for (const QList<Evidence> all = readEvidence(database, {"claim_id = ?", claim.id.toBytes()});
         const Evidence &evidence : all)
        sentences.append(reasons.value(evidence.passage));
    sentences.removeAll(QString());
    sentences.removeDuplicates();
    return sentences.join(u' ');
}

/// The newest verdict holds.
VerdictValue verdictOf(Database &database, ClaimId claim)
{
    const QList<Verdict> verdicts = readVerdicts(database, {"claim_id = ?", claim.toBytes()});
    const auto newest = std::ranges::max_element(verdicts,
                                                 [](const Verdict &a, const Verdict &b) { return isLater(b, a); });
    return newest == verdicts.end() ? VerdictValue::NotChecked : newest->value;
}

}

Consequences readConsequences(Database &database, const QSet<PassageId> &passages)
{
    Consequences consequences;
    QSet<ClaimId> known;
    const auto take = [&known](QList<Claim> &to, const QList<Claim> &claims) {
        for (const Claim &claim : claims) {
            if (!known.contains(claim.id))
                to.append(claim);
            known.insert(claim.id);
        }
    };
    for (const PassageId &passage : passages) {
        take(consequences.claims,
             readClaims(database,
                        {"claim.id IN (SELECT claim_id FROM claim_passage WHERE passage_id = ?1 "
                         "UNION SELECT claim_id FROM claim_participant WHERE evidence_passage_id = ?1 "
                         "UNION SELECT claim_id FROM evidence WHERE passage_id = ?1)",
                         passage.toBytes()}));
    }
    for (const Claim &claim : std::as_const(consequences.claims)) {
        if (verdictOf(database, claim.id) != VerdictValue::NotChecked)
            consequences.checked.insert(claim.id);
    }
    const QSet<ClaimId> own = known;
    for (const ClaimId &claim : own) {
        for (const QList<Link> links = readLinks(database, {"from_claim_id = ?1 OR to_claim_id = ?1", claim.toBytes()});
             const Link &link : links) {
            const ClaimId other = link.from == claim ? link.to : link.from;
            if (own.contains(other) || link.state == State::Rejected)
                continue;
            consequences.links.append(link);
            take(consequences.linked, readClaims(database, {"claim.id = ?", other.toBytes()}));
        }
    }
    std::ranges::sort(consequences.claims, {}, &Claim::id);
    std::ranges::sort(consequences.linked, {}, &Claim::id);
    std::ranges::sort(consequences.links, {}, &Link::id);
    return consequences;
}

Corrected Edit::correct(const Correction &correction)
{
    Database &db = m_store.database;
    const Version from = versionAt(db, correction.from);
    Version to;
    if (correction.to.isNull()) {
        const QList<Version> all = readVersions(db, WithText::No, {"article_id = ?", from.article.toBytes()});
        const Version newest = versionAt(db, std::ranges::max(all, {}, &Version::number).id);
        if (newest.text == correction.document.text)
            throw Refusal(tr("The text is the same as version %1, so there is nothing to correct.").arg(newest.number));
        to = {.id = VersionId::create(),
              .article = from.article,
              .number = newest.number + 1,
              .text = correction.document.text,
              .sourceName = correction.document.sourceName,
              .encoding = correction.document.encoding,
              .encodingGuessed = correction.document.encodingGuessed,
              .repairs = correction.document.repairs,
              .correction = correction.note.trimmed(),
              .added = Timestamp::now()};
        put(to, correction.document.sourceBytes);
    } else {
        to = versionAt(db, correction.to);
        if (to.article != from.article || to.number <= from.number)
            throw Refusal(tr("Passages can only follow their words into a later version of the same article."));
    }
    if (correction.reanchoring.old() != from.text || correction.reanchoring.now() != to.text)
        throw Refusal(tr("The passages were looked for in other texts. Look for them again."));

    const QSet<PassageId> touched = touchedBy(correction);
    Corrected corrected{.version = to.id, .followed = {}, .changed = {}, .left = {}, .reopened = {}};
    QHash<PassageId, QString> reasons; // why what rests on them must be looked at again
    for (qsizetype i = 0; i < correction.passages.size(); ++i) {
        if (correction.step)
            correction.step(i);
        const PassageId id = correction.passages[i];
        const QList<Passage> found = readPassages(db, {"passage.id = ?", id.toBytes()});
        if (found.isEmpty() || found.first().version != from.id
            || found.first().spans() != correction.reanchoring.passages().value(i))
            throw Refusal(tr("A passage was changed in the meantime. Look for the passages again."));
        Passage passage = found.first();
        const QString before = quoted(passage);
        const QList<TextSpan> place = placeIn(correction, i);
        if (place.isEmpty()) {
            corrected.left.insert(id);
            if (touched.contains(id))
                reasons.insert(id, tr("In version %1 “%2” was not found again.").arg(to.number).arg(before));
            continue;
        }
        passage.version = to.id;
        passage.fragments.clear();
        for (const TextSpan &span : place)
            passage.fragments.append({span, to.text.words(span).toString()});
        put(passage);
        corrected.followed.insert(id);
        if (touched.contains(id)) {
            corrected.changed.insert(id);
            reasons.insert(
                id, tr("In version %1 “%2” became “%3”.").arg(QString::number(to.number), before, quoted(passage)));
        }
    }

    const Consequences consequences = readConsequences(db, touched);
    for (const Claim &claim : consequences.claims) {
        if (!consequences.checked.contains(claim.id))
            continue;
        put(Verdict{.id = VerdictId::create(),
                    .claim = claim.id,
                    .value = VerdictValue::NotChecked,
                    .reason = reasonFor(db, claim, reasons),
                    .annotator = {},
                    .created = {}});
        corrected.reopened.append(claim.id);
    }
    return corrected;
}

Result<Consequences> Store::consequences(const QSet<PassageId> &passages) const
{
    return guarded(*d, [&] { return readConsequences(d->database, passages); });
}

}
