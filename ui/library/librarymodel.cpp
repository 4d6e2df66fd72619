// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarymodel.h"

#include "ui/session.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int countDelay = 150; // milliseconds

}

LibraryModel::LibraryModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countDelay);
    connect(&m_countSoon, &QTimer::timeout, this, &LibraryModel::count);
    connect(&session, &Session::projectChanged, this, &LibraryModel::reload);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.articles.isEmpty() || !changes.entities.isEmpty())
            reload();
        else if (!changes.passages.isEmpty() || !changes.claims.isEmpty())
            m_countSoon.start();
    });
    reload();
}

void LibraryModel::reload()
{
    beginResetModel();
    m_articles.clear();
    m_rows.clear();
    m_outlets.clear();
    if (m_session.isOpen()) {
        m_articles = m_session.value(m_session.store().articles());
        m_rows.reserve(m_articles.size());
        for (int row = 0; row < m_articles.size(); ++row)
            m_rows.insert(m_articles[row].id, row);
        const QList<Entity> entities = m_session.value(m_session.store().entities());
        for (const Entity &entity : entities) {
            if (entity.kind == EntityKind::Organisation)
                m_outlets.insert(entity.id, entity.name);
        }
        m_countSoon.start();
    } else {
        m_counts.clear();
        m_isCounted = false;
        m_countSoon.stop();
    }
    endResetModel();
}

void LibraryModel::count()
{
    if (!m_session.isOpen())
        return;
    m_counts = m_session.value(m_session.store().articleCounts());
    m_isCounted = true;
    if (!m_articles.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PassagesRole, ClaimsRole, Qt::AccessibleTextRole});
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_articles.size());
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Article &article = m_articles[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return article.title.isEmpty() ? tr("Untitled article") : article.title;
    case Qt::ToolTipRole: {
        QStringList lines{article.title, article.byline.isEmpty() ? QString() : tr("By %1").arg(article.byline),
                          article.url};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return accessibleText(article);
    case IdRole:
        return QVariant::fromValue(article.id);
    case OutletRole:
        return m_outlets.value(article.outlet);
    case BylineRole:
        return article.byline;
    case PublishedRole:
        return article.published;
    case PassagesRole:
        return m_isCounted ? m_counts.value(article.id).passages : qint64(-1);
    case ClaimsRole:
        return m_isCounted ? m_counts.value(article.id).claims : qint64(-1);
    default:
        return {};
    }
}

QModelIndex LibraryModel::indexOf(ArticleId article) const
{
    const auto row = m_rows.constFind(article);
    return row == m_rows.constEnd() ? QModelIndex() : index(*row);
}

QString LibraryModel::accessibleText(const Article &article) const
{
    QStringList parts{article.title, m_outlets.value(article.outlet), article.published};
    if (m_isCounted) {
        const ArticleCounts counts = m_counts.value(article.id);
        parts.append(tr("%n passage(s)", nullptr, static_cast<int>(counts.passages)));
        parts.append(tr("%n claim(s)", nullptr, static_cast<int>(counts.claims)));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void LibraryFilter::setWords(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
}

void LibraryFilter::setOrder(LibraryOrder order)
{
    m_order = order;
    if (order == LibraryOrder::Added) {
        sort(-1);
    } else {
        invalidate();
        sort(0);
    }
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const std::array fields{index.data(Qt::DisplayRole).toString(), index.data(LibraryModel::OutletRole).toString(),
                            index.data(LibraryModel::BylineRole).toString(),
                            index.data(LibraryModel::PublishedRole).toString()};
    return std::ranges::all_of(m_words, [&fields](const QString &word) {
        return std::ranges::any_of(fields,
                                   [&word](const QString &field) { return field.contains(word, Qt::CaseInsensitive); });
    });
}

bool LibraryFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto text = [](const QModelIndex &index, int role) { return index.data(role).toString(); };
    switch (m_order) {
    case LibraryOrder::Title:
        return QString::localeAwareCompare(text(left, Qt::DisplayRole), text(right, Qt::DisplayRole)) < 0;
    case LibraryOrder::Outlet:
        return QString::localeAwareCompare(text(left, LibraryModel::OutletRole), text(right, LibraryModel::OutletRole))
            < 0;
    case LibraryOrder::Published: // the newest first
        return text(left, LibraryModel::PublishedRole) > text(right, LibraryModel::PublishedRole);
    case LibraryOrder::Claims: // the most first
        return left.data(LibraryModel::ClaimsRole).toLongLong() > right.data(LibraryModel::ClaimsRole).toLongLong();
    case LibraryOrder::Added:
        break;
    }
    return left.row() < right.row();
}

}
