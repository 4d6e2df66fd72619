// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/refi/refikept.h"

namespace pq {

/// What project.qde says, before anything is made of it. GUIDs are plain, see RefiGuids.

/// By whom and when; who changed it last, and when, where it does not say so.
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
    QString from; ///< of a transcript: the points in time that it goes from and to, which the positions are made of
    QString to;
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
    QStringList paths; ///< of files that may be its text, the likeliest first
    QString content;   ///< where the text stands inline
    QString description;
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
    QString colour; ///< "#rrggbb"; empty when none can be made out
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
    QHash<QString, QString> cases; ///< their names by GUID
    /// Whole elements by what they stand in: "Variables", "Cases", "Graphs", "Project".
    QHash<QString, QStringList> others;
};

/// A project or a codebook. Refuses what is neither, and positions that are no numbers, with line and column.
[[nodiscard]] RefiProject parseRefi(const NamedFile &file, Reading &reading);

}
