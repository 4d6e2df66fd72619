// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/search.h"
#include "ui/search/hit.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QToolButton;

namespace pq {

class Actions;
class HitModel;
class Searcher;
class Session;

/// Looks for words in the article or in all of them, lists the hits in their context and puts a tag on those
/// that are chosen.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Scope { Article, Project };

    SearchPanel(Session &session, Actions &actions, QWidget *parent = nullptr);
    ~SearchPanel() override;

    /// The article that is read and the place in it from which to look for the next hit.
    void setPlace(ArticleId article, TextPosition position);
    /// Makes ready to look for @p words; with none, for what was looked for last.
    void find(Scope scope, const QString &words);
    /// Makes ready to put @p tag on every place that has @p words.
    void tagEvery(const QString &words, TagId tag);
    /// To the next hit, or the previous one; from the last to the first.
    void step(bool forward);

    [[nodiscard]] QList<TextSpan> hitsIn(ArticleId article) const;

Q_SIGNALS:
    void hitsChanged();
    /// Show it; the keyboard stays in the panel.
    void hitActivated(pq::ArticleId article, const pq::TextSpan &span);
    /// The user wants back to the article, the panel being done with (or not).
    void left(bool isDone);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeFields();
    [[nodiscard]] QToolButton *makeOption(const char *name, const QString &sign, const QString &meaning);
    void layOut();
    void searchSoon();
    void searchNow();
    void showState();
    void loadTags();
    void tagChosen();
    void activate(int row);

    Session &m_session;
    Searcher *m_searcher;
    HitModel *m_model;
    QLineEdit *m_words;
    QComboBox *m_scope;
    QToolButton *m_case;
    QToolButton *m_whole;
    QToolButton *m_marks;
    QToolButton *m_pattern;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_state;
    QListView *m_list;
    QPushButton *m_chooseAll;
    QComboBox *m_tag;
    QPushButton *m_tagButton;
    QTimer m_soon;
    QString m_refusal;
    ArticleId m_article;
    TextPosition m_position;
};

}
