// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/reader.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

// One row for each suffix; a reader takes the file's bytes and its name.
struct Reader
{
    QLatin1StringView suffix;
    Result<Document> (*read)(const QByteArray &, const QString &);
};

constexpr Reader readers[] = {
    {"txt"_L1, readText},
    {"text"_L1, readText},
    {"md"_L1, readText},
    {"markdown"_L1, readText},
};

const Reader *readerOf(const QFileInfo &file)
{
    const QString suffix = file.suffix().toLower();
    const auto found = std::ranges::find(readers, suffix, &Reader::suffix);
    return found == std::end(readers) ? nullptr : found;
}

Result<> appendFolder(const QString &path, const QCollator &collator, QStringList &files)
{
    const QDir folder(path);
    if (!folder.isReadable())
        return fail(QCoreApplication::translate("Documents",
                                                "The folder “%1” cannot be read. Check its permissions and try again.")
                        .arg(QDir::toNativeSeparators(path)));
    QFileInfoList entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    std::ranges::sort(entries, [&collator](const QFileInfo &a, const QFileInfo &b) {
        const int order = collator.compare(a.fileName(), b.fileName());
        return order != 0 ? order < 0 : a.fileName() < b.fileName();
    });
    for (const QFileInfo &entry : std::as_const(entries)) {
        if (entry.isDir()) {
            if (entry.isSymLink())
                continue; // it may lead back here
            if (const Result<> inside = appendFolder(entry.filePath(), collator, files); !inside)
                return inside;
        } else if (readerOf(entry)) {
            files.append(entry.filePath());
        }
    }
    return {};
}

}

Result<Document> readDocument(const QString &path)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!info.exists())
        return fail(
            QCoreApplication::translate("Documents", "“%1” does not exist. Check its name and folder.").arg(shown));
    if (info.isDir())
        return fail(QCoreApplication::translate("Documents", "“%1” is a folder. Choose the files in it.").arg(shown));
    if (!info.isFile())
        return fail(QCoreApplication::translate(
                        "Documents", "“%1” is no ordinary file. Copy what it gives into one and import that.")
                        .arg(shown));
    const Reader *reader = readerOf(info);
    if (!reader)
        return fail(QCoreApplication::translate(
                        "Documents",
                        "“%1” is none of the kinds that can be read: %2. Save the article as plain text "
                        "(UTF-8) with the suffix .txt and import that.")
                        .arg(shown, documentSuffixes().join(u", "_s)));
    if (info.size() > largestDocument)
        return fail(QCoreApplication::translate(
                        "Documents", "“%1” is larger than 50 MB. Split it into single articles and import those.")
                        .arg(shown));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            QCoreApplication::translate("Documents", "“%1” cannot be read: %2. Check its permissions and try again.")
                .arg(shown, file.errorString()));
    const QByteArray bytes = file.read(largestDocument + 1); // it may grow meanwhile
    if (file.error() != QFileDevice::NoError)
        return fail(QCoreApplication::translate("Documents",
                                                "“%1” could not be read to its end: %2. Check the disk and try again.")
                        .arg(shown, file.errorString()));
    return reader->read(bytes, path);
}

QStringList documentSuffixes()
{
    QStringList all;
    for (const Reader &reader : readers)
        all.append(reader.suffix);
    return all;
}

Result<QStringList> documentFiles(const QStringList &paths)
{
    // In the C locale a collator knows neither numbers nor letter case.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);

    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return fail(QCoreApplication::translate("Documents", "“%1” does not exist. Check its name and folder.")
                            .arg(QDir::toNativeSeparators(path)));
        if (!info.isDir())
            files.append(path);
        else if (const Result<> inside = appendFolder(path, collator, files); !inside)
            return std::unexpected(inside.error());
    }
    QSet<QString> seen;
    files.removeIf([&seen](const QString &file) {
        const qsizetype before = seen.size();
        seen.insert(QFileInfo(file).canonicalFilePath());
        return seen.size() == before;
    });
    return files;
}

}
