// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportjob.h"

#include "core/base/savefile.h"
#include "core/formats/partfiles.h"
#include "core/formats/partwriter.h"
#include "core/store/store.h"
#include "ui/background.h"
#include "ui/session.h"

namespace pq {

namespace {

constexpr int tick = 50; // milliseconds between two looks at the progress

bool isInParts(const ExportRequest &request)
{
    return request.isAll && request.selection.articles.isEmpty() && isWrittenInParts(*request.format, {});
}

/// Keeps the first files of an export.
class FirstFiles
{
public:
    explicit FirstFiles(const ExportRequest &request)
        : m_isOneFile(request.format->shape == Shape::File), m_room(request.keptBytes)
    {
    }

    void add(QList<NamedFile> &&files)
    {
        m_isWhole = m_isWhole && m_room > 0;
        for (NamedFile &file : files) {
            const auto known = m_places.constFind(file.path);
            if (known == m_places.cend())
                m_places.insert(file.path, m_isWhole ? m_files.size() : -1);
            if (!m_isWhole)
                continue;
            m_room -= file.bytes.size();
            if (known == m_places.cend())
                m_files.append(std::move(file));
            else if (m_isOneFile)
                m_files[*known].bytes += file.bytes;
            else
                m_files[*known] = std::move(file);
        }
    }

    [[nodiscard]] PreparedExport with(const LossReport &loss) const
    {
        return {{m_files, loss}, m_isWhole, m_places.size()};
    }

private:
    bool m_isOneFile;
    qint64 m_room;
    bool m_isWhole = true;
    QList<NamedFile> m_files;
    QHash<QString, qsizetype> m_places; ///< of all files; -1 for those that are not kept
};

/// In any thread, from a copy of the project, as the project itself has but one connection.
Result<LossReport> writeParts(const CopiedProject &copied, const ExportRequest &request, PartProgress &progress,
                              const PartWriter::TakeFiles &take)
{
    const Result<Store> store = Store::open(copied.path, copied.annotator);
    if (!store)
        return std::unexpected(store.error());
    if (const auto counts = store->counts())
        progress.total = counts->articles;
    progress.done = 0;
    PartWriter writer(*request.format, request.options, true, take);
    const Result<> taken = store->corpusInParts(request.bytesOfPart, [&](Corpus &&part) -> Result<> {
        if (progress.isCancelled)
            return pq::fail(ExportJob::tr("The export was cancelled."));
        const qint64 articles = part.articles.size();
        const Result<> written = writer.take(selected({std::move(part)}, request.selection));
        progress.done += articles;
        return written;
    });
    if (!taken)
        return std::unexpected(taken.error());
    return writer.finish().transform([&writer] { return writer.loss(); });
}

Result<> saveParts(const CopiedProject &copied, const ExportRequest &request, PartProgress &progress,
                   const QString &path)
{
    PartFiles files(*request.format, path);
    const auto written = writeParts(copied, request, progress,
                                    [&files](QList<NamedFile> &&more) { return files.add(std::move(more)); });
    return written ? files.commit() : std::unexpected(written.error());
}

}

ExportJob::ExportJob(Session &session, ArticleId article, QObject *parent)
    : QObject(parent), m_session(session), m_article(article), m_progress(std::make_shared<PartProgress>())
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        const PartProgress &progress = m_saving ? *m_saving : *m_progress;
        if (progress.total > 0)
            Q_EMIT progressed(static_cast<int>(progress.done), static_cast<int>(progress.total));
    });
}

ExportJob::~ExportJob()
{
    m_progress->isCancelled = true;
    if (m_saving)
        m_saving->isCancelled = true;
}

void ExportJob::prepare(const ExportRequest &request)
{
    m_prepared.reset();
    m_next = request;
    m_progress->isCancelled = true; // nobody wants what is being made
    if (!m_isBusy && !m_saving) // the copy can be read by one at a time
        start();
}

void ExportJob::start()
{
    m_request = *std::exchange(m_next, std::nullopt);
    m_isBusy = true;
    m_progress = std::make_shared<PartProgress>();
    run();
}

