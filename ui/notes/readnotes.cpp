// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/readnotes.h"

#include "ui/settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr qsizetype idBytes = 16;

QString keyOf(AnnotatorId reader)
{
    return "notes/read/"_L1 + reader.toString();
}

}

ReadNotes::ReadNotes(AnnotatorId reader) : m_reader(reader)
{
    const QByteArray kept = QSettings().value(keyOf(reader)).toByteArray();
    for (qsizetype at = 0; at + idBytes <= kept.size(); at += idBytes)
        m_read.insert(NoteId::fromBytes(QByteArrayView(kept).sliced(at, idBytes)));
}

bool ReadNotes::isNew(const Note &note) const
{
    return !m_reader.isNull() && note.annotator != m_reader && !m_read.contains(note.id);
}

bool ReadNotes::markRead(const QList<Note> &notes)
{
    const qsizetype before = m_read.size();
    for (const Note &note : notes) {
        if (isNew(note))
            m_read.insert(note.id);
    }
    if (m_read.size() == before)
        return false;
    QByteArray bytes;
    bytes.reserve(m_read.size() * idBytes);
    for (const NoteId id : std::as_const(m_read))
        bytes += id.toBytes();
    keep(keyOf(m_reader), bytes);
    return true;
}

}
