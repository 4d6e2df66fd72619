// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/peoplepanel.h"

#include "ui/actions.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/leadtohits.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/searchable.h"
#include "ui/people/cast.h"
#include "ui/people/entitycard.h"
#include "ui/people/entitydialog.h"
#include "ui/people/entitymerging.h"
#include "ui/people/references.h"
#include "ui/session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString groupTitle(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Person:
        return PeoplePanel::tr("People");
    case EntityKind::Character:
        return PeoplePanel::tr("Characters");
    case EntityKind::Organisation:
        return PeoplePanel::tr("Organisations");
    case EntityKind::Work:
        return PeoplePanel::tr("Works");
    }
    return {};
}

bool matches(const Entity &entity, const QString &wanted)
{
    return wanted.isEmpty() || searchable(entity.name).contains(wanted)
        || std::ranges::any_of(entity.aliases, [&](const QString &a) { return searchable(a).contains(wanted); });
}

QList<Row> rowsOf(const Cast &cast, const QString &filter)
{
    const QString wanted = searchable(filter.trimmed());
    const QList<Entity> entities = cast.sorted();
    QList<Row> rows;
    for (const EntityKind kind :
         {EntityKind::Person, EntityKind::Character, EntityKind::Organisation, EntityKind::Work}) {
        QList<Row> group;
        for (const Entity &entity : entities) {
            if (entity.kind != kind || !matches(entity, wanted))
                continue;
            Row row;
            row.title = entity.name;
            row.detail = cast.portrayed(entity);
            row.isPlain = true;
            row.glyph = glyph(kind);
            row.value = QVariant::fromValue(entity.id);
            group.append(row);
        }
        if (group.isEmpty())
            continue;
        Row heading;
        heading.title = groupTitle(kind);
        heading.aside = QString::number(group.size());
        heading.isHeading = true;
        rows.append(heading);
        rows.append(group);
    }
    return rows;
}

}

PeoplePanel::PeoplePanel(Session &session, Actions &actions, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_actions(actions),
      m_filter(new QLineEdit(this)),
      m_list(new RowList(RowList::Height::Filling, 2, this)),
      m_card(new EntityCard(session, this)),
      m_new(new QPushButton(tr("Ne&w…"), this)),
      m_edit(new QPushButton(tr("&Change…"), this)),
      m_merge(new QPushButton(tr("Mer&ge…"), this)),
      m_delete(new QPushButton(tr("Delete"), this)),
      m_report(new QPushButton(tr("Who S&aid What…"), this))
{
    m_filter->setObjectName(u"peopleFilterLineEdit"_s);
    m_filter->setPlaceholderText(tr("Filter by name or alias"));
    m_filter->setAccessibleName(tr("Filter people by name or alias"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"peopleList"_s);
    m_list->setAccessibleName(tr("People, characters, organisations and works"));
    m_new->setObjectName(u"newEntityPushButton"_s);
    m_edit->setObjectName(u"editEntityPushButton"_s);
    m_merge->setObjectName(u"mergeEntityPushButton"_s);
    m_merge->setToolTip(tr("Two entries are one: merge this one into another"));
    m_delete->setObjectName(u"deleteEntityPushButton"_s);
    m_report->setObjectName(u"reportEntityPushButton"_s);
    m_report->setToolTip(tr("Show all that was said, contributed and told, over all articles"));

    auto *top = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_merge);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(6, 6, 6, 6);
    topLayout->addWidget(m_filter);
    topLayout->addWidget(m_list, 1);
    topLayout->addLayout(buttons);
    topLayout->addWidget(m_report, 0, Qt::AlignLeft);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_card);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(top);
    splitter->addWidget(scroll);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({400, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_filter, &QLineEdit::textChanged, this, &PeoplePanel::refresh);
    connect(m_list, &RowList::currentValueChanged, this, [this](const QVariant &value) {
        m_card->showEntity(value.value<EntityId>());
        updateButtons();
    });
    connect(m_list, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT entityActivated(value.value<EntityId>()); });
    connect(m_list, &RowList::deletionRequested, this, &PeoplePanel::deleteEntity);
    connect(m_card, &EntityCard::passageActivated, this, &PeoplePanel::passageActivated);
    connect(m_card, &EntityCard::entityActivated, this, [this](EntityId entity) {
        showEntity(entity);
        Q_EMIT entityActivated(entity);
    });
    auto *drops = new PassageDrops(m_list->viewport(), [this](const QPoint &place) {
        const QModelIndex index = m_list->indexAt(place);
        return index.data(RowModel::ValueRole).isValid() ? m_list->visualRect(index) : QRect();
    });
    connect(drops, &PassageDrops::dropped, this, [this](const DraggedPassage &passage, const QPoint &place) {
        const QVariant value = m_list->indexAt(place).data(RowModel::ValueRole);
        Q_EMIT passageDropped(passage, value.value<EntityId>(), m_list->viewport()->mapToGlobal(place));
    });
    connect(m_new, &QPushButton::clicked, this, &PeoplePanel::newEntity);
    connect(actions["person.new"], &QAction::triggered, this, &PeoplePanel::newEntity);
    connect(m_edit, &QPushButton::clicked, this, &PeoplePanel::editEntity);
    connect(m_report, &QPushButton::clicked, this, [this] { Q_EMIT reportRequested(currentEntity()); });
    connect(m_merge, &QPushButton::clicked, this, &PeoplePanel::mergeCurrent);
    connect(actions["person.merge"], &QAction::triggered, this, &PeoplePanel::mergeCurrent);
    connect(m_delete, &QPushButton::clicked, this, &PeoplePanel::deleteEntity);
    connect(&session, &Session::projectChanged, this, &PeoplePanel::refresh);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.entities.isEmpty() || !changes.portrayals.isEmpty())
            refresh();
    });
    leadFocus(this, m_filter);
    leadToHits(m_filter, m_list);
    updateButtons();
}

