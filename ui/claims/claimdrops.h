// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"
#include "ui/parts/passagedrag.h"

class QMenu;
class QPoint;
class QWidget;

namespace pq {

class Actions;
class Session;

/// Asks in which role @p entity takes part in the claim of the passage that was dropped on it, and puts it there in
/// one edit. Of several claims one is chosen; without any, one is made. The menu belongs to @p parent.
void askForParticipant(Session &session, const Actions &actions, const DraggedPassage &dropped, EntityId entity,
                       QWidget *parent, const QPoint &globalPosition);

/// Asks in which role the passage goes into the claim that it was dropped on, and puts it there in one edit.
void askForPassageRole(Session &session, const Actions &actions, const DraggedPassage &dropped, ClaimId claim,
                       QWidget *parent, const QPoint &globalPosition);

}
