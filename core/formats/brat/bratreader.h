// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/brat/bratconfig.h"

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

/// Refuses lines that are not brat's and words that are not the text's. @p shift is subtracted from offsets.
[[nodiscard]] BratLines parseBrat(const NamedFile &file, const Text &text, qsizetype shift, Reading &reading);

}
