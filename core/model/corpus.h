// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/claim.h"
#include "core/model/entity.h"
#include "core/model/note.h"
#include "core/model/passage.h"
#include "core/model/relation.h"
#include "core/model/remainder.h"
#include "core/model/review.h"
#include "core/model/tag.h"

namespace pq {

/// Some or all of a project as one value: what formats read and write, and what chains are traced in.
/// Lists are in order of id; nothing in it refers to what is not in it, except where its maker says so.
struct Corpus
{
    QList<Annotator> annotators;
    QList<Tagset> tagsets;
    QList<Tag> tags;
    QList<Entity> entities;
    QList<Portrayal> portrayals;
    QList<Article> articles;
    QList<Version> versions;
    QList<Passage> passages;
    QList<Relation> relations;
    QList<Claim> claims;
    QList<Link> links;
    QList<Evidence> evidence;
    QList<Verdict> verdicts;
    QList<SignOff> signOffs;
    QList<Note> notes;
    QList<Remainder> remainders;

    friend bool operator==(const Corpus &, const Corpus &) = default;
};

}
