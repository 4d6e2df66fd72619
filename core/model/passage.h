// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/span.h"
#include "core/base/timestamp.h"
#include "core/model/state.h"

#include <QList>
#include <QString>

namespace pq {

/// A stretch of a version's text and its exact words; the two must agree wherever a fragment is kept.
struct Fragment
{
    TextSpan span;
    QString words;

    friend bool operator==(const Fragment &, const Fragment &) = default;
};

/// A value for one of a tag's attributes.
struct AttributeValue
{
    AttributeId attribute;
    QString value;

    friend bool operator==(const AttributeValue &, const AttributeValue &) = default;
};

/// One or more fragments of one version that carry one tag. Fragments are not empty, ascend and do not
/// overlap; different passages may overlap and nest as they like.
struct Passage
{
    PassageId id;
    VersionId version;
    TagId tag;
    QList<Fragment> fragments;
    QList<AttributeValue> attributes;
    State state = State::Accepted;
    AnnotatorId annotator;
    Timestamp created;

    /// From the first fragment's begin to the last one's end.
    [[nodiscard]] TextSpan extent() const
    {
        return fragments.isEmpty() ? TextSpan{} : TextSpan{fragments.first().span.begin, fragments.last().span.end};
    }
    /// Of the fragments.
    [[nodiscard]] QList<TextSpan> spans() const;
    /// The words of all fragments, joined with " … ".
    [[nodiscard]] QString words() const;

    friend bool operator==(const Passage &, const Passage &) = default;
};

/// Where a fragment is and what its passage says of it, without the words.
struct PlacedFragment
{
    TextSpan span;
    PassageId passage;
    TagId tag;
    State state = State::Accepted;

    friend bool operator==(const PlacedFragment &, const PlacedFragment &) = default;
};

}
