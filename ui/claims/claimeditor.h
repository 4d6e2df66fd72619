// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/passage.h"

#include <QWidget>

namespace pq {

class Actions;
class Session;

/// One claim with its passages, participants and links. There is no Save: starting a claim makes it, and
/// every act here (a participant added, a kind chosen, a summary finished) is one edit with its own undo.
/// Ctrl+Return says that one is done and goes back to the article.
class ClaimEditor : public QWidget
{
    Q_OBJECT

public:
    ClaimEditor(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// Makes a claim from @p selection, or from the passage @p current when nothing is selected, and shows
    /// it. A selection without a passage of its own gets one in the same edit. The outlet is the article's.
    void startClaim(VersionId version, ArticleId article, const QList<Fragment> &selection, PassageId current);
    /// A null id shows that there is no claim.
    void showClaim(ClaimId claim);
    [[nodiscard]] ClaimId claim() const;

    /// The article's current passage: what "current passage" means on the buttons.
    void setCurrentPassage(PassageId passage);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    void chainRequested(pq::ClaimId claim);
    /// The editor is done with it; the focus may go back to the article.
    void claimSaved(pq::ClaimId claim);

private:
    Session &m_session;
    Actions &m_actions;
    ClaimId m_claim;
    PassageId m_current;
};

}
