// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QSet>

namespace pq {

/// What an edit, an undo or a merge touched, whether made, changed or removed; read off the changeset. A
/// change of a part (a fragment, a participant, an alias) is a change of the whole it belongs to.
struct Changes
{
    QSet<ArticleId> articles;
    QSet<VersionId> versions;
    QSet<TagsetId> tagsets;
    QSet<TagId> tags;
    QSet<PassageId> passages;
    QSet<RelationId> relations;
    QSet<EntityId> entities;
    QSet<PortrayalId> portrayals;
    QSet<ClaimId> claims;
    QSet<LinkId> links;
    QSet<EvidenceId> evidence;
    QSet<VerdictId> verdicts;
    QSet<SignOffId> signOffs;
    QSet<NoteId> notes;
    QSet<RemainderId> remainders;
    QSet<AnnotatorId> annotators;
    /// Claims to which, or from which, a verdict, evidence or a note came or went; also where these are no more. With
    /// a sign-off only its verdict is known, and among the verdicts here.
    QSet<ClaimId> reviewed;
    QSet<PassageId> noted; ///< passages to which, or from which, a note came or went

    [[nodiscard]] bool isEmpty() const { return *this == Changes{}; }
    void unite(const Changes &other);
    friend bool operator==(const Changes &, const Changes &) = default;
};

}
