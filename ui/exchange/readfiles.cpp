// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/readfiles.h"

#include "core/formats/order.h"
#include "core/formats/partwriter.h"

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// A file or folder, and the format it seems to be of; null for a document.
struct Found
{
    QString path;
    const Format *format;
};

/// About what it takes in memory.
qint64 sizeOf(const Corpus &corpus)
{
    constexpr qint64 ofPassage = 512;
    qint64 size = corpus.passages.size() * ofPassage;
    for (const Version &version : corpus.versions)
        size += version.text.string().size() * qint64(sizeof(QChar));
    return size;
}

ReadFile readDocumentFile(const QString &path)
{
    Result<Document> document = readDocument(path);
    return document ? ReadFile{path, std::move(*document)} : ReadFile{path, std::move(document.error())};
}

}

ReadFile readAs(const QString &path, const Format &format, PartProgress &progress, const ImportLimits &limits)
{
    progress.done = 0;
    ReadCorpus all;
    qint64 kept = 0;
    const PartOptions options{.keepsGoing = true, .bytes = limits.part, .progress = &progress};
    const auto read = loadParts(format, path, options, [&](Read &&part) -> Result<> {
        addFindings(all.found, part);
        all.isWhole = all.isWhole && kept < limits.kept;
        if (all.isWhole) {
            kept += sizeOf(part.corpus);
            append(all.corpus, part.corpus);
        }
        return {};
    });
    if (!read)
        return {path, read.error(), &format};
    sortById(all.corpus);
    return {path, std::move(all), &format};
}

QList<ReadFile> readFiles(const QStringList &paths, ReadingProgress &progress, const ImportLimits &limits)
{
    QList<ReadFile> files;
    QList<Found> all;
    // One by one, so that a path that is gone does not keep the others out.
    for (const QString &path : paths) {
        const Format *whole = recognise(path);
        if (whole && whole->read) {
            all.append({path, whole});
            continue;
        }
        Result<QStringList> found = documentFiles({path});
        if (!found) {
            files.append({path, std::move(found.error())});
            continue;
        }
        for (const QString &file : std::as_const(*found)) {
            const Format *format = recognise(file);
            all.append({file, format && format->read ? format : nullptr});
        }
    }
    progress.total = all.size();
    for (const Found &found : std::as_const(all)) {
        if (progress.isCancelled)
            return {};
        files.append(found.format ? readAs(found.path, *found.format, progress.inFile, limits)
                                  : readDocumentFile(found.path));
        ++progress.done;
    }
    return progress.isCancelled ? QList<ReadFile>() : files;
}

}
