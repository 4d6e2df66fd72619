// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace pq {

/// The view of the tags: says what to do when there are none, and what its keys ask for.
class TagTree : public QTreeView
{
    Q_OBJECT

public:
    explicit TagTree(QWidget *parent = nullptr);

    void setEmptyText(const QString &text);

Q_SIGNALS:
    void currentMoved();
    void deletionRequested();
    /// By Alt+Up and Alt+Down.
    void moveRequested(int step);
    /// H was pressed on it, or its sign clicked.
    void visibilityRequested();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_emptyText;
};

}
