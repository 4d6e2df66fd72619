// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"

namespace pq {

/// What could be read off the head of an article; empty where nothing stands there.
struct Head
{
    QString title;
    QString outlet;    ///< a name
    QString byline;    ///< without "By"
    QString published; ///< ISO 8601 date

    friend bool operator==(const Head &, const Head &) = default;
};

/// A file that somebody has, read and made fit to be kept, not yet part of a project.
struct Document
{
    Text text;
    Head head;
    QString sourceName;    ///< the file's name, without its folder
    QByteArray sourceBytes; ///< exactly as they came
    QString encoding;
    bool encodingGuessed = false;
    QList<Repair> repairs;

    friend bool operator==(const Document &, const Document &) = default;
};

}
