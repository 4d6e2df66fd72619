// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zip.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <zip.h>

#include <memory>

namespace pq {

namespace {

struct Zip
{
    Q_DECLARE_TR_FUNCTIONS(pq::Zip)
};

constexpr zip_uint64_t mebibyte = 1024 * 1024;
constexpr zip_int64_t mostEntries = 100'000;
constexpr zip_uint64_t mostBytesOfOne = 512 * mebibyte;
constexpr zip_uint64_t mostBytes = 1024 * mebibyte;
constexpr zip_uint64_t mostRatio = 100;

using Archive = std::unique_ptr<zip_t, decltype([](zip_t *archive) { zip_discard(archive); })>;
using OpenFile = std::unique_ptr<zip_file_t, decltype([](zip_file_t *file) { zip_fclose(file); })>;
using Source = std::unique_ptr<zip_source_t, decltype([](zip_source_t *source) { zip_source_free(source); })>;

bool isSafe(const QString &path)
{
    return !path.isEmpty() && QDir::isRelativePath(path) && !path.contains(u'\\') && !path.contains(u':')
        && QDir::cleanPath(path) == path && path != u"." && path != u".." && !path.startsWith(u"../");
}

bool isLink(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    constexpr zip_uint32_t typeMask = 0170000;
    constexpr zip_uint32_t linkType = 0120000;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX
        && ((attributes >> 16) & typeMask) == linkType;
}

/// What speaks against the entry; empty when nothing does.
QString problemWith(const zip_stat_t &entry, const QString &path)
{
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((entry.valid & needed) != needed)
        return Zip::tr("the archive does not say how large “%1” is.").arg(path);
    if (!isSafe(path))
        return Zip::tr("the name “%1” in the archive would lead out of its folder.").arg(path);
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) && entry.encryption_method != ZIP_EM_NONE)
        return Zip::tr("“%1” in the archive is encrypted. Save it without a password.").arg(path);
    if (entry.size > mostBytesOfOne)
        return Zip::tr("“%1” in the archive is larger than 512 MiB.").arg(path);
    if (entry.size > mebibyte && entry.size / mostRatio > entry.comp_size)
        return Zip::tr("“%1” in the archive is packed more than a hundred times smaller, as no real file is.")
            .arg(path);
    return {};
}

}

Result<QList<ZippedFile>> unzip(const QByteArray &bytes, const std::function<bool(QStringView path)> &needs)
{
    if (!looksZipped(bytes)) // to libzip, nothing at all is an empty archive
        return fail(Zip::tr("this is no zip archive."));
    zip_error_t error;
    zip_error_init(&error);
    const auto why = [&error] { return QString::fromUtf8(zip_error_strerror(&error)); };
    Source source(zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error));
    if (!source)
        return fail(Zip::tr("this is no sound zip archive (%1).").arg(why()));
    const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive)
        return fail(Zip::tr("this is no sound zip archive (%1).").arg(why()));
    (void)source.release(); // the archive's now

    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > mostEntries)
        return fail(Zip::tr("the archive holds more than 100,000 files."));
    QList<ZippedFile> files;
    QSet<QString> seen;
    zip_uint64_t total = 0;
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        zip_stat_t entry;
        zip_stat_init(&entry);
        if (zip_stat_index(archive.get(), i, 0, &entry) != 0)
            return fail(Zip::tr("this is no sound zip archive."));
        // Older programs on Windows part folders as they do on the disk.
        const QString path = QString::fromUtf8(entry.name).replace(u'\\', u'/');
        if (path.endsWith(u'/') && isSafe(path.chopped(1)))
            continue;
        if (needs && !needs(path.toLower()))
            continue;
        QString problem = problemWith(entry, path);
        if (problem.isEmpty() && isLink(archive.get(), i))
            problem = Zip::tr("“%1” in the archive is a link.").arg(path);
        if (problem.isEmpty() && seen.contains(path.toCaseFolded()))
            problem = Zip::tr("“%1” is in the archive twice.").arg(path);
        total += entry.size;
        if (problem.isEmpty() && total > mostBytes)
            problem = Zip::tr("the archive holds more than 1 GiB.");
        if (!problem.isEmpty())
            return fail(problem);
        seen.insert(path.toCaseFolded());

        const OpenFile file(zip_fopen_index(archive.get(), i, 0));
        QByteArray content(qsizetype(entry.size), Qt::Uninitialized);
        // What is longer than it says is as unsound as what is shorter.
        char more = 0;
        if (!file || zip_fread(file.get(), content.data(), entry.size) != zip_int64_t(entry.size)
            || zip_fread(file.get(), &more, 1) != 0)
            return fail(Zip::tr("“%1” in the archive is damaged.").arg(path));
        files.append({path, content, entry.comp_method == ZIP_CM_STORE});
    }
    return files;
}

Result<QByteArray> zip(const QList<ZippedFile> &files)
{
    zip_error_t error;
    zip_error_init(&error);
    const auto failed = [&error](zip_t *archive) {
        const QString why = QString::fromUtf8(archive ? zip_strerror(archive) : zip_error_strerror(&error));
        return fail(Zip::tr("The zip archive could not be made: %1.").arg(why));
    };
    Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source)
        return failed(nullptr);
    Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!archive)
        return failed(nullptr);
    zip_source_keep(source.get()); // still ours when the archive is closed

    for (const ZippedFile &file : files) {
        zip_source_t *content = zip_source_buffer(archive.get(), file.bytes.constData(),
                                                  zip_uint64_t(file.bytes.size()), 0);
        const zip_int64_t index = content
            ? zip_file_add(archive.get(), file.path.toUtf8().constData(), content, ZIP_FL_ENC_UTF_8)
            : -1;
        if (index < 0) {
            zip_source_free(content);
            return failed(archive.get());
        }
        constexpr zip_uint16_t firstDay = (1 << 5) | 1; // 1980-01-01
        if (zip_set_file_compression(archive.get(), zip_uint64_t(index), file.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                     0)
                != 0
            || zip_file_set_dostime(archive.get(), zip_uint64_t(index), 0, firstDay, 0) != 0)
            return failed(archive.get());
    }
    if (zip_close(archive.get()) != 0)
        return failed(archive.get());
    (void)archive.release();

    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source.get(), &stat) != 0 || zip_source_open(source.get()) != 0)
        return failed(nullptr);
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const bool isRead = zip_source_read(source.get(), bytes.data(), stat.size) == zip_int64_t(stat.size);
    zip_source_close(source.get());
    return isRead ? Result<QByteArray>(bytes) : failed(nullptr);
}

}
