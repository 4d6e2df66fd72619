// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace pq {

/// Whether it is one of the annotations that the API of Hypothes.is gives out.
[[nodiscard]] bool isHypothesisRow(const QJsonObject &row);

/// The same as a Web Annotation: tags tag, the text comments, replies are on what they answer; whatever else it has it
/// keeps. Its positions count what JavaScript counts.
[[nodiscard]] QJsonObject annotationOfHypothesis(const QJsonObject &row);

}
