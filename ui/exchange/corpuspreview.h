// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/readfiles.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QTreeWidget;

namespace pq {

/// What would come in with annotated corpora, before it does: how much of what, how positions were counted and what
/// proves it, what is refused, and each text with its passages marked. The format can be changed.
class CorpusPreview : public QWidget
{
    Q_OBJECT

public:
    explicit CorpusPreview(QWidget *parent = nullptr);

    /// Those of them that were read as corpora, or that should have been.
    void setFiles(const QList<ReadFile> &files);
    void setFile(qsizetype index, const ReadFile &file);
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    /// The user wants the file number @p index of those that were set to be read in another format.
    void formatChosen(qsizetype index, const QString &format);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCurrent();
    void showArticle();
    [[nodiscard]] qsizetype current() const; ///< -1 for none

    QList<ReadFile> m_files;
    QListWidget *m_list;
    QComboBox *m_format;
    QLabel *m_counts;
    QTreeWidget *m_findings;
    QComboBox *m_articles;
    QPlainTextEdit *m_text;
    QLabel *m_legend;
};

}
