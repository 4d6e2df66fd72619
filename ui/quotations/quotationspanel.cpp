// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotations/quotationspanel.h"

#include "core/model/labels.h"
#include "ui/claims/claimsummary.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/quotations/quotationview.h"
#include "ui/session.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

Glyph glyphOf(const Takeover &takeover)
{
    const auto gravest = takeover.gravest();
    if (!gravest)
        return takeover.kind == LinkKind::Paraphrases ? Glyph::Again : Glyph::Supported;
    return *gravest == Deviation::Silent ? Glyph::Disputed : Glyph::Quote;
}

QString verdictOf(const Takeover &takeover)
{
    if (const auto gravest = takeover.gravest())
        return label(*gravest);
    return takeover.kind == LinkKind::Paraphrases ? QuotationsPanel::tr("Paraphrase") : QuotationsPanel::tr("Verbatim");
}

}

QuotationsPanel::QuotationsPanel(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_summary(makeExplanation({}, this)),
      m_list(new RowList(RowList::Height::Filling, 2, this)),
      m_view(new QuotationView(this))
{
    m_summary->setObjectName(u"quotationsSummaryLabel"_s);
    m_list->setObjectName(u"quotationsList"_s);
    m_list->setAccessibleName(tr("What the article takes over from others"));
    leadFocus(this, m_list);

    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_summary->setContentsMargins(8, 6, 8, 4);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);

    connect(m_list, &RowList::currentValueChanged, this, &QuotationsPanel::showChosen);
    connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
        const auto chosen = std::ranges::find(m_takeovers, value.value<LinkId>(), &Takeover::link);
        if (chosen != m_takeovers.end())
            Q_EMIT passageActivated(chosen->quote.first);
    });
    connect(&session, &Session::projectChanged, this, [this] { showArticle({}); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.claims.isEmpty() || !changes.links.isEmpty() || !changes.passages.isEmpty()
            || !changes.articles.isEmpty() || !changes.entities.isEmpty())
            refresh();
    });
    reload();
}

void QuotationsPanel::showArticle(ArticleId article)
{
    m_article = article;
    refresh();
}

void QuotationsPanel::showPassage(PassageId passage)
{
    const auto found = std::ranges::find_if(m_takeovers, [passage](const Takeover &takeover) {
        return takeover.quote.first == passage || takeover.original.first == passage;
    });
    const bool isThere = found != m_takeovers.end();
    m_passage = isThere ? PassageId() : passage;
    if (isThere)
        m_list->setCurrentValue(QVariant::fromValue(found->link));
}

void QuotationsPanel::reload()
{
    m_takeovers.clear();
    m_places.clear();
    if (m_session.isOpen() && !m_article.isNull()) {
        const Version version = m_session.value(m_session.store().currentVersion(m_article));
        QSet<ClaimId> seeds;
        for (const QList<Claim> claims = m_session.value(m_session.store().claims(version.id));
             const Claim &claim : claims)
            seeds.insert(claim.id);
        const Corpus corpus = m_session.value(m_session.store().connected(seeds));
        m_takeovers = takeovers(corpus, m_article);
        QHash<PassageId, Passage> passages;
        for (const Passage &passage : corpus.passages)
            passages.insert(passage.id, passage);
        const QHash<VersionId, Place> places = placesOf(m_session, passages, cast(m_session));
        for (const Passage &passage : corpus.passages)
            m_places.insert(passage.id, places.value(passage.version).shortName());
    }
    QList<Row> rows;
    for (const Takeover &takeover : std::as_const(m_takeovers)) {
        Row row;
        row.title = verdictOf(takeover);
        row.words = takeover.quote.text.string();
        row.detail = tr("%1: %2", "kind of link and where the other claim stands")
                         .arg(label(takeover.kind), m_places.value(takeover.original.first));
        row.glyph = glyphOf(takeover);
        row.value = QVariant::fromValue(takeover.link);
        rows.append(row);
    }
    m_summary->setText(toSentence(counted(m_takeovers)));
    m_summary->setVisible(!m_takeovers.isEmpty());
    m_list->setEmptyText(m_article.isNull() ? tr("No article is shown.")
                                            : tr("No claim of this article is linked to one that it re-reports, "
                                                 "repeats or paraphrases."));
    m_list->setRows(rows);
    if (!m_list->currentValue().isValid() && !rows.isEmpty())
        m_list->setCurrentValue(rows.first().value);
    if (!m_passage.isNull())
        showPassage(m_passage);
    showChosen();
}

void QuotationsPanel::showChosen()
{
    const auto chosen = std::ranges::find(m_takeovers, m_list->currentValue().value<LinkId>(), &Takeover::link);
    if (chosen == m_takeovers.end())
        m_view->showNothing();
    else
        m_view->showTakeover(*chosen, m_places.value(chosen->quote.first), m_places.value(chosen->original.first));
}

}
