// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/queue.h"
#include "ui/parts/panel.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace pq {

class Session;

/// Says which claims the review queue shows.
class FilterBar : public Panel
{
    Q_OBJECT

public:
    explicit FilterBar(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QueueFilter filter() const;
    /// The article that "this article" means; a choice of it stays with the article that it was made for.
    void setArticle(ArticleId article);
    void clear();
    [[nodiscard]] QLineEdit *words() const { return m_words; }

Q_SIGNALS:
    void filterChanged();

protected:
    void reload() override;

private:
    QComboBox *makeChoice(const char *name, const QString &meaning);
    void fillArticles();
    void showArticle();

    Session &m_session;
    ArticleId m_article;
    QLineEdit *m_words;
    QComboBox *m_articles;
    QComboBox *m_verdicts;
    QComboBox *m_tags;
    QComboBox *m_people;
    QComboBox *m_assignees;
    QComboBox *m_ages;
    QCheckBox *m_mine;
    QCheckBox *m_notes;
    QToolButton *m_clear;
    QTimer m_soon; ///< while somebody types
};

}
