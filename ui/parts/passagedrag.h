// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QObject>
#include <QRect>

#include <functional>
#include <optional>

class QMimeData;

namespace pq {

/// A passage on its way from the article to a person or a claim.
struct DraggedPassage
{
    PassageId passage;
    ClaimId claim; ///< whose card it was taken by; may be null

    friend bool operator==(const DraggedPassage &, const DraggedPassage &) = default;
};

/// As application/x-pullquote-passage, which other programs do not take; what they take is put beside it.
void putPassage(QMimeData &data, const DraggedPassage &passage);
[[nodiscard]] std::optional<DraggedPassage> passageIn(const QMimeData &data);

/// Lets passages be dropped on a widget, and shows where one would go.
class PassageDrops : public QObject
{
    Q_OBJECT

public:
    /// What takes a passage that is dropped at a point of the widget; empty when nothing does.
    using Zone = std::function<QRect(const QPoint &)>;

    /// Without a zone all of @p target takes it.
    explicit PassageDrops(QWidget *target, Zone zone = {});

Q_SIGNALS:
    void dropped(const pq::DraggedPassage &passage, const QPoint &place);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void mark(const QRect &zone);

    QWidget *m_target;
    Zone m_zone;
    QWidget *m_frame;
};

}
