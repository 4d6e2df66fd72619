// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

#include <QJsonObject>

namespace pq {

/// Label Studio's JSON: an array of tasks, each with "data": {"text"}, annotations (who made them under "completed_by";
/// what is rejected in those that "was_cancelled") and predictions, which are suggestions. Passages are results of the
/// type "labels", their attributes results of the type "textarea" of the same region, relations such of the type
/// "relation". Positions are code points, but UTF-16 units in dialogues that were read from there; those stay dialogues
/// as long as their texts are the same and nothing is marked in a speaker's name.
[[nodiscard]] Result<Written> writeLabelStudio(const Corpus &corpus, const WriteOptions &options = {});

/// Also the older "completions", and dialogues: see LabelStudioDialogue. How positions are counted is found by the
/// words beside them, otherwise by word boundaries. Results that are not about stretches of a plain text are kept and
/// written back, as are the regions' ids and which kind of result an attribute came from.
[[nodiscard]] Result<Read> readLabelStudio(const QList<NamedFile> &files);

[[nodiscard]] bool isLabelStudio(QStringView name, QByteArrayView beginning);

/// Who made an annotation, or which model a prediction; empty when nobody is named.
[[nodiscard]] QString labelStudioMaker(const QJsonObject &maker, bool isPrediction);

/// Under this the place of the text is kept where it is not "text".
inline constexpr QLatin1StringView labelStudioTextMark("pullquote:text");

/// Under this is kept, beside a task's own members, what its passages and attributes were: under "regions" the ids of
/// their results, by passage; under "members" where attributes stood that were no text areas, by name: the type of
/// their results, or "result" and "value" for members of those; under "dialogue" the key of the dialogue that the text
/// is of.
inline constexpr QLatin1StringView labelStudioKept("pullquote:kept");

/// Type of the results about a dialogue, and where they have their labels.
inline constexpr QLatin1StringView labelStudioDialogueType("paragraphlabels");

/// Members of a result that are attributes of passages here, and not results of their own.
[[nodiscard]] bool isLabelStudioMember(const QString &attribute);

}
