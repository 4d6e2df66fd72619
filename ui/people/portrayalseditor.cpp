// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/portrayalseditor.h"

#include "ui/parts/leadfocus.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/suggestionedit.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

PortrayalsEditor::PortrayalsEditor(const Cast &cast, EntityId entity, QWidget *parent)
    : QWidget(parent),
      m_cast(cast),
      m_entity(entity),
      m_list(new RowList(RowList::Height::Fitted, 1, this)),
      m_other(new SuggestionEdit(
          [this](const QString &typed) { return suggestedEntities(m_cast, typed, {otherKind()}); }, this)),
      m_work(new SuggestionEdit(
          [this](const QString &typed) { return suggestedEntities(m_cast, typed, {EntityKind::Work}); }, this)),
      m_episodes(new QLineEdit(this))
{
    for (const Portrayal &portrayal : cast.portrayals) {
        if (portrayal.performer == entity || portrayal.character == entity)
            m_portrayals.append(portrayal);
    }
    m_list->setObjectName(u"dialogPortrayalsList"_s);
    m_list->setAccessibleName(tr("Portrayals"));
    m_other->setObjectName(u"portrayalOtherLineEdit"_s);
    m_work->setObjectName(u"portrayalWorkLineEdit"_s);
    m_work->setPlaceholderText(tr("In which work"));
    m_work->setAccessibleName(tr("Work"));
    m_episodes->setObjectName(u"portrayalEpisodesLineEdit"_s);
    m_episodes->setPlaceholderText(tr("Episodes"));
    m_episodes->setAccessibleName(tr("Episodes, such as season 1"));
    auto *addButton = new QToolButton(this);
    addButton->setObjectName(u"addPortrayalToolButton"_s);
    addButton->setText(tr("Add"));
    addButton->setAccessibleName(tr("Add the portrayal"));
    leadFocus(this, m_other);

    auto *line = new QHBoxLayout;
    line->addWidget(m_work, 2);
    line->addWidget(m_episodes, 1);
    line->addWidget(addButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_other);
    layout->addLayout(line);

    connect(m_other, &QLineEdit::textEdited, this, [this] { m_otherId = {}; });
    connect(m_work, &QLineEdit::textEdited, this, [this] { m_workId = {}; });
    connect(m_other, &SuggestionEdit::chosen, this, [this](const QVariant &value) {
        take(*m_other, m_otherId, value.value<Entity>());
        m_work->setFocus();
    });
    connect(m_work, &SuggestionEdit::chosen, this, [this](const QVariant &value) {
        take(*m_work, m_workId, value.value<Entity>());
        m_episodes->setFocus();
    });
    connect(addButton, &QToolButton::clicked, this, &PortrayalsEditor::add);
    connect(m_list, &RowList::deletionRequested, this, [this](const QVariant &value) {
        m_portrayals.removeIf([&](const Portrayal &p) { return p.id == value.value<PortrayalId>(); });
        showPortrayals();
    });
    setKind(EntityKind::Person);
    showPortrayals();
}

void PortrayalsEditor::setKind(EntityKind kind)
{
    m_kind = kind;
    const bool isCharacter = kind == EntityKind::Character;
    m_other->setPlaceholderText(isCharacter ? tr("Who plays the character") : tr("Which character"));
    m_other->setAccessibleName(m_other->placeholderText());
}

void PortrayalsEditor::finish()
{
    if (!m_other->text().trimmed().isEmpty())
        add();
}

QList<Portrayal> PortrayalsEditor::portrayals() const
{
    return m_portrayals;
}

QList<Entity> PortrayalsEditor::made() const
{
    QList<Entity> needed;
    for (const Portrayal &portrayal : m_portrayals) {
        for (const EntityId id : {portrayal.performer, portrayal.character, portrayal.work}) {
            if (m_made.contains(id) && !needed.contains(m_made[id]))
                needed.append(m_made[id]);
        }
    }
    return needed;
}

void PortrayalsEditor::add()
{
    // What was typed without choosing from the list still counts.
    if (m_otherId.isNull())
        m_other->chooseBest();
    if (m_workId.isNull())
        m_work->chooseBest();
    if (m_otherId.isNull()) {
        m_other->setFocus();
        return;
    }
    Portrayal portrayal;
    portrayal.id = PortrayalId::create();
    const bool isCharacter = m_kind == EntityKind::Character;
    portrayal.performer = isCharacter ? m_otherId : m_entity;
    portrayal.character = isCharacter ? m_entity : m_otherId;
    portrayal.work = m_workId;
    portrayal.episodes = m_episodes->text().trimmed();
    m_portrayals.append(portrayal);
    m_otherId = m_workId = {};
    m_other->clear();
    m_work->clear();
    m_episodes->clear();
    m_other->setFocus();
    showPortrayals();
}

void PortrayalsEditor::showPortrayals()
{
    QList<Row> rows;
    for (const Portrayal &portrayal : std::as_const(m_portrayals)) {
        Row row;
        row.title = portrayal.performer == m_entity ? tr("Plays %1").arg(m_cast.name(portrayal.character))
                                                    : tr("Played by %1").arg(m_cast.name(portrayal.performer));
        QStringList where{m_cast.name(portrayal.work), portrayal.episodes};
        where.removeAll(QString());
        row.detail = where.join(u" · "_s);
        row.glyph = portrayal.performer == m_entity ? Glyph::Character : Glyph::Person;
        row.isPlain = true;
        row.value = QVariant::fromValue(portrayal.id);
        rows.append(row);
    }
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
}

EntityKind PortrayalsEditor::otherKind() const
{
    return m_kind == EntityKind::Character ? EntityKind::Person : EntityKind::Character;
}

void PortrayalsEditor::take(SuggestionEdit &edit, EntityId &id, const Entity &entity)
{
    if (!m_cast.entities.contains(entity.id)) {
        m_made.insert(entity.id, entity);
        m_cast.entities.insert(entity.id, entity);
    }
    id = entity.id;
    edit.setText(entity.name);
}

}
