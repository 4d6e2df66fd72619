// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/attributeform.h"

#include "ui/parts/undothrough.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace pq {

AttributeForm::AttributeForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

void AttributeForm::showValues(const QList<TagAttribute> &attributes, const QList<AttributeValue> &values)
{
    m_values.clear();
    for (const AttributeValue &value : values)
        m_values.insert(value.attribute, value.value);
    if (attributes != m_attributes) {
        m_attributes = attributes;
        build();
    }
    for (const TagAttribute &attribute : std::as_const(m_attributes)) {
        const QString value = m_values.value(attribute.id);
        if (auto *combo = qobject_cast<QComboBox *>(m_editors[attribute.id])) {
            if (combo->findData(value) < 0) // not among the choices any more, but still what was answered
                combo->addItem(value, value);
            combo->setCurrentIndex(combo->findData(value));
        } else if (auto *line = qobject_cast<QLineEdit *>(m_editors[attribute.id]); line && line->text() != value) {
            line->setText(value);
        }
    }
}

void AttributeForm::build()
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_editors.clear();
    for (const TagAttribute &attribute : std::as_const(m_attributes)) {
        QWidget *editor = makeEditor(attribute);
        editor->setObjectName(attribute.name
                              + (qobject_cast<QComboBox *>(editor) ? "AttributeComboBox"_L1 : "AttributeLineEdit"_L1));
        editor->setAccessibleName(attribute.name);
        m_editors.insert(attribute.id, editor);
        // The name is the user's: an ampersand in it is no mnemonic.
        m_layout->addRow(QString(attribute.name).replace(u'&', "&&"_L1) + u':', editor);
    }
}

QWidget *AttributeForm::makeEditor(const TagAttribute &attribute)
{
    const AttributeId id = attribute.id;
    const bool isBoolean = attribute.kind == AttributeKind::Boolean;
    if (isBoolean || attribute.kind == AttributeKind::Choice) {
        auto *combo = new QComboBox(this);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
        combo->addItem(tr("(not answered)"), QString());
        if (isBoolean) {
            combo->addItem(tr("Yes"), u"true"_s);
            combo->addItem(tr("No"), u"false"_s);
        }
        for (const QString &choice : attribute.choices)
            combo->addItem(choice, choice);
        connect(combo, &QComboBox::activated, this, [this, id, combo] {
            if (combo->currentData().toString() != m_values.value(id))
                Q_EMIT valueChanged(id, combo->currentData().toString());
        });
        return combo;
    }
    auto *line = new QLineEdit(this);
    letUndoThrough(line);
    if (attribute.kind == AttributeKind::Number) {
        auto *validator = new QDoubleValidator(line);
        validator->setLocale(QLocale::c()); // what is kept does not depend on who looks at it
        line->setValidator(validator);
    }
    connect(line, &QLineEdit::editingFinished, this, [this, id, line] {
        if (line->text().trimmed() != m_values.value(id))
            Q_EMIT valueChanged(id, line->text().trimmed());
    });
    return line;
}

}
