// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/refi/refikept.h"

namespace pq {

/// What project.qde says, before anything is made of it. GUIDs are as plainGuid() writes them.
struct RefiMade
{
    QString user;
    Timestamp time;
};

struct RefiCoding
{
    QString guid;
    QString code;
    RefiMade made;
    QStringList notes;
};

struct RefiSelection
{
    QString guid;
    QString name;
    QString description;
    qint64 begin = 0;
    qint64 end = 0;
    qint64 line = 0;
    RefiMade made;
    QList<RefiCoding> codings;
    QStringList notes;
};

/// A text source, or the text of a source that is none.
struct RefiSource
{
    QString guid;
    QString name;
    QString path;    ///< empty where the text stands inline
    QString content;
    qint64 line = 0;
    RefiMade made;
    QList<RefiSelection> selections;
    QList<RefiCoding> codings; ///< of all of it
    QStringList notes;
    QStringList others;        ///< whole elements
};

struct RefiCode
{
    QString guid;
    QString parent;
    QString name;
    QString colour;
    QString description;
    bool isCodable = true;
    QStringList notes;
};

struct RefiUser
{
    QString guid;
    QString name;
};

struct RefiNote
{
    RefiSource text;
    QString element; ///< whole
};

struct RefiLink
{
    QString guid;
    QString name;
    QString direction;
    QString colour;
    QString origin;
    QString target;
    QString element; ///< whole
    bool hasNotes = false;
};

struct RefiSet
{
    QString guid;
    QString name;
    QString description;
    QStringList codes;
    bool hasOthers = false; ///< members that are no codes
    QString element;        ///< whole
};

struct RefiProject
{
    QString origin;
    QList<RefiUser> users;
    QList<RefiCode> codes;
    QList<RefiSource> sources;
    QList<RefiNote> notes;
    QList<RefiLink> links;
    QList<RefiSet> sets;
    QStringList others; ///< whole elements
};

/// A project or a codebook. Refuses what is neither, and positions that are no numbers, with line and column.
[[nodiscard]] RefiProject parseRefi(const NamedFile &file, Reading &reading);

}
