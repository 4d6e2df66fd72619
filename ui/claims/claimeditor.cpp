// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimeditor.h"

#include "core/model/labels.h"
#include "ui/actions.h"
#include "ui/claims/claimdrops.h"
#include "ui/claims/claimstart.h"
#include "ui/claims/linkssection.h"
#include "ui/claims/participantssection.h"
#include "ui/claims/passagessection.h"
#include "ui/parts/heading.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/undothrough.h"
#include "ui/session.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

ClaimEditor::ClaimEditor(Session &session, Actions &actions, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_actions(actions),
      m_pages(new QStackedWidget(this)),
      m_kind(new QComboBox(this)),
      m_summary(new QLineEdit(this)),
      m_filledIn(makeExplanation({}, this)),
      m_made(makeExplanation({}, this)),
      m_passages(new PassagesSection(this)),
      m_participants(new ParticipantsSection(this)),
      m_links(new LinksSection(session, this)),
      m_chain(new QPushButton(tr("C&hain"), this)),
      m_delete(new QPushButton(tr("Delete"), this)),
      m_done(new QPushButton(tr("&Done"), this))
{
    m_kind->setObjectName(u"claimKindComboBox"_s);
    for (int i = 0; i <= static_cast<int>(ClaimKind::Prediction); ++i)
        m_kind->addItem(label(static_cast<ClaimKind>(i)));
    m_summary->setObjectName(u"claimSummaryLineEdit"_s);
    m_summary->setPlaceholderText(tr("Empty: the words speak for themselves"));
    letUndoThrough(m_summary);
    m_filledIn->setObjectName(u"claimFilledInLabel"_s);
    m_chain->setObjectName(u"claimChainPushButton"_s);
    m_chain->setToolTip(tr("Show who said, contributed, told and re-reported this"));
    m_delete->setObjectName(u"deleteClaimPushButton"_s);
    m_delete->setToolTip(tr("Delete this claim"));
    m_done->setObjectName(u"claimDonePushButton"_s);
    m_done->setToolTip(tr("Go back to the article (Ctrl+Return); every change is kept already"));

    const QString key = actions["claim.new"]->shortcut().toString(QKeySequence::NativeText);
    m_empty = makeExplanation(
        key.isEmpty()
            ? tr("No claim is shown. Select words in the article and make a claim of them.")
            : tr("No claim is shown. Select words in the article and press %1 to make a claim of them.").arg(key),
        this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(16);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makePage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    auto *done = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    done->setContext(Qt::WidgetWithChildrenShortcut);
    connect(done, &QShortcut::activated, this, &ClaimEditor::finish);
    connect(m_done, &QPushButton::clicked, this, &ClaimEditor::finish);
    connect(m_delete, &QPushButton::clicked, this, &ClaimEditor::deleteClaim);
    connect(m_chain, &QPushButton::clicked, this, [this] { Q_EMIT chainRequested(m_claim.id); });
    connect(m_kind, &QComboBox::activated, this, &ClaimEditor::commitKind);
    connect(m_summary, &QLineEdit::editingFinished, this, &ClaimEditor::commitSummary);
    connect(m_passages, &PassagesSection::acted, this, &ClaimEditor::commit);
    connect(m_passages, &PassagesSection::passageActivated, this, &ClaimEditor::passageActivated);
    connect(m_participants, &ParticipantsSection::acted, this, &ClaimEditor::commit);
    connect(m_participants, &ParticipantsSection::passageActivated, this, &ClaimEditor::passageActivated);
    connect(m_links, &LinksSection::linkAdded, this, &ClaimEditor::addLink);
    connect(m_links, &LinksSection::linkRemoved, this,
            [this](LinkId link) { m_session.edit(tr("Remove link"), [link](Edit &edit) { edit.remove(link); }); });
    connect(m_links, &LinksSection::passageActivated, this, &ClaimEditor::passageActivated);
    connect(&session, &Session::projectChanged, this, [this] { showClaim({}); });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.claims.isEmpty() || !changes.links.isEmpty() || !changes.passages.isEmpty()
            || !changes.entities.isEmpty() || !changes.portrayals.isEmpty() || !changes.tags.isEmpty()
            || !changes.articles.isEmpty())
            refresh();
    });
    auto *drops = new PassageDrops(this,
                                   [this](const QPoint &) { return m_pages->currentIndex() > 0 ? rect() : QRect(); });
    connect(drops, &PassageDrops::dropped, this, [this](const DraggedPassage &passage, const QPoint &place) {
        askForPassageRole(m_session, m_actions, passage, m_claim.id, this, mapToGlobal(place));
    });
    connect(actions["claim.delete"], &QAction::triggered, this, &ClaimEditor::deleteClaim);
    connect(actions["claim.edit"], &QAction::triggered, this, &ClaimEditor::editClaimOfPassage);
    connect(actions["claim.link"], &QAction::triggered, this, [this] {
        Q_EMIT attentionRequested();
        m_links->setFocus(Qt::ShortcutFocusReason);
    });
    leadFocus(this, m_participants);
    updateActions();
}

