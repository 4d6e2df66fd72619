// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/claim.h"
#include "core/model/passage.h"
#include "ui/parts/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace pq {

class Actions;
class LinksSection;
class ParticipantsSection;
class PassagesSection;
class Session;
struct ClaimAct;
struct ClaimStart;

/// One claim with its passages, participants and links. There is no Save: starting a claim makes it, and
/// every act here (a participant added, a kind chosen, a summary finished) is one edit with its own undo.
/// Ctrl+Return says that one is done and goes back to the article.
class ClaimEditor : public Panel
{
    Q_OBJECT

public:
    ClaimEditor(Session &session, Actions &actions, QWidget *parent = nullptr);

    /// Makes a claim from @p selection, or from the passage @p current when nothing is selected, and shows
    /// it. A selection without a passage of its own gets one in the same edit. The outlet is the article's; whom
    /// the words around name takes part, and the editor says why.
    void startClaim(VersionId version, ArticleId article, const QList<Fragment> &selection, PassageId current);
    /// A null id shows that there is no claim.
    void showClaim(ClaimId claim);
    [[nodiscard]] ClaimId claim() const { return m_claim.id; }

    /// The article's current passage: what "current passage" means on the buttons.
    void setCurrentPassage(PassageId passage);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);
    void chainRequested(pq::ClaimId claim);
    /// The editor is done with it; the focus may go back to the article.
    void claimSaved(pq::ClaimId claim);
    /// An action needs the editor on the screen.
    void attentionRequested();

protected:
    void reload() override;

private:
    QWidget *makePage();
    void showFilledIn(const ClaimStart &start);
    void commit(const ClaimAct &act);
    void commitKind();
    void commitSummary();
    void addLink(ClaimId to, LinkKind kind);
    void deleteClaim();
    void finish();
    /// Shows a claim of the current passage; called again, the next one.
    void editClaimOfPassage();
    void updateActions();

    Session &m_session;
    Actions &m_actions;
    Claim m_claim;
    PassageId m_current;
    QStackedWidget *m_pages;
    QLabel *m_empty;
    QComboBox *m_kind;
    QLineEdit *m_summary;
    QLabel *m_filledIn; ///< what of a claim just started was taken from the text
    QLabel *m_made;
    PassagesSection *m_passages;
    ParticipantsSection *m_participants;
    LinksSection *m_links;
    QPushButton *m_chain;
    QPushButton *m_delete;
    QPushButton *m_done;
};

}
