// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace pq {

/// What kind of file the first bytes say this is, when it is one that is often taken for a text ("a PDF
/// document"); translated, empty when they say nothing.
[[nodiscard]] QString foreignKind(QByteArrayView bytes);

}
