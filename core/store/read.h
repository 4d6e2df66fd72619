// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "core/store/private.h"
#include "core/store/store.h"

namespace pq {

// Rows into values. Each function throws what core/store throws; Store turns that into Results.

/// Which of a kind's things to read: all, or those that @p condition (SQL on the kind's main table, with one
/// parameter) holds for.
struct Which
{
    QByteArray condition; ///< such as "passage.version_id = ?"; a constant of this folder, never anybody's text
    QByteArray parameter; ///< 16 bytes
};

[[nodiscard]] QList<Annotator> readAnnotators(Database &database);
[[nodiscard]] QList<Tagset> readTagsets(Database &database);
[[nodiscard]] QList<Tag> readTags(Database &database);
[[nodiscard]] QList<Entity> readEntities(Database &database, const Which &which = {});
[[nodiscard]] QList<Portrayal> readPortrayals(Database &database, const Which &which = {});
[[nodiscard]] QList<Article> readArticles(Database &database, const Which &which = {});
enum class WithText { No, Yes };
[[nodiscard]] QList<Version> readVersions(Database &database, WithText withText, const Which &which = {});
[[nodiscard]] QList<Passage> readPassages(Database &database, const Which &which = {});
[[nodiscard]] PlacesPage readPlaces(Database &database, VersionId version, const PlacesPage::Mark &after,
                                    qsizetype count);
[[nodiscard]] QList<Relation> readRelations(Database &database, const Which &which = {});
[[nodiscard]] QList<Claim> readClaims(Database &database, const Which &which = {});
[[nodiscard]] QList<Link> readLinks(Database &database, const Which &which = {});
[[nodiscard]] QList<Evidence> readEvidence(Database &database, const Which &which = {});
[[nodiscard]] QList<Verdict> readVerdicts(Database &database, const Which &which = {});
[[nodiscard]] QList<SignOff> readSignOffs(Database &database, const Which &which = {});
[[nodiscard]] QList<Note> readNotes(Database &database, const Which &which = {});
[[nodiscard]] QList<Remainder> readRemainders(Database &database, const Which &which = {});

/// The claims of this version: by their passages and by their participants' evidence.
[[nodiscard]] QList<Claim> readClaimsOfVersion(Database &database, VersionId version);
[[nodiscard]] Consequences readConsequences(Database &database, const QSet<PassageId> &passages);
/// Those on these claims.
[[nodiscard]] QList<Verdict> readVerdictsOfVersion(Database &database, VersionId version);

}
