// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace pq {

class RowList;

/// The questions that a tag asks of its passages: the list, and below it the fields of the chosen one.
class AttributesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AttributesEditor(const QList<TagAttribute> &attributes, QWidget *parent = nullptr);

    /// Takes a name that is typed but not added yet.
    void finish();
    /// Without those that have no name.
    [[nodiscard]] QList<TagAttribute> attributes() const;

private:
    void add();
    void showAttributes();
    void showFields();
    void takeFields();
    [[nodiscard]] qsizetype current() const;

    QList<TagAttribute> m_attributes;
    RowList *m_list;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QPlainTextEdit *m_choices;
    bool m_isShowing = false;
};

}
