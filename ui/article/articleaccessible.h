// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace pq {

class ArticleView;
class TextSelection;

/// Tells assistive technology the text, caret, selection and passages of every ArticleView made from here on.
/// Positions are code points, as AT-SPI counts them: Qt hands on what it is told.
void installArticleAccessible();

// What changed, for who listens.
void tellText(ArticleView &view, const QString &former);
void tellSelection(ArticleView &view, const TextSelection &former);
void tellPassages(ArticleView &view);
void tellCurrentPassage(ArticleView &view);

}
