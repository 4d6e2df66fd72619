// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/passagedrag.h"

#include <QDropEvent>
#include <QMimeData>
#include <QRubberBand>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr QLatin1StringView mimeType{"application/x-pullquote-passage"};

}

void putPassage(QMimeData &data, const DraggedPassage &passage)
{
    data.setData(mimeType, (passage.passage.toString() + u'\n' + passage.claim.toString()).toUtf8());
}

std::optional<DraggedPassage> passageIn(const QMimeData &data)
{
    const QList<QByteArray> ids = data.data(mimeType).split('\n');
    const DraggedPassage passage{PassageId::fromString(QString::fromUtf8(ids.value(0))),
                                 ClaimId::fromString(QString::fromUtf8(ids.value(1)))};
    return passage.passage.isNull() ? std::nullopt : std::optional(passage);
}

PassageDrops::PassageDrops(QWidget *target, Zone zone)
    : QObject(target),
      m_target(target),
      m_zone(std::move(zone)),
      m_frame(new QRubberBand(QRubberBand::Rectangle, target))
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

void PassageDrops::mark(const QRect &zone)
{
    m_frame->setGeometry(zone);
    m_frame->setVisible(!zone.isEmpty());
}

bool PassageDrops::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::DragLeave) {
        mark({});
        return false;
    }
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QObject::eventFilter(object, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const std::optional<DraggedPassage> passage = passageIn(*drop->mimeData());
    if (!passage)
        return false; // somebody else's
    const QPoint place = drop->position().toPoint();
    const QRect zone = m_zone ? m_zone(place) : m_target->rect();
    mark(event->type() == QEvent::Drop ? QRect() : zone);
    // It has to be let in, or no move within is told of.
    drop->setAccepted(!zone.isEmpty() || event->type() == QEvent::DragEnter);
    if (drop->isAccepted())
        drop->setDropAction(Qt::CopyAction);
    if (event->type() == QEvent::Drop && !zone.isEmpty())
        Q_EMIT dropped(*passage, place);
    return true;
}

}
