// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagmerge.h"

#include "core/text/fold.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TagMerge)
};

/// Where values of @p attribute go; null when the tag has no place for them.
const TagAttribute *counterpart(const TagAttribute &attribute, const Tag &to)
{
    const auto same = std::ranges::find_if(to.attributes, [&attribute](const TagAttribute &other) {
        return other.kind == attribute.kind && folded(other.name) == folded(attribute.name);
    });
    return same == to.attributes.end() ? nullptr : &*same;
}

bool isUnder(TagId tag, TagId above, const QList<Tag> &tags)
{
    for (qsizetype step = 0; step <= tags.size() && !tag.isNull(); ++step) {
        if (tag == above)
            return true;
        const auto at = std::ranges::find(tags, tag, &Tag::id);
        tag = at == tags.end() ? TagId() : at->parent;
    }
    return false;
}

Passage retagged(Passage passage, TagMerge &merge)
{
    QList<AttributeValue> kept;
    for (const AttributeValue &value : std::as_const(passage.attributes)) {
        const auto old = std::ranges::find(merge.from.attributes, value.attribute, &TagAttribute::id);
        const TagAttribute *place = old == merge.from.attributes.end() ? nullptr : counterpart(*old, merge.to);
        const bool fits = place && (place->kind != AttributeKind::Choice || place->choices.contains(value.value));
        if (fits)
            kept.append({place->id, value.value});
        else
            ++merge.lostValues;
    }
    passage.attributes = kept;
    passage.tag = merge.to.id;
    return passage;
}

}

TagMerge tagMerge(Session &session, const Tag &from, const Tag &to, const QList<Tag> &tags)
{
    TagMerge merge{.from = from, .to = to, .passages = {}, .children = {}, .notes = {}};
    for (const Passage &passage : session.value(session.store().passages(from.id)))
        merge.passages.append(retagged(passage, merge));
    const bool takesChildren = from.tagset == to.tagset && !isUnder(to.id, from.id, tags);
    for (Tag child : tags) {
        if (child.parent != from.id)
            continue;
        child.parent = takesChildren ? to.id : from.parent;
        merge.children.append(child);
    }
    for (Note note : session.value(session.store().notes(NoteTarget(from.id)))) {
        note.target = to.id;
        merge.notes.append(note);
    }
    return merge;
}

void TagMerge::apply(Edit &edit) const
{
    for (const Passage &passage : passages)
        edit.put(passage);
    for (const Tag &child : children)
        edit.put(child);
    for (const Note &note : notes)
        edit.put(note);
    edit.remove(from.id);
}

QString TagMerge::preview() const
{
    QStringList sentences;
    sentences << Words::tr("%n passage(s) will carry “%1”.", nullptr, static_cast<int>(passages.size())).arg(to.name);
    if (lostValues > 0)
        sentences << Words::tr("%n value(s) of attributes have no place there and will be dropped.", nullptr,
                               static_cast<int>(lostValues));
    if (!children.isEmpty())
        sentences << Words::tr("%n tag(s) below it will move.", nullptr, static_cast<int>(children.size()));
    if (!notes.isEmpty())
        sentences << Words::tr("%n note(s) will move.", nullptr, static_cast<int>(notes.size()));
    sentences << Words::tr("“%1” will be gone. Undo brings it back.").arg(from.name);
    return sentences.join(u' ');
}

}
