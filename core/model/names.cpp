// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

namespace pq {

using namespace Qt::StringLiterals;

template <> std::span<const QLatin1StringView> names<RepairKind>()
{
    static constexpr QLatin1StringView all[] = {"byte-order-mark"_L1, "line-ends"_L1,     "control-characters"_L1,
                                                "null-characters"_L1, "invalid-bytes"_L1, "lone-surrogates"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<State>()
{
    static constexpr QLatin1StringView all[] = {"accepted"_L1, "suggested"_L1, "rejected"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<AttributeKind>()
{
    static constexpr QLatin1StringView all[] = {"text"_L1, "choice"_L1, "number"_L1, "boolean"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<EntityKind>()
{
    static constexpr QLatin1StringView all[] = {"person"_L1, "character"_L1, "organisation"_L1, "work"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<ClaimKind>()
{
    static constexpr QLatin1StringView all[] = {"quote"_L1, "contribution"_L1, "fact"_L1, "opinion"_L1,
                                                "prediction"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<PassageRole>()
{
    static constexpr QLatin1StringView all[] = {"content"_L1, "cue"_L1, "source"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<ParticipantRole>()
{
    static constexpr QLatin1StringView all[] = {"speaker"_L1, "contributor"_L1, "source"_L1, "interviewer"_L1,
                                                "outlet"_L1,  "addressee"_L1,   "subject"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<LinkKind>()
{
    static constexpr QLatin1StringView all[] = {"within"_L1,   "re-reports"_L1,  "repeats"_L1, "paraphrases"_L1,
                                                "supports"_L1, "contradicts"_L1, "corrects"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<EvidenceKind>()
{
    static constexpr QLatin1StringView all[] = {"passage"_L1, "url"_L1, "document"_L1, "recording"_L1,
                                                "conversation"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<Stance>()
{
    static constexpr QLatin1StringView all[] = {"supports"_L1, "refutes"_L1, "context"_L1};
    return all;
}

template <> std::span<const QLatin1StringView> names<VerdictValue>()
{
    static constexpr QLatin1StringView all[] = {"not-checked"_L1, "in-progress"_L1,  "supported"_L1,      "disputed"_L1,
                                                "refuted"_L1,     "unverifiable"_L1, "no-check-needed"_L1};
    return all;
}

}
