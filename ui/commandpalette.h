// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace pq {

class Actions;

/// Finds every command by a few letters of its name and shows its key; what was used last comes first.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(Actions &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill(const QString &typed);
    void run(const QModelIndex &index);

    QList<QAction *> m_candidates; ///< what can be done now, recent first
    QLineEdit *m_lineEdit;
    QListView *m_list;
    QStandardItemModel *m_model;
};

/// "Article: Export": the menu and the text without mnemonic and dots.
[[nodiscard]] QString commandName(const QAction &action);

}
