// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/changes.h"
#include "core/review/chain.h"
#include "ui/claims/chainsearch.h"
#include "ui/parts/panel.h"
#include "ui/prompts.h"

#include <QPointer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace pq {

class ChainPictureView;
class RowList;
class Session;

/// Who spoke a line, who plays them, who contributed it, who told it to whom and who re-reported it: the
/// answer in one sentence, and below it hop by hop, each tied to its words, as a list or as a picture. Reads nothing
/// but the chain, and that anew only when something of it changed.
class ChainPanel : public Panel
{
    Q_OBJECT

public:
    explicit ChainPanel(Session &session, Prompts prompts = Prompts::onScreen(), QWidget *parent = nullptr);

    /// The chain of the claims that have this passage, or whose words are the passage's.
    void showLine(PassageId passage);
    void showClaim(ClaimId claim);
    /// The chain of the claims whose words hold these.
    void showWords(const QString &words);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    /// The picture was saved, or could not be.
    void noticed(const QString &message);
    void failed(const QString &message);

protected:
    void reload() override;

private:
    void readChain();
    void showChain();
    void follow(const Changes &changes);
    void copy();
    void save();
    void enlarge();
    void showAsPicture(bool isPicture);
    [[nodiscard]] Chain shownChain() const;

    /// What the chain on show was made of.
    struct Shown
    {
        QSet<ClaimId> claims;
        QSet<PassageId> passages;
        QSet<EntityId> entities;
        QSet<ArticleId> articles;
    };

    Session &m_session;
    Prompts m_prompts;
    ChainSearch::Question m_asked;
    ChainSearch *m_search;
    Chain m_chain;
    Shown m_shown;
    QLineEdit *m_words;
    QLabel *m_line;
    QLabel *m_headline;
    QLabel *m_origins; ///< where several outlets have it from
    RowList *m_hops;
    ChainPictureView *m_picture;
    QPointer<ChainPictureView> m_large; ///< the one in a window of its own
    QStackedWidget *m_views;
    QCheckBox *m_surroundings;
    QCheckBox *m_asPicture;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_enlarge;
};

}
