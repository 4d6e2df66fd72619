// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"
#include "core/text/text.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pq {

/// A text that was published. What it says is in its versions.
struct Article
{
    ArticleId id;
    QString title;
    EntityId outlet;   ///< an organisation, or null
    QString byline;    ///< as printed, without "By"
    QString published; ///< ISO 8601: 2021-07-20, 2021-07 or 2021; empty when not known
    QString url;
    Timestamp added;

    friend bool operator==(const Article &, const Article &) = default;
};

/// What an import changed in a text so that it could be kept.
enum class RepairKind {
    ByteOrderMark,     ///< removed
    LineEnds,          ///< CRLF, CR, NEL, VT or FF became LF
    ControlCharacters, ///< other C0 and C1 controls but tab, and DEL, were removed
    NullCharacters,    ///< removed
    InvalidBytes,      ///< became U+FFFD, as did U+FFFE and U+FFFF
    LoneSurrogates,    ///< became U+FFFD
};

struct Repair
{
    RepairKind kind;
    qint64 count = 0;

    friend bool operator==(const Repair &, const Repair &) = default;
};

/// One immutable state of an article's text: LF line ends, no BOM, valid UTF-16, no NUL. A correction of
/// the article is a new version with the next number.
struct Version
{
    VersionId id;
    ArticleId article;
    int number = 1;
    Text text;
    QString sourceName;       ///< the file's name, without its folder
    QString encoding;         ///< IANA name, such as UTF-8
    bool encodingGuessed = false;
    QList<Repair> repairs;
    QString correction;       ///< what the outlet says it corrected
    Timestamp added;

    friend bool operator==(const Version &, const Version &) = default;
};

}
