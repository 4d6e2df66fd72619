// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/article/citation.h"
#include "ui/session.h"

#include <QDrag>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// The first words on a card, to be carried by the pointer.
QPixmap picture(const QString &words, const QWidget &view)
{
    constexpr int widest = 40; // characters
    constexpr int padding = 6;
    const QFontMetrics metrics = view.fontMetrics();
    const QString shown = metrics.elidedText(words.simplified(), Qt::ElideRight, widest * metrics.averageCharWidth());
    const QSize size(metrics.horizontalAdvance(shown) + 2 * padding, metrics.height() + 2 * padding);
    QPixmap pixmap(size * view.devicePixelRatioF());
    pixmap.setDevicePixelRatio(view.devicePixelRatioF());
    const Theme theme = Theme::of(view.palette());
    pixmap.fill(theme.card);
    QPainter painter(&pixmap);
    painter.setFont(view.font());
    painter.setPen(theme.text);
    painter.drawText(QRect({}, size), Qt::AlignCenter, shown);
    painter.setPen(theme.border);
    painter.drawRect(QRect({}, size).adjusted(0, 0, -1, -1));
    return pixmap;
}

}

void ArticlePage::serveDrags()
{
    connect(m_view, &ArticleView::passageDragged, this, [this](PassageId passage) { drag({passage, {}}); });
    connect(m_view, &ArticleView::cardDragged, this, &ArticlePage::dragCard);
    auto *drops = new PassageDrops(m_view->viewport(), [this](const QPoint &place) {
        const std::optional<CardId> card = m_view->cardIdAt(place);
        return card && std::holds_alternative<ClaimId>(*card) ? m_view->cardBoxAt(place) : QRect();
    });
    connect(drops, &PassageDrops::dropped, this, [this](const DraggedPassage &passage, const QPoint &place) {
        Q_EMIT passageDropped(passage, std::get<ClaimId>(*m_view->cardIdAt(place)),
                              m_view->viewport()->mapToGlobal(place));
    });
}

std::unique_ptr<QMimeData> ArticlePage::dragData(const DraggedPassage &dragged)
{
    const QList<Passage> found = m_session.value(m_session.store().passages({dragged.passage}));
    if (found.isEmpty())
        return nullptr;
    std::unique_ptr<QMimeData> mime = citationData(citationOf(found.first().fragments));
    putPassage(*mime, dragged);
    return mime;
}

void ArticlePage::drag(const DraggedPassage &dragged)
{
    std::unique_ptr<QMimeData> mime = dragData(dragged);
    if (!mime)
        return;
    auto *drag = new QDrag(m_view);
    drag->setPixmap(picture(mime->text(), *m_view));
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

/// The passage that a card stands at: its claim's content, or what its note is about.
void ArticlePage::dragCard(const CardId &card)
{
    const PassageMarks &marks = m_view->passages();
    if (const auto *id = std::get_if<ClaimId>(&card)) {
        const auto claim = std::ranges::find(m_claims, *id, &Claim::id);
        if (claim == m_claims.end())
            return;
        const auto isHere = [&marks](const ClaimPassage &part) {
            return part.role == PassageRole::Content && marks.contains(part.passage);
        };
        if (const auto part = std::ranges::find_if(claim->passages, isHere); part != claim->passages.end())
            drag({part->passage, *id});
        return;
    }
    const auto note = std::ranges::find(m_notes, std::get<NoteId>(card), &Note::id);
    const auto *passage = note == m_notes.end() ? nullptr : std::get_if<PassageId>(&note->target);
    if (passage && marks.contains(*passage))
        drag({*passage, {}});
}

}
