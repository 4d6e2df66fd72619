// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/parts.h"

#include "core/base/zip.h"
#include "core/formats/jsonread.h"
#include "core/formats/sharednames.h"
#include "core/formats/translated.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Files that have to be read together, such as a text and its annotations.
struct Document
{
    QStringList names;
    qint64 bytes = 0;
};

/// Where documents lie.
struct Place
{
    QStringList names;
    std::function<qint64(const QString &name)> sizeOf;
    std::function<Result<QList<NamedFile>>(const QStringList &names)> load;
};

Place folderPlace(const Format &format, const QString &path, const QStringList &names)
{
    return {names, [folder = QDir(path)](const QString &name) { return QFileInfo(folder.filePath(name)).size(); },
            [&format, path](const QStringList &some) { return loadFiles(format, path, some); }};
}

/// The files of an archive are in memory together, but not what is made of them.
Place archivePlace(const QList<NamedFile> &unpacked)
{
    QStringList names;
    QHash<QString, NamedFile> files;
    for (const NamedFile &file : unpacked) {
        names.append(file.path);
        files.insert(file.path, file);
    }
    names.sort();
    return {names, [files](const QString &name) { return qint64(files.value(name).bytes.size()); },
            [files](const QStringList &some) -> Result<QList<NamedFile>> {
                QList<NamedFile> loaded;
                for (const QString &name : some)
                    loaded.append(files.value(name));
                return loaded;
            }};
}

class PartReader
{
public:
    PartReader(const Format &format, const PartOptions &options, const TakePart &take)
        : m_format(format), m_options(options), m_take(take)
    {
    }

    Result<> read(const QString &path);

private:
    Result<> readLines(const QString &path);
    Result<> readDocuments(const QString &path, const Place &place);
    Result<> readFiles(const Place &place, const QList<Document> &documents, const QStringList &shared);
    /// One part, or its lines one by one when it is refused and we keep going.
    Result<> readChunk(const NamedFile &chunk);
    Result<> take(Result<Read> part);
    void advance(qint64 bytes)
    {
        if (m_options.progress)
            m_options.progress->done += bytes;
    }
    [[nodiscard]] bool isCancelled() const { return m_options.progress && m_options.progress->isCancelled; }
    void expect(qint64 bytes)
    {
        if (m_options.progress)
            m_options.progress->total = bytes;
    }

    const Format &m_format;
    const PartOptions &m_options;
    const TakePart &m_take;
    SharedNames m_shared;
};

Result<> PartReader::take(Result<Read> part)
{
    if (!part) {
        if (!m_options.keepsGoing)
            return std::unexpected(part.error());
        Read nothing;
        nothing.refused = {part.error().message};
        return m_take(std::move(nothing));
    }
    part->corpus = m_shared.share(std::move(part->corpus));
    return m_take(*std::move(part));
}

Result<> PartReader::readChunk(const NamedFile &chunk)
{
    Result<Read> read = m_format.read({chunk});
    if (read || !m_options.keepsGoing)
        return take(std::move(read));
    qint64 line = chunk.firstLine;
    for (qsizetype begin = 0; begin < chunk.bytes.size(); ++line) {
        qsizetype end = chunk.bytes.indexOf('\n', begin);
        if (end < 0)
            end = chunk.bytes.size();
        const QByteArray one = chunk.bytes.sliced(begin, end - begin);
        begin = end + 1;
        if (one.trimmed().isEmpty())
            continue;
        if (const auto taken = take(m_format.read({{chunk.path, one, line}})); !taken)
            return taken;
    }
    return {};
}

Result<> PartReader::readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Formats::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    expect(file.size());
    NamedFile chunk{QFileInfo(path).fileName(), {}, 1};
    if (!areJsonLines(file.peek(4096))) { // which cannot be divided
        chunk.bytes = file.readAll();
        advance(chunk.bytes.size());
        return take(m_format.read({chunk}));
    }
    while (!file.atEnd()) {
        if (isCancelled())
            return fail(Formats::tr("Reading %1 was cancelled.").arg(path));
        chunk.bytes = file.read(m_options.bytes);
        if (!chunk.bytes.endsWith('\n'))
            chunk.bytes += file.readLine();
        if (file.error() != QFileDevice::NoError)
            return fail(Formats::tr("%1 could not be read: %2.").arg(path, file.errorString()));
        if (const auto taken = readChunk(chunk); !taken)
            return taken;
        chunk.firstLine += chunk.bytes.count('\n');
        advance(chunk.bytes.size());
    }
    if (file.size() == 0)
        return readChunk(chunk); // the format knows whether nothing is something
    return {};
}

/// What versions of one article are called but for their numbers, as textNames() has it.
QString withoutVersion(const QString &base)
{
    static const QRegularExpression version(u"-v[0-9]+(?:-[0-9]+)?\\z"_s);
    return QString(base).remove(version);
}

