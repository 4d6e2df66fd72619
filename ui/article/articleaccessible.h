// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pq {

/// Tells assistive technology the text, caret, selection and passages of every ArticleView made from here on.
void installArticleAccessible();

}
