// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/readfiles.h"

using namespace Qt::StringLiterals;

namespace pq {

namespace {

ReadFile readFile(const QString &path)
{
    if (path.endsWith(".jsonl"_L1, Qt::CaseInsensitive)) {
        if (const Format *format = findFormat(u"pullquote-jsonl"); format && format->read) {
            Result<Read> read = load(*format, path);
            return read ? ReadFile{path, std::move(*read)} : ReadFile{path, std::move(read.error())};
        }
    }
    Result<Document> document = readDocument(path);
    return document ? ReadFile{path, std::move(*document)} : ReadFile{path, std::move(document.error())};
}

}

QList<ReadFile> readFiles(const QStringList &paths, ReadingProgress &progress)
{
    QList<ReadFile> files;
    QStringList all;
    // One by one, so that a path that is gone does not keep the others out.
    for (const QString &path : paths) {
        Result<QStringList> found = documentFiles({path});
        if (found)
            all += *found;
        else
            files.append({path, std::move(found.error())});
    }
    progress.total = all.size();
    for (const QString &path : std::as_const(all)) {
        if (progress.isCancelled)
            return {};
        files.append(readFile(path));
        ++progress.done;
    }
    return files;
}

}