QWidget *ClaimEditor::makePage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Kind:"), m_kind);
    form->addRow(tr("&Summary:"), m_summary);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_chain);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    buttons->addWidget(m_done);
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(8, 8, 8, 8);
    content->setSpacing(12);
    content->addLayout(form);
    content->addWidget(m_passages);
    content->addWidget(m_participants);
    content->addWidget(m_filledIn);
    content->addWidget(m_links);
    content->addWidget(m_made);
    content->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QWidget;
    auto *layout = new QVBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    buttons->setContentsMargins(8, 4, 8, 8);
    layout->addLayout(buttons);
    return whole;
}

void ClaimEditor::startClaim(VersionId version, ArticleId article, const QList<Fragment> &selection, PassageId current)
{
    if (!m_session.isOpen())
        return;
    const Result<ClaimStart> start = startedClaim(m_session, version, article, selection, current);
    if (!start) {
        Q_EMIT m_session.failed(start.error().message);
        return;
    }
    if (!m_session.edit(tr("Make claim"), [&start](Edit &edit) { start->apply(edit); }))
        return;
    setCurrentPassage(start->claim.passages.first().passage);
    showClaim(start->claim.id);
    showFilledIn(*start);
    m_participants->setFocus(Qt::OtherFocusReason);
}

void ClaimEditor::showFilledIn(const ClaimStart &start)
{
    const Cast people = cast(m_session);
    QStringList parts;
    for (const ClaimStart::FromText &found : start.fromText) {
        parts.append(tr("%1 as %2 (“%3”)", "name, role and the words that say so")
                         .arg(people.name(found.participant.entity), label(found.participant.role).toLower(),
                              found.words.simplified()));
    }
    m_filledIn->setText(
        tr("Taken from the text: %1. Delete takes out of the list above what is wrong.").arg(parts.join(tr("; "))));
    m_filledIn->setVisible(!parts.isEmpty());
}

void ClaimEditor::showClaim(ClaimId claim)
{
    if (claim != m_claim.id) {
        commitSummary();
        m_summary->setText({}); // also forgets that it was typed in
    }
    m_claim = {};
    m_claim.id = claim;
    m_filledIn->hide();
    updateActions();
    refresh();
}

void ClaimEditor::setCurrentPassage(PassageId passage)
{
    m_current = passage;
    updateActions();
    refresh();
}

void ClaimEditor::updateActions()
{
    m_actions["claim.edit"]->setEnabled(!m_current.isNull());
    m_actions["claim.link"]->setEnabled(!m_claim.id.isNull());
    m_actions["claim.delete"]->setEnabled(!m_claim.id.isNull());
}

void ClaimEditor::editClaimOfPassage()
{
    const QList<Passage> current = m_session.value(m_session.store().passages(QSet<PassageId>{m_current}));
    if (current.isEmpty())
        return;
    QList<Claim> claims = m_session.value(m_session.store().claims(current.first().version));
    claims.removeIf([this](const Claim &claim) {
        return !std::ranges::contains(claim.passages, m_current, &ClaimPassage::passage)
            && !std::ranges::contains(claim.participants, m_current, &Participant::evidence);
    });
    if (claims.isEmpty()) {
        Q_EMIT m_session.failed(tr("No claim is made of this passage yet."));
        return;
    }
    const auto shown = std::ranges::find(claims, m_claim.id, &Claim::id);
    const bool isNext = shown != claims.end() && shown + 1 != claims.end();
    showClaim(isNext ? (shown + 1)->id : claims.first().id);
    Q_EMIT attentionRequested();
}

