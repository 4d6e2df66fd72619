// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QTimer>

namespace pq {

class Session;

/// The project's articles. What each has of passages and claims is counted after the list is on the screen,
/// so that it appears at once however large the project is.
class LibraryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< ArticleId
        OutletRole,
        BylineRole,
        PublishedRole,
        PassagesRole,          ///< -1 while not counted
        ClaimsRole,            ///< -1 while not counted
        CoverageRole,          ///< hundredths of the words under claims; -1 while not counted, asking has it counted
    };

    explicit LibraryModel(Session &session, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// An invalid index when there is no such article.
    [[nodiscard]] QModelIndex indexOf(ArticleId article) const;

private:
    void reload();
    void count();
    [[nodiscard]] int coverageOf(ArticleId article) const;
    void countCoverage();
    [[nodiscard]] QString accessibleText(const Article &article) const;

    Session &m_session;
    QList<Article> m_articles;
    QHash<ArticleId, int> m_rows;
    QHash<EntityId, QString> m_outlets;
    QHash<ArticleId, ArticleCounts> m_counts;
    bool m_isCounted = false;
    QTimer m_countSoon; ///< several edits in a row are counted once
    // One article at a time and in the background, of those that are looked at.
    QHash<ArticleId, int> m_coverage;
    QSet<ArticleId> m_stale;
    mutable QSet<ArticleId> m_wanted;
    mutable QTimer m_coverSoon;
    bool m_isCovering = false;
};

enum class LibraryOrder { Added, Title, Outlet, Published, Claims };

/// The articles whose title, outlet, byline or date hold every word of the filter, in the chosen order.
class LibraryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &words);
    void setOrder(LibraryOrder order);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    LibraryOrder m_order = LibraryOrder::Added;
};

}
