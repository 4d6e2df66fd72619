// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/parts.h"
#include "core/formats/selection.h"
#include "ui/projectcopy.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace pq {

class Session;

/// What is to be exported, and how.
struct ExportRequest
{
    const Format *format = nullptr; ///< lives as long as the program
    bool isAll = false;             ///< the whole project, not the one article
    Selection selection;
    WriteOptions options;
    qint64 bytesOfPart = partBytes;
    qint64 keptBytes = qint64(32) * 1024 * 1024; ///< of files, for more of which they are made anew when they are saved
};

/// What an export would write.
struct PreparedExport
{
    Written written; ///< all that is lost; the files, or the first of them
    bool isWhole = true; ///< these are all files
    qint64 files = 0; ///< how many there are in all
};

/// Makes an export in other threads, up to the point where only the disk is left: what is shown is what is saved. The
/// project is read once; it must not change meanwhile.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// @p article: the one that is exported where not all are.
    ExportJob(Session &session, ArticleId article, QObject *parent = nullptr);
    /// Leaves off; what was not saved by then leaves nothing.
    ~ExportJob() override;

    /// Takes the place of what was asked for before.
    void prepare(const ExportRequest &request);
    /// Null while it is being made, and when it could not be.
    [[nodiscard]] std::shared_ptr<const PreparedExport> prepared() const { return m_prepared; }
    /// Puts what is prepared in its place; the list of losses, too, where @p lossPath is not empty.
    void save(const QString &path, const QString &lossPath);

Q_SIGNALS:
    void progressed(int done, int total);
    /// The one that was asked for last is there.
    void finished();
    void failed(const QString &why);
    void saved(const pq::Result<> &result);

private:
    using SharedExcerpt = std::shared_ptr<const Excerpt>;
    using Outcome = Result<std::shared_ptr<const PreparedExport>>;
    void start();
    void run();
    void copyProject();
    void readAll();
    void prepareWhole(const SharedExcerpt &excerpt);
    void prepareParts();
    void take(const Outcome &outcome);
    void fail(const QString &why);

    Session &m_session;
    ArticleId m_article;
    SharedExcerpt m_one;
    std::optional<CopiedProject> m_copied;
    SharedExcerpt m_all; ///< where a format is not written part by part
    std::optional<ExportRequest> m_next; ///< while another one is being made
    ExportRequest m_request;
    bool m_isBusy = false;
    std::shared_ptr<PartProgress> m_progress;
    std::shared_ptr<PartProgress> m_saving; ///< null while nothing is being saved
    QTimer m_tick;
    std::shared_ptr<const PreparedExport> m_prepared;
};

}
