// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QPushButton;

namespace pq {

class NoteEditor;

/// One thread: the note at its head, the answers, and what can be done with them.
class ThreadCard : public QWidget
{
    Q_OBJECT

public:
    /// @p notes: head first, then the answers in order of time. @p me can delete own notes. Those
    /// in @p fresh say that they are new.
    ThreadCard(const QList<Note> &notes, const QHash<AnnotatorId, QString> &names, AnnotatorId me,
               const QSet<NoteId> &fresh, QWidget *parent = nullptr);

    /// Whom an answer can call.
    void setNames(const QStringList &names);

    [[nodiscard]] NoteId head() const { return m_head.id; }
    /// What is typed as an answer and not given yet.
    [[nodiscard]] QString draft() const;
    void setDraft(const QString &draft);

Q_SIGNALS:
    void replied(const pq::Note &head, const QString &body);
    void resolvedChanged(const pq::Note &head, bool resolved);
    void deletionRequested(pq::NoteId note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeNote(const Note &note, const QString &author, bool isMine, bool isNew);
    void openReply();
    void giveReply();

    Note m_head;
    NoteEditor *m_reply;
    QPushButton *m_replyButton;
};

}
