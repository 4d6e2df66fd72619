// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector.h"

#include "ui/inspector/claimpage.h"
#include "ui/inspector/passagepage.h"
#include "ui/parts/heading.h"
#include "ui/people/entitycard.h"
#include "ui/session.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// Each page scrolls for itself, so that a long one does not make the others long.
QScrollArea *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

}

Inspector::Inspector(Session &session, Actions &, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_pages(new QStackedWidget(this)),
      m_nothing(
          makeExplanation(tr("Choose a highlighted passage, a claim or a person to see everything about it."), this)),
      m_passage(new PassagePage(session, this)),
      m_entity(new EntityCard(session, this)),
      m_claim(new ClaimPage(session, this)),
      m_notes(new QPushButton(this))
{
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(16);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(scrolled(m_passage));
    m_pages->addWidget(scrolled(m_entity));
    m_pages->addWidget(scrolled(m_claim));
    m_notes->setObjectName(u"inspectorNotesPushButton"_s);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(m_notes);
    foot->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);

    connect(m_passage, &PassagePage::claimActivated, this, &Inspector::claimActivated);
    connect(m_passage, &PassagePage::passageActivated, this, &Inspector::passageActivated);
    connect(m_entity, &EntityCard::passageActivated, this, &Inspector::passageActivated);
    connect(m_entity, &EntityCard::entityActivated, this, &Inspector::entityActivated);
    connect(m_claim, &ClaimPage::claimActivated, this, &Inspector::claimActivated);
    connect(m_claim, &ClaimPage::passageActivated, this, &Inspector::passageActivated);
    connect(m_claim, &ClaimPage::entityActivated, this, &Inspector::entityActivated);
    connect(m_claim, &ClaimPage::evidenceRequested, this, &Inspector::evidenceRequested);
    connect(m_notes, &QPushButton::clicked, this, [this] { Q_EMIT noteRequested(m_target); });
    connect(&session, &Session::projectChanged, this, [this] { showPassage({}); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.notes.isEmpty())
            showNoteCount();
    });
    showPassage({});
}

void Inspector::showPassage(PassageId passage)
{
    m_passage->showPassage(passage);
    showPage(m_passage, passage, !passage.isNull());
}

void Inspector::showEntity(EntityId entity)
{
    m_entity->showEntity(entity);
    showPage(m_entity, entity, !entity.isNull());
}

void Inspector::showClaim(ClaimId claim)
{
    m_claim->showClaim(claim);
    showPage(m_claim, claim, !claim.isNull());
}

void Inspector::showPage(QWidget *page, const NoteTarget &target, bool isSomething)
{
    m_target = target;
    m_notes->setVisible(isSomething);
    if (isSomething) {
        for (int i = 1; i < m_pages->count(); ++i) {
            if (qobject_cast<QScrollArea *>(m_pages->widget(i))->widget() == page)
                m_pages->setCurrentIndex(i);
        }
        showNoteCount();
    } else {
        m_pages->setCurrentWidget(m_nothing);
    }
}

void Inspector::showNoteCount()
{
    if (!m_session.isOpen() || m_notes->isHidden())
        return;
    const qsizetype count = m_session.value(m_session.store().notes(m_target)).size();
    m_notes->setText(count == 0 ? tr("Add a &note…") : tr("&Notes: %1").arg(count));
}

}
