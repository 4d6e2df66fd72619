// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewsection.h"

#include "core/model/labels.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/undothrough.h"
#include "ui/review/reviewacts.h"
#include "ui/session.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

Row rowOf(const Verdict &verdict, bool holds, const QHash<AnnotatorId, QString> &names)
{
    Row row;
    row.title = label(verdict.value);
    const QString checker = names.value(verdict.annotator);
    row.detail = verdict.reason.isEmpty()
        ? ReviewSection::tr("%1, %2", "checker and time").arg(checker, label(verdict.created))
        : ReviewSection::tr("%1, %2: %3", "checker, time and reason")
              .arg(checker, label(verdict.created), verdict.reason);
    row.aside = holds ? ReviewSection::tr("holds") : QString();
    row.glyph = glyph(verdict.value);
    row.isPlain = !holds;
    return row;
}

Row rowOf(const SignOff &signOff, bool holds, const QHash<AnnotatorId, QString> &names)
{
    Row row;
    row.title = ReviewSection::tr("Signed off by %1").arg(names.value(signOff.annotator));
    row.detail = label(signOff.created);
    row.aside = holds ? QString() : ReviewSection::tr("void: there is a later verdict");
    row.indent = 1;
    row.isPlain = !holds;
    return row;
}

/// What tells one piece of its kind from another, in the order in which people look for it.
QString detailOf(const Evidence &evidence, const QString &maker)
{
    QStringList parts{evidence.url, evidence.locator, evidence.contact, evidence.retrieved};
    if (!evidence.sha256.isEmpty())
        parts.append(ReviewSection::tr("copy %1…").arg(evidence.sha256.left(12)));
    parts.append(ReviewSection::tr("by %1").arg(maker));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

}

ReviewSection::ReviewSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_state(new QLabel(this)),
      m_assignee(new QComboBox(this)),
      m_value(new QComboBox(this)),
      m_reason(new QLineEdit(this)),
      m_give(new QPushButton(tr("&Give Verdict"), this)),
      m_signOff(new QPushButton(tr("Sign O&ff"), this)),
      m_history(new RowList(RowList::Height::Fitted, 0, this)),
      m_evidence(new RowList(RowList::Height::Fitted, 2, this)),
      m_add(new QPushButton(tr("Add Ev&idence…"), this))
{
    m_state->setObjectName(u"reviewStateLabel"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_assignee->setObjectName(u"assigneeComboBox"_s);
    m_assignee->setEditable(true);
    m_assignee->setInsertPolicy(QComboBox::NoInsert);
    m_assignee->lineEdit()->setPlaceholderText(tr("A name; a new one is added"));
    m_assignee->setToolTip(tr("Who is to check the claim: choose, or type a name and press Return"));
    letUndoThrough(m_assignee->lineEdit());
    m_value->setObjectName(u"verdictComboBox"_s);
    for (int i = 0; i <= static_cast<int>(VerdictValue::NoCheckNeeded); ++i)
        m_value->addItem(label(static_cast<VerdictValue>(i)));
    m_reason->setObjectName(u"reasonLineEdit"_s);
    m_reason->setPlaceholderText(tr("Why, in a line"));
    letUndoThrough(m_reason);
    m_give->setObjectName(u"giveVerdictPushButton"_s);
    m_signOff->setObjectName(u"signOffPushButton"_s);
    m_history->setObjectName(u"verdictHistoryList"_s);
    m_history->setAccessibleName(tr("History of the check"));
    m_history->setEmptyText(tr("Nobody has checked it yet."));
    m_evidence->setObjectName(u"evidenceList"_s);
    m_evidence->setAccessibleName(tr("Evidence"));
    m_evidence->setEmptyText(tr("No evidence yet."));
    m_add->setObjectName(u"addEvidencePushButton"_s);
    layOut();

    connect(m_give, &QPushButton::clicked, this, &ReviewSection::give);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReviewSection::give);
    connect(m_signOff, &QPushButton::clicked, this, [this] { signOff(m_session, m_claim); });
    connect(m_assignee, &QComboBox::activated, this,
            [this] { assign(m_session, m_claim, m_assignee->currentData().value<AnnotatorId>()); });
    connect(m_assignee->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        const QString name = m_assignee->currentText().simplified();
        if (m_assignee->findText(name, Qt::MatchFixedString) < 0 && !name.isEmpty())
            assign(m_session, m_claim, name);
    });
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT evidenceRequested(m_claim, {}); });
    connect(m_evidence, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT evidenceRequested(m_claim, value.value<EvidenceId>()); });
    connect(m_evidence, &RowList::deletionRequested, this, [this](const QVariant &value) {
        m_session.edit(tr("Remove evidence"), [id = value.value<EvidenceId>()](Edit &edit) { edit.remove(id); });
    });
}

