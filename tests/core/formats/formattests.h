// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/json.h"
#include "core/formats/jsonlines/jsonlines.h"
#include "tests/core/formats/afterlosses.h"
#include "tests/core/formats/randomcorpus.h"
#include "tests/support/support.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pq::test {

/// What every format's tests do with a format: a corpus written and read is what it was without exactly what is lost.
/// @p prepare may make the random corpus odder.
inline void checkFormat(const char *id, const QStringList &madeAnew, const std::function<void(Corpus &)> &prepare = {},
                        const WriteOptions &options = {})
{
    const Format &format = *findFormat(QString::fromLatin1(id));
    Corpus corpus = RandomCorpus().make();
    if (prepare)
        prepare(corpus);
    const auto written = writeChecked(format, corpus, options);
    if (!written)
        RC_FAIL(written.error().message.toStdString());
    if (corpus.versions.isEmpty())
        return;
    const auto read = format.read(written->files);
    if (!read)
        RC_FAIL(read.error().message.toStdString());
    const QString difference = differenceAfterLosses(corpus, written->loss, read->corpus, madeAnew);
    if (!difference.isEmpty())
        RC_FAIL((difference + QStringLiteral("\n--- file ---\n") + QString::fromUtf8(written->files.first().bytes))
                    .toStdString());
}

/// Gives some articles a remainder of the format, as JSON of members nobody knows.
inline void addRemainders(Corpus &corpus, const char *format)
{
    for (const Article &article : std::as_const(corpus.articles)) {
        if (RandomCorpus::coin())
            continue;
        QJsonObject rest{{RandomCorpus::name(), RandomCorpus::words()}, {QStringLiteral("x"), QJsonValue::Null}};
        if (RandomCorpus::coin())
            rest.insert(QStringLiteral("meta"), QJsonObject{{QStringLiteral("n"), qint64(12345678901234567)}});
        corpus.remainders.append(
            {RemainderId::create(), article.id, QString::fromLatin1(format), QString::fromUtf8(compactJson(rest))});
    }
}

/// The folder beside the source with other tools' files; empty when it is not there.
inline QString sharedCorpus(const char *name)
{
    const QString folder = QString::fromUtf8(SOURCE_ROOT) + QStringLiteral("/../shared/corpora/")
        + QLatin1StringView(name);
    return QDir(folder).exists() ? folder : QString();
}

/// Empty when all that was read can be kept in a project's own format, and is the same there.
inline QString differenceWhenKept(const Read &read)
{
    const auto kept = writeJsonLines(read.corpus);
    if (!kept)
        return kept.error().message;
    const auto again = readJsonLines(kept->files);
    if (!again)
        return again.error().message;
    return again->corpus == read.corpus ? QString() : QStringLiteral("It is kept, but not as it is.");
}

}
