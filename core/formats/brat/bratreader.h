// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/brat/bratconfig.h"
#include "core/text/counting.h"

namespace pq {

/// The lines of one .ann file, by kind, with the text they are about.
struct BratLines
{
    struct TextBound
    {
        qint64 line = 0;
        QString type;
        QList<Fragment> fragments;
    };
    struct Event
    {
        qint64 line = 0;
        QString id;
        QString type;
        QString trigger;
        QList<std::pair<QString, QString>> arguments; ///< role, id
    };
    struct Attribute
    {
        qint64 line = 0;
        QString id;
        QString name;
        QString target;
        QString value; ///< empty for one that is just there
    };
    struct Normalisation
    {
        qint64 line = 0;
        QString id;
        QString target;
        QString reference; ///< "Wikidata:Q42"
        QString name;
    };
    struct Comment
    {
        qint64 line = 0;
        QString id;
        QString type;
        QString target;
        QString text;
    };
    struct Relation
    {
        qint64 line = 0;
        QString id;
        QString type;
        QString from;
        QString to;
    };

    QString file;
    Text text;
    QStringList raw; ///< all lines as they came
    QSet<QString> ids; ///< of all but notes and equivalences
    QHash<QString, TextBound> textBounds;
    QStringList order; ///< of the text-bounds' ids
    QList<Event> events;
    QList<Attribute> attributes;
    QList<Normalisation> normalisations;
    QList<Comment> comments;
    QList<Relation> relations;
};

/// Refuses lines that are not brat's and words that are not the text's. Positions are those of the file of @p text,
/// as @p counting counts; in BratLines::raw they count code points of a text with LF line ends.
[[nodiscard]] BratLines parseBrat(const NamedFile &file, const CountedText &text, const Counting &counting,
                                  Reading &reading);

/// The text of a .txt file, in which brat counts byte order marks.
[[nodiscard]] CountedText bratText(const QByteArray &bytes);
/// How else than in code points, with each line end as one, the positions of a folder count, when all words prove it.
/// brat takes a CRLF for one character or two, after the version of Python that it runs on; other programs write
/// offsets in UTF-16 code units.
[[nodiscard]] std::optional<FoundCounting> otherBratCounting(const QList<NamedFile> &files);

}
