// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/about.h"
#include "ui/actions.h"
#include "ui/appearance.h"
#include "ui/article/articlepage.h"
#include "ui/article/articleview.h"
#include "ui/article/legend.h"
#include "ui/claims/chainpanel.h"
#include "ui/claims/claimdrops.h"
#include "ui/claims/claimeditor.h"
#include "ui/commandpalette.h"
#include "ui/exchange/exportdialog.h"
#include "ui/exchange/importer.h"
#include "ui/fragmentcheck.h"
#include "ui/inspector/inspector.h"
#include "ui/keysheet.h"
#include "ui/library/librarypanel.h"
#include "ui/menus.h"
#include "ui/messagestrip.h"
#include "ui/notes/notespanel.h"
#include "ui/paneldocks.h"
#include "ui/people/peoplepanel.h"
#include "ui/projects.h"
#include "ui/quotations/quotationspanel.h"
#include "ui/reports/reportdialog.h"
#include "ui/review/reviewpanel.h"
#include "ui/sample.h"
#include "ui/search/searchpanel.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/settingsdialog.h"
#include "ui/tags/tagspanel.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

MainWindow::MainWindow(Session &session, Actions &actions, Prompts prompts, QWidget *parent)
    : QMainWindow(parent),
      m_session(session),
      m_actions(actions),
      m_prompts(std::move(prompts)),
      m_projects(new Projects(session, actions, m_prompts, this)),
      m_importer(new Importer(session, actions, m_prompts, this)),
      m_strip(new MessageStrip),
      m_article(new ArticlePage(session, actions)),
      m_library(new LibraryPanel(session, actions, m_prompts)),
      m_tags(new TagsPanel(session, actions)),
      m_people(new PeoplePanel(session, actions)),
      m_inspector(new Inspector(session, actions)),
      m_claim(new ClaimEditor(session, actions)),
      m_chain(new ChainPanel(session, m_prompts)),
      m_notes(new NotesPanel(session, actions)),
      m_search(new SearchPanel(session, actions)),
      m_review(new ReviewPanel(session, actions)),
      m_quotations(new QuotationsPanel(session)),
      m_stateLabel(new QLabel),
      m_appearance(new Appearance(actions, this)),
      m_docks(new PanelDocks(actions, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    resize(1400, 900);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_article, 1);
    setCentralWidget(centre);
    addPanels();

    fillMenus(*menuBar(), actions, m_projects->recentMenu());
    auto *toolBar = addToolBar(tr("Tools"));
    toolBar->setObjectName(u"toolBar"_s);
    toolBar->setMovable(false);
    toolBar->setIconSize({20, 20});
    fillToolBar(*toolBar, actions);
    m_stateLabel->setObjectName(u"stateLabel"_s);
    m_stateLabel->setContentsMargins(0, 0, 8, 0);
    statusBar()->addPermanentWidget(m_stateLabel);
    statusBar()->setSizeGripEnabled(false);

    routeArticle();
    routePanels();
    routeSearch();
    routeReview();
    connectActions();
    connect(&session, &Session::failed, m_strip, &MessageStrip::showError);
    connect(new FragmentCheck(session, this), &FragmentCheck::damageFound, m_strip, &MessageStrip::showError);
    connect(&session, &Session::changed, this, &MainWindow::showState);
    connect(&session, &Session::projectChanged, this, &MainWindow::showProject);
    connect(m_projects, &Projects::noticed, m_strip, [this](const QString &message) { m_strip->showNotice(message); });
    connect(m_projects, &Projects::welcomed, this, &MainWindow::welcome);
    connect(m_importer, &Importer::articleActivated, m_article, &ArticlePage::showArticle);
    connect(m_importer, &Importer::imported, this, [this](const QString &summary, ArticleId first) {
        if (m_article->article().isNull())
            m_article->showArticle(first);
        m_strip->showNotice(summary, tr("Show"), [this, first] { m_article->showArticle(first); });
    });

    m_docks->restore();
    applyArticleFont();
    showState();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPanels()
{
    m_docks->add("view.library", m_library, Qt::LeftDockWidgetArea);
    m_docks->add("view.tags", m_tags, Qt::LeftDockWidgetArea);
    m_docks->add("view.people", m_people, Qt::LeftDockWidgetArea, "view.tags");
    m_docks->add("view.inspector", m_inspector, Qt::RightDockWidgetArea);
    m_docks->add("view.claims", m_claim, Qt::RightDockWidgetArea, "view.inspector");
    m_docks->add("view.notes", m_notes, Qt::RightDockWidgetArea, "view.claims");
    m_docks->add("view.chain", m_chain, Qt::RightDockWidgetArea);
    m_docks->add("view.search", m_search, Qt::BottomDockWidgetArea);
    m_docks->add("view.review", m_review, Qt::BottomDockWidgetArea, "view.search");
    m_docks->add("view.quotations", m_quotations, Qt::BottomDockWidgetArea, "view.search");
    for (const char *id : {"view.search", "view.review", "view.quotations"})
        m_docks->dock(id)->hide(); // there when it is asked for
    m_docks->raise("view.tags");
    m_docks->raise("view.inspector");
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea); // a chain needs its height
    QDockWidget *const library = m_docks->dock("view.library");
    QDockWidget *const inspector = m_docks->dock("view.inspector");
    resizeDocks({library, inspector}, {290, 370}, Qt::Horizontal);
    resizeDocks({m_docks->dock("view.search")}, {260}, Qt::Vertical);
    resizeDocks({library, m_docks->dock("view.tags")}, {400, 400}, Qt::Vertical);
    resizeDocks({inspector, m_docks->dock("view.chain")}, {400, 400}, Qt::Vertical);
}

