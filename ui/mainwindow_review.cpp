// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/actions.h"
#include "ui/article/articlecoverage.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/inspector/inspector.h"
#include "ui/messagestrip.h"
#include "ui/notes/notespanel.h"
#include "ui/paneldocks.h"
#include "ui/review/evidencedialog.h"
#include "ui/review/nocheckneeded.h"
#include "ui/review/reviewpanel.h"
#include "ui/session.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QScrollBar>

namespace pq {

void MainWindow::routeReview()
{
    connect(m_article, &ArticlePage::articleShown, m_review, &ReviewPanel::setArticle);
    connect(m_review, &ReviewPanel::claimShown, this, &MainWindow::showReviewed);
    connect(m_review, &ReviewPanel::wordsRequested, this, [this] {
        m_placeBeforeReview.reset();
        focusArticle();
    });
    connect(m_review, &ReviewPanel::left, this, &MainWindow::leaveReview);
    connect(m_review, &ReviewPanel::noteRequested, this, [this](ClaimId claim) { writeNote(claim); });
    connect(m_review, &ReviewPanel::evidenceRequested, this,
            [this](ClaimId claim) { openEvidence(claim, EvidenceId()); });
    // The cards in the margin: a claim's check, a note's thread.
    connect(m_article, &ArticlePage::claimActivated, this, [this](ClaimId claim) {
        m_inspector->showClaim(claim);
        m_docks->raise("view.inspector");
    });
    connect(m_article, &ArticlePage::noteActivated, this, [this](NoteId note) {
        const QList<Note> found = m_session.value(m_session.store().notes(QSet{note}));
        if (found.isEmpty())
            return;
        m_notes->showTarget(found.first().target);
        m_docks->raise("view.notes");
    });
    connect(m_inspector, &Inspector::evidenceRequested, this, &MainWindow::openEvidence);
    connect(&m_session, &Session::projectChanged, this, [this] { m_placeBeforeReview.reset(); });
    connect(m_article, &ArticlePage::coverageChanged, this, &MainWindow::showStateLine);
    connect(m_actions["claim.noCheckNeeded"], &QAction::triggered, this, &MainWindow::markNoCheckNeeded);
}

void MainWindow::showStateLine()
{
    if (!m_session.isOpen()) {
        m_stateLabel->setText(tr("No project is open"));
        return;
    }
    const QString state = tr("All changes saved · %1 annotates").arg(m_session.store().annotator().name);
    const std::optional<Coverage> &coverage = m_article->coverage().coverage();
    m_stateLabel->setText(
        coverage ? tr("%1 % of the words under claims · %2").arg(percent(coverage->covered, coverage->words)).arg(state)
                 : state);
}

void MainWindow::markNoCheckNeeded()
{
    if (m_article->article().isNull())
        return;
    const auto done = noCheckNeeded(m_session, m_article->version(), m_article->article(),
                                    m_article->selectedFragments(), m_article->currentPassage());
    if (!done)
        m_strip->showError(done.error().message);
    else
        m_article->view()->clearSelection();
}

/// The keyboard stays where it is.
void MainWindow::showReviewed(ClaimId claim, PassageId passage)
{
    if (!m_placeBeforeReview && !m_article->article().isNull()) {
        const ArticleView *view = m_article->view();
        m_placeBeforeReview = {m_article->article(), view->selection().caret(), view->verticalScrollBar()->value()};
    }
    if (!passage.isNull())
        m_article->showPassage(passage);
    m_inspector->showClaim(claim);
    m_docks->raise("view.inspector");
}

/// Back to the place where the article was read, if the queue led away from it.
void MainWindow::leaveReview()
{
    m_docks->dock("view.review")->hide();
    if (const auto place = std::exchange(m_placeBeforeReview, std::nullopt);
        place && m_session.isOpen() && m_session.store().article(place->article)) {
        m_article->showArticle(place->article);
        m_article->view()->moveCaret(place->caret);
        m_article->view()->verticalScrollBar()->setValue(place->scrolled);
    }
    focusArticle();
}

void MainWindow::openEvidence(ClaimId claim, EvidenceId id)
{
    Evidence known;
    known.claim = claim;
    for (const QList<Evidence> all = m_session.value(m_session.store().evidence(claim)); const Evidence &each : all) {
        if (each.id == id)
            known = each;
    }
    Passage chosen;
    if (!known.passage.isNull())
        chosen = m_session.value(m_session.store().passages(QSet{known.passage})).value(0);
    auto *dialog = new EvidenceDialog(known, m_article->current().value_or(Passage()), chosen, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Evidence evidence = dialog->evidence();
        m_session.edit(tr("Keep evidence"), [&evidence](Edit &edit) { edit.put(evidence); });
    });
    dialog->open();
}

}
