// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/passagechooser.h"

#include "ui/parts/rowlist.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

PassageChooser::PassageChooser(const QList<Row> &rows, PassageId current, QWidget *window)
    : Picker(window), m_list(new RowList(RowList::Height::Filling, 1, this))
{
    setObjectName(u"passageChooser"_s);
    m_list->setObjectName(u"passageChooserList"_s);
    m_list->setAccessibleName(tr("Passages at this place"));
    m_list->setActivatesOnClick(true);
    m_list->setRows(rows);
    if (!m_list->setCurrentValue(QVariant::fromValue(current)))
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_list);
    connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
        Q_EMIT chosen(value.value<PassageId>());
        finish();
    });
    setFocusWidget(m_list);
}

}
