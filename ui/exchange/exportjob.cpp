// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/exportjob.h"

#include "ui/background.h"
#include "ui/projectcopy.h"
#include "ui/session.h"

namespace pq {

ExportJob::ExportJob(Session &session, ArticleId article, QObject *parent)
    : QObject(parent), m_session(session), m_article(article)
{
}

ExportJob::~ExportJob() = default;

void ExportJob::prepare(const ExportRequest &request)
{
    m_written.reset();
    m_next = request;
    if (!m_isBusy)
        start();
}

void ExportJob::start()
{
    m_request = *std::exchange(m_next, std::nullopt);
    m_isBusy = true;
    if (!m_request.isAll) {
        if (!m_one) {
            const QSet<ArticleId> articles = m_article.isNull() ? QSet<ArticleId>() : QSet{m_article};
            m_one = std::make_shared<const Excerpt>(m_session.value(m_session.store().excerpt(articles)));
        }
        write(m_one);
    } else if (m_all) {
        write(m_all);
    } else {
        readAll();
    }
}

/// From a copy of the project, as the project has but one connection.
void ExportJob::readAll()
{
    m_copy = new ProjectCopy(m_session, this);
    connect(m_copy, &ProjectCopy::progressed, this, &ExportJob::readingProgressed);
    connect(m_copy, &ProjectCopy::finished, this, [this](const Result<CopiedProject> &copied) {
        m_copy->deleteLater();
        if (!copied) {
            m_isBusy = false;
            Q_EMIT failed(copied.error().message);
            return;
        }
        inBackground(
            this,
            [copied = *copied]() -> Result<SharedExcerpt> {
                const Result<Store> store = Store::open(copied.path, copied.annotator);
                if (!store)
                    return std::unexpected(store.error());
                Result<Corpus> corpus = store->corpus();
                return corpus ? Result<SharedExcerpt>(std::make_shared<const Excerpt>(Excerpt{*std::move(corpus)}))
                              : std::unexpected(corpus.error());
            },
            [this](const Result<SharedExcerpt> &excerpt) {
                if (!excerpt) {
                    m_isBusy = false;
                    Q_EMIT failed(excerpt.error().message);
                    return;
                }
                m_all = *excerpt;
                if (m_next)
                    start();
                else
                    write(m_all);
            });
    });
}

void ExportJob::write(const SharedExcerpt &excerpt)
{
    using Outcome = Result<std::shared_ptr<const Written>>;
    inBackground(
        this,
        [excerpt, request = m_request]() -> Outcome {
            Result<Written> written = request.selection.isEmpty()
                ? writeChecked(*request.format, *excerpt, request.options)
                : writeChecked(*request.format, selected(*excerpt, request.selection), request.options);
            return written ? Outcome(std::make_shared<const Written>(*std::move(written)))
                           : std::unexpected(written.error());
        },
        [this](const Outcome &outcome) {
            m_isBusy = false;
            if (m_next) {
                start(); // nobody wants the one that is done
                return;
            }
            if (!outcome) {
                Q_EMIT failed(outcome.error().message);
                return;
            }
            m_written = *outcome;
            Q_EMIT prepared();
        });
}

}
