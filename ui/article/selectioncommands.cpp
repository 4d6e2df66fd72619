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

template <Unit unit>
std::optional<TextSpan> unitAround(const Text &text, const TextSpan &span)
{
    return grownTo(text, span, unit);
}

constexpr Surrounding all[] = {
    {"select.sentence", "passage.growToSentence", unitAround<Unit::Sentence>},
    {"select.paragraph", "passage.growToParagraph", unitAround<Unit::Paragraph>},
    {"select.quotation", "passage.growToQuotation", quotationAround},
    {"select.turn", "passage.growToTurn", turnAround},
};

}

std::span<const Surrounding> surroundings()
{
    return all;
}

void serveSelection(ArticleView &view, const Actions &actions)
{
    for (const Surrounding &surrounding : surroundings()) {
        QObject::connect(actions[surrounding.select], &QAction::triggered, &view, [&view, surrounding] {
            if (const auto span = surrounding.around(view.text(), view.selection().live()))
                view.select(*span);
        });
    }
}

}