void PeoplePanel::showEntity(EntityId entity)
{
    if (isVisible() && !m_list->setCurrentValue(QVariant::fromValue(entity)))
        m_filter->clear(); // reloads
    else if (!isVisible())
        reload();
    m_list->setCurrentValue(QVariant::fromValue(entity));
    m_card->showEntity(m_list->currentValue().value<EntityId>());
}

void PeoplePanel::reload()
{
    const bool isFiltered = !m_filter->text().trimmed().isEmpty();
    m_list->setEmptyText(isFiltered ? tr("Nobody has this name or alias.")
                                    : tr("Nobody is here yet. Add people with “New…”, or name them in a claim."));
    m_list->setRows(rowsOf(cast(m_session), m_filter->text()));
    updateButtons();
}

EntityId PeoplePanel::currentEntity() const
{
    return m_list->currentValue().value<EntityId>();
}

void PeoplePanel::updateButtons()
{
    const bool isChosen = !currentEntity().isNull();
    m_new->setEnabled(m_session.isOpen());
    m_edit->setEnabled(isChosen);
    m_merge->setEnabled(isChosen);
    m_actions["person.merge"]->setEnabled(isChosen);
    m_delete->setEnabled(isChosen);
    m_report->setEnabled(isChosen);
}

void PeoplePanel::newEntity()
{
    if (!m_session.isOpen())
        return;
    ask(std::nullopt);
}

void PeoplePanel::editEntity()
{
    const Cast everybody = cast(m_session);
    if (everybody.entities.contains(currentEntity()))
        ask(everybody.entities[currentEntity()]);
}

void PeoplePanel::ask(const std::optional<Entity> &entity)
{
    auto *dialog = new EntityDialog(cast(m_session), entity, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, isNew = !entity] {
        const EntityDialog::Outcome outcome = dialog->outcome();
        const QString text = (isNew ? tr("Add %1") : tr("Change %1")).arg(outcome.entity.name);
        if (m_session.edit(text, [&outcome](Edit &edit) { outcome.apply(edit); }))
            showEntity(outcome.entity.id);
    });
    dialog->open();
}

void PeoplePanel::mergeCurrent()
{
    if (const EntityId left = mergeEntity(m_session, currentEntity(), this); !left.isNull())
        showEntity(left);
}

void PeoplePanel::deleteEntity()
{
    const EntityId id = currentEntity();
    if (id.isNull())
        return;
    const QString name = cast(m_session).name(id);
    const QStringList uses = references(m_session, id);
    if (!uses.isEmpty()) {
        QMessageBox box(QMessageBox::Question, tr("Delete %1?").arg(name), tr("Delete %1?").arg(name),
                        QMessageBox::Cancel, this);
        box.setInformativeText(tr("This also takes away:") + u'\n' + uses.join(u'\n'));
        QPushButton *accept = box.addButton(tr("&Delete"), QMessageBox::DestructiveRole);
        accept->setObjectName(u"confirmPushButton"_s);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        if (box.clickedButton() != accept)
            return;
    }
    m_session.edit(tr("Delete %1").arg(name), [id](Edit &edit) { edit.remove(id); });
}

}
