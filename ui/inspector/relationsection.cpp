// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/relationsection.h"

#include "core/text/fold.h"
#include "ui/parts/heading.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"
#include "ui/parts/undothrough.h"
#include "ui/session.h"

#include <QFormLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype mostSuggestions = 20;

/// "Employment · since 2019": the label with its values.
QString titleOf(const Relation &relation)
{
    QStringList parts{relation.label};
    for (const RelationValue &value : relation.values)
        parts.append(value.name.isEmpty() ? value.value : u"%1: %2"_s.arg(value.name, value.value));
    return parts.join(u" · "_s);
}

}

RelationSection::RelationSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_list(new RowList(RowList::Height::Fitted, 2, this)),
      m_more(new QToolButton(this)),
      m_fields(new QWidget(this)),
      m_label(new QLineEdit(this)),
      m_other(new SuggestionEdit([this](const QString &words) { return suggestions(words); }, this))
{
    m_list->setObjectName(u"relationsList"_s);
    m_list->setAccessibleName(tr("Relations to other passages"));
    m_list->setEmptyText(tr("Tied to no other passage."));
    m_list->setActivatesOnClick(true);
    m_more->setObjectName(u"addRelationToolButton"_s);
    m_more->setText(tr("&Relate…"));
    m_more->setAccessibleName(tr("Relate to another passage"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_label->setObjectName(u"relationLabelLineEdit"_s);
    m_label->setText(tr("same as"));
    m_label->setMaxLength(200);
    letUndoThrough(m_label);
    m_other->setObjectName(u"relationPassageLineEdit"_s);
    m_other->setPlaceholderText(tr("Words of the other passage"));

    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("How:"), m_label);
    form->addRow(tr("To:"), m_other);
    m_fields->hide();
    auto *top = new QHBoxLayout;
    top->addWidget(makeHeading(tr("Relations"), nullptr, this), 1);
    top->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_list);
    layout->addWidget(m_fields);

    connect(m_more, &QToolButton::toggled, this, [this](bool on) {
        m_fields->setVisible(on);
        if (on)
            m_other->setFocus();
    });
    connect(m_other, &SuggestionEdit::chosen, this, [this](const QVariant &value) { add(value.value<PassageId>()); });
    connect(m_list, &RowList::valueActivated, this, [this](const QVariant &value) {
        const QList<Relation> all = m_session.value(m_session.store().relations(m_passage.id));
        const auto found = std::ranges::find(all, value.value<RelationId>(), &Relation::id);
        if (found != all.end())
            Q_EMIT passageActivated(found->from == m_passage.id ? found->to : found->from);
    });
    connect(m_list, &RowList::deletionRequested, this, [this](const QVariant &value) {
        m_session.edit(tr("Remove relation"), [id = value.value<RelationId>()](Edit &edit) { edit.remove(id); });
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.relations.isEmpty())
            showRelations();
    });
}

void RelationSection::showPassage(const Passage &passage)
{
    if (passage.id != m_passage.id)
        m_more->setChecked(false);
    m_passage = passage;
    showRelations();
}

void RelationSection::showRelations()
{
    if (!m_session.isOpen() || m_passage.id.isNull())
        return;
    const QList<Relation> all = m_session.value(m_session.store().relations(m_passage.id));
    QSet<PassageId> others;
    for (const Relation &relation : all)
        others << relation.from << relation.to;
    QHash<PassageId, QString> words;
    for (const QList<Passage> found = m_session.value(m_session.store().passages(others)); const Passage &each : found)
        words.insert(each.id, each.words());
    QList<Row> rows;
    for (const Relation &relation : all) {
        const bool isOutgoing = relation.from == m_passage.id;
        Row row;
        row.title = titleOf(relation);
        row.aside = relation.from == relation.to ? tr("to itself") : isOutgoing ? tr("to") : tr("from");
        row.words = words.value(isOutgoing ? relation.to : relation.from);
        row.value = QVariant::fromValue(relation.id);
        rows.append(row);
    }
    m_list->setRows(rows);
}

/// The article's other passages with these words.
QList<Row> RelationSection::suggestions(const QString &words)
{
    QList<Row> rows;
    const QString wanted = folded(words);
    QHash<TagId, Tag> tags;
    for (const QList<Tag> all = m_session.value(m_session.store().tags()); const Tag &tag : all)
        tags.insert(tag.id, tag);
    for (const QList<Passage> all = m_session.value(m_session.store().passages(m_passage.version));
         const Passage &passage : all) {
        if (passage.id == m_passage.id || !folded(passage.words()).contains(wanted))
            continue;
        Row row;
        row.title = tags.value(passage.tag).name;
        row.colour = tags.value(passage.tag).colour;
        row.words = passage.words();
        row.value = QVariant::fromValue(passage.id);
        rows.append(row);
        if (rows.size() == mostSuggestions)
            break;
    }
    return rows;
}

void RelationSection::add(PassageId to)
{
    Relation relation;
    relation.id = RelationId::create();
    relation.from = m_passage.id;
    relation.to = to;
    relation.label = m_label->text().simplified();
    if (m_session.edit(tr("Relate passages"), [&relation](Edit &edit) { edit.put(relation); })) {
        m_other->clear();
        m_more->setChecked(false);
        m_list->setFocus();
    }
}

}
