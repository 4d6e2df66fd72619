// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/importreport.h"

#include "ui/library/repairs.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ImportReport)
};

ImportEntry put(Edit &edit, const QString &path, const Document &document)
{
    const Edit::Imported imported = edit.import(document);
    ImportEntry entry{.path = path, .article = imported.article, .details = {}};
    if (imported.wasThere) {
        entry.outcome = ImportOutcome::AlreadyThere;
        entry.details.append(Words::tr("An article with exactly this text is in the project."));
        return entry;
    }
    for (const Repair &repair : document.repairs)
        entry.details.append(sentenceOf(repair));
    if (document.encodingGuessed)
        entry.details.append(Words::tr("The encoding was guessed to be %1.").arg(document.encoding));
    if (!entry.details.isEmpty())
        entry.outcome = ImportOutcome::Repaired;
    return entry;
}

ImportEntry put(Edit &edit, const QString &path, const ReadCorpus &read)
{
    edit.put(read.corpus);
    const QList<Article> &articles = read.corpus.articles;
    return entryOf(path, read.found, articles.isEmpty() ? ArticleId() : articles.first().id);
}

}

ImportEntry entryOf(const QString &path, const Findings &found, ArticleId first)
{
    ImportEntry entry{.path = path, .article = first, .details = found.remarks};
    entry.details.prepend(Words::tr("%1 and %2 with all that belongs to them.")
                              .arg(Words::tr("%n article(s)", nullptr, static_cast<int>(found.articles)),
                                   Words::tr("%n passage(s)", nullptr, static_cast<int>(found.passages))));
    for (const CountingEvidence &evidence : found.counting)
        entry.details.append(toText(evidence));
    for (const QString &refusal : found.refused)
        entry.details.append(Words::tr("Left out: %1").arg(refusal));
    const bool isDoubtful = std::ranges::any_of(
        found.counting, [](const CountingEvidence &evidence) { return evidence.found.isDoubtful; });
    if (!found.remarks.isEmpty() || !found.refused.isEmpty() || isDoubtful)
        entry.outcome = ImportOutcome::Repaired;
    return entry;
}

bool isLarge(const ReadFile &file)
{
    const auto *corpus = std::get_if<ReadCorpus>(&file.content);
    return corpus && !corpus->isWhole;
}

ImportReport put(Edit &edit, const QList<ReadFile> &files, const std::function<void(qsizetype)> &step)
{
    ImportReport report;
    report.reserve(files.size());
    for (const ReadFile &file : files) {
        if (const auto *error = std::get_if<Error>(&file.content))
            report.append(
                {.path = file.path, .outcome = ImportOutcome::Refused, .article = {}, .details = {error->message}});
        else if (const auto *document = std::get_if<Document>(&file.content))
            report.append(put(edit, file.path, *document));
        else if (!isLarge(file))
            report.append(put(edit, file.path, std::get<ReadCorpus>(file.content)));
        step(report.size());
    }
    return report;
}

QString summary(const ImportReport &report)
{
    const auto count = [&report](ImportOutcome outcome) {
        return static_cast<int>(std::ranges::count(report, outcome, &ImportEntry::outcome));
    };
    const int imported = count(ImportOutcome::Imported) + count(ImportOutcome::Repaired);
    const int there = count(ImportOutcome::AlreadyThere);
    const int refused = count(ImportOutcome::Refused);
    QStringList parts;
    if (imported > 0)
        parts.append(Words::tr("%n file(s) imported", nullptr, imported));
    if (there > 0)
        parts.append(Words::tr("%n already there", nullptr, there));
    if (refused > 0)
        parts.append(Words::tr("%n refused", nullptr, refused));
    return parts.isEmpty() ? Words::tr("Nothing was found to import.") : parts.join(u", "_s) + u'.';
}

bool isPlain(const ImportReport &report)
{
    return !report.isEmpty() && std::ranges::all_of(report, [](const ImportEntry &entry) {
        return entry.outcome == ImportOutcome::Imported;
    });
}

}
