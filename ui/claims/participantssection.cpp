// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/participantssection.h"

#include "ui/parts/heading.h"
#include "ui/parts/labels.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Stable over changes of the list, unlike its row.
QVariant keyOf(const Participant &participant)
{
    return participant.entity.toString() + u'/' + QString::number(static_cast<int>(participant.role));
}

}

ParticipantsSection::ParticipantsSection(QWidget *parent)
    : QWidget(parent),
      m_list(new RowList(RowList::Height::Fitted, 2, this)),
      m_role(new QComboBox(this)),
      m_who(new SuggestionEdit(
          [this](const QString &typed) { return suggestedEntities(m_context.cast, typed, kindsFor(role())); }, this)),
      m_evidence(new QToolButton(this))
{
    m_list->setObjectName(u"participantsList"_s);
    m_list->setAccessibleName(tr("Who takes part"));
    m_list->setEmptyText(tr("Nobody takes part yet. Choose a role, type a name and press Return."));
    m_role->setObjectName(u"participantRoleComboBox"_s);
    m_role->setAccessibleName(tr("Role"));
    for (int i = 0; i <= static_cast<int>(ParticipantRole::Subject); ++i)
        m_role->addItem(label(static_cast<ParticipantRole>(i)));
    m_who->setObjectName(u"participantNameLineEdit"_s);
    m_who->setAccessibleName(tr("Name or alias of who takes part"));
    m_who->setPlaceholderText(tr("Name or alias, then Return"));
    m_who->setMinimumWidth(80);
    m_evidence->setObjectName(u"participantEvidenceToolButton"_s);

    auto *line = new QHBoxLayout;
    line->addWidget(m_role);
    line->addWidget(m_who, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeading(tr("&Who takes part"), m_who, this));
    layout->addWidget(m_list);
    layout->addWidget(m_evidence);
    layout->addLayout(line);
    setTabOrder(m_list, m_evidence);
    setTabOrder(m_evidence, m_role);
    setTabOrder(m_role, m_who);
    setFocusProxy(m_who);

    connect(m_who, &SuggestionEdit::chosen, this, [this](const QVariant &value) { add(value.value<Entity>()); });
    connect(m_evidence, &QToolButton::clicked, this, &ParticipantsSection::toggleEvidence);
    connect(m_list, &RowList::deletionRequested, this, &ParticipantsSection::remove);
    connect(m_list, &RowList::currentValueChanged, this, &ParticipantsSection::updateEvidenceButton);
    connect(m_list, &RowList::valueActivated, this, [this] {
        const qsizetype i = currentParticipant();
        if (i >= 0 && !m_claim.participants[i].evidence.isNull())
            Q_EMIT passageActivated(m_claim.participants[i].evidence);
    });
    updateEvidenceButton();
}

void ParticipantsSection::show(const Claim &claim, const ClaimContext &context)
{
    if (claim.id != m_claim.id)
        m_who->setText({});
    m_claim = claim;
    m_context = context;
    QList<Row> rows;
    for (const Participant &participant : claim.participants) {
        Row row;
        row.title = context.cast.nameWithPerformer(participant.entity);
        row.aside = label(participant.role);
        row.isPlain = true;
        row.words = context.passages.value(participant.evidence).words();
        row.glyph = glyph(context.cast.entities.value(participant.entity).kind);
        row.value = keyOf(participant);
        rows.append(row);
    }
    m_list->setRows(rows);
    updateEvidenceButton();
}

void ParticipantsSection::finish()
{
    m_who->chooseBest();
}

ParticipantRole ParticipantsSection::role() const
{
    return static_cast<ParticipantRole>(qMax(m_role->currentIndex(), 0));
}

void ParticipantsSection::add(const Entity &entity)
{
    m_who->setText({});
    const Participant participant{entity.id, role(), {}};
    const bool isThere = std::ranges::any_of(m_claim.participants, [&](const Participant &p) {
        return p.entity == participant.entity && p.role == participant.role;
    });
    if (!isThere) {
        ClaimAct act{tr("Add %1 as %2", "name and role").arg(entity.name, label(role()).toLower()), m_claim, {}};
        act.claim.participants.append(participant);
        if (!m_context.cast.entities.contains(entity.id))
            act.made.append(entity);
        Q_EMIT acted(act);
    }
    m_list->setCurrentValue(keyOf(participant));
}

void ParticipantsSection::remove(const QVariant &)
{
    const qsizetype i = currentParticipant();
    if (i < 0)
        return;
    const QString name = m_context.cast.name(m_claim.participants[i].entity);
    ClaimAct act{tr("Remove %1 from claim").arg(name), m_claim, {}};
    act.claim.participants.removeAt(i);
    Q_EMIT acted(act);
}

void ParticipantsSection::toggleEvidence()
{
    const qsizetype i = currentParticipant();
    if (i < 0)
        return;
    ClaimAct act{{}, m_claim, {}};
    PassageId &evidence = act.claim.participants[i].evidence;
    const bool isClearing = evidence == m_context.current || m_context.current.isNull();
    const QString name = m_context.cast.name(m_claim.participants[i].entity);
    act.label = (isClearing ? tr("Clear evidence for %1") : tr("Set evidence for %1")).arg(name);
    evidence = isClearing ? PassageId() : m_context.current;
    Q_EMIT acted(act);
}

void ParticipantsSection::updateEvidenceButton()
{
    const qsizetype i = currentParticipant();
    const PassageId evidence = i < 0 ? PassageId() : m_claim.participants[i].evidence;
    const PassageId current = m_context.current;
    const bool isClearing = !evidence.isNull() && (evidence == current || current.isNull());
    m_evidence->setText(isClearing ? tr("Clear &evidence") : tr("Current passage is &evidence"));
    m_evidence->setAccessibleName(isClearing ? tr("Clear the evidence of the chosen participant")
                                             : tr("The current passage is evidence for the chosen participant"));
    m_evidence->setToolTip(m_evidence->accessibleName());
    m_evidence->setEnabled(i >= 0 && (isClearing || !current.isNull()));
}

qsizetype ParticipantsSection::currentParticipant() const
{
    const QVariant value = m_list->currentValue();
    for (qsizetype i = 0; i < m_claim.participants.size(); ++i) {
        if (keyOf(m_claim.participants[i]) == value)
            return i;
    }
    return -1;
}

}
