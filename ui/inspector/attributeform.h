// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/model/tag.h"

#include <QHash>
#include <QWidget>

class QFormLayout;

namespace pq {

/// The answers to a tag's questions, each with an editor of its kind.
class AttributeForm : public QWidget
{
    Q_OBJECT

public:
    explicit AttributeForm(QWidget *parent = nullptr);

    void showValues(const QList<TagAttribute> &attributes, const QList<AttributeValue> &values);

Q_SIGNALS:
    /// An empty value means that the question is not answered.
    void valueChanged(pq::AttributeId attribute, const QString &value);

private:
    void build();
    QWidget *makeEditor(const TagAttribute &attribute);

    QList<TagAttribute> m_attributes;
    QHash<AttributeId, QString> m_values;
    QHash<AttributeId, QWidget *> m_editors;
    QFormLayout *m_layout;
};

}
