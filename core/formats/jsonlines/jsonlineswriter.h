// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

namespace pq {

/// One thing as a line of Pullquote JSON Lines, with its line feed.
[[nodiscard]] QByteArray jsonLine(const Annotator &annotator);
[[nodiscard]] QByteArray jsonLine(const Tagset &tagset);
[[nodiscard]] QByteArray jsonLine(const Tag &tag);
[[nodiscard]] QByteArray jsonLine(const Entity &entity);
[[nodiscard]] QByteArray jsonLine(const Portrayal &portrayal);
[[nodiscard]] QByteArray jsonLine(const Article &article, const QList<const Version *> &versions);
[[nodiscard]] QByteArray jsonLine(const Passage &passage);
[[nodiscard]] QByteArray jsonLine(const Relation &relation);
[[nodiscard]] QByteArray jsonLine(const Claim &claim);
[[nodiscard]] QByteArray jsonLine(const Link &link);
[[nodiscard]] QByteArray jsonLine(const Evidence &evidence);
[[nodiscard]] QByteArray jsonLine(const Verdict &verdict);
[[nodiscard]] QByteArray jsonLine(const SignOff &signOff);
[[nodiscard]] QByteArray jsonLine(const Note &note);
[[nodiscard]] QByteArray jsonLine(const Remainder &remainder);

}
