// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/losses.h"
#include "core/model/corpus.h"

namespace pq {

/// A passage as it is shown beside the text for somebody to read.
struct ShownPassage
{
    const Passage *passage;
    QString tag;
    QString colour;    ///< "#rrggbb"
    QString annotator; ///< a name; may be empty
    QStringList lines; ///< attributes, claims, notes: a line each
};

/// A text with what is marked in it, in the order of reading.
struct ReadingCopy
{
    const Version *version;
    QString title;
    QString name;      ///< for a file, without a suffix
    QStringList head;  ///< outlet, day, byline and address; notes on the article
    QList<ShownPassage> passages;
};

/// The texts of the corpus for people to read, and what they do not show. The corpus must be sound, and outlive them.
[[nodiscard]] QList<ReadingCopy> readingCopies(const Corpus &corpus, Losses &losses);

}