void MainWindow::routeArticle()
{
    connect(m_library, &LibraryPanel::articleActivated, m_article, &ArticlePage::showArticle);
    connect(m_library, &LibraryPanel::noticed, m_strip,
            [this](const QString &message) { m_strip->showNotice(message); });
    connect(m_article, &ArticlePage::articleShown, this, [this](ArticleId article) {
        m_library->setCurrentArticle(article);
        m_quotations->showArticle(article);
        m_actions["article.export"]->setEnabled(m_session.isOpen());
        if (article.isNull())
            return;
        m_notes->showTarget(article);
        keep("recent/article", article.toString());
    });
    connect(m_article, &ArticlePage::currentPassageChanged, this, [this](PassageId passage) {
        m_inspector->showPassage(passage);
        m_chain->showLine(passage);
        m_quotations->showPassage(passage);
        m_claim->setCurrentPassage(passage);
        if (!passage.isNull())
            m_notes->showTarget(passage);
        else if (!m_article->article().isNull())
            m_notes->showTarget(m_article->article());
    });
    connect(m_tags, &TagsPanel::tagActivated, this, [this](TagId tag) {
        m_article->tagSelection(tag);
        focusArticle();
    });
    connect(m_tags, &TagsPanel::visibilitiesChanged, m_article->view(), &ArticleView::setTagVisibilities);
    connect(m_actions["claim.new"], &QAction::triggered, this, &MainWindow::startClaim);
    connect(m_actions["passage.note"], &QAction::triggered, this, [this] {
        if (!m_article->currentPassage().isNull())
            writeNote(m_article->currentPassage());
        else if (!m_article->article().isNull())
            writeNote(m_article->article());
    });
}

void MainWindow::routePanels()
{
    const auto showPassage = [this](PassageId passage) { m_article->showPassage(passage); };
    connect(m_people, &PeoplePanel::passageActivated, this, showPassage);
    connect(m_people, &PeoplePanel::reportRequested, this, &MainWindow::report);
    connect(m_people, &PeoplePanel::passageDropped, this,
            [this](const DraggedPassage &passage, EntityId entity, const QPoint &place) {
                askForParticipant(m_session, m_actions, passage, entity, this, place);
            });
    connect(m_article, &ArticlePage::passageDropped, this,
            [this](const DraggedPassage &passage, ClaimId claim, const QPoint &place) {
                askForPassageRole(m_session, m_actions, passage, claim, this, place);
            });
    connect(m_inspector, &Inspector::passageActivated, this, showPassage);
    connect(m_claim, &ClaimEditor::passageActivated, this, showPassage);
    connect(m_chain, &ChainPanel::passageActivated, this, showPassage);
    connect(m_chain, &ChainPanel::noticed, m_strip, [this](const QString &message) { m_strip->showNotice(message); });
    connect(m_chain, &ChainPanel::failed, m_strip, &MessageStrip::showError);
    connect(m_quotations, &QuotationsPanel::passageActivated, this, showPassage);
    connect(m_people, &PeoplePanel::entityActivated, this, [this](EntityId entity) {
        m_inspector->showEntity(entity);
        m_docks->raise("view.inspector");
    });
    connect(m_inspector, &Inspector::entityActivated, this, [this](EntityId entity) { showTarget(entity); });
    connect(m_inspector, &Inspector::claimActivated, this, [this](ClaimId claim) { showTarget(claim); });
    connect(m_inspector, &Inspector::noteRequested, this, &MainWindow::writeNote);
    connect(m_claim, &ClaimEditor::chainRequested, this, [this](ClaimId claim) {
        m_chain->showClaim(claim);
        m_docks->show("view.chain");
    });
    connect(m_claim, &ClaimEditor::claimSaved, this, &MainWindow::focusArticle);
    connect(m_claim, &ClaimEditor::attentionRequested, this, [this] { m_docks->show("view.claims"); });
    connect(m_notes, &NotesPanel::targetActivated, this, &MainWindow::showTarget);
}

