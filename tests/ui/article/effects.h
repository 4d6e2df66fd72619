// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"

#include <QHash>

#include <algorithm>

namespace pq::test {

/// What became of passages between two looks at them.
struct Effect
{
    QList<Passage> changed; ///< as they are now
    QList<Passage> added;
    QList<Passage> removed;

    static Effect between(const QList<Passage> &before, const QList<Passage> &after)
    {
        Effect effect;
        QHash<PassageId, Passage> was;
        for (const Passage &passage : before)
            was.insert(passage.id, passage);
        for (const Passage &passage : after) {
            if (!was.contains(passage.id))
                effect.added.append(passage);
            else if (was.take(passage.id) != passage)
                effect.changed.append(passage);
        }
        effect.removed = was.values();
        return effect;
    }
};

/// Empty when nothing but one boundary of @p current is another one.
[[nodiscard]] inline QString notOneBoundary(const Effect &effect, const QList<Passage> &before, PassageId current)
{
    if (!effect.added.isEmpty() || !effect.removed.isEmpty() || effect.changed.size() > 1)
        return QStringLiteral("other passages came, went or changed");
    if (effect.changed.isEmpty())
        return {};
    Passage now = effect.changed.first();
    const Passage old = *std::ranges::find(before, now.id, &Passage::id);
    if (now.id != current)
        return QStringLiteral("another passage changed");
    if (now.fragments.size() != old.fragments.size())
        return QStringLiteral("fragments came or went");
    int moved = 0;
    for (qsizetype i = 0; i < now.fragments.size(); ++i) {
        moved += now.fragments[i].span.begin != old.fragments[i].span.begin ? 1 : 0;
        moved += now.fragments[i].span.end != old.fragments[i].span.end ? 1 : 0;
    }
    now.fragments = old.fragments;
    return moved == 1 && now == old ? QString() : QStringLiteral("not one boundary moved");
}

/// Empty when a command did no more than it may.
[[nodiscard]] inline QString notOf(const QString &command, const Effect &effect, const QList<Passage> &before,
                                   PassageId current, qsizetype edits)
{
    const bool extends = command.startsWith(u"passage.extend");
    const bool movesBoundary = extends || command.startsWith(u"passage.shrink");
    const bool takes = command == u"passage.delete" || command == u"passage.merge";
    const bool adds = command == u"passage.split" || command == u"passage.tagAgain";
    const bool grows = command.startsWith(u"passage.growTo"); // at both ends
    const bool mayEdit = movesBoundary || grows || takes || adds || command == u"passage.removeFragment";
    if (edits > (mayEdit ? 1 : 0))
        return QStringLiteral("%1 edits").arg(edits);
    if (effect.removed.size() != (takes ? edits : 0))
        return QStringLiteral("%1 passages went").arg(effect.removed.size());
    if (effect.added.size() > (adds ? 1 : 0))
        return QStringLiteral("passages came");
    if (effect.changed.size() > 1 || (!effect.changed.isEmpty() && effect.changed.first().id != current))
        return QStringLiteral("another passage changed");
    if ((!movesBoundary && !grows) || effect.changed.isEmpty())
        return {};
    const Passage &now = effect.changed.first();
    const Passage old = *std::ranges::find(before, now.id, &Passage::id);
    for (qsizetype i = 0; i < std::min(now.fragments.size(), old.fragments.size()); ++i) {
        const TextSpan a = old.fragments[i].span;
        const TextSpan b = now.fragments[i].span;
        const bool isRight = extends || grows ? b.contains(a) : a.contains(b);
        const bool isThere = grows || (command.contains(u"Begin") ? a.end == b.end : a.begin == b.begin);
        if (!isRight || !isThere)
            return QStringLiteral("a boundary moved the wrong way: from %1–%2 to %3–%4, of %5 fragments now %6")
                .arg(a.begin.value)
                .arg(a.end.value)
                .arg(b.begin.value)
                .arg(b.end.value)
                .arg(old.fragments.size())
                .arg(now.fragments.size());
    }
    return grows ? QString() : notOneBoundary(effect, before, current);
}

}
