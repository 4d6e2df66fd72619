// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace pq {

class RowList;

/// The ids that an entity has in other catalogues, at most one of each.
class ExternalIdsEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ExternalIdsEditor(const QList<ExternalId> &ids, QWidget *parent = nullptr);

    /// With one that is typed but not added yet.
    [[nodiscard]] QList<ExternalId> ids() const;
    /// Why what is typed is no id; empty when it is one, or nothing is typed.
    [[nodiscard]] QString problem() const;

private:
    void add();
    void showIds();

    QList<ExternalId> m_ids;
    RowList *m_list;
    QComboBox *m_scheme;
    QLineEdit *m_value;
    QLabel *m_problem;
};

}
