// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimdrops.h"

#include "core/model/labels.h"
#include "ui/actions.h"
#include "ui/claims/claimstart.h"
#include "ui/claims/claimsummary.h"
#include "ui/session.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ClaimDrops)
};

constexpr std::array participantRoles{
    ParticipantRole::Speaker, ParticipantRole::Contributor, ParticipantRole::Source, ParticipantRole::Interviewer,
    ParticipantRole::Outlet,  ParticipantRole::Addressee,   ParticipantRole::Subject};
constexpr std::array passageRoles{PassageRole::Content, PassageRole::Cue, PassageRole::Source};

QString plain(QString text)
{
    return text.simplified().replace(u'&', u"&&"_s);
}

QMenu *makeMenu(QWidget *parent, const QString &name)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

/// The way without a mouse.
void addHint(QMenu &menu, const Actions &actions)
{
    const QString key = actions["claim.edit"]->shortcut().toString(QKeySequence::NativeText);
    menu.addSeparator();
    menu.addAction(key.isEmpty() ? Words::tr("By key: “Edit Claim” on the passage")
                                 : Words::tr("By key: %1 on the passage edits its claim").arg(key))
        ->setEnabled(false);
}

QString titleOf(const ClaimSummary &summary, const QWidget &parent)
{
    constexpr int widest = 40; // characters
    const QString said = summary.claim.summary.isEmpty() ? summary.words : summary.claim.summary;
    const QFontMetrics metrics = parent.fontMetrics();
    return Words::tr("%1: %2").arg(
        label(summary.claim.kind),
        plain(metrics.elidedText(said.simplified(), Qt::ElideRight, widest * metrics.averageCharWidth())));
}

/// The passage that was dropped proves it, unless it is what the claim says.
Claim withParticipant(Claim claim, EntityId entity, ParticipantRole role, PassageId passage)
{
    const bool isContent = std::ranges::contains(claim.passages, ClaimPassage{passage, PassageRole::Content});
    claim.participants.append({entity, role, isContent ? PassageId() : passage});
    return claim;
}

template <class Act>
void addRoles(QMenu &menu, const Claim &claim, EntityId entity, Act act)
{
    for (const ParticipantRole role : participantRoles) {
        QAction *action = menu.addAction(label(role));
        action->setEnabled(std::ranges::none_of(
            claim.participants, [&](const Participant &p) { return p.entity == entity && p.role == role; }));
        QObject::connect(action, &QAction::triggered, &menu, [act, role] { act(role); });
    }
}

void addClaim(Session &session, QMenu &menu, const Claim &claim, EntityId entity, PassageId passage)
{
    addRoles(menu, claim, entity, [&session, claim, entity, passage](ParticipantRole role) {
        session.edit(Words::tr("Add participant"),
                     [&](Edit &e) { e.put(withParticipant(claim, entity, role, passage)); });
    });
}

void addNewClaim(Session &session, QMenu &menu, const Passage &passage, EntityId entity)
{
    const auto articles = session.value(session.store().articleOfVersion());
    Result<ClaimStart> start = startedClaim(session, passage.version, articles.value(passage.version), {}, passage.id);
    if (!start) {
        Q_EMIT session.failed(start.error().message);
        return;
    }
    for (const ClaimStart::FromText &found : std::as_const(start->fromText)) {
        if (found.participant.entity == entity) // what it is here will be chosen
            start->claim.participants.removeOne(found.participant);
    }
    menu.addSection(Words::tr("In a new claim"));
    addRoles(menu, start->claim, entity, [&session, made = *start, entity](ParticipantRole role) {
        ClaimStart whole = made;
        whole.claim.participants.append({entity, role, {}});
        session.edit(Words::tr("Make claim"), [&](Edit &e) { whole.apply(e); });
    });
}

}

void askForParticipant(Session &session, const Actions &actions, const DraggedPassage &dropped, EntityId entity,
                       QWidget *parent, const QPoint &globalPosition)
{
    const QList<Passage> found = session.value(session.store().passages(QSet<PassageId>{dropped.passage}));
    if (found.isEmpty())
        return; // of another project
    QList<Claim> claims = session.value(session.store().claims(QSet<PassageId>{dropped.passage}));
    claims.removeIf([&](const Claim &claim) {
        return claim.state == State::Rejected || (!dropped.claim.isNull() && claim.id != dropped.claim);
    });
    QMenu *menu = makeMenu(parent, u"participantMenu"_s);
    if (claims.isEmpty())
        addNewClaim(session, *menu, found.first(), entity);
    for (const QList<ClaimSummary> all = summaries(session, claims, cast(session)); const ClaimSummary &summary : all) {
        const QString title = titleOf(summary, *menu);
        if (claims.size() == 1)
            menu->addSection(title);
        addClaim(session, claims.size() == 1 ? *menu : *menu->addMenu(title), summary.claim, entity, dropped.passage);
    }
    addHint(*menu, actions);
    menu->popup(globalPosition);
}

void askForPassageRole(Session &session, const Actions &actions, const DraggedPassage &dropped, ClaimId claimId,
                       QWidget *parent, const QPoint &globalPosition)
{
    const QList<Claim> found = session.value(session.store().claims(QSet<ClaimId>{claimId}));
    if (found.isEmpty() || session.value(session.store().passages(QSet<PassageId>{dropped.passage})).isEmpty())
        return;
    QMenu *menu = makeMenu(parent, u"passageRoleMenu"_s);
    menu->addSection(titleOf(summaries(session, found, cast(session)).first(), *menu));
    for (const PassageRole role : passageRoles) {
        QAction *action = menu->addAction(label(role));
        const ClaimPassage part{dropped.passage, role};
        action->setEnabled(!found.first().passages.contains(part));
        QObject::connect(action, &QAction::triggered, menu, [&session, part, claim = found.first()]() mutable {
            claim.passages.append(part);
            session.edit(Words::tr("Add passage to claim"), [&](Edit &e) { e.put(claim); });
        });
    }
    addHint(*menu, actions);
    menu->popup(globalPosition);
}

}
