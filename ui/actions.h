// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <span>

class QAction;
class QSettings;

namespace pq {

/// One row per command: menus, toolbar, shortcut settings, the command palette and the manual all read this
/// table.
struct ActionSpec
{
    const char *id;       ///< "passage.delete": the part before the dot is the menu
    const char *text;     ///< QT_TRANSLATE_NOOP("Actions", …), with its mnemonic
    const char *shortcut; ///< QKeySequence::PortableText; empty for none
    const char *icon;     ///< file below :/icons without suffix; empty for none
};

[[nodiscard]] std::span<const ActionSpec> actionSpecs();

/// True for the commands on passages, claims and the selection. Their keys are single letters, so they act only while
/// the article has the focus: the article page adds these actions to itself, and what is typed into a field stays
/// there.
[[nodiscard]] bool actsInArticle(QStringView id);

/// True for the commands of the review queue, whose single letters act only while the queue has the focus.
[[nodiscard]] bool actsInQueue(QStringView id);

/// Whether one key could mean both: not when one acts in the article only and the other in the queue.
[[nodiscard]] bool meet(QStringView id, QStringView otherId);

/// The table's text for this id, translated, without mnemonic and dots: how the command is called in lists.
[[nodiscard]] QString actionName(QStringView id);

/// The QActions of the table, objectName = id. Pages connect the ones they serve and enable them when they can
/// be done. Shortcuts that differ from the table's are kept in the settings.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    /// The action must be in the table.
    [[nodiscard]] QAction *operator[](const char *id) const;
    /// In the table's order.
    [[nodiscard]] QList<QAction *> all() const;

    /// Another action's id that has this shortcut already; empty when it is free (see meet()).
    [[nodiscard]] QString conflict(const QString &id, const QKeySequence &shortcut) const;
    void setShortcut(const QString &id, const QKeySequence &shortcut);
    void load(const QSettings &settings);
    void save(QSettings &settings) const;

private:
    QHash<QString, QAction *> m_actions;
};

}
