// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "ui/prompts.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace pq {

class ExportPreview;
class Session;

/// Writes the project, or one article of it, in a format of choice. Shows the beginning of what would be
/// written and what the format cannot hold before anything is written; both from the current article, so
/// that a large project keeps nobody waiting.
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
    void chooseFormat();
    void preview();
    void showFile(int index);
    void showLoss(const QString &heading, const LossReport &loss);
    void proposePath();
    void choosePath();
    void check();
    void write();
    /// The formats live as long as the program.
    void writeAll(const Format &chosen, const QString &path);
    void writeInBackground(const Format &chosen, const QString &path, std::function<Result<Corpus>()> content);
    void finish(const Result<LossReport> &result);
    [[nodiscard]] const Format *format() const;
    [[nodiscard]] Corpus sample() const;

    Session &m_session;
    ArticleId m_article;
    Prompts m_prompts;
    Corpus m_sample;         ///< what the preview is made from
    QList<NamedFile> m_files; ///< of the preview
    QString m_proposed;      ///< the path that the dialog put in
    bool m_isOwnPath = false; ///< the user wrote or chose another
    bool m_isWriting = false;

    QListWidget *m_formatList;
    QRadioButton *m_articleRadioButton;
    QRadioButton *m_allRadioButton;
    QComboBox *m_fileComboBox;
    ExportPreview *m_preview;
    QLabel *m_lossHeading;
    QPlainTextEdit *m_lossText;
    QLineEdit *m_pathLineEdit;
    QLabel *m_problemLabel;
    QProgressBar *m_busyBar;
    QPushButton *m_exportButton;
    QPushButton *m_cancelButton;
};

}
