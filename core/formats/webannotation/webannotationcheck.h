// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace pq {

/// What the Web Annotation Data Model does not allow in @p annotation, as a sentence that names the member by its
/// path ("body[1].format"); empty when nothing. What many tools leave out (an id, a target's source) may be missing.
[[nodiscard]] QString whatIsWrong(const QJsonObject &annotation);

/// Whether it is an IRI: absolute, a blank node or, as some tools write, a fragment alone.
[[nodiscard]] bool isIri(const QJsonValue &value);

}
