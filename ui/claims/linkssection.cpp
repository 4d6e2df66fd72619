// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/linkssection.h"

#include "core/model/labels.h"
#include "ui/claims/claimsearch.h"
#include "ui/claims/linkrows.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

LinksSection::LinksSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_search(new ClaimSearch(session, this)),
      m_list(new RowList(RowList::Height::Fitted, 2, this)),
      m_kind(new QComboBox(this)),
      m_other(new SuggestionEdit([this](const QString &typed) { return m_search->find(typed, {m_claim}); }, this))
{
    m_list->setObjectName(u"linksList"_s);
    m_list->setAccessibleName(tr("Links to other claims"));
    m_list->setEmptyText(tr("Linked to no other claim yet."));
    m_kind->setObjectName(u"linkKindComboBox"_s);
    m_kind->setAccessibleName(tr("What this claim does to the other"));
    for (int i = 0; i <= static_cast<int>(LinkKind::Corrects); ++i)
        m_kind->addItem(label(static_cast<LinkKind>(i)));
    m_kind->setCurrentIndex(static_cast<int>(LinkKind::ReReports));
    m_other->setObjectName(u"linkClaimLineEdit"_s);
    m_other->setAccessibleName(tr("Words of the other claim"));
    m_other->setPlaceholderText(tr("Words of the other claim, then Return"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeading(tr("&Links"), m_other, this));
    layout->addWidget(m_list);
    layout->addWidget(m_kind);
    layout->addWidget(m_other);
    leadFocus(this, m_other);

    connect(m_other, &SuggestionEdit::chosen, this, [this](const QVariant &value) {
        m_other->setText({});
        Q_EMIT linkAdded(value.value<ClaimId>(), static_cast<LinkKind>(m_kind->currentIndex()));
    });
    connect(m_list, &RowList::deletionRequested, this,
            [this](const QVariant &value) { Q_EMIT linkRemoved(value.value<LinkEnd>().link); });
    connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
        if (const PassageId passage = value.value<LinkEnd>().passage; !passage.isNull())
            Q_EMIT passageActivated(passage);
    });
}

void LinksSection::show(const Claim &claim, const Cast &cast)
{
    if (claim.id != m_claim)
        m_other->setText({});
    m_claim = claim.id;
    m_list->setRows(linkRows(m_session, m_claim, cast));
}

}
