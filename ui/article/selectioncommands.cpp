// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/selectioncommands.h"

#include "core/text/grow.h"
#include "core/text/quotes.h"
#include "core/text/turns.h"
#include "ui/actions.h"
#include "ui/article/articleview.h"

#include <QAction>

namespace pq {

namespace {

/// First what is said, then with who says it.
std::optional<TextSpan> turnAround(const Text &text, const TextSpan &selected)
{
    const std::optional<Turn> turn = turnAt(text, selected.begin);
    if (!turn)
        return std::nullopt;
    return selected == turn->words || turn->words.isEmpty() ? turn->whole : turn->words;
}

}

void serveSelection(ArticleView &view, const Actions &actions)
{
    const auto serve = [&](const char *id, auto select) {
        QObject::connect(actions[id], &QAction::triggered, &view, [&view, select] {
            if (const std::optional<TextSpan> span = select(view.text(), view.selection().live()))
                view.select(*span);
        });
    };
    serve("select.sentence",
          [](const Text &text, const TextSpan &s) { return std::optional(grownTo(text, s, Unit::Sentence)); });
    serve("select.paragraph",
          [](const Text &text, const TextSpan &s) { return std::optional(grownTo(text, s, Unit::Paragraph)); });
    serve("select.quotation", quotationAround);
    serve("select.turn", turnAround);
}

}
