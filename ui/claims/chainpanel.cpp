// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpanel.h"

#include "ui/claims/chainrows.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/undothrough.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

ChainPanel::ChainPanel(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_search(new ChainSearch(session, this)),
      m_words(new QLineEdit(this)),
      m_line(makeExplanation({}, this)),
      m_headline(makeHeading({}, nullptr, this)),
      m_hops(new RowList(RowList::Height::Filling, 0, this)),
      m_surroundings(new QCheckBox(tr("What &surrounds it"), this)),
      m_copy(new QPushButton(tr("&Copy as Text"), this))
{
    m_words->setObjectName(u"traceWordsLineEdit"_s);
    m_words->setPlaceholderText(tr("Trace words…"));
    m_words->setAccessibleName(tr("Words to trace through the whole project"));
    m_words->setClearButtonEnabled(true);
    letUndoThrough(m_words);
    m_line->setObjectName(u"chainLineLabel"_s);
    m_headline->setObjectName(u"chainHeadlineLabel"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    m_headline->setFont(font);
    m_hops->setObjectName(u"chainHopsList"_s);
    m_hops->setAccessibleName(tr("Hops of the chain"));
    m_hops->setActivatesOnClick(true);
    m_surroundings->setObjectName(u"surroundingsCheckBox"_s);
    m_surroundings->setToolTip(tr("Show also the claims around the line, such as the speech that it is a part of"));
    m_copy->setObjectName(u"copyChainPushButton"_s);

    leadFocus(this, [this] { return m_chain.hops.isEmpty() ? static_cast<QWidget *>(m_words) : m_hops; });

    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 4);
    head->setSpacing(6);
    head->addWidget(m_words);
    head->addWidget(m_line);
    head->addWidget(m_headline);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_surroundings);
    foot->addStretch();
    foot->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_hops, 1);
    layout->addLayout(foot);

    connect(m_words, &QLineEdit::returnPressed, this, [this] { showWords(m_words->text()); });
    connect(m_hops, &RowList::valueActivated, this, [this](const QVariant &value) {
        const PassageId passage = m_chain.hops.value(value.toLongLong()).passage;
        if (!passage.isNull())
            Q_EMIT passageActivated(passage);
    });
    connect(m_surroundings, &QCheckBox::toggled, this, &ChainPanel::showChain);
    connect(m_copy, &QPushButton::clicked, this, &ChainPanel::copy);
    connect(m_search, &ChainSearch::finished, this, &ChainPanel::readChain);
    connect(&session, &Session::projectChanged, this, [this] {
        m_asked = std::monostate();
        reload(); // also while it is hidden: a search must not go on
    });
    connect(&session, &Session::changed, this, &ChainPanel::follow);
    showChain();
}

void ChainPanel::showLine(PassageId passage)
{
    m_asked = passage;
    refresh();
}

void ChainPanel::showClaim(ClaimId claim)
{
    m_asked = claim;
    refresh();
}

void ChainPanel::showWords(const QString &words)
{
    if (m_words->text() != words)
        m_words->setText(words);
    m_asked = words.simplified();
    refresh();
}

void ChainPanel::reload()
{
    m_search->ask(m_asked);
    readChain();
}

void ChainPanel::follow(const Changes &changes)
{
    if (!isVisible()) {
        refresh();
        return;
    }
    const bool isOther = m_search->follow(changes);
    if (isOther || changes.claims.intersects(m_shown.claims) || changes.passages.intersects(m_shown.passages)
        || changes.entities.intersects(m_shown.entities) || changes.articles.intersects(m_shown.articles)
        || !changes.links.isEmpty() || !changes.portrayals.isEmpty())
        readChain();
}

void ChainPanel::readChain()
{
    const ChainSeeds &from = m_search->seeds();
    m_chain = Chain{.line = from.line, .hops = {}};
    m_shown = {};
    if (!from.claims.isEmpty()) {
        const Corpus corpus = m_session.value(m_session.store().connected(from.claims));
        const auto note = [](auto &ids, const auto &list) {
            for (const auto &value : list)
                ids.insert(value.id);
        };
        note(m_shown.claims, corpus.claims);
        note(m_shown.passages, corpus.passages);
        note(m_shown.entities, corpus.entities);
        note(m_shown.articles, corpus.articles);
        m_chain = trace(corpus, from.claims, from.line);
    }
    showChain();
}

void ChainPanel::showChain()
{
    const QString sentence = headline(m_chain);
    m_headline->setText(sentence);
    m_headline->setVisible(!sentence.isEmpty());
    m_line->setText(tr("“%1”").arg(m_chain.line));
    m_line->setVisible(!m_chain.line.isEmpty());
    m_copy->setEnabled(!m_chain.hops.isEmpty());
    const bool isWords = std::holds_alternative<QString>(m_asked);
    if (m_chain.line.isEmpty())
        m_hops->setEmptyText(tr("Choose a highlighted line in the article, or type words of it above, to see who said "
                                "it, who contributed it, who told it and who took it up."));
    else if (m_search->isSearching())
        m_hops->setEmptyText(tr("Looking through the claims…"));
    else if (m_search->isTooCommon())
        m_hops->setEmptyText(tr("So many claims hold these words that they are no line. Type more of it."));
    else if (isWords)
        m_hops->setEmptyText(tr("No claim holds these words yet."));
    else
        m_hops->setEmptyText(tr("No claim is made of this line yet. Make one to begin its chain."));
    const auto isAside = [](const Hop &hop) { return !hop.ofLine; };
    m_surroundings->setVisible(std::ranges::any_of(m_chain.hops, isAside)
                               && !std::ranges::all_of(m_chain.hops, isAside));
    m_hops->setRows(chainRows(m_chain, m_surroundings->isChecked()));
}

void ChainPanel::copy()
{
    QGuiApplication::clipboard()->setText(toText(m_chain));
}

}
