// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/claim.h"
#include "core/model/entity.h"
#include "core/model/review.h"
#include "core/model/tag.h"

#include <QLatin1StringView>

#include <optional>
#include <span>

namespace pq {

/// The names of an enum's values as they stand in the project file and in pullquote-jsonl; never
/// translated. In the order of the enum, so that values and names index alike.
template <class Enum>
std::span<const QLatin1StringView> names() = delete;

template <> std::span<const QLatin1StringView> names<RepairKind>();
template <> std::span<const QLatin1StringView> names<State>();
template <> std::span<const QLatin1StringView> names<AttributeKind>();
template <> std::span<const QLatin1StringView> names<EntityKind>();
template <> std::span<const QLatin1StringView> names<ClaimKind>();
template <> std::span<const QLatin1StringView> names<PassageRole>();
template <> std::span<const QLatin1StringView> names<ParticipantRole>();
template <> std::span<const QLatin1StringView> names<LinkKind>();
template <> std::span<const QLatin1StringView> names<EvidenceKind>();
template <> std::span<const QLatin1StringView> names<Stance>();
template <> std::span<const QLatin1StringView> names<VerdictValue>();

template <class Enum>
[[nodiscard]] QLatin1StringView nameOf(Enum value)
{
    return names<Enum>()[static_cast<size_t>(value)];
}

/// Nothing when @p name is not one of the enum's names.
template <class Enum>
[[nodiscard]] std::optional<Enum> fromName(QStringView name)
{
    const auto all = names<Enum>();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}
