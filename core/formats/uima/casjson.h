// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/json.h"
#include "core/formats/uima/cas.h"

namespace pq {

/// Version 0.4 of UIMA's "CAS JSON" (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc), as one object: types, feature
/// structures and views.
/// Numbers and truth values are written as such, or as the very text that they were read as.
enum class CasValues { AsJson, AsText };
void writeCas(JsonWriter &json, const Cas &cas, CasValues values = CasValues::AsJson);
void writeTypes(JsonWriter &json, const TypeSystem &types);

/// What the object does not declare is inferred from the values. Refuses what is no such CAS, naming the structure.
[[nodiscard]] Cas readCas(const QJsonObject &object, Reading &reading);
[[nodiscard]] TypeSystem readTypes(const QJsonObject &object, Reading &reading);

}
