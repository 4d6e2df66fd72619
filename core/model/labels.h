// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QString>

namespace pq {

/// What the screen calls an enum's values, translated: "Speaker", "Contribution".
[[nodiscard]] QString label(EntityKind kind);
[[nodiscard]] QString label(ClaimKind kind);
[[nodiscard]] QString label(PassageRole role);
[[nodiscard]] QString label(ParticipantRole role);
[[nodiscard]] QString label(AttributeKind kind);
[[nodiscard]] QString label(State state);
[[nodiscard]] QString label(VerdictValue value);
[[nodiscard]] QString label(EvidenceKind kind);
[[nodiscard]] QString label(Stance stance);

/// What the claim that a link comes from does to the other one: "Re-reports".
[[nodiscard]] QString label(LinkKind kind);
/// The same read from the other end: "Is re-reported by".
[[nodiscard]] QString reverseLabel(LinkKind kind);

/// Day and time in the user's own format; empty when not known.
[[nodiscard]] QString label(Timestamp time);

}
