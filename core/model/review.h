// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QString>

namespace pq {

enum class EvidenceKind { Passage, Url, Document, Recording, Conversation };
enum class Stance { Supports, Refutes, Context };

/// What a fact-checker attaches to a claim.
struct Evidence
{
    EvidenceId id;
    ClaimId claim;
    EvidenceKind kind = EvidenceKind::Url;
    Stance stance = Stance::Supports;
    PassageId passage;    ///< for EvidenceKind::Passage
    QString title;
    QString url;
    QString locator;      ///< page, paragraph or time stamp
    QString contact;      ///< whom one talked to
    QString retrieved;    ///< ISO 8601 date of retrieval or conversation
    QString sha256;       ///< lower-case hexadecimal, of an archived copy
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

enum class VerdictValue { NotChecked, InProgress, Supported, Disputed, Refuted, Unverifiable, NoCheckNeeded };

/// What a checker decided; the newest verdict of a claim holds, the older ones are its history.
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

/// A second person's confirmation of a verdict.
struct SignOff
{
    SignOffId id;
    VerdictId verdict;
    AnnotatorId annotator; ///< never the verdict's own
    Timestamp created;

    friend bool operator==(const SignOff &, const SignOff &) = default;
};

}
