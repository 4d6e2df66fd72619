// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// A project of QualCoder: the database data.qda in its folder. Text sources are articles, and so are entries of the
/// journal; codes are tags below their categories, cases tags below "Cases"; codings, annotations and the texts of
/// cases are passages; memos and attributes notes. What is coded in pictures, sounds and films is left out.
[[nodiscard]] Result<Read> readQualCoder(const QList<NamedFile> &files);

[[nodiscard]] bool isQualCoder(QStringView name, QByteArrayView beginning);

}
