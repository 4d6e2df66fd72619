// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keysheet.h"

#include "ui/actions.h"
#include "ui/menus.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Group
{
    QString title;
    QList<std::pair<QString, QString>> rows; ///< keys, what they do
};

QList<Group> groupsOf(const Actions &actions, const QList<Tag> &tags)
{
    QList<Group> groups;
    const QList<QAction *> all = actions.all();
    for (const QAction *action : all) {
        if (action->shortcut().isEmpty())
            continue;
        const QString title = menuName(action->objectName());
        auto group = std::ranges::find(groups, title, &Group::title);
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{title, {}});
        group->rows.append({action->shortcut().toString(QKeySequence::NativeText), actionName(action->objectName())});
    }
    Group tagKeys{KeySheet::tr("Put a tag on the selection"), {}};
    for (const Tag &tag : tags) {
        if (!tag.key.isEmpty() && !tag.retired)
            tagKeys.rows.append({tag.key, tag.name});
    }
    if (!tagKeys.rows.isEmpty())
        groups.append(tagKeys);
    groups.append({KeySheet::tr("In the article"),
                   {{KeySheet::tr("Shift+Arrows"), KeySheet::tr("Select by character or line")},
                    {KeySheet::tr("Ctrl+Shift+Arrows"), KeySheet::tr("Select by word or paragraph")},
                    {KeySheet::tr("Double click"), KeySheet::tr("Select a word; thrice: a sentence")},
                    {KeySheet::tr("Click"), KeySheet::tr("Choose the passage there; again: the next one")},
                    {u"?"_s, KeySheet::tr("Show these keys")}}});
    return groups;
}

QString columnOf(const QList<Group> &groups, const QString &border, const QString &dimmed)
{
    QString html;
    for (const Group &group : groups) {
        html += u"<h3 style='margin-top:10px;margin-bottom:4px'>%1</h3>"
                "<table width='100%' cellspacing='0' cellpadding='3'>"_s.arg(group.title.toHtmlEscaped());
        for (const auto &[keys, what] : group.rows) {
            html += u"<tr><td style='border-bottom:1px solid %1'>%2</td>"
                    "<td align='right' style='border-bottom:1px solid %1;color:%3;white-space:nowrap'>%4</td></tr>"_s
                        .arg(border, what.toHtmlEscaped(), dimmed, keys.toHtmlEscaped());
        }
        html += u"</table>"_s;
    }
    return html;
}

}

QString keysAsHtml(const Actions &actions, const QList<Tag> &tags, const QString &border, const QString &dimmed)
{
    // Two columns of about equal length.
    QList<Group> left = groupsOf(actions, tags);
    QList<Group> right;
    const auto length = [](const QList<Group> &groups) {
        return std::accumulate(groups.begin(), groups.end(), qsizetype(0),
                               [](qsizetype sum, const Group &group) { return sum + group.rows.size() + 2; });
    };
    while (left.size() > 1 && length(left.first(left.size() - 1)) >= length(right) + left.last().rows.size() + 2)
        right.prepend(left.takeLast());
    return u"<table width='100%'><tr><td width='49%' valign='top'>%1</td><td width='2%'></td>"
           "<td width='49%' valign='top'>%2</td></tr></table>"_s.arg(columnOf(left, border, dimmed),
                                                                     columnOf(right, border, dimmed));
}

KeySheet::KeySheet(Session &session, const Actions &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 680);
    const Theme theme = Theme::of(palette());
    auto *browser = new QTextBrowser(this);
    browser->setObjectName(u"keysBrowser"_s);
    browser->setAccessibleName(tr("All keys"));
    browser->setFrameShape(QFrame::NoFrame);
    browser->setHtml(keysAsHtml(actions, session.isOpen() ? session.value(session.store().tags()) : QList<Tag>(),
                                theme.border.name(), theme.dimmed.name()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(browser);
    layout->addWidget(buttons);
}

}
