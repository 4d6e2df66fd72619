// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/bookmarks.h"

#include "core/text/segmentation.h"
#include "ui/actions.h"
#include "ui/article/articleview.h"

#include <QAccessible>
#include <QAction>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString keyOf(VersionId version)
{
    return u"bookmarks/"_s + version.toString();
}

}

QList<TextPosition> bookmarks(const QSettings &settings, VersionId version)
{
    QList<TextPosition> result;
    for (const QVariantList kept = settings.value(keyOf(version)).toList(); const QVariant &value : kept) {
        bool isNumber = false;
        const qlonglong position = value.toLongLong(&isNumber);
        if (isNumber && position >= 0)
            result.append(TextPosition{position});
    }
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

void keepBookmarks(QSettings &settings, VersionId version, const QList<TextPosition> &bookmarks)
{
    QVariantList values;
    for (const TextPosition bookmark : bookmarks)
        values.append(qlonglong(bookmark.value));
    if (values.isEmpty())
        settings.remove(keyOf(version));
    else
        settings.setValue(keyOf(version), values);
}

QList<TextPosition> withToggled(QList<TextPosition> bookmarks, TextPosition paragraph)
{
    const auto at = std::ranges::lower_bound(bookmarks, paragraph);
    if (at != bookmarks.end() && *at == paragraph)
        bookmarks.erase(at);
    else
        bookmarks.insert(at, paragraph);
    return bookmarks;
}

std::optional<TextPosition> nextBookmark(const QList<TextPosition> &bookmarks, TextPosition caret, bool forward)
{
    if (bookmarks.isEmpty())
        return std::nullopt;
    if (forward) {
        const auto next = std::ranges::upper_bound(bookmarks, caret);
        return next == bookmarks.end() ? bookmarks.first() : *next;
    }
    const auto behind = std::ranges::lower_bound(bookmarks, caret);
    return behind == bookmarks.begin() ? bookmarks.last() : *std::prev(behind);
}

BookmarkCommands::BookmarkCommands(ArticleView &view, const Actions &actions, QObject *parent)
    : QObject(parent), m_view(view), m_actions(actions)
{
    connect(actions["article.bookmark"], &QAction::triggered, this, [this] { toggle(); });
    connect(actions["article.nextBookmark"], &QAction::triggered, this, [this] { go(true); });
    connect(actions["article.previousBookmark"], &QAction::triggered, this, [this] { go(false); });
    show();
}

void BookmarkCommands::setVersion(VersionId version)
{
    m_version = version;
    m_bookmarks = version.isNull() ? QList<TextPosition>() : bookmarks(QSettings(), version);
    m_bookmarks.removeIf([this](TextPosition bookmark) { return bookmark > m_view.text().span().end; });
    show();
}

void BookmarkCommands::toggle()
{
    const qsizetype before = m_bookmarks.size();
    m_bookmarks = withToggled(m_bookmarks, paragraphAt(m_view.text(), m_view.selection().caret()).begin);
    QSettings settings;
    keepBookmarks(settings, m_version, m_bookmarks);
    show();
    if (QAccessible::isActive()) {
        QAccessibleAnnouncementEvent said(&m_view,
                                          m_bookmarks.size() > before ? tr("Bookmark set") : tr("Bookmark removed"));
        QAccessible::updateAccessibility(&said);
    }
}

void BookmarkCommands::go(bool forward)
{
    if (const auto next = nextBookmark(m_bookmarks, m_view.selection().caret(), forward))
        m_view.moveCaret(*next);
}

void BookmarkCommands::show()
{
    m_view.setBookmarks(m_bookmarks);
    m_actions["article.bookmark"]->setEnabled(!m_version.isNull());
    for (const char *id : {"article.nextBookmark", "article.previousBookmark"})
        m_actions[id]->setEnabled(!m_bookmarks.isEmpty());
}

}
