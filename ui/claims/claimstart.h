// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/claim.h"
#include "core/model/passage.h"
#include "core/model/tag.h"

#include <optional>

namespace pq {

class Edit;
class Session;

/// Everything that starting a claim puts into the project, in one edit.
struct ClaimStart
{
    Claim claim;
    std::optional<Passage> passage; ///< when the selection had none of its own
    std::optional<Tag> tag;         ///< when the project has no tag that the passage could carry
    std::optional<Tagset> tagset;

    /// A participant because the words around the claim's name somebody.
    struct FromText
    {
        Participant participant;
        QString words; ///< that do
    };
    QList<FromText> fromText; ///< all of them are in the claim

    void apply(Edit &edit) const;
};

/// A claim whose content is @p selection, or the passage @p current when nothing is selected, with the article's
/// outlet and whom the words around name. Refused when there are no words to claim.
[[nodiscard]] Result<ClaimStart> startedClaim(Session &session, VersionId version, ArticleId article,
                                              const QList<Fragment> &selection, PassageId current);

/// The kind that the tag's name, or that of one above it, speaks of; else a quote.
[[nodiscard]] ClaimKind kindForTag(TagId tag, const QList<Tag> &tags);

/// The tag in use whose name is the kind's, else the first one in use; null when there is none.
[[nodiscard]] TagId tagForKind(ClaimKind kind, const QList<Tag> &tags);

}
