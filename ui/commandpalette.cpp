// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandpalette.h"

#include "ui/actions.h"
#include "ui/fuzzy.h"
#include "ui/menus.h"
#include "ui/settings.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QSettings>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostRecent = 8;

enum Role { ActionRole = Qt::UserRole, KeysRole };

/// The name, and the keys at the end of the line.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setPen(isSelected ? option.palette.color(QPalette::Active, QPalette::HighlightedText)
                                   : Theme::of(option.palette).dimmed);
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignTrailing | Qt::AlignVCenter,
                          index.data(KeysRole).toString());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.lineSpacing() + 12};
    }
};

}

QString commandName(const QAction &action)
{
    QString text = action.text();
    text.remove(u'&').remove(u'…');
    return u"%1: %2"_s.arg(menuName(action.objectName()), text);
}

CommandPalette::CommandPalette(Actions &actions, QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_lineEdit(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Find an Action"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    m_lineEdit->setObjectName(u"paletteLineEdit"_s);
    m_lineEdit->setPlaceholderText(tr("What do you want to do?"));
    m_lineEdit->setAccessibleName(tr("Name of an action"));
    m_lineEdit->installEventFilter(this);
    m_list->setObjectName(u"paletteListView"_s);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(8);
    layout->addWidget(m_lineEdit);
    layout->addWidget(m_list);
    resize(560, 420);

    const QStringList recent = Settings::load(QSettings()).recentActions;
    const auto rank = [&recent](const QAction *action) {
        const qsizetype at = recent.indexOf(action->objectName());
        return at < 0 ? recent.size() : at;
    };
    const QList<QAction *> all = actions.all();
    std::ranges::copy_if(all, std::back_inserter(m_candidates), [](const QAction *action) {
        return action->isEnabled() && action->objectName() != "view.palette"_L1;
    });
    std::ranges::stable_sort(m_candidates, std::less<>(), rank);
    connect(m_lineEdit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    fill({});
}

void CommandPalette::fill(const QString &typed)
{
    QList<std::pair<int, QAction *>> hits;
    for (QAction *action : std::as_const(m_candidates)) {
        if (const auto score = fuzzyScore(typed, commandName(*action)))
            hits.append({typed.isEmpty() ? 0 : *score, action});
    }
    std::ranges::stable_sort(hits, std::greater<>(), &std::pair<int, QAction *>::first);
    m_model->clear();
    for (const auto &[score, action] : std::as_const(hits)) {
        auto *item = new QStandardItem(commandName(*action));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        item->setData(QVariant::fromValue(QPointer<QAction>(action)), ActionRole);
        item->setData(keys, KeysRole);
        item->setData(keys.isEmpty() ? item->text() : u"%1, %2"_s.arg(item->text(), keys), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::run(const QModelIndex &index)
{
    const auto action = index.data(ActionRole).value<QPointer<QAction>>();
    accept();
    if (!action)
        return;
    QSettings stored;
    Settings settings = Settings::load(stored);
    settings.recentActions = withNewest(settings.recentActions, action->objectName(), mostRecent);
    settings.save(stored);
    // Not before the window has the keyboard back: some commands act on what has it.
    QTimer::singleShot(0, action, [action] {
        if (action)
            action->trigger();
    });
}

bool CommandPalette::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid())
            run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

void CommandPalette::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (const QWidget *window = parentWidget())
        move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 80)));
    m_lineEdit->setFocus();
}

}
