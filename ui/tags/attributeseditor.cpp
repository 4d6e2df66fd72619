// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/attributeseditor.h"

#include "core/model/labels.h"
#include "ui/parts/rowlist.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

AttributesEditor::AttributesEditor(const QList<TagAttribute> &attributes, QWidget *parent)
    : QWidget(parent),
      m_attributes(attributes),
      m_list(new RowList(RowList::Height::Fitted, 1, this)),
      m_name(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_choices(new QPlainTextEdit(this))
{
    m_list->setObjectName(u"attributesList"_s);
    m_list->setAccessibleName(tr("Attributes"));
    m_list->setEmptyText(tr("None. An attribute is a question the tag asks of each passage."));
    m_name->setObjectName(u"attributeNameLineEdit"_s);
    m_name->setAccessibleName(tr("Name of the attribute"));
    m_name->setPlaceholderText(tr("Name"));
    m_kind->setObjectName(u"attributeKindComboBox"_s);
    m_kind->setAccessibleName(tr("Kind of the attribute"));
    for (int i = 0; i <= static_cast<int>(AttributeKind::Boolean); ++i)
        m_kind->addItem(label(static_cast<AttributeKind>(i)));
    m_choices->setObjectName(u"attributeChoicesPlainTextEdit"_s);
    m_choices->setAccessibleName(tr("Choices, one a line"));
    m_choices->setPlaceholderText(tr("Choices, one a line"));
    m_choices->setTabChangesFocus(true);
    m_choices->setFixedHeight(m_choices->fontMetrics().lineSpacing() * 4 + 12);
    auto *addButton = new QToolButton(this);
    addButton->setObjectName(u"addAttributeToolButton"_s);
    addButton->setText(tr("Add"));
    addButton->setAccessibleName(tr("Add another attribute"));
    setFocusProxy(m_list);

    auto *line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_kind);
    line->addWidget(addButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addLayout(line);
    layout->addWidget(m_choices);

    connect(m_list, &RowList::currentValueChanged, this, &AttributesEditor::showFields);
    connect(m_list, &RowList::deletionRequested, this, [this](const QVariant &value) {
        m_attributes.removeIf([&](const TagAttribute &a) { return a.id == value.value<AttributeId>(); });
        showAttributes();
        showFields();
    });
    connect(m_name, &QLineEdit::textEdited, this, &AttributesEditor::takeFields);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AttributesEditor::takeFields);
    connect(m_choices, &QPlainTextEdit::textChanged, this, &AttributesEditor::takeFields);
    connect(addButton, &QToolButton::clicked, this, &AttributesEditor::add);
    showAttributes();
    showFields();
}

QList<TagAttribute> AttributesEditor::attributes() const
{
    QList<TagAttribute> named = m_attributes;
    named.removeIf([](const TagAttribute &attribute) { return attribute.name.isEmpty(); });
    return named;
}

void AttributesEditor::finish()
{
    if (current() < 0 && !m_name->text().trimmed().isEmpty())
        add();
}

void AttributesEditor::add()
{
    TagAttribute attribute;
    attribute.id = AttributeId::create();
    if (current() < 0) { // what stands in the fields is the new one
        attribute.name = m_name->text().simplified();
        attribute.kind = static_cast<AttributeKind>(m_kind->currentIndex());
    }
    m_attributes.append(attribute);
    showAttributes();
    m_list->setCurrentValue(QVariant::fromValue(attribute.id));
    if (attribute.name.isEmpty())
        m_name->setFocus();
    takeFields();
}

void AttributesEditor::showAttributes()
{
    QList<Row> rows;
    for (const TagAttribute &attribute : std::as_const(m_attributes)) {
        Row row;
        row.title = attribute.name.isEmpty() ? tr("(no name yet)") : attribute.name;
        row.aside = label(attribute.kind);
        row.detail = attribute.choices.join(u" · "_s);
        row.isPlain = true;
        row.value = QVariant::fromValue(attribute.id);
        rows.append(row);
    }
    m_list->setRows(rows);
}

void AttributesEditor::showFields()
{
    const qsizetype i = current();
    m_isShowing = true;
    const TagAttribute attribute = i < 0 ? TagAttribute() : m_attributes[i];
    m_name->setText(attribute.name);
    m_kind->setCurrentIndex(static_cast<int>(attribute.kind));
    m_choices->setPlainText(attribute.choices.join(u'\n'));
    m_choices->setVisible(attribute.kind == AttributeKind::Choice);
    m_isShowing = false;
}

void AttributesEditor::takeFields()
{
    if (m_isShowing)
        return;
    const auto kind = static_cast<AttributeKind>(m_kind->currentIndex());
    m_choices->setVisible(kind == AttributeKind::Choice);
    const qsizetype i = current();
    if (i < 0)
        return;
    TagAttribute &attribute = m_attributes[i];
    attribute.name = m_name->text().simplified();
    attribute.kind = kind;
    attribute.choices.clear();
    const QStringList lines = m_choices->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString choice = line.trimmed();
        if (kind == AttributeKind::Choice && !choice.isEmpty() && !attribute.choices.contains(choice))
            attribute.choices.append(choice);
    }
    m_isShowing = true; // the list tells of its rows; the fields are right already
    showAttributes();
    m_isShowing = false;
}

qsizetype AttributesEditor::current() const
{
    const auto id = m_list->currentValue().value<AttributeId>();
    const auto at = std::ranges::find(m_attributes, id, &TagAttribute::id);
    return id.isNull() || at == m_attributes.end() ? -1 : at - m_attributes.begin();
}

}
