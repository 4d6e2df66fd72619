// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/claim.h"

#include <QWidget>

class QComboBox;

namespace pq {

class ClaimSearch;
class RowList;
class Session;
class SuggestionEdit;
struct Cast;

/// The claim editor's part for links to other claims, in whichever article.
class LinksSection : public QWidget
{
    Q_OBJECT

public:
    explicit LinksSection(Session &session, QWidget *parent = nullptr);

    void show(const Claim &claim, const Cast &cast);
    using QWidget::show;

Q_SIGNALS:
    void linkAdded(pq::ClaimId to, pq::LinkKind kind);
    void linkRemoved(pq::LinkId link);
    /// The words of the claim at the other end.
    void passageActivated(pq::PassageId passage);

private:
    Session &m_session;
    ClaimId m_claim;
    ClaimSearch *m_search;
    RowList *m_list;
    QComboBox *m_kind;
    SuggestionEdit *m_other;
};

}
