// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refifiles.h"

#include "core/formats/refi/refiqda.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString nameIn(const QString &path)
{
    return path.section(u'/', -1).toLower();
}

/// What macOS puts beside each file of an archive.
bool isShadow(const QString &path)
{
    return nameIn(path).startsWith(u"._") || path.startsWith(u"__MACOSX/");
}

}

RefiFiles::RefiFiles(const QList<NamedFile> &files) : m_isAlone(files.size() == 1)
{
    const auto isProject = [](const NamedFile &file) {
        return file.path.endsWith(u".qde", Qt::CaseInsensitive) || file.path.endsWith(u".qdc", Qt::CaseInsensitive);
    };
    for (const NamedFile &file : files) {
        if (isShadow(file.path))
            continue;
        m_files[nameIn(file.path)].append(&file);
        // Some programs call it after the project.
        if (isProject(file) && (!m_project || nameIn(file.path) == u"project.qde"))
            m_project = &file;
    }
    if (!m_project && files.size() == 1)
        m_project = &files.first();
}

const NamedFile *RefiFiles::at(const QString &path) const
{
    static const QRegularExpression scheme(u"\\A[a-z]+:/*"_s, QRegularExpression::CaseInsensitiveOption);
    QString bare = path.trimmed();
    bare.remove(scheme);
    bare.replace(u'\\', u'/');
    for (const QString &each : {bare, QUrl::fromPercentEncoding(bare.toUtf8())}) {
        const QList<const NamedFile *> found = m_files.value(nameIn(each));
        if (found.isEmpty())
            continue;
        const auto exact = std::ranges::find_if(found, [&](const NamedFile *file) {
            return (u'/' + file->path).endsWith(u'/' + each, Qt::CaseInsensitive);
        });
        return exact == found.end() ? found.first() : *exact;
    }
    return nullptr;
}

std::optional<RefiText> plainText(const QByteArray &bytes)
{
    const auto decoded = [&](QStringConverter::Encoding encoding, const QString &name) {
        QStringDecoder decoder(encoding, QStringConverter::Flag::ConvertInitialBom);
        return RefiText{decoder(bytes), name};
    };
    for (const char *beginning : {"PK\x03\x04", "%PDF", "{\\rtf", "\xd0\xcf\x11\xe0"}) {
        if (bytes.startsWith(beginning))
            return std::nullopt;
    }
    const auto hasZeroAt = [&](qsizetype i) { return bytes.size() > 3 && bytes[i] == 0 && bytes[i + 2] == 0; };
    if (bytes.startsWith("\xff\xfe") || (hasZeroAt(1) && !hasZeroAt(0)))
        return decoded(QStringConverter::Utf16LE, u"UTF-16LE"_s);
    if (bytes.startsWith("\xfe\xff") || (hasZeroAt(0) && !hasZeroAt(1)))
        return decoded(QStringConverter::Utf16BE, u"UTF-16BE"_s);
    if (QUtf8StringView(bytes).isValidUtf8())
        return decoded(QStringConverter::Utf8, u"UTF-8"_s);
    if (bytes.contains('\0'))
        return std::nullopt;
    RefiText broken = decoded(QStringConverter::Utf8, u"UTF-8"_s);
    broken.invalid = broken.content.count(QChar::ReplacementCharacter);
    if (std::ranges::count_if(broken.content, [](QChar c) { return c.unicode() > 0x7f; }) >= 2 * broken.invalid)
        return broken;
    QStringDecoder western("windows-1252");
    return RefiText{western.isValid() ? QString(western(bytes)) : QString::fromLatin1(bytes), u"windows-1252"_s, true};
}

bool needsForRefiQda(QStringView path)
{
    static const QSet<QString> media{u"3gp"_s,  u"aac"_s,  u"aif"_s,  u"aiff"_s, u"avi"_s, u"bmp"_s,  u"flac"_s,
                                     u"gif"_s,  u"heic"_s, u"jpeg"_s, u"jpg"_s,  u"m4a"_s, u"m4v"_s,  u"mkv"_s,
                                     u"mov"_s,  u"mp3"_s,  u"mp4"_s,  u"mpeg"_s, u"mpg"_s, u"mts"_s,  u"ogg"_s,
                                     u"ogv"_s,  u"opus"_s, u"pdf"_s,  u"png"_s,  u"tif"_s, u"tiff"_s, u"wav"_s,
                                     u"webm"_s, u"webp"_s, u"wma"_s,  u"wmv"_s};
    return !media.contains(path.sliced(path.lastIndexOf(u'.') + 1).toString());
}

}
