// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/entitycard.h"

#include "core/model/externalid.h"
#include "core/model/labels.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"
#include "ui/people/participations.h"
#include "ui/session.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString facts(const Entity &entity)
{
    QStringList lines;
    if (!entity.description.isEmpty())
        lines.append(entity.description);
    if (!entity.aliases.isEmpty())
        lines.append(EntityCard::tr("Also known as %1").arg(entity.aliases.join(u" · "_s)));
    return lines.join(u'\n');
}

/// Rich text; those in a catalogue that is known lead to their pages.
QString idsOf(const Entity &entity)
{
    QStringList lines;
    for (const ExternalId &id : entity.externalIds) {
        const QString line = EntityCard::tr("%1: %2", "scheme and value of an external id").arg(id.scheme, id.value);
        const QUrl page = pageOf(id);
        lines.append(page.isEmpty() ? line.toHtmlEscaped()
                                    : u"<a href=\"%1\">%2</a>"_s.arg(page.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                                                     line.toHtmlEscaped()));
    }
    return lines.join("<br>"_L1);
}

}

EntityCard::EntityCard(Session &session, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_name(makeHeading({}, nullptr, this)),
      m_kind(makeExplanation({}, this)),
      m_facts(makeExplanation({}, this)),
      m_ids(makeExplanation({}, this)),
      m_portrayals(new RowList(RowList::Height::Fitted, 2, this)),
      m_claims(new RowList(RowList::Height::Fitted, 3, this))
{
    m_name->setObjectName(u"entityNameLabel"_s);
    QFont font = m_name->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    m_name->setFont(font);
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setObjectName(u"entityFactsLabel"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_ids->setObjectName(u"entityIdsLabel"_s);
    m_ids->setAccessibleName(tr("Ids in other catalogues"));
    m_ids->setTextFormat(Qt::RichText);
    m_ids->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_ids->setOpenExternalLinks(true);

    m_portrayals->setObjectName(u"portrayalsList"_s);
    m_portrayals->setAccessibleName(tr("Portrayals"));
    m_portrayalsHeading = makeHeading(tr("Portrayals"), m_portrayals, this);
    m_claims->setObjectName(u"participationsList"_s);
    m_claims->setAccessibleName(tr("Takes part in"));
    m_claims->setEmptyText(tr("Takes part in no claim yet."));
    m_claimsHeading = makeHeading(tr("Takes part in"), m_claims, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(2);
    layout->addWidget(m_name);
    layout->addWidget(m_kind);
    layout->addWidget(m_facts);
    layout->addWidget(m_ids);
    layout->addSpacing(8);
    layout->addWidget(m_portrayalsHeading);
    layout->addWidget(m_portrayals);
    layout->addSpacing(8);
    layout->addWidget(m_claimsHeading);
    layout->addWidget(m_claims);
    layout->addStretch();

    connect(m_portrayals, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT entityActivated(value.value<EntityId>()); });
    connect(m_claims, &RowList::valueActivated, this, [this](const QVariant &value) {
        if (const auto passage = value.value<PassageId>(); !passage.isNull())
            Q_EMIT passageActivated(passage);
    });
    connect(&session, &Session::projectChanged, this, [this] { showEntity({}); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.entities.isEmpty() || !changes.portrayals.isEmpty() || !changes.claims.isEmpty()
            || !changes.passages.isEmpty() || !changes.articles.isEmpty())
            refresh();
    });
}

void EntityCard::showEntity(EntityId entity)
{
    m_entity = entity;
    refresh();
}

void EntityCard::reload()
{
    const Cast everybody = m_entity.isNull() ? Cast() : cast(m_session);
    const bool isThere = everybody.entities.contains(m_entity);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_facts, m_ids, m_claimsHeading, m_claims})
        part->setVisible(isThere);
    if (!isThere) {
        m_kind->setText(tr("Choose somebody to see names, portrayals and claims."));
        m_portrayalsHeading->hide();
        m_portrayals->hide();
        return;
    }
    const Entity entity = everybody.entities[m_entity];
    m_name->setText(entity.name);
    m_kind->setText(everybody.described(entity));
    m_facts->setText(facts(entity));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_ids->setText(idsOf(entity));
    m_ids->setVisible(!m_ids->text().isEmpty());
    const QList<Row> portrayals = portrayalRows(everybody, m_entity);
    m_portrayals->setRows(portrayals);
    m_portrayals->setVisible(!portrayals.isEmpty());
    m_portrayalsHeading->setVisible(!portrayals.isEmpty());
    m_claims->setRows(participationRows(m_session, everybody, m_entity));
}

}
