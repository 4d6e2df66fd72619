// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/takeovers.h"
#include "ui/parts/panel.h"

class QLabel;

namespace pq {

class QuotationView;
class RowList;
class Session;

/// What an article takes over from others, the gravest departures first, and how the chosen one departs.
class QuotationsPanel : public Panel
{
    Q_OBJECT

public:
    explicit QuotationsPanel(Session &session, QWidget *parent = nullptr);

    /// A null id shows that there is none.
    void showArticle(ArticleId article);
    /// Chooses a takeover by this passage, or of it.
    void showPassage(PassageId passage);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);

protected:
    void reload() override;

private:
    void showChosen();

    Session &m_session;
    ArticleId m_article;
    PassageId m_passage; ///< to be chosen when the list has it; null once it was
    QList<Takeover> m_takeovers;
    QHash<PassageId, QString> m_places; ///< of first passages: where they were published
    QLabel *m_summary;
    RowList *m_list;
    QuotationView *m_view;
};

}
