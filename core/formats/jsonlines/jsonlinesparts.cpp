// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/jsonlines/jsonlinesparts.h"

#include "core/base/disjointsets.h"
#include "core/formats/jsonlines/jsonlinesreader.h"
#include "core/formats/jsonread.h"
#include "core/formats/translated.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <array>

namespace pq {

namespace {

constexpr qsizetype uuidSize = 36;

/// What stands behind {"type":" up to the next quotation mark; empty where a line does not begin so.
QByteArrayView typeOf(QByteArrayView line)
{
    constexpr QByteArrayView begin(R"({"type":")");
    if (!line.startsWith(begin))
        return {};
    const QByteArrayView rest = line.sliced(begin.size());
    return rest.first(qMax(qsizetype(0), rest.indexOf('"')));
}

QUuid uuidAt(QByteArrayView line, qsizetype at)
{
    return at < 0 || at + uuidSize > line.size() ? QUuid()
                                                 : QUuid::fromString(QLatin1StringView(line.sliced(at, uuidSize)));
}

/// All that look like one; one that is in somebody's words does no harm.
template <class Visit>
void forEachUuid(QByteArrayView line, Visit visit)
{
    constexpr qsizetype firstDash = 8;
    for (qsizetype dash = line.indexOf('-'); dash >= 0;) {
        const qsizetype begin = dash - firstDash;
        const QUuid id = begin + 13 < line.size() && line[begin + 13] == '-' ? uuidAt(line, begin) : QUuid();
        if (!id.isNull())
            visit(id);
        dash = line.indexOf('-', id.isNull() ? dash + 1 : begin + uuidSize);
    }
}

/// Which lines of a file have to be read together.
class LineIndex
{
public:
    /// False when the file cannot be divided, or not read to its end.
    [[nodiscard]] bool read(QFile &file, const PartProgress *progress);

    QList<qsizetype> shared;           ///< numbers of lines, from 0
    QList<QList<qsizetype>> islands;   ///< those that belong together and to no others; in order of their first lines
    [[nodiscard]] qint64 offset(qsizetype line) const { return m_offsets[line]; }
    [[nodiscard]] qint64 size(qsizetype line) const { return m_offsets[line + 1] - m_offsets[line]; }

private:
    [[nodiscard]] bool readShared(QFile &file, const PartProgress *progress);
    void readTies(QFile &file, const PartProgress *progress);

    QList<qint64> m_offsets;
    QSet<QUuid> m_sharedIds;
    DisjointSets m_lines;
};

bool LineIndex::readShared(QFile &file, const PartProgress *progress)
{
    while (!file.atEnd()) {
        if (progress && progress->isCancelled)
            return true; // the reading of the parts says so
        m_offsets.append(file.pos());
        const QByteArray line = file.readLine(); // empty where it cannot be read
        const QByteArrayView type = typeOf(line);
        const qsizetype id = QByteArrayView(R"({"type":")").size() + type.size() + QByteArrayView(R"(","id":")").size();
        const bool isHead = type == "pullquote";
        if (!isHead
            && (type.isEmpty() || !QByteArrayView(line).first(qMin(id, line.size())).endsWith(R"(","id":")")
                || uuidAt(line, id).isNull()))
            return false;
        if (isSharedJsonLine(line)) {
            shared.append(m_offsets.size() - 1);
            forEachUuid(line, [this](const QUuid &each) { m_sharedIds.insert(each); });
        }
    }
    m_offsets.append(file.pos());
    return true;
}

void LineIndex::readTies(QFile &file, const PartProgress *progress)
{
    QHash<QUuid, qsizetype> firstWith;
    file.seek(0);
    while (!file.atEnd() && !(progress && progress->isCancelled)) {
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            return; // it cannot be read
        const qsizetype number = m_lines.add();
        if (isSharedJsonLine(line))
            continue;
        forEachUuid(line, [&](const QUuid &id) {
            if (m_sharedIds.contains(id))
                return;
            const auto known = firstWith.constFind(id);
            if (known == firstWith.cend())
                firstWith.insert(id, number);
            else
                m_lines.unite(*known, number);
        });
    }
}

bool LineIndex::read(QFile &file, const PartProgress *progress)
{
    if (!readShared(file, progress))
        return false;
    readTies(file, progress);
    QHash<qsizetype, qsizetype> islandOf;
    auto nextShared = shared.cbegin();
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        if (nextShared != shared.cend() && *nextShared == line) {
            ++nextShared;
            continue;
        }
        const qsizetype first = m_lines.root(line);
        const auto known = islandOf.constFind(first);
        if (known == islandOf.cend()) {
            islandOf.insert(first, islands.size());
            islands.append(QList<qsizetype>{line});
        } else {
            islands[*known].append(line);
        }
    }
    return true;
}

class PartsReader
{
public:
    PartsReader(const QString &path, const PartOptions &options, const TakePart &take)
        : m_path(path), m_options(options), m_take(take), m_file(path)
    {
    }

