// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainpanel.h"

#include "core/reports/chainpicture.h"
#include "core/review/origins.h"
#include "ui/background.h"
#include "ui/claims/chainpictureview.h"
#include "ui/claims/chainrows.h"
#include "ui/claims/chainsaving.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/undothrough.h"
#include "ui/session.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

ChainPanel::ChainPanel(Session &session, Prompts prompts, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_prompts(std::move(prompts)),
      m_search(new ChainSearch(session, this)),
      m_words(new QLineEdit(this)),
      m_line(makeExplanation({}, this)),
      m_headline(makeHeading({}, nullptr, this)),
      m_origins(makeExplanation({}, this)),
      m_hops(new RowList(RowList::Height::Filling, 0, this)),
      m_picture(new ChainPictureView(this)),
      m_views(new QStackedWidget(this)),
      m_surroundings(new QCheckBox(tr("What &surrounds it"), this)),
      m_asPicture(new QCheckBox(tr("&Picture"), this)),
      m_copy(new QPushButton(tr("&Copy as Text"), this)),
      m_save(new QPushButton(tr("Sa&ve Picture…"), this)),
      m_enlarge(new QPushButton(tr("Enlar&ge"), this))
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
    m_origins->setObjectName(u"chainOriginsLabel"_s);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    m_headline->setFont(font);
    m_hops->setObjectName(u"chainHopsList"_s);
    m_hops->setAccessibleName(tr("Hops of the chain"));
    m_hops->setActivatesOnClick(true);
    m_surroundings->setObjectName(u"surroundingsCheckBox"_s);
    m_surroundings->setToolTip(tr("Show also the claims around the line, such as the speech that it is a part of"));
    m_copy->setObjectName(u"copyChainPushButton"_s);
    m_picture->setObjectName(u"chainPictureView"_s);
    m_asPicture->setObjectName(u"chainPictureCheckBox"_s);
    m_asPicture->setToolTip(tr("Show the chain as a picture: who, what they did with the line, and where it stands"));
    m_save->setObjectName(u"saveChainPushButton"_s);
    m_save->setToolTip(tr("Save the picture as SVG, PDF or PNG, or the chain as text"));
    m_enlarge->setObjectName(u"enlargeChainPushButton"_s);
    m_enlarge->setToolTip(tr("Show the picture in a window of its own"));
    m_views->addWidget(m_hops);
    m_views->addWidget(m_picture);

    leadFocus(this,
              [this] { return m_chain.hops.isEmpty() ? static_cast<QWidget *>(m_words) : m_views->currentWidget(); });

    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 4);
    head->setSpacing(6);
    head->addWidget(m_words);
    head->addWidget(m_line);
    head->addWidget(m_headline);
    head->addWidget(m_origins);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(12);
    choices->addWidget(m_asPicture);
    choices->addWidget(m_surroundings);
    choices->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addWidget(m_enlarge);
    buttons->addStretch();
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addLayout(choices);
    foot->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
    layout->addLayout(foot);

    connect(m_words, &QLineEdit::returnPressed, this, [this] { showWords(m_words->text()); });
    connect(m_hops, &RowList::valueActivated, this, [this](const QVariant &value) {
        const PassageId passage = m_chain.hops.value(value.toLongLong()).passage;
        if (!passage.isNull())
            Q_EMIT passageActivated(passage);
    });
    connect(m_surroundings, &QCheckBox::toggled, this, &ChainPanel::showChain);
    connect(m_picture, &ChainPictureView::passageActivated, this, &ChainPanel::passageActivated);
    connect(m_asPicture, &QCheckBox::toggled, this, &ChainPanel::showAsPicture);
    connect(m_copy, &QPushButton::clicked, this, &ChainPanel::copy);
    connect(m_save, &QPushButton::clicked, this, &ChainPanel::save);
    connect(m_enlarge, &QPushButton::clicked, this, &ChainPanel::enlarge);
    connect(m_search, &ChainSearch::finished, this, &ChainPanel::readChain);
    connect(&session, &Session::projectChanged, this, [this] {
        m_asked = std::monostate();
        reload(); // also while it is hidden: a search must not go on
    });
    connect(&session, &Session::changed, this, &ChainPanel::follow);
    m_asPicture->setChecked(QSettings().value("chain/picture").toBool());
    showAsPicture(m_asPicture->isChecked());
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
    const Origins from = origins(m_chain);
    m_origins->setText(from.isSingle() ? u"⚠ "_s + toSentence(from) : toSentence(from));
    m_origins->setVisible(!m_origins->text().isEmpty());
    m_line->setText(tr("“%1”").arg(m_chain.line));
    m_line->setVisible(!m_chain.line.isEmpty());
    for (QPushButton *button : {m_copy, m_save, m_enlarge})
        button->setEnabled(!m_chain.hops.isEmpty());
    const bool isWords = std::holds_alternative<QString>(m_asked);
    const QString nothing = m_chain.line.isEmpty() ? tr("Choose a highlighted line in the article, or type words of it "
                                                        "above, to see who said it, who contributed it, "
                                                        "who told it and who took it up.")
        : m_search->isSearching()                  ? tr("Looking through the claims…")
        : m_search->isTooCommon() ? tr("So many claims hold these words that they are no line. Type more of it.")
        : isWords                 ? tr("No claim holds these words yet.")
                                  : tr("No claim is made of this line yet. Make one to begin its chain.");
    m_hops->setEmptyText(nothing);
    m_picture->setEmptyText(nothing);
    if (m_large)
        m_large->setEmptyText(nothing);
    const auto isAside = [](const Hop &hop) { return !hop.ofLine; };
    m_surroundings->setVisible(std::ranges::any_of(m_chain.hops, isAside)
                               && !std::ranges::all_of(m_chain.hops, isAside));
    m_hops->setRows(chainRows(m_chain, m_surroundings->isChecked()));
    if (m_asPicture->isChecked() || m_large) {
        const ChainPicture picture = chainPicture(shownChain());
        m_picture->setPicture(picture);
        if (m_large)
            m_large->setPicture(picture);
    }
}

