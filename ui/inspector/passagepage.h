// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "ui/parts/panel.h"

class QComboBox;
class QLabel;

namespace pq {

class AttributeForm;
class RelationSection;
class RowList;
class Session;
struct Tag;

/// A passage: its exact words, its tag and what the tag asks, who made it, and the claims it is in.
class PassagePage : public Panel
{
    Q_OBJECT

public:
    explicit PassagePage(Session &session, QWidget *parent = nullptr);

    void showPassage(PassageId passage);

Q_SIGNALS:
    void claimActivated(pq::ClaimId claim);
    void passageActivated(pq::PassageId passage);

protected:
    void reload() override;

private:
    void showTags(const QList<Tag> &tags);
    void showClaims();
    void changeTag();
    void changeAttribute(AttributeId attribute, const QString &value);

    Session &m_session;
    Passage m_passage;
    QComboBox *m_tag;
    QLabel *m_gone;
    QWidget *m_body;
    RowList *m_words;
    QLabel *m_attributesHeading;
    AttributeForm *m_attributes;
    QLabel *m_made;
    RowList *m_claims;
    RelationSection *m_relations;
};

}
