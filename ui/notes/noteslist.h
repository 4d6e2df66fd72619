// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/note.h"
#include "ui/parts/panel.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace pq {

class ReadNotes;
class RowList;
class Session;

/// The project's notes: those that are open, new or call one, with words to look for.
class NotesList : public Panel
{
    Q_OBJECT

public:
    /// @p read: lives longer than this.
    NotesList(Session &session, ReadNotes &read, QWidget *parent = nullptr);

    using Panel::refresh;
    /// What another annotator wrote and this one has not read.
    [[nodiscard]] qsizetype newCount() const;

Q_SIGNALS:
    void targetActivated(const pq::NoteTarget &target);
    void readChanged();

protected:
    void reload() override;

private:
    enum class Which { Open, New, ToMe, All };
    [[nodiscard]] bool isWanted(const Note &head, const QList<Note> &thread) const;
    void markAllRead();

    Session &m_session;
    ReadNotes &m_read;
    QLineEdit *m_words;
    QComboBox *m_which;
    RowList *m_list;
    QPushButton *m_markRead;
    QTimer m_soon; ///< while somebody types
    QList<Annotator> m_annotators;
};

}
