// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"

namespace pq {

/// A place where something was found, with what is needed to show and to tag it.
struct Hit
{
    ArticleId article;
    VersionId version;
    QString title; ///< of the article
    TextSpan span;
    QString words;  ///< exactly as they stand there
    QString before; ///< of the same paragraph, on one line
    QString after;
    bool isChosen = true;

    friend bool operator==(const Hit &, const Hit &) = default;
};

/// The hits at these places of a version, each with its surroundings.
[[nodiscard]] QList<Hit> hitsAt(const QList<TextSpan> &spans, const Version &version, const QString &title);

}
