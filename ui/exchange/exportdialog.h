// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/exportjob.h"
#include "ui/prompts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace pq {

class ExportPreview;
class Session;

/// Writes the project, or one article or a choice of it, in a format of choice. Shows the beginning of what would be
/// written and everything that the format cannot hold before anything is written: what is shown is what is saved.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p article: the current one; null when none is shown.
    ExportDialog(Session &session, ArticleId article, Prompts prompts, QWidget *parent = nullptr);
    ~ExportDialog() override;

Q_SIGNALS:
    void exported(const QString &message);

private:
    void buildPage();
    void fillFormats();
    void restoreChoices();
    void chooseFormat();
    void chooseSelection();
    void prepare();
    void showPrepared();
    void showFailure(const QString &why);
    void showFile(int index);
    void proposePath();
    void choosePath();
    void check();
    void write();
    void finish(const Result<> &saved);
    [[nodiscard]] const Format *format() const;

    Session &m_session;
    Prompts m_prompts;
    ExportJob m_job;
    Selection m_selection;
    QString m_proposed;       ///< the path that the dialog put in
    QString m_articleTitle;
    bool m_isOwnPath = false; ///< the user wrote or chose another
    bool m_isSaving = false;

    QListWidget *m_formatList;
    QRadioButton *m_articleRadioButton;
    QRadioButton *m_allRadioButton;
    QPushButton *m_selectionButton;
    QLabel *m_selectionLabel;
    QCheckBox *m_formulaCheckBox;
    QCheckBox *m_singlesCheckBox;
    QCheckBox *m_lossCheckBox;
    QComboBox *m_fileComboBox;
    ExportPreview *m_preview;
    QLabel *m_lossHeading;
    QTreeWidget *m_lossTree;
    QLineEdit *m_pathLineEdit;
    QLabel *m_problemLabel;
    QProgressBar *m_busyBar;
    QPushButton *m_exportButton;
    QPushButton *m_cancelButton;
};

}