void MainWindow::routeSearch()
{
    const auto showHits = [this] { // which are in the newest version
        m_article->view()->setHits(m_article->isOlderVersion() ? QList<TextSpan>()
                                                               : m_search->hitsIn(m_article->article()));
    };
    const auto showPlace = [this] { m_search->setPlace(m_article->article(), m_article->view()->selection().caret()); };
    connect(m_search, &SearchPanel::hitsChanged, this, showHits);
    connect(m_article, &ArticlePage::articleShown, this, showHits);
    connect(m_article, &ArticlePage::articleShown, this, showPlace);
    connect(m_search, &SearchPanel::hitActivated, m_article, &ArticlePage::showSpan);
    connect(m_search, &SearchPanel::left, this, [this](bool isDone) {
        if (isDone)
            m_docks->dock("view.search")->hide();
        focusArticle();
    });
    const auto open = [this, showPlace] {
        showPlace();
        m_docks->show("view.search");
    };
    connect(m_actions["search.find"], &QAction::triggered, this, [this, open] {
        open();
        m_search->find(SearchPanel::Scope::Article, m_article->selectedWords());
    });
    connect(m_actions["search.findAll"], &QAction::triggered, this, [this, open] {
        open();
        m_search->find(SearchPanel::Scope::Project, m_article->selectedWords());
    });
    connect(m_actions["search.tagEvery"], &QAction::triggered, this, [this, open] {
        const std::optional<Passage> passage = m_article->current();
        const QString selected = m_article->selectedWords();
        open();
        m_search->tagEvery(selected.isEmpty() && passage ? passage->words() : selected,
                           passage ? passage->tag : TagId());
    });
}

void MainWindow::connectActions()
{
    connect(m_actions["project.quit"], &QAction::triggered, this, &QWidget::close);
    connect(m_actions["edit.undo"], &QAction::triggered, &m_session, &Session::undo);
    connect(m_actions["edit.redo"], &QAction::triggered, &m_session, &Session::redo);
    connect(m_actions["article.export"], &QAction::triggered, this, &MainWindow::exportArticles);
    connect(m_actions["project.report"], &QAction::triggered, this, [this] { report(); });
    connect(m_actions["view.article"], &QAction::triggered, this, &MainWindow::focusArticle);
    connect(m_actions["view.palette"], &QAction::triggered, this,
            [this] { (new CommandPalette(m_actions, this))->open(); });
    connect(m_actions["help.keys"], &QAction::triggered, this,
            [this] { (new KeySheet(m_session, m_actions, this))->open(); });
    connect(m_actions["help.marks"], &QAction::triggered, this, [this] { (new Legend(this))->open(); });
    connect(m_actions["help.about"], &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions["settings.show"], &QAction::triggered, this, [this] {
        auto *dialog = new SettingsDialog(m_actions, this);
        connect(dialog, &SettingsDialog::schemeChosen, m_appearance, &Appearance::setScheme);
        connect(dialog, &SettingsDialog::annotatorChanged, this, [this] {
            // The store knows its annotator from when it is opened.
            if (m_session.isOpen())
                m_session.open(m_session.store().path());
        });
        connect(dialog, &SettingsDialog::typesettingChosen, m_article->view(), &ArticleView::setTypesetting);
        connect(dialog, &SettingsDialog::articleFontChanged, this, &MainWindow::applyArticleFont);
        dialog->open();
    });
}

void MainWindow::applyArticleFont()
{
    const Settings settings = Settings::load(QSettings());
    QFont font;
    if (!settings.articleFont.isEmpty())
        font.setFamily(settings.articleFont);
    if (settings.articleFontSize > 0)
        font.setPointSize(settings.articleFontSize);
    m_article->view()->setFont(font);
    m_article->view()->setTypesetting(settings.typesetting);
}

void MainWindow::start(const QStringList &paths)
{
    if (paths.isEmpty())
        m_projects->openLatest();
    else
        openFiles(paths);
}

