// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pq {

/// Whether the full stop that @p before ends with (white space after it aside) belongs to an English
/// abbreviation or an initial, so that no sentence ends there. @p after is what follows. ICU's own filter
/// ("ss=standard") does not look where a word begins (for it "NASA." ends with the initial "A.") and lacks
/// "Dr." and most initials. Internal to core/text.
[[nodiscard]] bool endsWithAbbreviation(QStringView before, QStringView after);

}