void ChainPanel::showAsPicture(bool isPicture)
{
    QSettings().setValue("chain/picture", isPicture);
    const bool hadFocus = m_views->currentWidget()->hasFocus();
    m_views->setCurrentWidget(isPicture ? static_cast<QWidget *>(m_picture) : m_hops);
    if (hadFocus)
        m_views->currentWidget()->setFocus();
    showChain();
}

/// As much of the chain as the list shows.
Chain ChainPanel::shownChain() const
{
    Chain shown = m_chain;
    if (!m_surroundings->isChecked() && std::ranges::any_of(shown.hops, &Hop::ofLine))
        shown.hops.removeIf([](const Hop &hop) { return !hop.ofLine; });
    return shown;
}

void ChainPanel::copy()
{
    QGuiApplication::clipboard()->setText(toText(m_chain));
}

void ChainPanel::save()
{
    const QStringList paths = m_prompts.choosePaths(
        this,
        {PathKind::NewFile, tr("Save Picture"), chainFileFilter(),
         QDir(QSettings().value("export/folder", QDir::homePath()).toString()).filePath(tr("chain.svg"))});
    if (paths.isEmpty())
        return;
    inBackground(
        this, [chain = shownChain(), path = paths.first()] { return saveChain(chain, path); },
        [this](const Result<QString> &saved) {
            if (saved)
                Q_EMIT noticed(tr("Saved the chain as “%1”.").arg(QDir::toNativeSeparators(*saved)));
            else
                Q_EMIT failed(saved.error().message);
        });
}

void ChainPanel::enlarge()
{
    if (m_large) {
        m_large->window()->raise();
        m_large->window()->activateWindow();
        return;
    }
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"chainPictureDialog"_s);
    dialog->setWindowTitle(tr("Picture of the Chain"));
    m_large = new ChainPictureView(dialog);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_large);
    const ChainPicture picture = chainPicture(shownChain());
    dialog->resize(picture.size.toSize().boundedTo({1300, 800}).expandedTo({500, 300}) + QSize(24, 24));
    m_large->setPicture(picture);
    connect(m_large, &ChainPictureView::passageActivated, this, &ChainPanel::passageActivated);
    connect(&m_session, &Session::projectChanged, dialog, &QDialog::close); // its words are of that project
    dialog->show();
    m_large->setFocus();
}

}
