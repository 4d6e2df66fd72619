// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passageparts.h"

#include "core/text/segmentation.h"
#include "ui/session.h"

#include <algorithm>

namespace pq {

namespace {

void append(QList<Fragment> &fragments, const Text &text, const TextSpan &span)
{
    if (!span.isEmpty())
        fragments.append({span, text.words(span).toString()});
}

bool isWhiteSpace(const Text &text, const TextSpan &span)
{
    return span.isEmpty() || text.words(span).trimmed().isEmpty();
}

/// @p claim with @p kept in every place of @p gone, and nothing twice.
Claim redirected(Claim claim, PassageId gone, PassageId kept)
{
    QList<ClaimPassage> passages;
    for (ClaimPassage part : std::as_const(claim.passages)) {
        if (part.passage == gone)
            part.passage = kept;
        if (!passages.contains(part))
            passages.append(part);
    }
    claim.passages = passages;
    for (Participant &participant : claim.participants) {
        if (participant.evidence == gone)
            participant.evidence = kept;
    }
    return claim;
}

}

std::optional<PassageSplit> splitAt(const Text &text, const Passage &passage, TextPosition caret)
{
    PassageSplit split{passage, passage};
    split.kept.fragments.clear();
    split.added.fragments.clear();
    split.added.id = PassageId::create();
    for (const Fragment &fragment : passage.fragments) {
        const TextSpan &span = fragment.span;
        if (span.end <= caret) {
            split.kept.fragments.append(fragment);
        } else if (span.begin >= caret) {
            split.added.fragments.append(fragment);
        } else {
            append(split.kept.fragments, text, {span.begin, trimmed(text, {span.begin, caret}).end});
            append(split.added.fragments, text, {trimmed(text, {caret, span.end}).begin, span.end});
        }
    }
    if (isWhiteSpace(text, split.kept.extent()) || isWhiteSpace(text, split.added.extent()))
        return std::nullopt;
    return split;
}

Passage joined(const Text &text, Passage passage, const Passage &other)
{
    QList<TextSpan> spans;
    for (const Fragment &fragment : passage.fragments + other.fragments)
        spans.append(fragment.span);
    std::ranges::sort(spans);
    QList<TextSpan> whole;
    for (const TextSpan &span : std::as_const(spans)) {
        if (!whole.isEmpty() && isWhiteSpace(text, {whole.last().end, span.begin}))
            whole.last().end = std::max(whole.last().end, span.end);
        else
            whole.append(span);
    }
    passage.fragments.clear();
    for (const TextSpan &span : std::as_const(whole))
        append(passage.fragments, text, span);
    for (const AttributeValue &value : other.attributes) {
        if (!std::ranges::contains(passage.attributes, value.attribute, &AttributeValue::attribute))
            passage.attributes.append(value);
    }
    return passage;
}

std::optional<Passage> withoutFragmentAt(Passage passage, TextPosition caret)
{
    const auto at = std::ranges::find_if(passage.fragments, [caret](const Fragment &fragment) {
        return fragment.span.begin <= caret && caret <= fragment.span.end;
    });
    if (at == passage.fragments.end() || passage.fragments.size() < 2)
        return std::nullopt;
    passage.fragments.erase(at);
    return passage;
}

void PassageMerge::apply(Edit &edit) const
{
    edit.put(kept);
    for (const Claim &claim : claims)
        edit.put(claim);
    for (const Evidence &item : evidence)
        edit.put(item);
    for (const Note &note : notes)
        edit.put(note);
    edit.remove(gone); // nothing refers to it any more, so nothing goes with it
}

PassageMerge passageMerge(Session &session, const Text &text, const Passage &kept, const Passage &gone)
{
    PassageMerge merge{joined(text, kept, gone), gone.id, {}, {}, {}};
    for (const Claim &claim : session.value(session.store().claims(QSet{gone.id})))
        merge.claims.append(redirected(claim, gone.id, kept.id));
    for (Evidence &item : session.value(session.store().evidence(gone.id))) {
        item.passage = kept.id;
        merge.evidence.append(item);
    }
    for (Note &note : session.value(session.store().notes(gone.id))) {
        note.target = kept.id;
        merge.notes.append(note);
    }
    return merge;
}

}
