// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/leadtohits.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

namespace pq {

namespace {

class FilterKeys : public QObject
{
public:
    FilterKeys(QLineEdit *edit, QAbstractItemView *hits) : QObject(edit), m_edit(edit), m_hits(hits)
    {
        edit->installEventFilter(this);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(object, event);
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
        if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
            return false;
        if (const QModelIndex first = firstHit(); first.isValid()) {
            const bool isChosen = m_hits->currentIndex().isValid(); // a view that gets the keyboard chooses something
            m_hits->setFocus();
            if (!isChosen || key != Qt::Key_Down)
                m_hits->setCurrentIndex(first);
            if (key != Qt::Key_Down)
                Q_EMIT m_hits->activated(first);
        }
        return true;
    }

private:
    /// What is called so rather than a parent that only holds it; headings cannot be chosen.
    [[nodiscard]] QModelIndex firstHit() const
    {
        const QAbstractItemModel *model = m_hits->model();
        QModelIndex index = model->index(0, 0);
        const QModelIndexList named = model->match(index, Qt::DisplayRole, m_edit->text().trimmed(), 1,
                                                   Qt::MatchContains | Qt::MatchRecursive | Qt::MatchWrap);
        if (!named.isEmpty() && named.first().flags() & Qt::ItemIsSelectable)
            return named.first();
        while (index.isValid() && !(index.flags() & Qt::ItemIsSelectable))
            index = index.siblingAtRow(index.row() + 1);
        return index;
    }

    QLineEdit *m_edit;
    QAbstractItemView *m_hits;
};

}

void leadToHits(QLineEdit *filter, QAbstractItemView *hits)
{
    new FilterKeys(filter, hits);
}

}
