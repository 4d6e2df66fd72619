// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QJsonObject>
#include <QStringList>

namespace pq::cli {

/// What the rows of a list call the things they refer to.
struct Names
{
    QHash<EntityId, QString> entities;
    QHash<TagId, QString> tags;
    QHash<AnnotatorId, QString> annotators;
    QHash<ArticleId, QString> articles;
    QHash<VersionId, ArticleId> articleOfVersion;
};

[[nodiscard]] Result<Names> namesIn(const Store &store);

/// One thing of a list, for people (columns) and for programs. The objects' keys are those of
/// pullquote-jsonl, with names beside the ids.
struct Row
{
    QStringList columns;
    QJsonObject object;
};

void print(const Row &row, bool json);

[[nodiscard]] Row rowOf(const Article &article, const ArticleCounts &counts, const Names &names);
[[nodiscard]] Row rowOf(const Passage &passage, const Names &names);
[[nodiscard]] Row rowOf(const Claim &claim, const QHash<PassageId, QString> &words, const Names &names);
/// @p portrayals: those in which the entity is the performer or the character.
[[nodiscard]] Row rowOf(const Entity &entity, const QList<Portrayal> &portrayals, const Names &names);
[[nodiscard]] Row rowOf(const Tag &tag, qint64 passages, const Names &names);
[[nodiscard]] Row rowOf(const Note &note, const Names &names);
[[nodiscard]] Row rowOf(const JournalEntry &entry, const Names &names);

}
