// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "ui/parts/rows.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace pq {

class RowList;
class Session;
class SuggestionEdit;

/// What a passage is tied to by relations: mostly what annotated corpora brought along, and room to add some.
class RelationSection : public QWidget
{
    Q_OBJECT

public:
    explicit RelationSection(Session &session, QWidget *parent = nullptr);

    void showPassage(const Passage &passage);

Q_SIGNALS:
    void passageActivated(pq::PassageId passage);

private:
    [[nodiscard]] QList<Row> suggestions(const QString &words);
    void showRelations();
    void add(PassageId to);

    Session &m_session;
    Passage m_passage;
    RowList *m_list;
    QToolButton *m_more;
    QWidget *m_fields;
    QLineEdit *m_label;
    SuggestionEdit *m_other;
};

}
