// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

namespace pq {

class Session;

/// Where the sample project of this user lies, made or not.
[[nodiscard]] QString samplePath();

/// Opens the project at @p path after making it from the sample that comes with the program, when it is not
/// there. False when it could not be done; the session has said why.
bool openSample(Session &session, const QString &path);

/// A passage of the open project that a chain of several hops leads to: what to show a newcomer first. Null
/// when there is none.
[[nodiscard]] PassageId telltalePassage(Session &session);

}
