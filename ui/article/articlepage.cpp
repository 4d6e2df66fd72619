// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/articlepage.h"

#include "ui/actions.h"
#include "ui/article/articlecards.h"
#include "ui/article/articlecoverage.h"
#include "ui/article/articleview.h"
#include "ui/article/bookmarks.h"
#include "ui/article/citation.h"
#include "ui/article/passagekinds.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QSettings>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype helping = 2000;         // fragments read at once
constexpr qsizetype tooManyToFollow = 5000; // passages changed at once; reading all is quicker then

/// One line that ends in an ellipsis where there is no room for all of it.
class HeaderLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(contentsRect(), Qt::AlignVCenter | Qt::AlignLeading,
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
};

}

ArticlePage::ArticlePage(Session &session, Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_stack(new QStackedLayout),
      m_header(new HeaderLabel(this)),
      m_versionComboBox(new QComboBox(this)),
      m_nothing(new QLabel(this)),
      m_view(new ArticleView(this)),
      m_bookmarks(new BookmarkCommands(*m_view, actions, this)),
      m_coverage(new ArticleCoverage(session, this))
{
    m_header->setObjectName(u"headerLabel"_s);
    m_header->setTextFormat(Qt::PlainText);
    m_header->setContentsMargins(12, 6, 12, 6);
    m_header->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long title must not widen the window
    m_versionComboBox->setObjectName(u"versionComboBox"_s);
    m_versionComboBox->setAccessibleName(tr("Version of the article"));
    m_view->setObjectName(u"articleView"_s);
    m_nothing->setObjectName(u"nothingLabel"_s);
    m_nothing->setText(tr("Choose an article in the library, or import one, to read and annotate it here."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(24);

    auto *reading = new QWidget(this);
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 8, 0);
    top->addWidget(m_header, 1);
    top->addWidget(m_versionComboBox);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(reading);
    setLayout(m_stack);
    setFocusProxy(m_view);

    connect(m_versionComboBox, &QComboBox::activated, this, [this](int i) { showVersion(m_versions.value(i).id); });
    connect(m_view, &ArticleView::passagesComplete, this, &ArticlePage::loadCards);
    connect(m_view, &ArticleView::selectionChanged, this, [this] {
        updateActions();
        Q_EMIT selectionChanged();
    });
    connect(m_view, &ArticleView::currentPassageChanged, this, [this](PassageId passage) {
        updateActions();
        Q_EMIT currentPassageChanged(passage);
    });
    m_view->setSnapsToWords([] { return Settings::load(QSettings()).tidying.toWholeWords; });
    connect(m_view, &ArticleView::choiceRequested, this, &ArticlePage::choosePassage);
    connect(m_view, &ArticleView::boundaryDragged, this, &ArticlePage::setFragments);
    connect(m_view, &ArticleView::keyTyped, this, &ArticlePage::tagByKey);
    connect(m_view, &ArticleView::contextMenuRequested, this, &ArticlePage::showMenu);
    connect(m_view, &ArticleView::cardActivated, this, [this](const CardId &card) {
        if (const auto *claim = std::get_if<ClaimId>(&card))
            Q_EMIT claimActivated(*claim);
        else
            Q_EMIT noteActivated(std::get<NoteId>(card));
    });
    connect(&m_session, &Session::projectChanged, this, [this] {
        clear();
        m_lastTag = {};
        if (m_session.isOpen()) {
            loadTags();
            loadNames();
        }
    });
    connect(&m_session, &Session::changed, this, &ArticlePage::onChanged);
    if (m_session.isOpen()) {
        loadTags();
        loadNames();
    }
    serveActions();
    serveDrags();
    serveCoverage();
    clear();
}

ArticlePage::~ArticlePage() = default;

const Text &ArticlePage::text() const
{
    return m_view->text();
}

QList<Fragment> ArticlePage::selectedFragments() const
{
    QList<Fragment> fragments;
    const QList<TextSpan> spans = tidied(text(), m_view->selection().spans(), Settings::load(QSettings()).tidying);
    for (const TextSpan &span : spans)
        fragments.append({span, text().words(span).toString()});
    return fragments;
}

QString ArticlePage::selectedWords() const
{
    return text().words(m_view->selection().live()).toString();
}

PassageId ArticlePage::currentPassage() const
{
    return m_view->currentPassage();
}

std::optional<Passage> ArticlePage::current() const
{
    const PassageId id = currentPassage();
    if (id.isNull() || !m_session.isOpen())
        return std::nullopt;
    const QList<Passage> found = m_session.value(m_session.store().passages({id}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

// --- what is shown ---

void ArticlePage::clear()
{
    m_article = {};
    m_version = {};
    m_older = {};
    m_versions.clear();
    m_claims.clear();
    m_verdicts.clear();
    m_notes.clear();
    m_view->setText(Text());
    m_bookmarks->setVersion({});
    m_coverage->setVersion({}, {});
    m_stack->setCurrentIndex(0);
    updateActions();
}

void ArticlePage::showArticle(ArticleId article)
{
    if (!m_session.isOpen() || article.isNull()) {
        clear();
        return;
    }
    if (article == m_article && m_older.isNull())
        return;
    m_article = article;
    m_older = {};
    reload();
    if (!m_article.isNull())
        Q_EMIT articleShown(m_article);
}

void ArticlePage::reload()
{
    loadVersions();
    const Result<Version> version = m_older.isNull() ? m_session.store().currentVersion(m_article)
                                                     : m_session.store().version(m_older);
    if (!version) {
        Q_EMIT m_session.failed(version.error().message);
        clear();
        return;
    }
    if (version->id != m_version) {
        m_version = version->id;
        m_view->setText(version->text);
        m_bookmarks->setVersion(m_version);
        m_coverage->setVersion(m_version, version->text);
    }
    applyPassages({});
    loadHeader();
    m_stack->setCurrentIndex(1);
    updateActions();
}

void ArticlePage::showPassage(PassageId passage)
{
    if (!m_session.isOpen())
        return;
    if (!m_view->passages().contains(passage)) {
        const QList<Passage> found = m_session.value(m_session.store().passages({passage}));
        if (found.isEmpty())
            return;
        const Result<Version> version = m_session.store().version(found.first().version);
        if (!version) {
            Q_EMIT m_session.failed(version.error().message);
            return;
        }
        if (version->id != m_version)
            showVersion(version->id);
    }
    m_view->showPassage(passage);
}

void ArticlePage::showSpan(ArticleId article, const TextSpan &span)
{
    showArticle(article);
    if (!m_article.isNull())
        m_view->select(span);
}

void ArticlePage::loadTags()
{
    m_tags = m_session.value(m_session.store().tags());
    m_view->setTags(m_tags);
}

void ArticlePage::loadNames()
{
    m_names.clear();
    for (const QList<Entity> all = m_session.value(m_session.store().entities()); const Entity &entity : all)
        m_names.insert(entity.id, entity.name);
}

void ArticlePage::loadHeader()
{
    const Article article = m_session.value(m_session.store().article(m_article));
    QStringList parts;
    for (const QString &part :
         {article.title, m_names.value(article.outlet), article.byline, dateForPeople(article.published)}) {
        if (!part.isEmpty())
            parts.append(part.simplified());
    }
    m_header->setText(parts.join(u" · "_s));
    m_header->setToolTip(m_header->text());
    m_view->setAccessibleName(article.title.isEmpty() ? tr("Article") : tr("Article: %1").arg(article.title));
}

void ArticlePage::loadCards()
{
    m_claims = m_session.value(m_session.store().claims(m_version));
    m_verdicts = newestVerdicts(m_session.value(m_session.store().verdicts(m_version)));
    m_contradictions = m_session.value(m_session.store().contradictions(m_version));
    m_notes = m_session.value(m_session.store().notes());
    m_passagesWithCards.clear();
    for (const Claim &claim : std::as_const(m_claims)) {
        for (const ClaimPassage &part : claim.passages)
            m_passagesWithCards.insert(part.passage);
        for (const Participant &participant : claim.participants)
            m_passagesWithCards.insert(participant.evidence);
    }
    for (const Note &note : std::as_const(m_notes)) {
        if (const auto *passage = std::get_if<PassageId>(&note.target))
            m_passagesWithCards.insert(*passage);
    }
    showCards();
}

void ArticlePage::showCards()
{
    m_view->setCards(
        articleCards(m_article, m_view->passages(), m_claims, m_verdicts, m_contradictions, m_notes, m_names));
    m_view->setSigns(passageSigns(m_claims, m_verdicts, m_contradictions, m_notes));
    m_view->setUnchecked(uncheckedPassages(m_claims, m_verdicts));
}

/// Reads these passages anew, all of the version's when there are none or too many.
void ArticlePage::applyPassages(const QSet<PassageId> &ids)
{
    const auto isShown = [this](const Passage &p) { return p.version == m_version && p.state != State::Rejected; };
    if (ids.isEmpty() || ids.size() > tooManyToFollow) {
        m_view->setPassages([this, mark = PlacesPage::Mark()]() mutable {
            PlacesPage page = m_session.value(m_session.store().places(m_version, mark, helping));
            page.fragments.removeIf([](const PlacedFragment &f) { return f.state == State::Rejected; });
            mark = page.last.value_or(mark);
            return PassageMarks::Helping{page.fragments, !page.last};
        });
        return;
    }
    QSet<PassageId> gone = ids;
    for (const QList<Passage> all = m_session.value(m_session.store().passages(ids)); const Passage &passage : all) {
        if (!isShown(passage))
            continue;
        m_view->putPassage(passage);
        gone.remove(passage.id);
    }
    for (const PassageId id : std::as_const(gone))
        m_view->removePassage(id);
}

void ArticlePage::onChanged(const Changes &changes)
{
    if (!changes.tags.isEmpty())
        loadTags();
    if (!changes.entities.isEmpty())
        loadNames();
    if (m_article.isNull())
        return;
    if (changes.articles.contains(m_article) && !m_session.store().article(m_article)) {
        clear(); // it was removed
        return;
    }
    if (!changes.versions.isEmpty()) {
        reload();
        return;
    }
    if (!changes.passages.isEmpty())
        applyPassages(changes.passages);
    if (!changes.articles.isEmpty() || !changes.entities.isEmpty())
        loadHeader();
    if (!changes.claims.isEmpty() || !changes.notes.isEmpty() || !changes.verdicts.isEmpty()
        || !changes.links.isEmpty())
        loadCards();
    else if (!changes.entities.isEmpty() || changes.passages.intersects(m_passagesWithCards))
        showCards();
    if (!m_editing && !changes.passages.isEmpty())
        showChange(changes.passages);
    updateActions();
}

/// What was undone, redone or changed elsewhere becomes the current passage and comes into view: the one
/// that is current already, or else the first in the text.
void ArticlePage::showChange(const QSet<PassageId> &changed)
{
    const PassageMarks &marks = m_view->passages();
    PassageId first;
    if (changed.contains(currentPassage()) && marks.contains(currentPassage()))
        first = currentPassage();
    for (const PassageId id : changed) {
        if (first == currentPassage() && !first.isNull())
            break;
        if (marks.contains(id) && (first.isNull() || marks.mark(id).extent < marks.mark(first).extent))
            first = id;
    }
    if (first.isNull())
        return;
    m_view->clearSelection();
    if (first != currentPassage() || !m_view->isInView(first))
        m_view->showPassage(first);
}

}
