// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"
#include "core/formats/uima/cas.h"

namespace pq {

/// UIMA's type system descriptions. What they import from elsewhere is remarked on.
[[nodiscard]] TypeSystem readTypeSystem(const NamedFile &file, Reading &reading);
[[nodiscard]] QByteArray typeSystemXml(const TypeSystem &types);
[[nodiscard]] bool isTypeSystem(QByteArrayView beginning);

/// @p text as the value of an attribute in quotation marks or as text between tags; line ends and tabs as numbers.
[[nodiscard]] QByteArray escapedXml(const QString &text);

}
