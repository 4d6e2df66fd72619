// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/claim.h"
#include "core/model/passage.h"
#include "ui/people/cast.h"

namespace pq {

class Session;

/// Where words stand, as lists name it.
struct Place
{
    ArticleId article;
    QString title;  ///< of the article
    QString outlet; ///< name
    QString published;

    /// "Outlet, 20 July 2021", or the title when neither is known.
    [[nodiscard]] QString shortName() const;
};

/// A claim as lists show it.
struct ClaimSummary
{
    Claim claim;
    QString words;      ///< of its content, or its summary when it has no content
    PassageId passage;  ///< its first content passage; null when there is none
    QString who;        ///< speakers and contributors, or else sources
    Place place;

    [[nodiscard]] Row row() const;
};

/// The passages of the claims in all their roles, evidence included.
[[nodiscard]] QHash<PassageId, Passage> passagesOf(Session &session, const QList<Claim> &claims);

/// Where the versions of these passages were published.
[[nodiscard]] QHash<VersionId, Place> placesOf(Session &session, const QHash<PassageId, Passage> &passages,
                                               const Cast &cast);

/// In the order of @p claims.
[[nodiscard]] QList<ClaimSummary> summaries(Session &session, const QList<Claim> &claims, const Cast &cast);

[[nodiscard]] Glyph glyph(ClaimKind kind);

/// An ISO 8601 date as people write it, in the user's locale; also a year, or a year and month.
[[nodiscard]] QString readableDate(const QString &iso);

}
