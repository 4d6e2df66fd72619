// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/participantssection.h"

#include "core/model/labels.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
      m_evidence(new QToolButton(this)),
      m_changeRole(new QToolButton(this)),
      m_roles(new QMenu(this))
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
    m_roles->setObjectName(u"participantRolesMenu"_s);
    m_changeRole->setObjectName(u"participantChangeRoleToolButton"_s);
    m_changeRole->setText(tr("Change r&ole"));
    m_changeRole->setAccessibleName(tr("Change the role of the chosen participant"));
    m_changeRole->setToolTip(m_changeRole->accessibleName());
    m_changeRole->setMenu(m_roles);
    m_changeRole->setPopupMode(QToolButton::InstantPopup);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *line = new QHBoxLayout;
    line->addWidget(m_role);
    line->addWidget(m_who, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeading(tr("&Who takes part"), m_who, this));
    layout->addWidget(m_list);
    auto *chosen = new QHBoxLayout;
    chosen->addWidget(m_evidence);
    chosen->addWidget(m_changeRole);
    chosen->addStretch();
    layout->addLayout(chosen);
    layout->addLayout(line);
    setTabOrder(m_list, m_evidence);
    setTabOrder(m_evidence, m_changeRole);
    setTabOrder(m_changeRole, m_role);
    setTabOrder(m_role, m_who);
    leadFocus(this, m_who);

    connect(m_who, &SuggestionEdit::chosen, this, [this](const QVariant &value) { add(value.value<Entity>()); });
    connect(m_evidence, &QToolButton::clicked, this, &ParticipantsSection::toggleEvidence);
    connect(m_roles, &QMenu::aboutToShow, this, &ParticipantsSection::fillRoles);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (currentParticipant() >= 0)
            m_roles->popup(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_list, &RowList::deletionRequested, this, &ParticipantsSection::remove);
    connect(m_list, &RowList::currentValueChanged, this, &ParticipantsSection::updateButtons);
    connect(m_list, &RowList::valueActivated, this, [this] {
        const qsizetype i = currentParticipant();
        if (i >= 0 && !m_claim.participants[i].evidence.isNull())
            Q_EMIT passageActivated(m_claim.participants[i].evidence);
    });
    updateButtons();
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
    updateButtons();
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

void ParticipantsSection::fillRoles()
{
    m_roles->clear();
    const qsizetype i = currentParticipant();
    if (i < 0)
        return;
    const Participant &chosen = m_claim.participants[i];
    for (int n = 0; n <= static_cast<int>(ParticipantRole::Subject); ++n) {
        const auto role = static_cast<ParticipantRole>(n);
        QAction *action = m_roles->addAction(label(role), this, [this, role] { changeRole(role); });
        action->setCheckable(true);
        action->setChecked(role == chosen.role);
        // Nobody has a role twice.
        action->setEnabled(role == chosen.role || std::ranges::none_of(m_claim.participants, [&](const Participant &p) {
                               return p.entity == chosen.entity && p.role == role;
                           }));
    }
}

void ParticipantsSection::changeRole(ParticipantRole role)
{
    const qsizetype i = currentParticipant();
    if (i < 0 || m_claim.participants[i].role == role)
        return;
    const QString name = m_context.cast.name(m_claim.participants[i].entity);
    ClaimAct act{tr("Make %1 the %2", "name and role").arg(name, label(role).toLower()), m_claim, {}};
    act.claim.participants[i].role = role;
    const QVariant key = keyOf(act.claim.participants[i]);
    Q_EMIT acted(act);
    m_list->setCurrentValue(key);
}

void ParticipantsSection::updateButtons()
{
    m_changeRole->setEnabled(currentParticipant() >= 0);
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
