// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/claimpage.h"

#include "core/model/labels.h"
#include "ui/claims/claimsummary.h"
#include "ui/claims/linkrows.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"
#include "ui/review/reviewsection.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QList<Row> passageRows(const Claim &claim, const QHash<PassageId, Passage> &passages)
{
    QList<Row> rows;
    for (const ClaimPassage &part : claim.passages) {
        Row row;
        row.title = label(part.role);
        row.words = passages.value(part.passage).words();
        row.value = QVariant::fromValue(part.passage);
        rows.append(row);
    }
    return rows;
}

QList<Row> participantRows(const Claim &claim, const QHash<PassageId, Passage> &passages, const Cast &cast)
{
    QList<Row> rows;
    for (const Participant &participant : claim.participants) {
        Row row;
        row.title = cast.nameWithPerformer(participant.entity);
        row.aside = label(participant.role);
        row.isPlain = true;
        row.words = passages.value(participant.evidence).words();
        row.glyph = glyph(cast.entities.value(participant.entity).kind);
        row.value = QVariant::fromValue(participant.entity);
        rows.append(row);
    }
    return rows;
}

}

ClaimPage::ClaimPage(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_body(new QWidget(this)),
      m_title(makeHeading({}, nullptr, this)),
      m_summary(new QLabel(this)),
      m_passages(new RowList(RowList::Height::Fitted, 0, this)),
      m_participants(new RowList(RowList::Height::Fitted, 2, this)),
      m_links(new RowList(RowList::Height::Fitted, 2, this)),
      m_review(new ReviewSection(session, this)),
      m_made(makeExplanation({}, this)),
      m_edit(new QPushButton(tr("&Edit…"), this))
{
    m_title->setObjectName(u"claimTitleLabel"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_passages->setObjectName(u"claimPagePassagesList"_s);
    m_passages->setAccessibleName(tr("Passages of the claim"));
    m_passages->setEmptyText(tr("No words prove it yet."));
    m_participants->setObjectName(u"claimPageParticipantsList"_s);
    m_participants->setAccessibleName(tr("Who takes part"));
    m_participants->setEmptyText(tr("Nobody takes part yet."));
    m_links->setObjectName(u"claimPageLinksList"_s);
    m_links->setAccessibleName(tr("Links to other claims"));
    m_links->setEmptyText(tr("Linked to no other claim yet."));
    m_edit->setObjectName(u"editClaimPushButton"_s);
    for (RowList *list : {m_passages, m_participants, m_links})
        list->setActivatesOnClick(true);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_edit);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(8, 8, 8, 8);
    body->setSpacing(6);
    body->addLayout(head);
    body->addWidget(m_summary);
    body->addWidget(m_review);
    body->addWidget(makeHeading(tr("Passages"), m_passages, this));
    body->addWidget(m_passages);
    body->addWidget(makeHeading(tr("Who takes part"), m_participants, this));
    body->addWidget(m_participants);
    body->addWidget(makeHeading(tr("Links"), m_links, this));
    body->addWidget(m_links);
    body->addWidget(m_made);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body);
    layout->addStretch();

    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT claimActivated(m_claim); });
    connect(m_passages, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT passageActivated(value.value<PassageId>()); });
    connect(m_participants, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT entityActivated(value.value<EntityId>()); });
    connect(m_links, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT claimActivated(value.value<LinkEnd>().other); });
    connect(m_review, &ReviewSection::evidenceRequested, this, &ClaimPage::evidenceRequested);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.reviewed.contains(m_claim) || !changes.verdicts.isEmpty() || !changes.evidence.isEmpty()
            || !changes.annotators.isEmpty() || !changes.claims.isEmpty() || !changes.links.isEmpty()
            || !changes.passages.isEmpty() || !changes.entities.isEmpty() || !changes.portrayals.isEmpty())
            refresh();
    });
}

void ClaimPage::showClaim(ClaimId claim)
{
    m_claim = claim;
    refresh();
}

void ClaimPage::reload()
{
    QList<Claim> found;
    if (m_session.isOpen() && !m_claim.isNull())
        found = m_session.value(m_session.store().claims(QSet<ClaimId>{m_claim}));
    m_body->setVisible(!found.isEmpty());
    if (found.isEmpty())
        return;
    const Claim &claim = found.first();
    const Cast everybody = cast(m_session);
    const QHash<PassageId, Passage> passages = passagesOf(m_session, found);
    m_title->setText(label(claim.kind));
    m_summary->setText(claim.summary);
    m_summary->setVisible(!claim.summary.isEmpty());
    m_review->showClaim(claim);
    m_passages->setRows(passageRows(claim, passages));
    m_participants->setRows(participantRows(claim, passages, everybody));
    m_links->setRows(linkRows(m_session, claim.id, everybody));
    for (const QList<Annotator> all = m_session.value(m_session.store().annotators());
         const Annotator &annotator : all) {
        if (annotator.id == claim.annotator)
            m_made->setText(tr("%1 · by %2, %3", "state, annotator and time")
                                .arg(label(claim.state), annotator.name, label(claim.created)));
    }
}

}