void ClaimEditor::reload()
{
    QList<Claim> found;
    if (m_session.isOpen() && !m_claim.id.isNull())
        found = m_session.value(m_session.store().claims(QSet<ClaimId>{m_claim.id}));
    m_pages->setCurrentIndex(found.isEmpty() ? 0 : 1);
    if (found.isEmpty())
        return; // the id stays: redo brings the claim back
    m_claim = found.first();

    ClaimContext context;
    context.cast = cast(m_session);
    context.passages = passagesOf(m_session, found);
    for (const QList<Tag> all = m_session.value(m_session.store().tags()); const Tag &tag : all)
        context.tagColours.insert(tag.id, tag.colour);
    if (!m_current.isNull()) {
        const QList<Passage> current = m_session.value(m_session.store().passages(QSet<PassageId>{m_current}));
        if (!current.isEmpty()) {
            context.current = m_current;
            context.currentWords = current.first().words();
        }
    }
    m_kind->setCurrentIndex(static_cast<int>(m_claim.kind));
    if (!m_summary->isModified() && m_summary->text() != m_claim.summary)
        m_summary->setText(m_claim.summary);
    m_passages->show(m_claim, context);
    m_participants->show(m_claim, context);
    m_links->show(m_claim, context.cast);
    for (const QList<Annotator> all = m_session.value(m_session.store().annotators());
         const Annotator &annotator : all) {
        if (annotator.id == m_claim.annotator)
            m_made->setText(tr("Made by %1, %2", "name and time").arg(annotator.name, label(m_claim.created)));
    }
}

void ClaimEditor::commit(const ClaimAct &act)
{
    m_session.edit(act.label, [&act](Edit &edit) {
        for (const Entity &entity : act.made)
            edit.put(entity);
        edit.put(act.claim);
    });
}

void ClaimEditor::commitKind()
{
    const auto kind = static_cast<ClaimKind>(m_kind->currentIndex());
    if (m_claim.id.isNull() || kind == m_claim.kind)
        return;
    ClaimAct act{tr("Change claim to %1").arg(label(kind).toLower()), m_claim, {}};
    act.claim.kind = kind;
    commit(act);
}

void ClaimEditor::commitSummary()
{
    if (!m_summary->isModified())
        return;
    m_summary->setModified(false);
    const QString summary = m_summary->text().simplified();
    if (m_claim.id.isNull() || summary == m_claim.summary)
        return;
    ClaimAct act{tr("Change summary"), m_claim, {}};
    act.claim.summary = summary;
    commit(act);
}

void ClaimEditor::addLink(ClaimId to, LinkKind kind)
{
    Link link;
    link.id = LinkId::create();
    link.from = m_claim.id;
    link.to = to;
    link.kind = kind;
    link.annotator = m_session.store().annotator().id;
    link.created = Timestamp::now();
    for (const QList<Link> others = m_session.value(m_session.store().links()); const Link &other : others) {
        if (other.kind != kind)
            continue;
        if (other.from == link.from && other.to == link.to)
            return; // there it is already
        if (other.from == link.to && other.to == link.from) {
            Q_EMIT m_session.failed(tr("The other claim has this link to this one already; it cannot go both ways."));
            return;
        }
    }
    m_session.edit(tr("Link claims"), [&link](Edit &edit) { edit.put(link); });
}

void ClaimEditor::deleteClaim()
{
    if (m_claim.id.isNull())
        return;
    m_session.edit(tr("Delete claim"), [id = m_claim.id](Edit &edit) { edit.remove(id); });
}

void ClaimEditor::finish()
{
    if (m_claim.id.isNull())
        return;
    commitSummary();
    m_participants->finish();
    Q_EMIT claimSaved(m_claim.id);
}

}
