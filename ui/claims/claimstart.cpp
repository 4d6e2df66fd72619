// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimstart.h"

#include "core/assist/attribution.h"
#include "core/model/labels.h"
#include "core/model/names.h"
#include "core/text/fold.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr std::array kinds{ClaimKind::Quote, ClaimKind::Contribution, ClaimKind::Fact, ClaimKind::Opinion,
                           ClaimKind::Prediction};

bool speaksOf(const QString &tagName, ClaimKind kind)
{
    const QString name = folded(tagName);
    return name == folded(label(kind)) || name == nameOf(kind);
}

bool hasSpans(const Passage &passage, const QList<Fragment> &selection)
{
    return std::ranges::equal(passage.fragments, selection, {}, &Fragment::span, &Fragment::span);
}

Tag defaultTag(const Session &session, ClaimStart &start)
{
    Tag tag;
    tag.id = TagId::create();
    tag.name = label(ClaimKind::Quote);
    tag.colour = u"#0072b2"_s;
    const auto tagsets = session.store().tagsets();
    if (tagsets && !tagsets->isEmpty()) {
        tag.tagset = tagsets->first().id;
    } else {
        start.tagset = Tagset{TagsetId::create(), QCoreApplication::translate("ClaimStart", "Tags"), {}};
        tag.tagset = start.tagset->id;
    }
    return tag;
}

}

void ClaimStart::apply(Edit &edit) const
{
    if (tagset)
        edit.put(*tagset);
    if (tag)
        edit.put(*tag);
    if (passage)
        edit.put(*passage);
    edit.put(claim);
}

Result<ClaimStart> startedClaim(Session &session, VersionId version, ArticleId article,
                                const QList<Fragment> &selection, PassageId current)
{
    const Store &store = session.store();
    const QList<Tag> tags = session.value(store.tags());
    ClaimStart start;
    Passage content;
    if (!selection.isEmpty()) {
        const QList<Passage> passages = session.value(store.passages(version));
        const auto same = std::ranges::find_if(passages, [&](const Passage &p) { return hasSpans(p, selection); });
        if (same != passages.end()) {
            content = *same;
        } else {
            content.id = PassageId::create();
            content.version = version;
            content.tag = tagForKind(ClaimKind::Quote, tags);
            if (content.tag.isNull()) {
                start.tag = defaultTag(session, start);
                content.tag = start.tag->id;
            }
            content.fragments = selection;
            content.annotator = store.annotator().id;
            content.created = Timestamp::now();
            start.passage = content;
        }
    } else if (!current.isNull()) {
        const QList<Passage> passages = session.value(store.passages(QSet<PassageId>{current}));
        if (!passages.isEmpty())
            content = passages.first();
    }
    if (content.id.isNull())
        return fail(QCoreApplication::translate("ClaimStart", "Select the words that the claim is about first."));

    start.claim.id = ClaimId::create();
    start.claim.kind = kindForTag(content.tag, tags);
    start.claim.passages = {{content.id, PassageRole::Content}};
    start.claim.annotator = store.annotator().id;
    start.claim.created = Timestamp::now();
    if (const auto published = store.article(article); published && !published->outlet.isNull())
        start.claim.participants = {{published->outlet, ParticipantRole::Outlet, {}}};
    if (const auto read = store.version(version); read) {
        for (const QList<Attribution> all = attributions(read->text, content.fragments.first().span, start.claim.kind,
                                                         session.value(store.entities()));
             const Attribution &attribution : all) {
            const Participant participant{attribution.entity, attribution.role, {}};
            start.claim.participants.append(participant);
            start.fromText.append({participant, read->text.words(attribution.words).trimmed().toString()});
        }
    }
    return start;
}

ClaimKind kindForTag(TagId id, const QList<Tag> &tags)
{
    // At most as many steps as there are tags, should the parents go round in a circle.
    for (qsizetype step = 0; step < tags.size() && !id.isNull(); ++step) {
        const auto tag = std::ranges::find(tags, id, &Tag::id);
        if (tag == tags.end())
            break;
        for (const ClaimKind kind : kinds) {
            if (speaksOf(tag->name, kind))
                return kind;
        }
        id = tag->parent;
    }
    return ClaimKind::Quote;
}

TagId tagForKind(ClaimKind kind, const QList<Tag> &tags)
{
    TagId first;
    for (const Tag &tag : tags) {
        if (tag.retired)
            continue;
        if (speaksOf(tag.name, kind))
            return tag.id;
        if (first.isNull())
            first = tag.id;
    }
    return first;
}

}
