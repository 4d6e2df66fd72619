// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/encoding.h"
#include "core/documents/head.h"
#include "core/documents/reader.h"
#include "core/documents/repair.h"
#include "core/documents/signature.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

// Control characters and bytes that are none of the encoding: a few are an accident, many are no text.
bool isBinary(const RepairCounts &counts, qsizetype length)
{
    const qint64 odd = counts.nullCharacters + counts.controlCharacters + counts.invalidBytes + counts.loneSurrogates;
    return odd > 4 && odd * 20 > length;
}

}

Result<Document> readText(const QByteArray &bytes, const QString &fileName)
{
    const QString name = QFileInfo(fileName).fileName();
    if (bytes.isEmpty())
        return fail(
            QCoreApplication::translate("Documents", "“%1” is empty. Choose a file that holds the article's text.")
                .arg(name));
    if (bytes.size() > largestDocument)
        return fail(QCoreApplication::translate(
                        "Documents", "“%1” is larger than 50 MB. Split it into single articles and import those.")
                        .arg(name));
    if (const QString kind = foreignKind(bytes); !kind.isEmpty())
        return fail(QCoreApplication::translate(
                        "Documents", "“%1” is no plain text but %2. Save it as plain text (UTF-8) and import that.")
                        .arg(name, kind));

    Decoded decoded = decode(bytes);
    RepairCounts counts{.byteOrderMarks = decoded.byteOrderMarks, .invalidBytes = decoded.invalidBytes};
    const qsizetype length = decoded.string.size();
    const QString string = repaired(std::move(decoded.string), counts);
    if (isBinary(counts, length))
        return fail(QCoreApplication::translate(
                        "Documents",
                        "“%1” is no text: it holds too many control characters. Save the article as plain text (UTF-8) "
                        "and import that.")
                        .arg(name));
    if (std::ranges::all_of(string, [](QChar c) { return c.isSpace(); }))
        return fail(QCoreApplication::translate(
                        "Documents", "“%1” holds nothing but white space. Choose a file that holds the article's text.")
                        .arg(name));

    Document document{.text = Text(string)};
    document.head = guessHead(document.text);
    document.sourceName = name;
    document.sourceBytes = bytes;
    document.encoding = decoded.encoding;
    document.encodingGuessed = decoded.guessed;
    document.repairs = counts.list();
    return document;
}

}
