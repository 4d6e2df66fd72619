// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/queue.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace pq {

class Actions;
class FilterBar;
class ProgressStrip;
class QueueModel;
class ReviewQueue;
class Session;

/// The review queue: the project's claims, and the keys with which they are checked one after the other. The
/// keyboard stays here while the article shows the words of the current claim.
class ReviewPanel : public QWidget
{
    Q_OBJECT

public:
    ReviewPanel(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// The article on the screen: what "this article" and its progress mean.
    void setArticle(ArticleId article);
    /// Null when no row is chosen.
    [[nodiscard]] ClaimId currentClaim() const;
    /// False when it is not among the rows shown.
    bool setCurrentClaim(ClaimId claim);
    [[nodiscard]] QueueModel &model() const { return *m_model; }
    [[nodiscard]] ReviewQueue &queue() const { return *m_queue; }

Q_SIGNALS:
    /// Show it and its words; the keyboard stays in the queue.
    void claimShown(pq::ClaimId claim, pq::PassageId passage);
    /// The user wants to the words of the current claim.
    void wordsRequested();
    /// The user wants back to where the article was read before the queue was used.
    void left();
    void noteRequested(pq::ClaimId claim);
    void evidenceRequested(pq::ClaimId claim);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void makeOrder();
    void layOut();
    void serveActions(Actions &actions);
    void updateActions();
    void showState();
    void keepCurrent();
    void step(int rows);
    void decide(VerdictValue value);
    void signOffCurrent();
    /// The claim of the next row that @p wanted holds for, from the current one on and then from the top; null when
    /// there is none but the current one.
    template <class Wanted>
    [[nodiscard]] ClaimId nextClaim(Wanted wanted) const;
    void goTo(ClaimId claim);
    void showSoon();

    Session &m_session;
    Actions &m_actions;
    ReviewQueue *m_queue;
    QueueModel *m_model;
    FilterBar *m_filter;
    QTableView *m_table;
    QComboBox *m_order; ///< what a click on a column's head does, for the keyboard
    QLineEdit *m_reason;
    QLabel *m_state;
    ProgressStrip *m_project;
    ProgressStrip *m_inArticle;
    ArticleId m_article;
    ClaimId m_kept; ///< while the rows are made anew
    QTimer m_soon; ///< a held key shows only where it ends
};

}
