// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/prompts.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace pq {

class Actions;
class LibraryFilter;
class LibraryModel;
class Session;

/// The project's articles with a filter; here one goes from article to article, corrects what is known of
/// them and removes them.
class LibraryPanel : public QWidget
{
    Q_OBJECT

public:
    LibraryPanel(Session &session, Actions &actions, Prompts prompts, QWidget *parent = nullptr);

    /// Marks the article that is on the screen; says nothing.
    void setCurrentArticle(ArticleId article);
    [[nodiscard]] ArticleId currentArticle() const { return m_current; }
    /// Of the list; null when it is empty.
    [[nodiscard]] ArticleId firstArticle() const;
    [[nodiscard]] QList<ArticleId> selectedArticles() const;

Q_SIGNALS:
    void articleActivated(pq::ArticleId article);
    /// What became of something that was asked for here.
    void noticed(const QString &message);

private:
    void showCurrent();
    void activate(const QModelIndex &index);
    void step(int rows);
    void editProperties();
    void makeVersion();
    void findStayed();
    void removeSelected();
    void updateState();

    Session &m_session;
    Actions &m_actions;
    Prompts m_prompts;
    LibraryModel *m_model;
    LibraryFilter *m_filter;
    QLineEdit *m_filterLineEdit;
    QComboBox *m_orderComboBox;
    QStackedWidget *m_stack;
    QListView *m_list;
    QLabel *m_emptyLabel;
    ArticleId m_current;
};

}
