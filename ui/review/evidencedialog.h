// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/passage.h"
#include "core/model/review.h"
#include "ui/prompts.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pq {

/// One piece of evidence: shows the fields that its kind has and says what is missing. Writes nothing itself.
class EvidenceDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p known: what is changed; a new one when its id is null. @p current: the article's current passage, which may
    /// become the evidence; null for none.
    EvidenceDialog(const Evidence &known, const Passage &current, const Passage &chosen, Prompts prompts,
                   QWidget *parent = nullptr);

    [[nodiscard]] Evidence evidence() const;

private:
    void layOut();
    void showKind();
    void showState();
    void takeCurrent();
    void showPassage(const Passage &passage);
    void attach();
    void hashFile(const QString &path);
    void showHash(const QString &hash);

    Evidence m_known;
    Passage m_current;
    Prompts m_prompts;
    QFormLayout *m_form;
    QComboBox *m_kind;
    QComboBox *m_stance;
    QWidget *m_passageRow;
    QLabel *m_words;
    QPushButton *m_takeCurrent;
    QLineEdit *m_title;
    QLineEdit *m_url;
    QLineEdit *m_locator;
    QLineEdit *m_contact;
    QLineEdit *m_day;
    QWidget *m_copyRow;
    QLabel *m_hash;
    QPushButton *m_attach;
    QPushButton *m_detach;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
    bool m_isHashing = false;
};

}
