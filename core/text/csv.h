// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace pq {

/// Whether a spreadsheet may run @p cell as a formula: it begins with = + - @ (also in their full-width forms), a tab
/// or the end of a line, whatever the column is.
[[nodiscard]] bool looksLikeFormula(QStringView cell);

/// One record of RFC 4180 in UTF-8, with its line end. A cell that looks like a formula gets an apostrophe in front,
/// which makes spreadsheets take it for text, unless @p escapesFormulas is false.
[[nodiscard]] QByteArray csvRecord(const QStringList &cells, bool escapesFormulas = true);

}
