// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pq {

class Actions;
class ArticleView;

/// Connects the commands of the group "select": the sentence, the paragraph, the quotation and the turn at the
/// caret; each of them once more selects more.
void serveSelection(ArticleView &view, const Actions &actions);

}
