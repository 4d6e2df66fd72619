// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/span.h"
#include "core/model/note.h"
#include "ui/prompts.h"

#include <QMainWindow>

#include <optional>

class QLabel;

namespace pq {

class Actions;
class Appearance;
class ArticlePage;
class ChainPanel;
class ClaimEditor;
class Importer;
class Inspector;
class LibraryPanel;
class MessageStrip;
class NotesPanel;
class PanelDocks;
class PeoplePanel;
class Projects;
class ReviewPanel;
class QuotationsPanel;
class SearchPanel;
class Session;
class TagsPanel;

/// Puts the panels around the article and carries what one of them says to the others.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session &session, Actions &actions, Prompts prompts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens the project among @p paths and imports the other files; without paths the latest project, or
    /// the sample.
    void start(const QStringList &paths);
    [[nodiscard]] Appearance &appearance() { return *m_appearance; }
    [[nodiscard]] ArticlePage &articlePage() { return *m_article; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addPanels();
    void routeArticle();
    void routePanels();
    void routeSearch();
    void routeReview(); ///< mainwindow_review.cpp
    void openEvidence(ClaimId claim, EvidenceId evidence);
    void showReviewed(ClaimId claim, PassageId passage);
    void leaveReview();
    void connectActions();
    void applyArticleFont();
    void openFiles(const QStringList &paths);
    void focusArticle();
    void showTarget(const NoteTarget &target);
    void writeNote(const NoteTarget &target);
    void startClaim();
    void exportArticles();
    void report(EntityId entity = {});
    void welcome();
    void showProject();
    void showState();
    void showStateLine(); ///< mainwindow_review.cpp, as the next one is
    void markNoCheckNeeded();

    Session &m_session;
    Actions &m_actions;
    Prompts m_prompts;
    Projects *m_projects;
    Importer *m_importer;
    MessageStrip *m_strip;
    ArticlePage *m_article;
    LibraryPanel *m_library;
    TagsPanel *m_tags;
    PeoplePanel *m_people;
    Inspector *m_inspector;
    ClaimEditor *m_claim;
    ChainPanel *m_chain;
    NotesPanel *m_notes;
    SearchPanel *m_search;
    ReviewPanel *m_review;
    QuotationsPanel *m_quotations;
    QLabel *m_stateLabel;
    Appearance *m_appearance;
    PanelDocks *m_docks;
    /// Where the article was read before the review queue led elsewhere.
    struct ReadingPlace
    {
        ArticleId article;
        TextPosition caret;
        int scrolled = 0;
    };
    std::optional<ReadingPlace> m_placeBeforeReview;
};

}
