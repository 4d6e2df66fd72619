// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"
#include "core/formats/uima/cas.h"

namespace pq {

/// A CAS and the file that it was read from.
struct NamedCas
{
    QString path;
    Cas cas;
};

/// What annotators made of the texts of @p documents, which are of the format @p format, by its name @p tagset: a
/// passage for each annotation, tagged with its layer; a relation for each annotation that ties two others, for each
/// filler of a slot and each step of a chain. Everything else is kept in remainders. What a corpus was written with
/// comes back as it was.
[[nodiscard]] Result<Read> corpusOf(const QList<NamedCas> &documents, const QString &format, const QString &tagset,
                                    Reading reading);

}
