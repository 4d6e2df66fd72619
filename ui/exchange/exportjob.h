// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"
#include "core/formats/selection.h"

#include <QObject>

#include <memory>
#include <optional>

namespace pq {

class ProjectCopy;
class Session;

/// What is to be exported, and how.
struct ExportRequest
{
    const Format *format = nullptr; ///< lives as long as the program
    bool isAll = false;             ///< the whole project, not the one article
    Selection selection;
    WriteOptions options;
};

/// Makes an export in other threads, up to the point where only the disk is left: what is shown is what is saved. The
/// project is read once; it must not change meanwhile.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// @p article: the one that is exported where not all are.
    ExportJob(Session &session, ArticleId article, QObject *parent = nullptr);
    ~ExportJob() override;

    /// Takes the place of what was asked for before.
    void prepare(const ExportRequest &request);
    /// Null while it is being made, and when it could not be.
    [[nodiscard]] std::shared_ptr<const Written> written() const { return m_written; }

Q_SIGNALS:
    void readingProgressed(int done, int total);
    /// The one that was asked for last is there.
    void prepared();
    void failed(const QString &why);

private:
    using SharedExcerpt = std::shared_ptr<const Excerpt>;
    void start();
    void readAll();
    void write(const SharedExcerpt &excerpt);

    Session &m_session;
    ArticleId m_article;
    SharedExcerpt m_one;
    SharedExcerpt m_all;
    ProjectCopy *m_copy = nullptr;
    std::optional<ExportRequest> m_next; ///< while another one is being made
    ExportRequest m_request;
    bool m_isBusy = false;
    std::shared_ptr<const Written> m_written;
};

}
