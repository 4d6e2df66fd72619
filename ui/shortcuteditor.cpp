// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuteditor.h"

#include "ui/actions.h"
#include "ui/menus.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

QKeySequence usualShortcut(const QString &id)
{
    for (const ActionSpec &spec : actionSpecs()) {
        if (id == QLatin1StringView(spec.id))
            return QKeySequence::fromString(QLatin1StringView(spec.shortcut), QKeySequence::PortableText);
    }
    return {};
}

ShortcutEditor::ShortcutEditor(Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_tree(new QTreeWidget(this)),
      m_edit(new QKeySequenceEdit(this)),
      m_resetButton(new QPushButton(tr("&Usual Key"), this)),
      m_problemLabel(new QLabel(this))
{
    auto *filterLineEdit = new QLineEdit(this);
    filterLineEdit->setObjectName(u"shortcutFilterLineEdit"_s);
    filterLineEdit->setPlaceholderText(tr("Filter"));
    filterLineEdit->setAccessibleName(tr("Filter the commands"));
    filterLineEdit->setClearButtonEnabled(true);
    m_tree->setObjectName(u"shortcutTreeWidget"_s);
    m_tree->setAccessibleName(tr("Commands and their keys"));
    m_tree->setHeaderLabels({tr("Command"), tr("Key")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_edit->setObjectName(u"shortcutKeySequenceEdit"_s);
    m_edit->setAccessibleName(tr("New key"));
    m_edit->setMaximumSequenceLength(1);
    m_edit->setClearButtonEnabled(true);
    m_resetButton->setObjectName(u"usualKeyButton"_s);
    m_problemLabel->setObjectName(u"shortcutProblemLabel"_s);
    m_problemLabel->setWordWrap(true);

    const QList<QAction *> all = actions.all();
    for (const QAction *action : all) {
        auto *item = new QTreeWidgetItem(
            m_tree, {u"%1: %2"_s.arg(menuName(action->objectName()), actionName(action->objectName()))});
        item->setData(0, Qt::UserRole, action->objectName());
        put(action->objectName(), action->shortcut());
    }
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *keyLabel = new QLabel(tr("&Key for the marked command:"), this);
    keyLabel->setBuddy(m_edit);
    auto *row = new QHBoxLayout;
    row->addWidget(keyLabel);
    row->addWidget(m_edit, 1);
    row->addWidget(m_resetButton);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(filterLineEdit);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row);
    layout->addWidget(m_problemLabel);

    connect(filterLineEdit, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_tree, &QTreeWidget::itemActivated, m_edit, [this] { m_edit->setFocus(); });
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::take);
    connect(m_resetButton, &QPushButton::clicked, this,
            [this] { m_edit->setKeySequence(usualShortcut(m_tree->currentItem()->data(0, Qt::UserRole).toString())); });
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ShortcutEditor::put(const QString &id, const QKeySequence &keys)
{
    m_keys.insert(id, keys);
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        if (item->data(0, Qt::UserRole).toString() != id)
            continue;
        QFont font = m_tree->font();
        font.setBold(keys != usualShortcut(id));
        item->setText(1, keys.toString(QKeySequence::NativeText));
        item->setFont(1, font);
    }
}

void ShortcutEditor::showCurrent()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    m_edit->setEnabled(item);
    m_resetButton->setEnabled(item);
    m_problemLabel->clear();
    const QSignalBlocker blocker(m_edit);
    m_edit->setKeySequence(item ? m_keys.value(item->data(0, Qt::UserRole).toString()) : QKeySequence());
}

QString ShortcutEditor::takenBy(const QString &id, const QKeySequence &keys) const
{
    if (keys.isEmpty())
        return {};
    for (auto it = m_keys.constBegin(); it != m_keys.constEnd(); ++it) {
        if (it.key() != id && it.value() == keys && meet(it.key(), id))
            return it.key();
    }
    return {};
}

void ShortcutEditor::take(const QKeySequence &keys)
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return;
    const QString id = item->data(0, Qt::UserRole).toString();
    const QString other = takenBy(id, keys);
    if (!other.isEmpty()) {
        m_problemLabel->setText(tr("%1 is the key of “%2”. Give that one another key first.")
                                    .arg(keys.toString(QKeySequence::NativeText), actionName(other)));
        return;
    }
    const bool isPlain = !keys.isEmpty()
        && !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        && (keys[0].key() < Qt::Key_F1 || keys[0].key() > Qt::Key_F35);
    if (isPlain && !actsInArticle(id) && !actsInQueue(id)) {
        m_problemLabel->setText(
            tr("A key without Ctrl or Alt can only be given to commands on passages and claims and to those of the "
               "review queue: elsewhere it is needed for typing."));
        return;
    }
    m_problemLabel->clear();
    put(id, keys);
}

void ShortcutEditor::filter(const QString &words)
{
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_tree->topLevelItem(row);
        item->setHidden(!item->text(0).contains(words, Qt::CaseInsensitive)
                        && !item->text(1).contains(words, Qt::CaseInsensitive));
    }
}

void ShortcutEditor::apply()
{
    for (auto it = m_keys.constBegin(); it != m_keys.constEnd(); ++it)
        m_actions.setShortcut(it.key(), it.value());
    QSettings settings;
    m_actions.save(settings);
}

}
