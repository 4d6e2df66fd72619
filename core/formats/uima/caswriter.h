// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/losses.h"
#include "core/formats/namedseries.h"
#include "core/formats/uima/casnames.h"

namespace pq {

/// A CAS to be written, whose types are those of all of them.
struct CasDocument
{
    QString name; ///< for the file, without a suffix
    Cas cas;      ///< without types
    QHash<qint64, QString> objects; ///< passages', relations' and versions' ids by their structures
    QString format;                 ///< that the text was read from; empty where it came from elsewhere
    RemainderId rest;               ///< what was kept of it then; may be null
};

struct CasExport
{
    QList<CasDocument> documents;
    TypeSystem types;
};

/// The reverse of corpusOf(): a CAS for each version, which is what was read of it with what changed since. Adds to
/// @p names what has none there.
[[nodiscard]] CasExport casesOf(const Corpus &corpus, OwnRecords records, CasNames &names, Losses &losses);

using CasWriter = NamedSeries<CasNames>;

}
