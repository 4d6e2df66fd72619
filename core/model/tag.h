// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pq {

enum class AttributeKind { Text, Choice, Number, Boolean };

/// A question that a tag asks of each passage it is put on.
struct TagAttribute
{
    AttributeId id;
    QString name;
    AttributeKind kind = AttributeKind::Text;
    QStringList choices; ///< for AttributeKind::Choice, in the order shown

    friend bool operator==(const TagAttribute &, const TagAttribute &) = default;
};

struct Tagset
{
    TagsetId id;
    QString name;
    QString description;

    friend bool operator==(const Tagset &, const Tagset &) = default;
};

/// A category of passages. Everything refers to it by id, so renaming is free.
struct Tag
{
    TagId id;
    TagsetId tagset;
    TagId parent;    ///< null at the top of the tree
    QString name;
    QString colour;  ///< "#rrggbb"; the screen derives light and dark tints from it
    QString key;     ///< the one key that puts it on a selection; may be empty
    QString description;
    int position = 0;
    bool retired = false; ///< still on its passages, no longer offered
    QList<TagAttribute> attributes;

    friend bool operator==(const Tag &, const Tag &) = default;
};

}
