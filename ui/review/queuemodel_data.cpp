// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the queue say.
#include "ui/review/queuemodel.h"

#include "core/model/labels.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString wordsOf(const QueueRow &row)
{
    return row.words.isEmpty() ? row.summary : row.words;
}

}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    switch (column) {
    case VerdictColumn:
        return row.isSignedOff() ? tr("%1, signed off").arg(label(row.value)) : label(row.value);
    case ClaimColumn:
        return wordsOf(row).simplified();
    case KindColumn:
        return row.state == State::Suggested ? tr("%1 (suggested)").arg(label(row.kind)) : label(row.kind);
    case ArticleColumn:
        return m_articles.value(row.article);
    case PeopleColumn: {
        QStringList names;
        for (const EntityId person : row.people)
            names.append(m_people.value(person));
        return names.join(u", "_s);
    }
    case AssigneeColumn:
        return m_annotators.value(row.assignee);
    case AgeColumn:
        return age(row.since(), Timestamp::now());
    case NotesColumn:
        return row.openNotes == 0 ? QString() : QString::number(row.openNotes);
    default:
        return {};
    }
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == VerdictColumn && !shown.verdict.isNull())
            return tr("%1 by %2, %3", "verdict, checker and time")
                .arg(text(shown, VerdictColumn), m_annotators.value(shown.checker), label(shown.checked));
        if (index.column() == ClaimColumn && !shown.summary.isEmpty())
            return QString(shown.summary + u"\n\n"_s + shown.words);
        return text(shown, index.column());
    case Qt::AccessibleTextRole:
        if (const QString said = text(shown, index.column()); !said.isEmpty())
            return tr("%1: %2", "column and text")
                .arg(headerData(index.column(), Qt::Horizontal, role).toString(), said);
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::TextAlignmentRole:
        return index.column() == NotesColumn || index.column() == AgeColumn
            ? QVariant(Qt::AlignTrailing | Qt::AlignVCenter)
            : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case VerdictColumn:
        return tr("Verdict");
    case ClaimColumn:
        return tr("Claim");
    case KindColumn:
        return tr("Kind");
    case ArticleColumn:
        return tr("Article");
    case PeopleColumn:
        return tr("People");
    case AssigneeColumn:
        return tr("Assigned to");
    case AgeColumn:
        return tr("Age");
    case NotesColumn:
        return tr("Notes");
    default:
        return {};
    }
}

QString age(Timestamp since, Timestamp now)
{
    constexpr qint64 minute = 60'000'000;
    if (since == Timestamp())
        return {};
    const qint64 minutes = std::max<qint64>(0, (now.microseconds - since.microseconds) / minute);
    if (minutes < 60)
        return QueueModel::tr("%1 min", "age").arg(minutes);
    if (minutes < 48 * 60)
        return QueueModel::tr("%1 h", "age").arg(minutes / 60);
    return QueueModel::tr("%1 d", "age").arg(minutes / (24 * 60));
}

}
