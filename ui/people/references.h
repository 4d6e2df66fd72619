// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QStringList>

namespace pq {

class Session;

/// What goes with an entity when it is deleted, a sentence each; empty when nothing refers to it.
[[nodiscard]] QStringList references(Session &session, EntityId entity);

}
