// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace pq {

/// The title of a part of a panel; @p text may have a mnemonic, which leads to @p buddy.
[[nodiscard]] QLabel *makeHeading(const QString &text, QWidget *buddy, QWidget *parent);

/// A label in the dimmed colour of explanations that wraps and can be selected.
[[nodiscard]] QLabel *makeExplanation(const QString &text, QWidget *parent);

}
