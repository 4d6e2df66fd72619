// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pq {

class Actions;

/// The table of commands with their keys. A key that another command has is refused, with that command's
/// name. Nothing changes until apply().
class ShortcutEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutEditor(Actions &actions, QWidget *parent = nullptr);

    /// Gives the keys to the actions and keeps them in the settings.
    void apply();

private:
    void showCurrent();
    void take(const QKeySequence &keys);
    void filter(const QString &words);
    [[nodiscard]] QString takenBy(const QString &id, const QKeySequence &keys) const;
    void put(const QString &id, const QKeySequence &keys);

    Actions &m_actions;
    QHash<QString, QKeySequence> m_keys;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_edit;
    QPushButton *m_resetButton;
    QLabel *m_problemLabel;
};

/// The key that the table gives to the command with this id.
[[nodiscard]] QKeySequence usualShortcut(const QString &id);

}
