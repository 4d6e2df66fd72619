// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

[[nodiscard]] QLatin1StringView nameOf(PositionUnit unit);

/// A sentence or two for people.
[[nodiscard]] QString toText(const CountingEvidence &evidence);
/// An array of objects, on one line.
[[nodiscard]] QByteArray toJson(const QList<CountingEvidence> &evidence);

/// What reading found, without the corpus itself.
struct Findings
{
    qint64 articles = 0;
    qint64 passages = 0;
    qint64 claims = 0;
    QStringList remarks; ///< each once
    QStringList refused;
    QList<CountingEvidence> counting;
};

/// Counts what @p part brings and keeps what it says.
void addFindings(Findings &all, const Read &part);

/// Adds @p more to @p all, where what is about the same file and the same way of counting is added up.
void addEvidence(QList<CountingEvidence> &all, const QList<CountingEvidence> &more);

}
