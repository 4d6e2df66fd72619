// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

namespace pq {

/// What a file said that nothing else here has a word for, kept so that its format can write it back.
struct Remainder
{
    RemainderId id;
    ArticleId article; ///< which it goes with; null when it is about the whole project
    QString format;    ///< the id of the format that it was read from, and alone understands it; not empty
    QString content;   ///< in that format's own manner; not empty

    friend bool operator==(const Remainder &, const Remainder &) = default;
};

}
