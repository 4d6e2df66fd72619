// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QJsonObject>

namespace pq {

/// schema.org ClaimReviews as JSON-LD: each accepted claim whose latest verdict says supported, disputed, refuted or
/// unverifiable. itemReviewed has who said it, and where: all articles that the claim, and claims that say it again,
/// stand in, the earliest one first. "</" is escaped, so that each may stand in a script element.
[[nodiscard]] Result<Written> writeClaimReview(const Corpus &corpus, const WriteOptions &options = {});

/// Also the sloppy ones: one object, lists, @graph and feeds; "type" for "@type", strings for numbers, names for
/// objects; and the script elements of an HTML page. Each review becomes a claim with its verdict in a text made of
/// what was claimed. Members that nobody knows are kept.
[[nodiscard]] Result<Read> readClaimReview(const QList<NamedFile> &files);

[[nodiscard]] bool isClaimReview(QStringView name, QByteArrayView beginning);

/// What a rating says in words or, where these are not known, in numbers; nothing when neither tells.
[[nodiscard]] std::optional<VerdictValue> verdictOf(const QJsonObject &rating);
/// The other way round, from 1 (refuted) to 5 (supported) with the value's name; "unverifiable" has no number.
[[nodiscard]] QJsonObject ratingOf(VerdictValue value);

/// The name of a person, an organisation or a page, which is an object or just the name; of several the first's.
[[nodiscard]] QString statedName(const QJsonValue &value);
/// What that person or organisation is by its type; @p otherwise when that does not tell.
[[nodiscard]] EntityKind statedKind(const QJsonValue &value, EntityKind otherwise);

}
