// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QSet>
#include <QString>

namespace pq {

/// @p text in A–Z, a–z, 0–9, "-" and "_" only: accents go, every other run becomes one @p filler; may be
/// empty.
[[nodiscard]] QString plainName(const QString &text, QChar filler);

/// Hands out names that differ from each other also where upper and lower case are the same.
class PlainNames
{
public:
    explicit PlainNames(QChar filler) : m_filler(filler) {}

    /// plainName(@p wanted), cut to 60 characters, @p fallback when that is empty; with a number when taken.
    [[nodiscard]] QString take(const QString &wanted, const QString &fallback);

private:
    QChar m_filler;
    QSet<QString> m_taken;
};

/// What files for the corpus's versions might be called, in their order: after the articles' titles, with the number
/// of the version where an article has several. They may be the same.
[[nodiscard]] QStringList textNames(const Corpus &corpus);

}
