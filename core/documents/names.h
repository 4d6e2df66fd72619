// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pq {

/// By their shape only: what a line of an article's head may be. Strict, since what is guessed wrongly costs
/// more than what is left empty.

/// "Ursula K. Le Guin": two to five words with capitals, or particles between them.
[[nodiscard]] bool looksLikePerson(QStringView words);
/// "Jane Doe", "Jane Doe and John Roe", "Jane Doe, Staff Writer": persons and what they are.
[[nodiscard]] bool looksLikeByline(QStringView words);
/// "The Hollywood Reporter": up to five words with capitals, and no section of a site.
[[nodiscard]] bool looksLikeOutlet(QStringView words);
/// An outlet that can hardly be a person: "Variety", "The Wrap", "Radio Times".
[[nodiscard]] bool isClearlyOutlet(QStringView words);
/// "Staff Writer", "Senior TV Editor".
[[nodiscard]] bool isRole(QStringView words);
/// "Movies", "Share", "5 min read": what sites put beside a date.
[[nodiscard]] bool isPageFurniture(QStringView words);

}