void ReviewSection::layOut()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Assigned &to:"), m_assignee);
    form->addRow(tr("Ver&dict:"), m_value);
    form->addRow(tr("Reas&on:"), m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_give);
    buttons->addWidget(m_signOff);
    buttons->addStretch();
    auto *add = new QHBoxLayout;
    add->addWidget(m_add);
    add->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeHeading(tr("Check"), nullptr, this));
    layout->addWidget(m_state);
    layout->addLayout(form);
    layout->addLayout(buttons);
    layout->addWidget(m_history);
    layout->addWidget(makeHeading(tr("Evidence"), m_evidence, this));
    layout->addWidget(m_evidence);
    layout->addLayout(add);
}

void ReviewSection::showClaim(const Claim &claim)
{
    if (claim.id != m_claim)
        m_reason->clear();
    m_claim = claim.id;
    QHash<AnnotatorId, QString> names;
    for (const QList<Annotator> all = m_session.value(m_session.store().annotators()); const Annotator &each : all)
        names.insert(each.id, each.name);
    showAssignees(claim.assignee);
    showHistory(names);
    showEvidence(names);
}

void ReviewSection::showAssignees(AnnotatorId assignee)
{
    m_assignee->clear();
    m_assignee->addItem(tr("Nobody"), QVariant::fromValue(AnnotatorId()));
    const Annotator me = m_session.store().annotator();
    QList<Annotator> all = m_session.value(m_session.store().annotators());
    std::ranges::sort(all, {}, &Annotator::name);
    for (const Annotator &each : std::as_const(all))
        m_assignee->addItem(each.id == me.id ? tr("%1 (you)").arg(each.name) : each.name, QVariant::fromValue(each.id));
    m_assignee->setCurrentIndex(std::max(0, m_assignee->findData(QVariant::fromValue(assignee))));
}

void ReviewSection::showHistory(const QHash<AnnotatorId, QString> &names)
{
    QList<Verdict> verdicts = m_session.value(m_session.store().verdicts(m_claim));
    std::ranges::sort(verdicts, isLater);
    const QList<SignOff> signOffs = m_session.value(m_session.store().signOffs(m_claim));
    QList<Row> rows;
    QStringList confirmed;
    for (qsizetype i = 0; i < verdicts.size(); ++i) {
        rows.append(rowOf(verdicts[i], i == 0, names));
        for (const SignOff &signOff : signOffs) {
            if (signOff.verdict != verdicts[i].id)
                continue;
            rows.append(rowOf(signOff, i == 0, names));
            if (i == 0)
                confirmed.append(names.value(signOff.annotator));
        }
    }
    m_history->setRows(rows);
    const VerdictValue value = verdicts.isEmpty() ? VerdictValue::NotChecked : verdicts.first().value;
    m_state->setText(!confirmed.isEmpty()   ? tr("%1, signed off by %2").arg(label(value), confirmed.join(u", "_s))
                         : isDecided(value) ? tr("%1, not signed off").arg(label(value))
                                            : label(value));
    if (!m_reason->isModified())
        m_value->setCurrentIndex(static_cast<int>(value));
    const AnnotatorId me = m_session.store().annotator().id;
    const bool isMine = !verdicts.isEmpty() && verdicts.first().annotator == me;
    const bool isSigned = std::ranges::any_of(signOffs, [&](const SignOff &signOff) {
        return !verdicts.isEmpty() && signOff.verdict == verdicts.first().id && signOff.annotator == me;
    });
    m_signOff->setEnabled(isDecided(value) && !isMine && !isSigned);
    m_signOff->setToolTip(isMine ? tr("A second person signs off; this verdict is yours") : QString());
}

void ReviewSection::showEvidence(const QHash<AnnotatorId, QString> &names)
{
    QList<Row> rows;
    for (const QList<Evidence> all = m_session.value(m_session.store().evidence(m_claim)); const Evidence &each : all) {
        Row row;
        row.title = each.title.isEmpty() ? label(each.kind) : tr("%1: %2").arg(label(each.kind), each.title);
        row.aside = label(each.stance);
        row.detail = detailOf(each, names.value(each.annotator));
        if (!each.passage.isNull()) {
            const QList<Passage> found = m_session.value(m_session.store().passages(QSet{each.passage}));
            row.words = found.isEmpty() ? QString() : found.first().words();
        }
        row.value = QVariant::fromValue(each.id);
        rows.append(row);
    }
    m_evidence->setRows(rows);
}

void ReviewSection::give()
{
    if (giveVerdict(m_session, m_claim, static_cast<VerdictValue>(m_value->currentIndex()), m_reason->text().trimmed()))
        m_reason->clear();
}

}
