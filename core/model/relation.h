// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"
#include "core/model/state.h"

#include <QList>
#include <QString>

namespace pq {

/// A value under a name that the relation's corpus gives it.
struct RelationValue
{
    QString name; ///< not empty, at most once in a relation
    QString value;

    friend bool operator==(const RelationValue &, const RelationValue &) = default;
};

/// Two passages that a corpus ties together: the argument of an event, the governor of a word, the next mention of the
/// same. What is asserted, and by whom, is a claim; this says only what the corpus says.
struct Relation
{
    RelationId id;
    PassageId from;
    PassageId to;  ///< may be from itself, as the root of a sentence is its own governor
    QString label; ///< such as "Employment"; not empty
    QList<RelationValue> values;
    State state = State::Accepted;
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Relation &, const Relation &) = default;
};

}