void MainWindow::openFiles(const QStringList &paths)
{
    QStringList articles;
    QString project;
    for (const QString &path : paths) {
        if (path.endsWith(".pullquote"_L1, Qt::CaseInsensitive))
            project = path;
        else
            articles.append(path);
    }
    if (!project.isEmpty())
        m_projects->open(project);
    else if (!m_session.isOpen() && !articles.isEmpty())
        m_projects->openLatest();
    if (!articles.isEmpty() && !m_session.isOpen())
        m_strip->showError(tr("Open a project or make a new one first; articles are imported into a project."));
    else
        m_importer->import(articles);
}

void MainWindow::focusArticle()
{
    m_article->view()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showTarget(const NoteTarget &target)
{
    if (const auto *article = std::get_if<ArticleId>(&target)) {
        m_article->showArticle(*article);
    } else if (const auto *passage = std::get_if<PassageId>(&target)) {
        m_article->showPassage(*passage);
    } else if (const auto *claim = std::get_if<ClaimId>(&target)) {
        m_claim->showClaim(*claim);
        m_chain->showClaim(*claim);
        m_docks->show("view.claims");
    } else if (const auto *entity = std::get_if<EntityId>(&target)) {
        m_people->showEntity(*entity);
        m_docks->show("view.people");
    } else {
        m_docks->show("view.tags");
    }
}

void MainWindow::writeNote(const NoteTarget &target)
{
    m_notes->showTarget(target);
    m_docks->show("view.notes");
    m_notes->writeNote();
}

void MainWindow::startClaim()
{
    if (m_article->article().isNull() || m_article->isReadOnly())
        return;
    m_docks->show("view.claims");
    m_claim->startClaim(m_article->version(), m_article->article(), m_article->selectedFragments(),
                        m_article->currentPassage());
}

void MainWindow::exportArticles()
{
    if (!m_session.isOpen())
        return;
    auto *dialog = new ExportDialog(m_session, m_article->article(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, m_strip, [this](const QString &message) { m_strip->showNotice(message); });
    dialog->open();
}

/// Of who said what when there is an entity, else of the article on the screen.
void MainWindow::report(EntityId entity)
{
    if (!m_session.isOpen())
        return;
    const ReportQuestion question{.kind = entity.isNull() ? ReportKind::Article : ReportKind::Person,
                                  .article = m_article->article(),
                                  .entity = entity};
    auto *dialog = new ReportDialog(m_session, question, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::saved, m_strip, [this](const QString &message) { m_strip->showNotice(message); });
    dialog->open();
}

void MainWindow::welcome()
{
    const PassageId passage = telltalePassage(m_session);
    if (passage.isNull())
        return;
    // First, since it takes room from the article.
    m_strip->showNotice(tr(
        "This is the sample project. Who contributed the line that is marked? The chain on the right has the answer; "
        "each of its steps leads to its words."));
    m_docks->raise("view.chain");
    centralWidget()->layout()->activate();
    m_article->showPassage(passage);
}

void MainWindow::showProject()
{
    if (m_session.isOpen()) {
        const auto last = ArticleId::fromString(QSettings().value("recent/article").toString());
        const bool isHere = !last.isNull() && m_session.store().article(last);
        m_article->showArticle(isHere ? last : m_library->firstArticle());
    }
    showState();
}

void MainWindow::showState()
{
    const bool isOpen = m_session.isOpen();
    const QString saved = tr("all changes saved");
    setWindowTitle(isOpen ? tr("%1 — %2 — Pullquote").arg(QFileInfo(m_session.store().path()).completeBaseName(), saved)
                          : tr("Pullquote"));
    const auto undo = isOpen ? m_session.store().undoLabel() : std::nullopt;
    const auto redo = isOpen ? m_session.store().redoLabel() : std::nullopt;
    m_actions["edit.undo"]->setText(undo ? tr("&Undo “%1”").arg(*undo) : tr("&Undo"));
    m_actions["edit.redo"]->setText(redo ? tr("&Redo “%1”").arg(*redo) : tr("&Redo"));
    m_actions["edit.undo"]->setEnabled(undo.has_value());
    m_actions["edit.redo"]->setEnabled(redo.has_value());
    for (const char *id : {"article.import", "article.importFolder", "article.export", "project.report", "search.find",
                           "search.findAll", "search.next", "search.previous", "search.tagEvery"})
        m_actions[id]->setEnabled(isOpen);
    showStateLine();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_docks->save();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::ranges::any_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    event->acceptProposedAction();
    // The program that the files come from waits until this function returns.
    QTimer::singleShot(0, this, [this, paths] { openFiles(paths); });
}

}
