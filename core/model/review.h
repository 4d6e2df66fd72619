// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QString>

namespace pq {

enum class EvidenceKind { Passage, Url, Document, Recording, Conversation };
enum class Stance { Supports, Refutes, Context };

/// What a fact-checker attaches to a claim. What each kind must have says whatIsMissing().
struct Evidence
{
    EvidenceId id;
    ClaimId claim;
    EvidenceKind kind = EvidenceKind::Url;
    Stance stance = Stance::Supports;
    PassageId passage;    ///< for EvidenceKind::Passage
    QString title;
    QString url;
    QString locator;      ///< page or paragraph of a document; time stamp of a recording, hh:mm:ss
    QString contact;      ///< whom one talked to
    QString retrieved;    ///< ISO 8601 date of retrieval or conversation
    QString sha256;       ///< lower-case hexadecimal, of an archived copy
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// What the evidence lacks to be one of its kind, as a sentence; empty when nothing. A passage needs a passage, a
/// URL an http(s) address and the date of retrieval, a document a title and a page or paragraph, a recording a title
/// and a time stamp, a conversation a contact and a date. Whether the claim and the passage exist is not looked at.
[[nodiscard]] QString whatIsMissing(const Evidence &evidence);

enum class VerdictValue { NotChecked, InProgress, Supported, Disputed, Refuted, Unverifiable, NoCheckNeeded };

/// Whether something was decided, which a second person can sign off: neither not checked nor in progress.
[[nodiscard]] bool isDecided(VerdictValue value);

/// What a checker decided. The latest verdict of a claim holds; the older ones are its history, which is never
/// rewritten.
struct Verdict
{
    VerdictId id;
    ClaimId claim;
    VerdictValue value = VerdictValue::NotChecked;
    QString reason;
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Whether @p a was given after @p b, both being of one claim. Of two given in the same microsecond, in copies of a
/// project that were merged, the one with the higher id is the later, so that every copy has the same latest verdict.
[[nodiscard]] bool isLater(const Verdict &a, const Verdict &b);

/// A second person's confirmation of a verdict; void as soon as the claim has a later verdict.
struct SignOff
{
    SignOffId id;
    VerdictId verdict;
    AnnotatorId annotator; ///< never the verdict's own
    Timestamp created;

    friend bool operator==(const SignOff &, const SignOff &) = default;
};

}
