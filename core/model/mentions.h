// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QList>
#include <QStringView>

namespace pq {

/// Whom a note calls: who stands in it as "@" and the annotator's name, whatever the case, with nothing that goes on
/// as a word before or behind it. Of names that begin alike the longest one is meant. Each once, in order.
[[nodiscard]] QList<AnnotatorId> mentioned(QStringView body, const QList<Annotator> &annotators);

/// Where the begin of such a call stands just before @p cursor: "@" and some letters of a name that may follow;
/// -1 when there is none. In UTF-16.
[[nodiscard]] qsizetype mentionBegin(QStringView line, qsizetype cursor);

}
