// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QHash>

#include <optional>

namespace pq {

/// The files of a project. Nothing outside of these is ever looked for, wherever a path leads.
class RefiFiles
{
public:
    /// Must outlive this.
    explicit RefiFiles(const QList<NamedFile> &files);

    /// The project, or the codebook; null when there is none.
    [[nodiscard]] const NamedFile *project() const { return m_project; }
    /// Whether there is nothing but the project.
    [[nodiscard]] bool isAlone() const { return m_isAlone; }
    /// The file that a source's path means: "internal://GUID.txt" as the standard has it, and what programs write
    /// instead (folders, backslashes, escapes, other letter cases; relative and absolute paths of what is here after
    /// all). Null when it is not here.
    [[nodiscard]] const NamedFile *at(const QString &path) const;

private:
    const NamedFile *m_project = nullptr;
    bool m_isAlone;
    QHash<QString, QList<const NamedFile *>> m_files; ///< by their names in small letters, without folders
};

/// A text as a file has it, byte order mark included.
struct RefiText
{
    QString content;
    QString encoding; ///< IANA name
    bool isGuessed = false;
    qint64 invalid = 0; ///< bytes that became U+FFFD
};

/// UTF-8, UTF-16, or else what Windows took for text in the west; where most of what is not ASCII is UTF-8, it is that
/// with some bytes that are broken. Nothing for what is no plain text.
[[nodiscard]] std::optional<RefiText> plainText(const QByteArray &bytes);

}
