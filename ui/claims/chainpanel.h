// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/changes.h"
#include "core/review/chain.h"
#include "ui/claims/chainsearch.h"
#include "ui/parts/panel.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pq {

class RowList;
class Session;

/// Who spoke a line, who plays them, who contributed it, who told it to whom and who re-reported it: the
/// answer in one sentence, and below it hop by hop, each tied to its words. Reads nothing but the chain, and that
/// anew only when something of it changed.
class ChainPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChainPanel(Session &session, QWidget *parent = nullptr);

    /// The chain of the claims that have this passage, or whose words are the passage's.
    void showLine(PassageId passage);
    void showClaim(ClaimId claim);
    /// The chain of the claims whose words hold these.
    void showWords(const QString &words);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);

protected:
    void reload() override;

private:
    void readChain();
    void showChain();
    void follow(const Changes &changes);
    void copy();

    /// What the chain on show was made of.
    struct Shown
    {
        QSet<ClaimId> claims;
        QSet<PassageId> passages;
        QSet<EntityId> entities;
        QSet<ArticleId> articles;
    };

    Session &m_session;
    ChainSearch::Question m_asked;
    ChainSearch *m_search;
    Chain m_chain;
    Shown m_shown;
    QLineEdit *m_words;
    QLabel *m_line;
    QLabel *m_headline;
    RowList *m_hops;
    QCheckBox *m_surroundings;
    QPushButton *m_copy;
};

}
