// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/correction.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace pq {

class AnchorCompare;
class AnchorList;
class Session;

/// The passages of a correction one by one: their words before and after, yes or no, another place; and what follows
/// from it for the claims.
class CorrectionPage : public QWidget
{
    Q_OBJECT

public:
    explicit CorrectionPage(Session &session, QWidget *parent = nullptr);

    void setCorrection(const Correction &correction);
    /// With what the user decided.
    [[nodiscard]] const Correction &correction() const { return *m_correction; }

    /// Where the keyboard begins. (As a focus proxy it would keep Tab within the page.)
    [[nodiscard]] QWidget *firstField() const;

private:
    void showPassage(qsizetype index);
    void setFollows(qsizetype index, bool follows);
    void setPlace(qsizetype index, const QList<TextSpan> &place);
    void decide(bool follows);
    void acceptAllProposed();
    void choosePlace(int place);
    void useSelection();
    void showConsequences();

    Session &m_session;
    std::optional<Correction> m_correction;
    AnchorList *m_list;
    AnchorCompare *m_compare;
    QComboBox *m_placeComboBox;
    QPushButton *m_acceptButton;
    QPushButton *m_rejectButton;
    QPushButton *m_selectionButton;
    QPushButton *m_allButton;
    QLabel *m_countLabel;
    QListWidget *m_consequences;
};

}
