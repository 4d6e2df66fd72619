// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/selection.h"

#include "core/formats/losses.h"
#include "core/formats/translated.h"

#include <algorithm>

namespace pq {

namespace {

template <class T>
bool isIn(const QSet<T> &set, const T &value)
{
    return set.isEmpty() || set.contains(value);
}

/// The chosen tags and those above them, without which they would hang in the air.
void selectTags(Corpus &corpus, const QSet<TagId> &tags)
{
    if (tags.isEmpty())
        return;
    QHash<TagId, TagId> parents;
    for (const Tag &tag : std::as_const(corpus.tags))
        parents.insert(tag.id, tag.parent);
    QSet<TagId> kept;
    for (TagId tag : tags) {
        for (; !tag.isNull() && !kept.contains(tag); tag = parents.value(tag))
            kept.insert(tag);
    }
    corpus.tags.removeIf([&](const Tag &tag) { return !kept.contains(tag.id); });
    QSet<TagsetId> tagsets;
    for (const Tag &tag : std::as_const(corpus.tags))
        tagsets.insert(tag.tagset);
    corpus.tagsets.removeIf([&](const Tagset &tagset) { return !tagsets.contains(tagset.id); });
}

/// In order of id, so that two reports of the same are equal.
template <class Id>
void addAll(Losses &losses, Aspect aspect, const QString &what, const QSet<Id> &ids)
{
    QList<Id> sorted(ids.begin(), ids.end());
    std::ranges::sort(sorted);
    for (const Id &id : std::as_const(sorted))
        losses.add(aspect, what, id);
}

}

Excerpt selected(Excerpt from, const Selection &selection)
{
    if (selection.isEmpty())
        return from;
    Corpus &corpus = from.corpus;
    const auto isUnwanted = [&](const auto &made) {
        return !isIn(selection.annotators, made.annotator) || !isIn(selection.states, made.state);
    };
    const bool isByPassages = !selection.articles.isEmpty() || !selection.tags.isEmpty();
    corpus.articles.removeIf([&](const Article &article) { return !isIn(selection.articles, article.id); });
    corpus.passages.removeIf(
        [&](const Passage &passage) { return isUnwanted(passage) || !isIn(selection.tags, passage.tag); });
    corpus.relations.removeIf(isUnwanted);
    corpus.claims.removeIf([&](const Claim &claim) { return isUnwanted(claim) || (isByPassages && !hasWords(claim)); });
    corpus.links.removeIf(isUnwanted);
    corpus.notes.removeIf([&](const Note &note) { return !isIn(selection.annotators, note.annotator); });
    selectTags(corpus, selection.tags);
    Excerpt excerpt = excerptOf(std::move(corpus));
    excerpt.severed.unite(from.severed);
    return excerpt;
}

void addSevered(LossReport &loss, const Severed &severed)
{
    Losses losses;
    addAll(losses, Aspect::Parts, Formats::tr("claims that reach into what was not chosen"), severed.claims);
    addAll(losses, Aspect::Whole, Formats::tr("links to claims that were not chosen"), severed.links);
    addAll(losses, Aspect::Whole, Formats::tr("relations to passages that were not chosen"), severed.relations);
    addAll(losses, Aspect::Whole, Formats::tr("evidence whose words were not chosen"), severed.evidence);
    addAll(losses, Aspect::Parts, Formats::tr("answers to notes that were not chosen"), severed.notes);
    loss += losses.report();
}

Result<Written> writeChecked(const Format &format, const Excerpt &excerpt, const WriteOptions &options)
{
    Result<Written> written = writeChecked(format, excerpt.corpus, options);
    if (written)
        addSevered(written->loss, excerpt.severed);
    return written;
}

}
