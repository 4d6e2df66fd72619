// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/entitydialog.h"

#include "core/model/labels.h"
#include "core/store/edit.h"
#include "core/text/fold.h"
#include "ui/people/externalidseditor.h"
#include "ui/people/portrayalseditor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pq {

void EntityDialog::Outcome::apply(Edit &edit) const
{
    edit.put(entity);
    for (const Entity &other : made)
        edit.put(other);
    for (const PortrayalId id : removed)
        edit.remove(id);
    for (const Portrayal &portrayal : portrayals)
        edit.put(portrayal);
}

EntityDialog::EntityDialog(const Cast &cast, const std::optional<Entity> &entity, QWidget *parent)
    : QDialog(parent),
      m_cast(cast),
      m_id(entity ? entity->id : EntityId::create()),
      m_kind(new QComboBox(this)),
      m_name(new QLineEdit(this)),
      m_aliases(new QPlainTextEdit(this)),
      m_description(new QLineEdit(this)),
      m_externalIds(new ExternalIdsEditor(entity ? entity->externalIds : QList<ExternalId>(), this)),
      m_portrayals(new PortrayalsEditor(cast, m_id, this)),
      m_message(new QLabel(this))
{
    setWindowTitle(entity ? tr("Change %1").arg(entity->name) : tr("New Person, Character, Organisation or Work"));
    m_kind->setObjectName(u"entityKindComboBox"_s);
    for (const EntityKind kind :
         {EntityKind::Person, EntityKind::Character, EntityKind::Organisation, EntityKind::Work})
        m_kind->addItem(label(kind), QVariant::fromValue(kind));
    m_name->setObjectName(u"entityNameLineEdit"_s);
    m_aliases->setObjectName(u"entityAliasesPlainTextEdit"_s);
    m_aliases->setTabChangesFocus(true);
    m_aliases->setPlaceholderText(tr("One a line"));
    m_aliases->setFixedHeight(m_aliases->fontMetrics().lineSpacing() * 3 + 16);
    m_description->setObjectName(u"entityDescriptionLineEdit"_s);
    m_message->setObjectName(u"entityMessageLabel"_s);
    m_message->setWordWrap(true);
    m_message->hide();

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Kind:"), m_kind);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("Also kno&wn as:"), m_aliases);
    form->addRow(tr("&Description:"), m_description);
    form->addRow(tr("&Ids elsewhere:"), m_externalIds);
    form->addRow(tr("&Portrayals:"), m_portrayals);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(entity ? tr("&Change") : tr("&Add"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(460, sizeHint().height());

    if (entity) {
        m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(entity->kind)));
        m_name->setText(entity->name);
        m_aliases->setPlainText(entity->aliases.join(u'\n'));
        m_description->setText(entity->description);
    }
    m_name->setFocus();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EntityDialog::showKind);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntityDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &EntityDialog::reject);
    showKind();
}

EntityDialog::Outcome EntityDialog::outcome() const
{
    Outcome outcome;
    outcome.entity.id = m_id;
    outcome.entity.kind = m_kind->currentData().value<EntityKind>();
    outcome.entity.name = m_name->text().simplified();
    outcome.entity.description = m_description->text().trimmed();
    outcome.entity.externalIds = m_externalIds->ids();
    const QStringList lines = m_aliases->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString alias = line.simplified();
        if (!alias.isEmpty() && alias != outcome.entity.name && !outcome.entity.aliases.contains(alias))
            outcome.entity.aliases.append(alias);
    }
    outcome.made = m_portrayals->made();
    outcome.portrayals = m_portrayals->portrayals();
    for (const Portrayal &portrayal : m_cast.portrayals) {
        const bool isOurs = portrayal.performer == m_id || portrayal.character == m_id;
        if (isOurs && !outcome.portrayals.contains(portrayal))
            outcome.removed.append(portrayal.id);
    }
    return outcome;
}

void EntityDialog::accept()
{
    m_portrayals->finish();
    const Entity entity = outcome().entity;
    QString message;
    if (entity.name.isEmpty())
        message = tr("Give a name.");
    else
        message = m_externalIds->problem();
    for (const Entity &other : std::as_const(m_cast.entities)) {
        if (other.id != m_id && other.kind == entity.kind && folded(other.name) == folded(entity.name))
            message = tr("There is a %1 of this name already: add what tells the two apart.")
                          .arg(label(entity.kind).toLower());
    }
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    if (message.isEmpty())
        QDialog::accept();
    else
        m_name->setFocus();
}

void EntityDialog::showKind()
{
    const auto kind = m_kind->currentData().value<EntityKind>();
    m_portrayals->setKind(kind);
    auto *form = qobject_cast<QFormLayout *>(layout()->itemAt(0)->layout());
    form->setRowVisible(m_portrayals, kind == EntityKind::Person || kind == EntityKind::Character);
}

}
