// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"
#include "core/model/state.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pq {

enum class ClaimKind { Quote, Contribution, Fact, Opinion, Prediction };

/// What a passage does in a claim (the terms of the PARC corpus of attributions).
enum class PassageRole { Content, Cue, Source };

enum class ParticipantRole { Speaker, Contributor, Source, Interviewer, Outlet, Addressee, Subject };

struct ClaimPassage
{
    PassageId passage;
    PassageRole role = PassageRole::Content;

    friend bool operator==(const ClaimPassage &, const ClaimPassage &) = default;
};

/// An entity in a role of a claim, at most once in each role.
struct Participant
{
    EntityId entity;
    ParticipantRole role = ParticipantRole::Speaker;
    PassageId evidence; ///< the words that say so, such as "this came from Tom"; may be null

    friend bool operator==(const Participant &, const Participant &) = default;
};

/// Something asserted.
struct Claim
{
    ClaimId id;
    ClaimKind kind = ClaimKind::Quote;
    QString summary; ///< one line; empty: the content passage's words speak for themselves
    QList<ClaimPassage> passages;
    QList<Participant> participants;
    State state = State::Accepted;
    AnnotatorId annotator;
    Timestamp created;
    AnnotatorId assignee; ///< who is to check it; null when nobody was asked

    friend bool operator==(const Claim &, const Claim &) = default;
};

/// "from … to": a re-report points at what it re-reports, a correction at what it corrects, and an
/// attribution nested in another points at the one around it.
enum class LinkKind { Within, ReReports, Repeats, Paraphrases, Supports, Contradicts, Corrects };

/// Whether such a link comes from a claim that says the other one's words once more.
[[nodiscard]] constexpr bool saysAgain(LinkKind kind)
{
    return kind == LinkKind::ReReports || kind == LinkKind::Repeats || kind == LinkKind::Paraphrases;
}

struct Link
{
    LinkId id;
    ClaimId from;
    ClaimId to;
    LinkKind kind = LinkKind::Repeats;
    State state = State::Accepted;
    AnnotatorId annotator;
    Timestamp created;

    friend bool operator==(const Link &, const Link &) = default;
};

/// What a claim says in one of its content passages, fragment by fragment: enough to find a line by.
struct ContentWords
{
    ClaimId claim;
    QStringList fragments;
};

}
