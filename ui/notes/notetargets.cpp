// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notetargets.h"

#include "core/model/labels.h"
#include "ui/claims/claimsummary.h"
#include "ui/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace pq {

namespace {

constexpr qsizetype mostWords = 80; // UTF-16, only for showing

QString quoted(const QString &words)
{
    const QString flat = words.simplified();
    return flat.size() <= mostWords ? flat : flat.first(mostWords).trimmed() + u'…';
}

QString tr(const char *text)
{
    return QCoreApplication::translate("NoteTarget", text);
}

QString describe(Session &session, ArticleId id)
{
    return tr("Article “%1”").arg(session.value(session.store().article(id)).title);
}

QString describe(Session &session, PassageId id)
{
    const QList<Passage> found = session.value(session.store().passages(QSet<PassageId>{id}));
    return found.isEmpty() ? tr("A passage that is gone") : tr("Passage “%1”").arg(quoted(found.first().words()));
}

QString describe(Session &session, ClaimId id)
{
    const QList<Claim> found = session.value(session.store().claims(QSet<ClaimId>{id}));
    if (found.isEmpty())
        return tr("A claim that is gone");
    const QList<ClaimSummary> list = summaries(session, found, cast(session));
    return tr("%1 “%2”").arg(label(found.first().kind), quoted(list.first().words));
}

QString describe(Session &session, EntityId id)
{
    return cast(session).name(id);
}

QString describe(Session &session, TagId id)
{
    const QList<Tag> tags = session.value(session.store().tags());
    const auto tag = std::ranges::find(tags, id, &Tag::id);
    return tag == tags.end() ? tr("A tag that is gone") : tr("Tag “%1”").arg(tag->name);
}

}

QString describe(Session &session, const NoteTarget &target)
{
    if (!session.isOpen() || isNull(target))
        return {};
    return std::visit([&session](const auto &id) { return describe(session, id); }, target);
}

QHash<NoteId, QList<Note>> threadsOf(const QList<Note> &notes)
{
    QHash<NoteId, QList<Note>> threads;
    QHash<NoteId, NoteId> headOf; // an answer may answer an answer
    for (const Note &note : notes) {
        headOf.insert(note.id, note.parent.isNull() ? note.id : headOf.value(note.parent, note.parent));
        threads[headOf[note.id]].append(note);
    }
    return threads;
}

bool isNull(const NoteTarget &target)
{
    return std::visit([](const auto &id) { return id.isNull(); }, target);
}

}
