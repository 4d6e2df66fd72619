// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "core/model/document.h"
#include "core/text/reanchor.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace pq {

/// Where the passages of one version of an article shall stand in a later one, which may be new.
struct Correction
{
    VersionId from;
    VersionId to;        ///< of the same article and later; null: @p document becomes its newest version
    Document document;   ///< where there is no @p to
    QString note;        ///< what the outlet says it corrected; may be empty
    QList<PassageId> passages; ///< of @p from
    Reanchoring reanchoring;   ///< of these passages, in their order, between these texts
    QHash<PassageId, QList<TextSpan>> accepted; ///< places, in the later text, that a person said yes to
    QSet<PassageId> declined;                   ///< a person said no, also to what is certain
    /// Called now and then while it is written, with how many passages are done; must not use the store.
    std::function<void(qsizetype)> step;
};

/// Where passage number @p i of the correction will stand in the later text; empty when it stays where it is.
[[nodiscard]] QList<TextSpan> placeIn(const Correction &correction, qsizetype i);

/// The passages of the correction whose words change, or were not found or found changed and stay: what rests on
/// them must be looked at again.
[[nodiscard]] QSet<PassageId> touchedBy(const Correction &correction);

/// What became of it.
struct Corrected
{
    VersionId version;        ///< the later one
    QSet<PassageId> followed; ///< passages that stand there now
    QSet<PassageId> changed;  ///< those of them that have other words there
    QSet<PassageId> left;     ///< passages that stay where they were
    QList<ClaimId> reopened;  ///< claims that went back to not-checked
};

/// What rests on some passages.
struct Consequences
{
    QList<Claim> claims;      ///< that have one of them in any role, as a participant's evidence or as evidence
    QSet<ClaimId> checked;    ///< those of them with a verdict other than not-checked
    QList<Claim> linked;      ///< claims elsewhere that are linked to them, in either direction
    QList<Link> links;        ///< these links
};

}
