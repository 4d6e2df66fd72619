// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

class QWidget;

namespace pq {

class Session;

/// Asks into whom @p entity is to be merged, showing what that will do, and does it as one edit. Gives who is left;
/// null when nothing was done.
EntityId mergeEntity(Session &session, EntityId entity, QWidget *parent);

}
