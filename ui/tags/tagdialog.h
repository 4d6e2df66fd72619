// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace pq {

class Actions;
class AttributesEditor;
class ColourChooser;

/// Makes a tag or changes one.
class TagDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p others: all tags of the project; @p actions: whose keys a tag cannot have.
    TagDialog(const Tag &tag, const QList<Tag> &others, const Actions &actions, bool isNew, QWidget *parent = nullptr);

    [[nodiscard]] Tag tag() const;
    void accept() override;

    /// Why @p key cannot be this tag's; empty when it can.
    [[nodiscard]] static QString keyProblem(const QString &key, TagId tag, const QList<Tag> &others,
                                            const Actions &actions);

private:
    void fillParents();
    void showProblem();

    Tag m_tag;
    QList<Tag> m_others;
    const Actions &m_actions;
    QLineEdit *m_name;
    ColourChooser *m_colour;
    QLineEdit *m_key;
    QComboBox *m_parent;
    QLineEdit *m_description;
    AttributesEditor *m_attributes;
    QLabel *m_message;
};

}
