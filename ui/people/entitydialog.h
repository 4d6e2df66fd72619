// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/people/cast.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace pq {

class Edit;
class ExternalIdsEditor;
class PortrayalsEditor;

/// Makes an entity or changes one.
class EntityDialog : public QDialog
{
    Q_OBJECT

public:
    /// What has been decided.
    struct Outcome
    {
        Entity entity;
        QList<Entity> made;        ///< others named here that nobody knew
        QList<Portrayal> portrayals; ///< those of the entity that shall be
        QList<PortrayalId> removed;

        void apply(Edit &edit) const;
    };

    EntityDialog(const Cast &cast, const std::optional<Entity> &entity, QWidget *parent = nullptr);

    [[nodiscard]] Outcome outcome() const;
    void accept() override;

private:
    void showKind();

    Cast m_cast;
    EntityId m_id;
    QComboBox *m_kind;
    QLineEdit *m_name;
    QPlainTextEdit *m_aliases;
    QLineEdit *m_description;
    ExternalIdsEditor *m_externalIds;
    PortrayalsEditor *m_portrayals;
    QLabel *m_message;
};

}
