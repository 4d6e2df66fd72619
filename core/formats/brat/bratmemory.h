// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace pq {

/// What a Remainder keeps of one pair of brat files, so that they come back line for line.
struct BratMemory
{
    /// An event that became a claim or a passage.
    struct Event
    {
        QString id;
        QString object; ///< the claim's or the passage's id
        QString trigger;
        QString type;
        QString triggerType;   ///< where it is not the event's, which brat does not read
        QStringList arguments; ///< ids of relations that are its arguments, in order
    };

    QString name;                    ///< of the files, without suffix
    int marks = 0;                   ///< byte order marks in front of the text, which brat counts
    QHash<QString, QString> ids;     ///< brat's, by key()
    QList<Event> events;
    QStringList lines;               ///< what nothing else here has a word for
    QHash<QString, QString> spelled; ///< what stood there, by what would be written; empty where nothing did

    /// What a line is about: an object, or @p part of it.
    template <class Tag>
    [[nodiscard]] static QString key(const Id<Tag> &object, const QString &part = {})
    {
        return part.isEmpty() ? object.toString() : object.toString() + u'/' + part;
    }

    /// The part of a passage that an attribute of its tag is. Not by id, as the same attribute of several parts of a
    /// large corpus becomes one.
    [[nodiscard]] static QString part(const Tag &tag, AttributeId attribute);

    /// Keeps of the lines that @p came what is not in those that would be @p written.
    void compare(const QStringList &came, const QStringList &written);

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<BratMemory> of(const Remainder &remainder);
};

/// What a Remainder keeps of a folder of brat's.
struct BratFolder
{
    QHash<TagId, QString> types; ///< what tags are called in brat
    QString annotation; ///< annotation.conf as it came
    QString visual; ///< visual.conf as it came
    QHash<QString, QString> others; ///< every other .conf as it came, by path: tools, keys, those of folders below

    [[nodiscard]] QString toJson() const;
    [[nodiscard]] static std::optional<BratFolder> of(const Remainder &remainder);
};

/// The one that @p corpus has; an empty one when it has none.
[[nodiscard]] BratFolder bratFolder(const Corpus &corpus);

/// The ids that a line of an .ann file refers to.
[[nodiscard]] QStringList bratReferences(const QString &line);

}