    Result<bool> read();

private:
    Result<> readPart(QList<qsizetype> lines);
    [[nodiscard]] Result<> refusal() const
    {
        return fail(Formats::tr("%1 could not be read: %2.").arg(m_path, m_file.errorString()));
    }
    [[nodiscard]] bool isCancelled() const { return m_options.progress && m_options.progress->isCancelled; }

    QString m_path;
    const PartOptions &m_options;
    const TakePart &m_take;
    QFile m_file;
    LineIndex m_index;
    bool m_isFirst = true;
};

Result<> PartsReader::readPart(QList<qsizetype> lines)
{
    if (isCancelled())
        return fail(Formats::tr("Reading %1 was cancelled.").arg(m_path));
    qint64 bytes = 0;
    lines += m_index.shared;
    std::ranges::sort(lines);
    Reading reading;
    QList<JsonLine> objects;
    for (const qsizetype line : std::as_const(lines)) {
        m_file.seek(m_index.offset(line));
        const NamedFile one{QFileInfo(m_path).fileName(), m_file.read(m_index.size(line)), line + 1};
        if (one.bytes.size() != m_index.size(line))
            return refusal();
        bytes += one.bytes.size();
        forEachJsonLine(one, reading, [&](const QJsonObject &object) { objects.append({reading.place, object}); });
    }
    if (reading.failed())
        return std::unexpected(reading.error());
    auto part = JsonLinesReader().read(objects, std::move(reading));
    if (!part)
        return std::unexpected(part.error());
    if (!std::exchange(m_isFirst, false)) {
        part->corpus.annotators.clear();
        part->corpus.tagsets.clear();
        part->corpus.tags.clear();
        part->corpus.entities.clear();
        part->corpus.portrayals.clear();
    }
    if (m_options.progress)
        m_options.progress->done += bytes;
    return m_take(*std::move(part));
}

Result<bool> PartsReader::read()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return std::unexpected(refusal().error());
    if (m_options.progress)
        m_options.progress->total = m_file.size();
    const bool isDivided = m_index.read(m_file, m_options.progress);
    if (m_file.error() != QFile::NoError)
        return std::unexpected(refusal().error());
    if (!isDivided)
        return false;
    QList<qsizetype> lines;
    qint64 bytes = 0;
    for (const QList<qsizetype> &island : std::as_const(m_index.islands)) {
        if (bytes >= m_options.bytes) {
            if (const auto read = readPart(std::exchange(lines, {})); !read)
                return std::unexpected(read.error());
            bytes = 0;
        }
        lines += island;
        for (const qsizetype line : island)
            bytes += m_index.size(line);
    }
    return readPart(lines).transform([] { return true; });
}

}

bool isSharedJsonLine(QByteArrayView line)
{
    static constexpr std::array<QByteArrayView, 6> shared = {"pullquote", "annotator", "tagset",
                                                             "tag",       "entity",    "portrayal"};
    return std::ranges::contains(shared, typeOf(line));
}

Result<bool> readJsonLinesParts(const QString &path, const PartOptions &options, const TakePart &take)
{
    return PartsReader(path, options, take).read();
}

}
