// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus.h"

#include "ui/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// A menu and the groups of the table that it shows, with a line between them.
struct MenuSpec
{
    const char *title;
    std::array<QLatin1StringView, 4> groups;
};

constexpr MenuSpec menus[] = {
    {QT_TRANSLATE_NOOP("Menus", "&Project"), {"project"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Edit"), {"edit"_L1, "select"_L1, "search"_L1, "settings"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Article"), {"article"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "Pa&ssage"), {"passage"_L1, "tag"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Claim"), {"claim"_L1, "person"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Review"), {"review"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&View"), {"view"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Help"), {"help"_L1}},
};

/// The actions before which a line is drawn.
constexpr std::array lineBefore{"project.close"_L1,
                                "project.report"_L1,
                                "project.quit"_L1,
                                "edit.copy"_L1,
                                "article.properties"_L1,
                                "article.next"_L1,
                                "article.bookmark"_L1,
                                "article.zoomIn"_L1,
                                "passage.nextSameTag"_L1,
                                "passage.extendBegin"_L1,
                                "view.palette"_L1,
                                "review.supported"_L1,
                                "review.reason"_L1,
                                "claim.delete"_L1,
                                "passage.extendBeginWord"_L1,
                                "passage.extendBeginSentence"_L1,
                                "passage.extendBeginParagraph"_L1,
                                "passage.growToSentence"_L1};

/// Commands that stand in a menu within the menu: those whose ids begin so.
struct SubmenuSpec
{
    const char *title;
    std::array<QLatin1StringView, 4> starts;
};

constexpr SubmenuSpec submenus[] = {
    {QT_TRANSLATE_NOOP("Menus", "Appea&rance"),
     {"view.system"_L1, "view.light"_L1, "view.dark"_L1, "view.contrast"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "&Go To"), {"passage.next"_L1, "passage.previous"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "Move &Boundary"), {"passage.extend"_L1, "passage.shrink"_L1, "passage.grow"_L1}},
    {QT_TRANSLATE_NOOP("Menus", "Se&lect"), {"select."_L1}},
};

const SubmenuSpec *submenuOf(const QString &id)
{
    const auto isIn = [&id](const SubmenuSpec &spec) {
        return std::ranges::any_of(spec.starts,
                                   [&id](QLatin1StringView start) { return !start.isEmpty() && id.startsWith(start); });
    };
    const auto *found = std::ranges::find_if(submenus, isIn);
    return found == std::end(submenus) ? nullptr : found;
}

}

QString menuName(const QString &actionId)
{
    const QString group = actionId.section(u'.', 0, 0);
    for (const MenuSpec &spec : menus) {
        if (std::ranges::contains(spec.groups, group))
            return QCoreApplication::translate("Menus", spec.title).remove(u'&');
    }
    return {};
}

void fillMenus(QMenuBar &bar, const Actions &actions, QMenu *recent)
{
    const QList<QAction *> all = actions.all();
    for (const MenuSpec &spec : menus) {
        QMenu *menu = bar.addMenu(QCoreApplication::translate("Menus", spec.title));
        QHash<const SubmenuSpec *, QMenu *> within;
        for (const QLatin1StringView group : spec.groups) {
            if (group.isEmpty())
                continue;
            if (!menu->isEmpty())
                menu->addSeparator();
            for (QAction *action : all) {
                const QString id = action->objectName();
                if (!id.startsWith(group) || id.at(group.size()) != u'.')
                    continue;
                QMenu *target = menu;
                if (const SubmenuSpec *submenu = submenuOf(id)) {
                    QMenu *&made = within[submenu];
                    if (!made)
                        made = menu->addMenu(QCoreApplication::translate("Menus", submenu->title));
                    target = made;
                }
                if (std::ranges::contains(lineBefore, id))
                    target->addSeparator();
                target->addAction(action);
                if (id == "project.open"_L1)
                    menu->addMenu(recent);
            }
        }
    }
}

void fillToolBar(QToolBar &bar, const Actions &actions)
{
    for (const char *id :
         {"article.import", "article.export", "", "edit.undo", "edit.redo", "", "passage.addFragment", "passage.cycle",
          "passage.delete", "passage.note", "", "claim.new", "claim.link", "view.chain", "", "view.palette"}) {
        if (*id)
            bar.addAction(actions[id]);
        else
            bar.addSeparator();
    }
}

}
