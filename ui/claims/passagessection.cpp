// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/passagessection.h"

#include "core/model/labels.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostCurrentWords = 60; // UTF-16, only for showing

QString shortened(const QString &words)
{
    return words.size() <= mostCurrentWords ? words : words.first(mostCurrentWords).trimmed() + u'…';
}

}

PassagesSection::PassagesSection(QWidget *parent)
    : QWidget(parent), m_list(new RowList(RowList::Height::Fitted, 4, this)), m_currentLabel(makeExplanation({}, this))
{
    m_list->setObjectName(u"claimPassagesList"_s);
    m_list->setAccessibleName(tr("Passages of the claim"));
    m_list->setEmptyText(tr("No words prove this claim yet. Choose a passage in the article and add it below."));
    m_currentLabel->setObjectName(u"currentPassageLabel"_s);

    auto *line = new QHBoxLayout;
    const auto addButton = [&](PassageRole role, const QString &text, const QString &name, const QString &objectName) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setObjectName(objectName);
        connect(button, &QToolButton::clicked, this, [this, role] { add(role); });
        m_addButtons.append(button);
        line->addWidget(button);
    };
    addButton(PassageRole::Content, tr("+ C&ontent"), tr("Add the current passage as content"),
              u"addContentToolButton"_s);
    addButton(PassageRole::Cue, tr("+ C&ue"), tr("Add the current passage as cue"), u"addCueToolButton"_s);
    addButton(PassageRole::Source, tr("+ Sou&rce"), tr("Add the current passage as source"), u"addSourceToolButton"_s);
    line->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeading(tr("&Passages"), m_list, this));
    layout->addWidget(m_list);
    layout->addWidget(m_currentLabel);
    layout->addLayout(line);

    connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
        const qsizetype i = value.toLongLong();
        if (i < m_claim.passages.size())
            Q_EMIT passageActivated(m_claim.passages[i].passage);
    });
    connect(m_list, &RowList::deletionRequested, this, &PassagesSection::remove);
}

void PassagesSection::show(const Claim &claim, const ClaimContext &context)
{
    m_claim = claim;
    m_current = context.current;
    QList<Row> rows;
    for (qsizetype i = 0; i < claim.passages.size(); ++i) {
        const Passage passage = context.passages.value(claim.passages[i].passage);
        Row row;
        row.title = label(claim.passages[i].role);
        row.words = passage.words();
        row.colour = context.tagColours.value(passage.tag, u"#808080"_s);
        row.value = static_cast<qlonglong>(i);
        rows.append(row);
    }
    m_list->setRows(rows);
    m_currentLabel->setText(m_current.isNull() ? tr("No passage is current in the article.")
                                               : tr("Current passage: “%1”").arg(shortened(context.currentWords)));
    for (qsizetype i = 0; i < m_addButtons.size(); ++i) {
        const ClaimPassage part{m_current, static_cast<PassageRole>(i)};
        m_addButtons[i]->setEnabled(!m_current.isNull() && !claim.passages.contains(part));
    }
}

void PassagesSection::add(PassageRole role)
{
    ClaimAct act{tr("Add passage to claim"), m_claim, {}};
    act.claim.passages.append({m_current, role});
    Q_EMIT acted(act);
}

void PassagesSection::remove(const QVariant &value)
{
    ClaimAct act{tr("Remove passage from claim"), m_claim, {}};
    const qsizetype i = value.toLongLong();
    if (i >= act.claim.passages.size())
        return;
    act.claim.passages.removeAt(i);
    Q_EMIT acted(act);
}

}
