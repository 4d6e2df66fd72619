// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/article.h"
#include "core/store/correction.h"
#include "ui/prompts.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace pq {

class CorrectionPage;
class CorrectionText;
class Session;

/// Makes a corrected version of an article: takes its text, looks for the passages in another thread, lets the user
/// decide on those that are not certain, and puts all of it into the project in one edit. Or finds passages that
/// stayed on an older version in a later one.
class CorrectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new version after @p from, the current one.
    CorrectionDialog(Session &session, const Version &from, Prompts prompts, QWidget *parent = nullptr);
    /// For what stayed on @p from.
    CorrectionDialog(Session &session, const Version &from, const Version &to, QWidget *parent = nullptr);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void corrected(const QString &summary);

private:
    CorrectionDialog(Session &session, const Version &from, const Version &to, Prompts prompts, QWidget *parent);
    void lookForPassages();
    void showPassages(const Correction &correction);
    void showStep(QWidget *page);
    void updateButtons();

    Session &m_session;
    Version m_from;
    Version m_to; ///< null id: a new one
    bool m_isWriting = false;
    QStackedWidget *m_steps;
    CorrectionText *m_text;
    QLabel *m_waitLabel;
    CorrectionPage *m_passages;
    QLabel *m_problemLabel;
    QPushButton *m_backButton;
    QPushButton *m_nextButton;
};

}
