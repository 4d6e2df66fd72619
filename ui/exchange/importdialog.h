// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/importreport.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace pq {

class CorpusPreview;
class Session;

/// Imports files and folders: reads them in another thread, shows what annotated corpora would bring, puts all of it
/// into the project in one edit and reports what became of each. When there is nothing to report it closes by itself.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session &session, const QStringList &paths, QWidget *parent = nullptr,
                 const ImportLimits &limits = {});
    ~ImportDialog() override;

    [[nodiscard]] const ImportReport &report() const { return m_report; }
    void reject() override;

Q_SIGNALS:
    void imported(const pq::ImportReport &report);
    void articleActivated(pq::ArticleId article);

private:
    void showProgress();
    void take(const QList<ReadFile> &files);
    void showCorpora();
    void readAgain(qsizetype index, const QString &format);
    void write();
    void putSmall(Edit &edit);
    void putLarge(Edit &edit, const ReadFile &file);
    void giveWindowItsTurn(Edit &edit);
    void showReport();
    void activateCurrent();

    Session &m_session;
    ImportLimits m_limits;
    std::shared_ptr<ReadingProgress> m_progress;
    QList<ReadFile> m_files;
    ImportReport m_report;
    QTimer m_tick;
    bool m_isWriting = false;
    QElapsedTimer m_sinceTurn; ///< of the window, while writing
    QStackedWidget *m_pages;
    CorpusPreview *m_preview;
    QLabel *m_stepLabel;
    QProgressBar *m_bar;
    QLabel *m_summaryLabel;
    QTreeWidget *m_tree;
    QPushButton *m_showButton;
    QPushButton *m_importButton;
    QPushButton *m_closeButton;
};

}
