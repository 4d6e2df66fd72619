// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/report.h"
#include "ui/projectcopy.h"
#include "ui/prompts.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace pq {

class Session;

/// Chooses a report and what it is about, shows it as it will be on paper, and saves it as a page, PDF or table. Reads
/// a copy of the project and makes the reports in another thread.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins with @p question; where it names no article or entity, with the first one.
    ReportDialog(Session &session, const ReportQuestion &question, Prompts prompts, QWidget *parent = nullptr);
    ~ReportDialog() override;

Q_SIGNALS:
    void saved(const QString &message);

private:
    void buildPage();
    void fillSubjects();
    void chooseKind();
    void readProject();
    void make();
    void present(const Result<Report> &report);
    void showState(const QString &sentence, bool isBusy);
    void followLink(const QUrl &link);
    void save();
    [[nodiscard]] const ReportSpec &spec() const;
    [[nodiscard]] ReportQuestion question() const;
    [[nodiscard]] QString proposedPath() const;

    Session &m_session;
    ReportQuestion m_first;
    Prompts m_prompts;
    std::shared_ptr<const Corpus> m_corpus; ///< null until it is read
    std::shared_ptr<const Report> m_report; ///< what the preview shows; null while it is made
    std::shared_ptr<QTextDocument> m_document; ///< the preview's
    int m_making = 0;                       ///< which of the makings in the background counts
    QListWidget *m_kinds;
    QLabel *m_subjectLabel;
    QComboBox *m_articles;
    QComboBox *m_entities;
    QComboBox *m_format;
    QTextBrowser *m_preview;
    QLabel *m_state;
    QProgressBar *m_busy;
    QPushButton *m_save;
    QPushButton *m_close;
};

}
