// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// A project of Taguette (.sqlite3). Documents are HTML; their text becomes an article, with a line feed where a
/// paragraph ends. Highlights are passages, one for each of their tags, placed by bytes of UTF-8 without the HTML's
/// tags; who made them, and when, is read off the project's history.
[[nodiscard]] Result<Read> readTaguette(const QList<NamedFile> &files);

[[nodiscard]] bool isTaguette(QStringView name, QByteArrayView beginning);

/// The text of HTML as a parser has it in the text nodes of its body.
struct HtmlText
{
    QString text;
    QList<qsizetype> breaks; ///< places in it, in UTF-16, where a paragraph begins without a line feed
};
[[nodiscard]] HtmlText textOfHtml(const QString &html);

}
