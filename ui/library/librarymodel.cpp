// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarymodel.h"

#include "core/review/coverage.h"
#include "ui/background.h"
#include "ui/session.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr int countDelay = 150; // milliseconds
constexpr qint64 mostPassages = 20'000;

}

LibraryModel::LibraryModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countDelay);
    connect(&m_countSoon, &QTimer::timeout, this, &LibraryModel::count);
    m_coverSoon.setSingleShot(true);
    m_coverSoon.setInterval(countDelay);
    connect(&m_coverSoon, &QTimer::timeout, this, &LibraryModel::countCoverage);
    connect(&session, &Session::projectChanged, this, [this] {
        m_coverage.clear();
        reload();
    });
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.articles.isEmpty() || !changes.entities.isEmpty())
            reload();
        else if (!changes.passages.isEmpty() || !changes.claims.isEmpty())
            m_countSoon.start();
        if (!changes.versions.isEmpty())
            m_coverage.clear();
    });
    reload();
}

void LibraryModel::reload()
{
    beginResetModel();
    m_wanted.clear();
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
    // What is on the screen is asked for anew; until it is counted, the former number stands.
    m_stale = QSet<ArticleId>(m_coverage.keyBegin(), m_coverage.keyEnd());
    if (!m_articles.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {PassagesRole, ClaimsRole, Qt::AccessibleTextRole});
}

int LibraryModel::coverageOf(ArticleId article) const
{
    if (m_counts.value(article).passages > mostPassages)
        return -1; // the window would wait for it
    const auto known = m_coverage.constFind(article);
    if (known == m_coverage.constEnd() || m_stale.contains(article)) {
        m_wanted.insert(article);
        if (!m_isCovering && !m_coverSoon.isActive())
            m_coverSoon.start();
    }
    return known == m_coverage.constEnd() ? -1 : *known;
}

void LibraryModel::countCoverage()
{
    if (!m_session.isOpen() || m_wanted.isEmpty() || m_isCovering)
        return;
    const ArticleId article = *m_wanted.constBegin();
    m_wanted.erase(m_wanted.constBegin());
    m_stale.remove(article);
    const auto version = m_session.store().currentVersion(article);
    if (!version) { // it was removed
        m_coverSoon.start();
        return;
    }
    const QList<TextSpan> claimed = m_session.value(m_session.store().claimedSpans(version->id));
    m_isCovering = true;
    inBackground(
        this,
        [text = version->text, claimed] {
            const Coverage of = coverage(countedParagraphs(text), claimed);
            return percent(of.covered, of.words);
        },
        [this, article](int hundredths) {
            m_isCovering = false;
            if (const QModelIndex row = indexOf(article); row.isValid()) {
                m_coverage.insert(article, hundredths);
                Q_EMIT dataChanged(row, row, {CoverageRole, Qt::AccessibleTextRole});
            }
            countCoverage();
        });
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
    case CoverageRole:
        return coverageOf(article.id);
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
        if (const int hundredths = m_coverage.value(article.id, -1); hundredths >= 0)
            parts.append(tr("%1 % of the words under claims").arg(hundredths));
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