/// Whether the shared file is in the folder of the document or in one above it.
bool isAbove(const QString &shared, const QString &document)
{
    const qsizetype slash = shared.lastIndexOf(u'/');
    return slash < 0 || document.startsWith(QStringView(shared).first(slash + 1));
}

Result<> PartReader::readFiles(const Place &place, const QList<Document> &documents, const QStringList &shared)
{
    QStringList names;
    qint64 bytes = 0;
    for (const Document &document : documents) {
        names += document.names;
        bytes += document.bytes;
    }
    for (const QString &name : shared) {
        if (std::ranges::any_of(std::as_const(names), [&](const QString &each) { return isAbove(name, each); }))
            names.append(name);
    }
    names.removeDuplicates();
    names.sort();
    const auto files = place.load(names);
    Result<Read> read = files ? m_format.read(*files) : std::unexpected(files.error());
    if (!read && m_options.keepsGoing && documents.size() > 1) {
        for (const Document &document : documents) {
            if (const auto taken = readFiles(place, {document}, shared); !taken)
                return taken;
        }
        return {};
    }
    advance(bytes);
    return take(std::move(read));
}

Result<> PartReader::readDocuments(const QString &path, const Place &place)
{
    const QString suffix = u'.' + QLatin1StringView(m_format.suffix);
    QStringList shared;
    QStringList order;
    QHash<QString, Document> documents;
    qint64 total = 0;
    for (const QString &name : place.names) {
        if (m_format.shared && name.endsWith(QLatin1StringView(m_format.shared), Qt::CaseInsensitive)) {
            shared.append(name);
            continue;
        }
        const qsizetype dot = name.lastIndexOf(u'.');
        const QString base = dot > name.lastIndexOf(u'/') ? name.first(dot) : name;
        Document &document = documents[base];
        if (document.names.isEmpty())
            order.append(base);
        document.names.append(name);
        document.bytes += place.sizeOf(name);
    }
    // What is not of this format and lies there by chance.
    QStringList foreign;
    order.removeIf([&](const QString &base) {
        const QStringList &own = documents[base].names;
        const bool isOurs = std::ranges::any_of(own, [&](const QString &name) {
            return name.endsWith(suffix, Qt::CaseInsensitive) || name.endsWith(u".txt", Qt::CaseInsensitive);
        });
        if (!isOurs)
            foreign += own;
        return !isOurs;
    });
    if (order.isEmpty()) // which the format explains best
        return readFiles(place, {{place.names, 0}}, {});
    for (const QString &base : std::as_const(order))
        total += documents[base].bytes;
    expect(total);

    constexpr qint64 aside = 4096; // what a file takes beside its bytes, so that many small ones are not one part
    QList<Document> part;
    qint64 bytes = 0;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (isCancelled())
            return fail(Formats::tr("Reading %1 was cancelled.").arg(path));
        part.append(documents.take(order[i]));
        bytes += part.last().bytes + part.last().names.size() * aside;
        const bool isLast = i + 1 == order.size();
        if (!isLast && (bytes < m_options.bytes || withoutVersion(order[i + 1]) == withoutVersion(order[i])))
            continue;
        if (const auto taken = readFiles(place, part, shared); !taken)
            return taken;
        part.clear();
        bytes = 0;
    }
    if (foreign.isEmpty())
        return {};
    Read rest;
    rest.remarks = {Formats::tr("Files of other formats were left out: %1.").arg(foreign.join(u", "_s))};
    return m_take(std::move(rest));
}

Result<> PartReader::read(const QString &path)
{
    const auto names = inputFiles(m_format, path);
    if (!names)
        return std::unexpected(names.error());
    const QFileInfo info(path);
    QFile first(path);
    const bool isZipped = !info.isDir() && first.open(QIODevice::ReadOnly) && looksZipped(first.peek(4));
    if (m_format.division == Division::Lines && !isZipped && !info.isDir())
        return readLines(path);
    if (m_format.division == Division::Files && info.isDir())
        return readDocuments(path, folderPlace(m_format, path, *names));
    if (m_format.division == Division::Files && isZipped) {
        const auto unpacked = loadFiles(m_format, path, *names);
        return unpacked ? readDocuments(path, archivePlace(*unpacked)) : std::unexpected(unpacked.error());
    }
    if (m_format.readParts && !isZipped && info.size() > m_options.bytes) {
        const auto isRead = m_format.readParts(path, m_options, m_take);
        if (!isRead || *isRead)
            return isRead ? Result<>() : std::unexpected(isRead.error());
    }
    expect(1);
    auto whole = load(m_format, path);
    if (!whole)
        return std::unexpected(whole.error());
    auto taken = take(std::move(whole));
    advance(1);
    return taken;
}

}

Result<> loadParts(const Format &format, const QString &path, const PartOptions &options, const TakePart &take)
{
    return PartReader(format, options, take).read(path);
}

}
