// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pq {

/// A suggestion is the program's proposal; only what is accepted belongs to the record.
enum class State { Accepted, Suggested, Rejected };

}
