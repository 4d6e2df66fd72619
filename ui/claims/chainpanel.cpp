// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpanel.h"

#include "ui/claims/chainrows.h"
#include "ui/claims/chainseeds.h"
#include "ui/parts/heading.h"
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
    connect(&session, &Session::projectChanged, this, [this] {
        m_known.reset();
        m_asked = std::monostate();
        refresh();
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.claims.isEmpty() || !changes.passages.isEmpty())
            m_known.reset();
        if (!changes.claims.isEmpty() || !changes.passages.isEmpty() || !changes.links.isEmpty()
            || !changes.entities.isEmpty() || !changes.portrayals.isEmpty() || !changes.articles.isEmpty())
            refresh();
    });
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
    m_chain = Chain();
    if (m_session.isOpen()) {
        const ChainSeeds from = seeds();
        m_chain.line = from.line;
        if (!from.claims.isEmpty())
            m_chain = trace(m_session.value(m_session.store().connected(from.claims)), from.claims, from.line);
    }
    showChain();
}

ChainSeeds ChainPanel::seeds()
{
    const Store &store = m_session.store();
    if (!m_known)
        m_known = Known{m_session.value(store.claims()), m_session.value(store.passages())};
    if (const auto *passage = std::get_if<PassageId>(&m_asked)) {
        const auto at = std::ranges::find(m_known->passages, *passage, &Passage::id);
        return at == m_known->passages.end() ? ChainSeeds()
                                             : seedsOfPassage(*at, m_known->claims, m_known->passages);
    }
    if (const auto *claim = std::get_if<ClaimId>(&m_asked)) {
        const auto at = std::ranges::find(m_known->claims, *claim, &Claim::id);
        return at == m_known->claims.end() ? ChainSeeds() : seedsOfClaim(*at, m_known->claims, m_known->passages);
    }
    if (const auto *words = std::get_if<QString>(&m_asked); words && !words->isEmpty())
        return {claimsWithWords(m_known->claims, m_known->passages, *words), *words};
    return {};
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
    else if (isWords)
        m_hops->setEmptyText(tr("No claim holds these words yet."));
    else
        m_hops->setEmptyText(tr("No claim is made of this line yet. Make one to begin its chain."));
    const auto isAside = [](const Hop &hop) { return !hop.ofLine; };
    m_surroundings->setVisible(std::ranges::any_of(m_chain.hops, isAside) && !std::ranges::all_of(m_chain.hops, isAside));
    m_hops->setRows(chainRows(m_chain, m_surroundings->isChecked()));
    setFocusProxy(m_chain.hops.isEmpty() ? static_cast<QWidget *>(m_words) : m_hops);
}

void ChainPanel::copy()
{
    QGuiApplication::clipboard()->setText(toText(m_chain));
}

}
