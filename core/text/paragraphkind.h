// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pq {

/// What a paragraph of an interview is. The syntax definition "Interview" shows the same.
enum class ParagraphKind {
    Empty,       ///< white space at most
    Prose,       ///< all that is none of the others
    Question,    ///< asks and does not quote, or is labelled as a question
    Boilerplate, ///< furniture of the web page: "Read more", "Sign up for our newsletter"
    Spoiler,     ///< warns of spoilers
    Caption,     ///< of a picture, or its credit
    Byline,      ///< who wrote it, or when it was published
};

/// @p paragraph without its line feed. Looks at this paragraph only.
[[nodiscard]] ParagraphKind paragraphKind(QStringView paragraph);

}
