// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/entity.h"

#include <QUrl>

namespace pq {

/// The id that @p typed is in the catalogue @p scheme, as the catalogue writes it; a pasted address of its page will
/// do. Refused when it has not the shape of such an id, with that shape. Any value will do in a catalogue that is not
/// known here.
///
/// Shapes: wikidata Q and a number; imdb nm, tt, co, ch or ev and at least seven digits; tmdb person, movie, tv or
/// company, a slash and a number; viaf a number; isni sixteen digits of which the last checks the others (ISO 7064
/// MOD 11-2).
[[nodiscard]] Result<ExternalId> externalId(const QString &scheme, const QString &typed);

/// The page on the thing in its catalogue; empty in one that is not known here.
[[nodiscard]] QUrl pageOf(const ExternalId &id);

}
