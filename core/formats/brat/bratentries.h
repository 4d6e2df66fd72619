// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace pq {

/// One line of brat's configuration, such as "Attack|Assault	Agent?:<ENTITY>, Target:Person|Place", as brat reads it.
struct BratEntry
{
    qsizetype depth = 0;  ///< of the indentation, in characters; it is one of the kind of the last with fewer
    QStringList terms;    ///< never empty; the first is the type
    QList<std::pair<QString, QStringList>> arguments; ///< "Agent": "<ENTITY>"; how often they may stand is left out

    /// The type as it stands in .ann files.
    [[nodiscard]] QString type() const;
    /// The values of the first argument called so.
    [[nodiscard]] QStringList values(QStringView argument) const;
};

/// The entries of one section with its macros put in; separators are left out, and so is what is no entry.
/// @p labels: the terms may hold spaces, as those of [labels] do.
[[nodiscard]] QList<BratEntry> bratEntries(const QStringList &lines, bool labels = false);

/// The lines under each heading of a configuration, without comments and empty ones; "spans" are entities.
[[nodiscard]] QHash<QString, QStringList> bratSections(const QString &configuration);

/// A type as brat stores it: everything but A–Z, a–z, 0–9, "-" and "_" becomes "_".
[[nodiscard]] QString bratStored(const QString &type);

}
