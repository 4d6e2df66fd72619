// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/rowlist.h"

#include "ui/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>

namespace pq {

namespace {

constexpr int emptyMargin = 12;

}

RowList::RowList(Height height, int maximumLines, QWidget *parent)
    : QListView(parent), m_height(height), m_model(new RowModel(this))
{
    setModel(m_model);
    setItemDelegate(new RowDelegate(maximumLines, this));
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    if (height == Height::Fitted)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::activated, this, [this](const QModelIndex &index) {
        const QVariant value = index.data(RowModel::ValueRole);
        if (!m_activatesOnClick && value.isValid()) // a double click is a click as well
            Q_EMIT valueActivated(value);
    });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        const QVariant value = index.data(RowModel::ValueRole);
        if (m_activatesOnClick && value.isValid())
            Q_EMIT valueActivated(value);
    });
    fit();
}

void RowList::setRows(const QList<Row> &rows)
{
    if (rows == m_model->rows())
        return;
    const QVariant value = currentValue();
    const int row = currentIndex().row();
    m_isSettingRows = true;
    m_model->setRows(rows);
    QModelIndex index = m_model->find(value);
    if (!index.isValid() && row >= 0 && !rows.isEmpty())
        index = m_model->index(qMin(row, m_model->rowCount() - 1)); // its neighbour, when it was removed
    if (index.isValid() && !rows[index.row()].isHeading)
        setCurrentIndex(index);
    m_isSettingRows = false;
    if (currentValue() != value)
        Q_EMIT currentValueChanged(currentValue());
    fit();
}

void RowList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    fit();
    viewport()->update();
}

QVariant RowList::currentValue() const
{
    return currentIndex().data(RowModel::ValueRole);
}

bool RowList::setCurrentValue(const QVariant &value)
{
    const QModelIndex index = m_model->find(value);
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    return index.isValid();
}

QSize RowList::sizeHint() const
{
    return {240, m_height == Height::Fitted ? maximumHeight() : 240};
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isSettingRows)
        Q_EMIT currentValueChanged(current.data(RowModel::ValueRole));
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const bool isDelete = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (isDelete && event->modifiers() == Qt::NoModifier && currentValue().isValid()) {
        Q_EMIT deletionRequested(currentValue());
        return;
    }
    // The base class takes Return as "edit" on some platforms and lets it through to a dialog's default button.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier
        && currentValue().isValid()) {
        Q_EMIT valueActivated(currentValue());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model->rowCount() == 0)
        paintEmptyText(*this, m_emptyText);
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout(); // rows wrap; the base class looks at the height only
    fit();
}

void RowList::fit()
{
    if (m_height != Height::Fitted)
        return;
    int height = 2 * frameWidth();
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForIndex(m_model->index(row)).height();
    if (m_model->rowCount() == 0) {
        const QRect room(0, 0, qMax(viewport()->width() - 2 * emptyMargin, 60), 10000);
        height += fontMetrics().boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_emptyText).height()
            + emptyMargin;
    }
    if (height != maximumHeight() || height != minimumHeight())
        setFixedHeight(height);
}

void paintEmptyText(QAbstractItemView &view, const QString &text)
{
    QPainter painter(view.viewport());
    painter.setPen(Theme::of(view.palette()).dimmed);
    const QRect room = view.viewport()->rect().adjusted(emptyMargin, 0, -emptyMargin, 0);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, text);
}

}
