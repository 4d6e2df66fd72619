// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteslist.h"

#include "core/model/mentions.h"
#include "ui/notes/notetargets.h"
#include "ui/notes/readnotes.h"
#include "ui/parts/leadtohits.h"
#include "ui/parts/rowlist.h"
#include "ui/parts/undothrough.h"
#include "ui/session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int pauseInTyping = 120; // ms

}

NotesList::NotesList(Session &session, ReadNotes &read, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_read(read),
      m_words(new QLineEdit(this)),
      m_which(new QComboBox(this)),
      m_list(new RowList(RowList::Height::Filling, 3, this)),
      m_markRead(new QPushButton(tr("Mark All as Rea&d"), this))
{
    m_words->setObjectName(u"noteWordsLineEdit"_s);
    m_words->setPlaceholderText(tr("Words of a note"));
    m_words->setAccessibleName(tr("Words of a note"));
    m_words->setClearButtonEnabled(true);
    letUndoThrough(m_words);
    m_which->setObjectName(u"whichNotesComboBox"_s);
    m_which->setAccessibleName(tr("Which notes"));
    m_which->addItems({tr("Open"), tr("New to you"), tr("That call you"), tr("All")});
    m_list->setObjectName(u"openNotesList"_s);
    m_list->setAccessibleName(tr("Notes of the project"));
    m_list->setActivatesOnClick(true);
    m_markRead->setObjectName(u"markNotesReadPushButton"_s);
    leadToHits(m_words, m_list);

    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(8, 8, 8, 0);
    filter->addWidget(m_words, 1);
    filter->addWidget(m_which);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 8);
    foot->addStretch();
    foot->addWidget(m_markRead);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);

    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseInTyping);
    connect(&m_soon, &QTimer::timeout, this, &NotesList::refresh);
    connect(m_words, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_which, &QComboBox::currentIndexChanged, this, &NotesList::refresh);
    connect(m_markRead, &QPushButton::clicked, this, &NotesList::markAllRead);
    connect(m_list, &RowList::valueActivated, this,
            [this](const QVariant &value) { Q_EMIT targetActivated(value.value<Note>().target); });
}

qsizetype NotesList::newCount() const
{
    if (!m_session.isOpen())
        return 0;
    const QList<Note> all = m_session.value(m_session.store().notes());
    return std::ranges::count_if(all, [this](const Note &note) { return m_read.isNew(note); });
}

/// @p thread: the head and its answers.
bool NotesList::isWanted(const Note &head, const QList<Note> &thread) const
{
    switch (static_cast<Which>(m_which->currentIndex())) {
    case Which::Open:
        return !head.resolved;
    case Which::New:
        return std::ranges::any_of(thread, [this](const Note &note) { return m_read.isNew(note); });
    case Which::ToMe:
        return std::ranges::any_of(thread, [this](const Note &note) {
            return mentioned(note.body, m_annotators).contains(m_session.store().annotator().id);
        });
    case Which::All:
        return true;
    }
    return true;
}

void NotesList::reload()
{
    static const QStringList nothing{
        tr("No note is open. Notes appear here until somebody resolves them."), tr("You have read every note."),
        tr("No note calls you. Whoever writes @ and your name in one calls you."), tr("There are no notes yet.")};
    QList<Row> rows;
    if (m_session.isOpen()) {
        m_annotators = m_session.value(m_session.store().annotators());
        QHash<AnnotatorId, QString> names;
        for (const Annotator &annotator : std::as_const(m_annotators))
            names.insert(annotator.id, annotator.name);
        const QList<Note> all = m_session.value(m_session.store().notes());
        const QHash<NoteId, QList<Note>> threads = threadsOf(all);
        const QStringList words = m_words->text().simplified().split(u' ', Qt::SkipEmptyParts);
        for (const Note &head : all) {
            if (!head.parent.isNull())
                continue;
            const QList<Note> thread = threads.value(head.id);
            if (!isWanted(head, thread))
                continue;
            Row row;
            row.title = describe(m_session, head.target);
            QStringList lines;
            for (const Note &note : thread)
                lines.append(tr("%1: %2", "author and note").arg(names.value(note.annotator), note.body.simplified()));
            row.detail = lines.join(u" · "_s);
            const bool isFound = std::ranges::all_of(words, [&row](const QString &word) {
                return row.detail.contains(word, Qt::CaseInsensitive) || row.title.contains(word, Qt::CaseInsensitive);
            });
            if (!isFound)
                continue;
            const bool isNew = std::ranges::any_of(thread, [this](const Note &note) { return m_read.isNew(note); });
            row.aside = isNew ? tr("new") : head.resolved ? tr("resolved") : QString();
            row.glyph = Glyph::Note;
            row.value = QVariant::fromValue(head);
            rows.append(row);
        }
    }
    m_list->setEmptyText(m_words->text().isEmpty() ? nothing.at(m_which->currentIndex())
                                                   : tr("No such note has these words."));
    m_list->setRows(rows);
    m_markRead->setEnabled(newCount() > 0);
}

void NotesList::markAllRead()
{
    if (m_read.markRead(m_session.value(m_session.store().notes()))) {
        refresh();
        Q_EMIT readChanged();
    }
}

}
