// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pq {

class QueueModel;

/// A verdict with its mark, and a second one behind it when it is signed off.
class VerdictDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    VerdictDelegate(const QueueModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const QueueModel &m_model;
};

}
