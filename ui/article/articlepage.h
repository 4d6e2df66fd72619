// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/model/changes.h"
#include "core/model/passage.h"

#include <QWidget>

namespace pq {

class Actions;
class ArticleView;
class Session;

/// The article on the screen and what an editor does in it: select, tag, move boundaries, delete.
class ArticlePage : public QWidget
{
    Q_OBJECT

public:
    ArticlePage(Session &session, Actions &actions, QWidget *parent = nullptr);
    ~ArticlePage() override;

    void showArticle(ArticleId article);
    /// Shows its article, scrolls to the passage and makes it the current one.
    void showPassage(PassageId passage);

    /// Null when no article is shown.
    [[nodiscard]] ArticleId article() const;
    [[nodiscard]] VersionId version() const;
    [[nodiscard]] const Text &text() const;
    /// The selected text with its added fragments; empty when nothing is selected.
    [[nodiscard]] QList<Fragment> selectedFragments() const;
    /// The passage that commands act on; null when none is.
    [[nodiscard]] PassageId currentPassage() const;

    /// Puts the tag on the selection, or, when nothing is selected, gives it to the current passage.
    void tagSelection(TagId tag);

    [[nodiscard]] ArticleView *view() const { return m_view; }

Q_SIGNALS:
    void articleShown(pq::ArticleId article);
    void selectionChanged();
    void currentPassageChanged(pq::PassageId passage);

private:
    Session &m_session;
    Actions &m_actions;
    ArticleView *m_view;
};

}
