// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/article/picker.h"
#include "ui/parts/rows.h"

namespace pq {

class RowList;

/// The passages that lie over each other at one place, to choose one: by the arrow keys, by the first letters of its
/// tag, or by a click.
class PassageChooser : public Picker
{
    Q_OBJECT

public:
    /// @p rows: their values are the ids; @p current is marked at first.
    PassageChooser(const QList<Row> &rows, PassageId current, QWidget *window);

Q_SIGNALS:
    void chosen(pq::PassageId passage);

private:
    RowList *m_list;
};

}
