// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/rows.h"

#include <QListView>

namespace pq {

/// A list of rows that keeps what is chosen by value when the rows change, and says what to do when there
/// are none. Return and double click (or one click, on request) activate.
class RowList : public QListView
{
    Q_OBJECT

public:
    /// Fitted lists are as high as their rows, for use within a scroll area.
    enum class Height { Filling, Fitted };

    /// @p maximumLines: of the words; 0 shows them whole.
    explicit RowList(Height height, int maximumLines = 3, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_model->rows(); }
    void setEmptyText(const QString &text);
    void setActivatesOnClick(bool activates) { m_activatesOnClick = activates; }

    /// Invalid when nothing is chosen.
    [[nodiscard]] QVariant currentValue() const;
    /// True when there is such a row.
    bool setCurrentValue(const QVariant &value);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void valueActivated(const QVariant &value);
    void currentValueChanged(const QVariant &value);
    /// Delete or Backspace was pressed on it.
    void deletionRequested(const QVariant &value);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    Height m_height;
    RowModel *m_model;
    QString m_emptyText;
    bool m_activatesOnClick = false;
    bool m_isSettingRows = false;
};

/// Wrapped and centred in an empty view.
void paintEmptyText(QAbstractItemView &view, const QString &text);

}
