// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/losses.h"
#include "core/model/corpus.h"

namespace pq {

/// A table as it is written into a file: headings that are never translated, and rows of plain text.
struct Sheet
{
    struct Row
    {
        QString object; ///< the id of what it is about
        QStringList cells;
    };

    QString name; ///< such as "Fact sheet"
    QStringList headings;
    QList<Row> rows;
    QList<qsizetype> numbers; ///< columns of whole numbers
};

/// A row a fragment. Columns that end in "_cp" count code points.
[[nodiscard]] Sheet passageSheet(const Corpus &corpus);

/// The passages, the claims with their latest verdicts, the links between them, the entities with who plays whom, and
/// what checkers found of each accepted claim.
[[nodiscard]] QList<Sheet> sheets(const Corpus &corpus);

/// What sheets() has no room for.
void reportBeyondSheets(const Corpus &corpus, Losses &losses);

}
