// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/prompts.h"

#include <QList>

namespace pq {

class Session;

/// What goes when articles are removed.
struct Removal
{
    QList<ArticleId> articles;
    /// Claims that have words in these articles only: without them nothing would prove them.
    QList<ClaimId> claims;
    qint64 passages = 0;
    qint64 weakened = 0; ///< claims that stay with the words they have elsewhere
};

[[nodiscard]] Removal removalOf(Session &session, const QList<ArticleId> &articles);

/// Asks whether these articles shall be removed, and tells what goes with them.
[[nodiscard]] Question questionOf(Session &session, const Removal &removal);

}
