// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"
#include "ui/article/margin.h"

#include <QHash>
#include <QSet>

namespace pq {

class PassageMarks;

/// The cards for an article's margin: its claims at their first passage of this version, notes on its
/// passages there, notes on the article itself at the top. Resolved notes have none. Neither have claims that
/// were rejected.
[[nodiscard]] QList<MarginCard> articleCards(ArticleId article, const PassageMarks &passages,
                                             const QList<Claim> &claims, const QHash<ClaimId, VerdictValue> &verdicts,
                                             const QHash<ClaimId, QSet<ClaimId>> &contradictions,
                                             const QList<Note> &notes, const QHash<EntityId, QString> &names);

}