void ExportJob::run()
{
    if (!m_request.isAll) {
        if (!m_one) {
            const QSet<ArticleId> articles = m_article.isNull() ? QSet<ArticleId>() : QSet{m_article};
            m_one = std::make_shared<const Excerpt>(m_session.value(m_session.store().excerpt(articles)));
        }
        prepareWhole(m_one);
    } else if (!m_copied) {
        copyProject();
    } else if (isInParts(m_request)) {
        prepareParts();
    } else if (m_all) {
        prepareWhole(m_all);
    } else {
        readAll();
    }
}

void ExportJob::copyProject()
{
    auto *copy = new ProjectCopy(m_session, this);
    connect(copy, &ProjectCopy::progressed, this, &ExportJob::progressed);
    connect(copy, &ProjectCopy::finished, this, [this, copy](const Result<CopiedProject> &copied) {
        copy->deleteLater();
        if (!copied) {
            fail(copied.error().message);
            return;
        }
        m_copied = *copied;
        if (m_next)
            start();
        else
            run();
    });
}

void ExportJob::readAll()
{
    inBackground(
        this,
        [copied = *m_copied]() -> Result<SharedExcerpt> {
            const Result<Store> store = Store::open(copied.path, copied.annotator);
            if (!store)
                return std::unexpected(store.error());
            return store->corpus().transform([](Corpus &&corpus) -> SharedExcerpt {
                return std::make_shared<const Excerpt>(Excerpt{std::move(corpus)});
            });
        },
        [this](const Result<SharedExcerpt> &excerpt) {
            if (!excerpt) {
                fail(excerpt.error().message);
                return;
            }
            m_all = *excerpt;
            if (m_next)
                start();
            else
                run();
        });
}

void ExportJob::prepareWhole(const SharedExcerpt &excerpt)
{
    inBackground(
        this,
        [excerpt, request = m_request]() -> Outcome {
            return (request.selection.isEmpty()
                        ? writeChecked(*request.format, *excerpt, request.options)
                        : writeChecked(*request.format, selected(*excerpt, request.selection), request.options))
                .transform([](Written &&written) {
                    const qint64 files = written.files.size();
                    return std::make_shared<const PreparedExport>(std::move(written), true, files);
                });
        },
        [this](const Outcome &outcome) { take(outcome); });
}

void ExportJob::prepareParts()
{
    m_tick.start();
    inBackground(
        this,
        [copied = *m_copied, request = m_request, progress = m_progress]() -> Outcome {
            FirstFiles files(request);
            return writeParts(copied, request, *progress,
                              [&files](QList<NamedFile> &&more) -> Result<> {
                                  files.add(std::move(more));
                                  return {};
                              })
                .transform([&files](const LossReport &loss) {
                    return std::make_shared<const PreparedExport>(files.with(loss));
                });
        },
        [this](const Outcome &outcome) { take(outcome); });
}

void ExportJob::take(const Outcome &outcome)
{
    m_tick.stop();
    if (!outcome && !m_next) {
        fail(outcome.error().message);
        return;
    }
    m_isBusy = false;
    if (m_next) {
        start();
        return;
    }
    m_prepared = *outcome;
    Q_EMIT finished();
}

void ExportJob::fail(const QString &why)
{
    m_isBusy = false;
    Q_EMIT failed(why);
}

void ExportJob::save(const QString &path, const QString &lossPath)
{
    m_saving = std::make_shared<PartProgress>();
    m_tick.start();
    inBackground(
        this,
        [request = m_request, prepared = m_prepared, copied = m_copied, progress = m_saving, path,
         lossPath]() -> Result<> {
            const Result<> saved = prepared->isWhole ? pq::save(*request.format, prepared->written, path)
                                                     : saveParts(*copied, request, *progress, path);
            return saved && !lossPath.isEmpty() ? saveFile(lossPath, toJson(prepared->written.loss)) : saved;
        },
        [this](const Result<> &result) {
            m_tick.stop();
            m_saving.reset();
            if (m_next)
                start();
            Q_EMIT saved(result);
        });
}

}
