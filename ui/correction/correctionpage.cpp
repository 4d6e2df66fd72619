// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/correctionpage.h"

#include "ui/claims/claimsummary.h"
#include "ui/correction/anchorcompare.h"
#include "ui/correction/anchorlist.h"
#include "ui/session.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString wordsAt(const Text &text, const QList<TextSpan> &spans)
{
    constexpr qsizetype most = 60;
    QStringList words;
    for (const TextSpan &span : spans)
        words.append(text.words({span.begin, std::min(span.end, span.begin + most)}).toString().simplified());
    return words.join(u" … "_s).left(most);
}

}

CorrectionPage::CorrectionPage(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_list(new AnchorList(this)),
      m_compare(new AnchorCompare(this)),
      m_placeComboBox(new QComboBox(this)),
      m_acceptButton(new QPushButton(tr("&Accept"), this)),
      m_rejectButton(new QPushButton(tr("&Reject"), this)),
      m_selectionButton(new QPushButton(tr("&Use Selected Words"), this)),
      m_allButton(new QPushButton(tr("Accept All &Proposed"), this)),
      m_countLabel(new QLabel(this)),
      m_consequences(new QListWidget(this))
{
    m_placeComboBox->setObjectName(u"placeComboBox"_s);
    m_acceptButton->setObjectName(u"acceptButton"_s);
    m_rejectButton->setObjectName(u"rejectButton"_s);
    m_selectionButton->setObjectName(u"selectionButton"_s);
    m_selectionButton->setToolTip(tr("Lets the passage stand where words are selected in the corrected text"));
    m_allButton->setObjectName(u"allButton"_s);
    m_countLabel->setObjectName(u"countLabel"_s);
    m_countLabel->setWordWrap(true);
    m_consequences->setObjectName(u"consequencesListWidget"_s);
    m_consequences->setAccessibleName(tr("What follows for claims"));
    m_consequences->setWordWrap(true);
    for (QPushButton *button : {m_acceptButton, m_rejectButton, m_selectionButton, m_allButton})
        button->setAutoDefault(false);

    auto *placeLabel = new QLabel(tr("P&lace:"), this);
    placeLabel->setBuddy(m_placeComboBox);
    auto *decisions = new QHBoxLayout;
    decisions->addWidget(placeLabel);
    decisions->addWidget(m_placeComboBox, 1);
    decisions->addWidget(m_selectionButton);
    decisions->addWidget(m_acceptButton);
    decisions->addWidget(m_rejectButton);
    auto *passage = new QWidget(this);
    auto *right = new QVBoxLayout(passage);
    right->setContentsMargins({});
    right->addWidget(m_compare, 3);
    right->addLayout(decisions);
    auto *listLabel = new QLabel(tr("Passa&ges:"), this);
    listLabel->setBuddy(m_list);
    auto *passages = new QWidget(this);
    auto *left = new QVBoxLayout(passages);
    left->setContentsMargins({});
    left->addWidget(listLabel);
    left->addWidget(m_list, 1);
    left->addWidget(m_allButton);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(passages);
    splitter->addWidget(passage);
    splitter->setSizes({380, 620});
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto *claimsLabel = new QLabel(tr("Cla&ims that must be looked at again:"), this);
    claimsLabel->setBuddy(m_consequences);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(splitter, 4);
    layout->addWidget(claimsLabel);
    layout->addWidget(m_consequences, 1);
    layout->addWidget(m_countLabel);

    connect(m_list, &AnchorList::currentChangedTo, this, &CorrectionPage::showPassage);
    connect(m_list, &AnchorList::toggled, this, &CorrectionPage::setFollows);
    connect(m_acceptButton, &QPushButton::clicked, this, [this] { decide(true); });
    connect(m_rejectButton, &QPushButton::clicked, this, [this] { decide(false); });
    connect(m_allButton, &QPushButton::clicked, this, &CorrectionPage::acceptAllProposed);
    connect(m_selectionButton, &QPushButton::clicked, this, &CorrectionPage::useSelection);
    connect(m_placeComboBox, &QComboBox::activated, this, &CorrectionPage::choosePlace);
    connect(m_compare, &AnchorCompare::selectionChanged, this,
            [this] { m_selectionButton->setEnabled(m_list->current() >= 0 && !m_compare->selected().isEmpty()); });
}

void CorrectionPage::setCorrection(const Correction &correction)
{
    m_correction = correction;
    m_compare->setTexts(correction.reanchoring.old(), correction.reanchoring.now());
    m_list->setCorrection(correction);
    showPassage(m_list->current());
    showConsequences();
}

void CorrectionPage::showPassage(qsizetype index)
{
    const bool isPassage = index >= 0;
    const QSignalBlocker blocker(m_placeComboBox);
    m_placeComboBox->clear();
    m_selectionButton->setEnabled(false);
    m_rejectButton->setEnabled(isPassage);
    if (!isPassage) {
        m_placeComboBox->setEnabled(false);
        m_acceptButton->setEnabled(false);
        return;
    }
    const Reanchoring &found = m_correction->reanchoring;
    const Anchor &anchor = found.anchors()[index];
    const QList<TextSpan> chosen = placeIn(*m_correction, index);
    int shown = chosen.isEmpty() ? 0 : -1;
    for (const AnchorPlace &place : anchor.places) {
        if (place.spans == chosen)
            shown = m_placeComboBox->count();
        m_placeComboBox->addItem(tr("%1, %2 %: “%3”")
                                     .arg(label(place.anchoring), QString::number(qRound(place.confidence * 100)),
                                          wordsAt(found.now(), place.spans)));
    }
    if (shown < 0) {
        shown = m_placeComboBox->count();
        m_placeComboBox->addItem(tr("By hand: “%1”").arg(wordsAt(found.now(), chosen)));
    }
    m_placeComboBox->setCurrentIndex(shown);
    m_placeComboBox->setEnabled(m_placeComboBox->count() > 0);
    m_acceptButton->setEnabled(m_placeComboBox->count() > 0);
    const QList<TextSpan> best = anchor.places.isEmpty() ? QList<TextSpan>() : anchor.places.first().spans;
    m_compare->compare(found.passages()[index], chosen.isEmpty() ? best : chosen);
}

void CorrectionPage::setPlace(qsizetype index, const QList<TextSpan> &place)
{
    const PassageId passage = m_correction->passages[index];
    m_correction->declined.remove(passage);
    m_correction->accepted.insert(passage, place);
    m_list->update(*m_correction, index);
    showConsequences();
}

void CorrectionPage::setFollows(qsizetype index, bool follows)
{
    const PassageId passage = m_correction->passages[index];
    const Anchor &anchor = m_correction->reanchoring.anchors()[index];
    if (follows && !anchor.places.isEmpty()) {
        const qsizetype chosen = index == m_list->current() ? m_placeComboBox->currentIndex() : 0;
        const bool isPlace = chosen >= 0 && chosen < anchor.places.size();
        setPlace(index, anchor.places[isPlace ? chosen : 0].spans);
        return;
    }
    m_correction->accepted.remove(passage);
    m_correction->declined.insert(passage);
    m_list->update(*m_correction, index);
    if (index == m_list->current())
        showPassage(index);
    showConsequences();
}

/// And on to the next one that is open.
void CorrectionPage::decide(bool follows)
{
    const qsizetype index = m_list->current();
    if (index < 0)
        return;
    const bool isByHand = follows && !placeIn(*m_correction, index).isEmpty();
    if (!isByHand) // which stands already
        setFollows(index, follows);
    m_list->goToNextOpen(*m_correction);
}

void CorrectionPage::acceptAllProposed()
{
    for (qsizetype i = 0; i < m_correction->passages.size(); ++i) {
        const Anchor &anchor = m_correction->reanchoring.anchors()[i];
        if (anchor.anchoring == Anchoring::Lost || !placeIn(*m_correction, i).isEmpty())
            continue;
        m_correction->declined.remove(m_correction->passages[i]);
        m_correction->accepted.insert(m_correction->passages[i], anchor.places.first().spans);
        m_list->update(*m_correction, i);
    }
    showPassage(m_list->current());
    showConsequences();
}

void CorrectionPage::choosePlace(int place)
{
    const qsizetype index = m_list->current();
    const QList<AnchorPlace> &places = m_correction->reanchoring.anchors()[index].places;
    if (place < 0 || place >= places.size())
        return;
    m_compare->compare(m_correction->reanchoring.passages()[index], places[place].spans);
    if (!placeIn(*m_correction, index).isEmpty())
        setPlace(index, places[place].spans); // a yes already: to this place now
}

void CorrectionPage::useSelection()
{
    const qsizetype index = m_list->current();
    const QList<TextSpan> selected = m_compare->selected();
    if (index < 0 || selected.isEmpty())
        return;
    setPlace(index, selected);
    showPassage(index);
}

void CorrectionPage::showConsequences()
{
    const QSet<PassageId> touched = touchedBy(*m_correction);
    const Consequences consequences = m_session.value(m_session.store().consequences(touched));
    const Cast everybody = cast(m_session);
    m_consequences->clear();
    const auto add = [&](const QString &what, const ClaimSummary &summary) {
        m_consequences->addItem(what.arg(summary.words.simplified(), summary.place.shortName()));
    };
    for (const QList<ClaimSummary> all = summaries(m_session, consequences.claims, everybody);
         const ClaimSummary &each : all) {
        if (consequences.checked.contains(each.claim.id))
            add(tr("Goes back to not checked: “%1” (%2)"), each);
    }
    for (const QList<ClaimSummary> all = summaries(m_session, consequences.linked, everybody);
         const ClaimSummary &each : all)
        add(tr("Is linked to a claim with such words: “%1” (%2)"), each);
    if (m_consequences->count() == 0)
        m_consequences->addItem(tr("None."));

    int follow = 0;
    for (qsizetype i = 0; i < m_correction->passages.size(); ++i)
        follow += placeIn(*m_correction, i).isEmpty() ? 0 : 1;
    const auto stay = static_cast<int>(m_correction->passages.size()) - follow;
    m_countLabel->setText(tr("Into the later version: %n passage(s).", nullptr, follow) + u' '
                          + tr("On the older version, to be found again later: %n passage(s).", nullptr, stay));
}

QWidget *CorrectionPage::firstField() const
{
    return m_list;
}

}
