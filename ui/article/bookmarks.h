// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/span.h"

#include <QList>
#include <QObject>

#include <optional>

class QSettings;

namespace pq {

class Actions;
class ArticleView;

/// Paragraphs that a reader wants to come back to, by their begins, ascending. They are the reader's own and no
/// part of the project: kept in the settings, for each version of an article.
[[nodiscard]] QList<TextPosition> bookmarks(const QSettings &settings, VersionId version);
void keepBookmarks(QSettings &settings, VersionId version, const QList<TextPosition> &bookmarks);

/// With @p paragraph, or without it when it is among them.
[[nodiscard]] QList<TextPosition> withToggled(QList<TextPosition> bookmarks, TextPosition paragraph);
/// The next one behind @p caret (or before it), and from the last one the first; nothing when there is none.
[[nodiscard]] std::optional<TextPosition> nextBookmark(const QList<TextPosition> &bookmarks, TextPosition caret,
                                                       bool forward);

/// Serves the commands on bookmarks and shows them in the view.
class BookmarkCommands : public QObject
{
    Q_OBJECT

public:
    BookmarkCommands(ArticleView &view, const Actions &actions, QObject *parent);

    /// What the view shows now; null for nothing.
    void setVersion(VersionId version);

private:
    void toggle();
    void go(bool forward);
    void show();

    ArticleView &m_view;
    const Actions &m_actions;
    VersionId m_version;
    QList<TextPosition> m_bookmarks;
};

}
