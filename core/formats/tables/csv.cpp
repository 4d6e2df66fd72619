// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tables/csv.h"

#include "core/formats/tables/tables.h"
#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/text/csv.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

NamedFile fileOf(const Sheet &sheet, const WriteOptions &options, Losses &losses)
{
    QByteArray bytes = csvRecord(sheet.headings);
    for (const Sheet::Row &row : sheet.rows) {
        for (const QString &cell : row.cells) {
            if (options.escapesFormulas && looksLikeFormula(cell))
                losses.add(Aspect::Words, Formats::tr("cells like formulas, which got an apostrophe in front"),
                           row.object);
        }
        bytes += csvRecord(row.cells, options.escapesFormulas);
    }
    return {sheet.name.toLower().replace(u' ', u'-') + u".csv"_s, bytes};
}

}

Result<Written> writeCsv(const Corpus &corpus, const WriteOptions &options)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const NamedFile file = fileOf(passageSheet(corpus), options, losses);
    for (const Passage &passage : corpus.passages) {
        if (!passage.attributes.isEmpty())
            losses.add(Aspect::Attributes, Formats::tr("passages' attributes"), passage.id);
    }
    losses.addAll(Aspect::Parts, Formats::tr("texts, sources and corrections of versions"), corpus.versions);
    losses.addAll(Aspect::Parts, Formats::tr("ids, bylines and addresses of articles"), corpus.articles);
    losses.addAll(Aspect::Parts,
                  Formats::tr("ids, summaries, states and makers of claims, and which words show their participants"),
                  corpus.claims);
    losses.addAll(Aspect::Whole, Formats::tr("relations between passages"), corpus.relations);
    losses.addAll(Aspect::Whole, Formats::tr("what only the format it came from understands"), corpus.remainders);
    losses.addAll(Aspect::Whole, Formats::tr("links"), corpus.links);
    losses.addAll(Aspect::Whole, Formats::tr("tagsets"), corpus.tagsets);
    losses.addAll(Aspect::Parts, Formats::tr("ids, places, colours, keys, descriptions and attributes of tags"),
                  corpus.tags);
    losses.addAll(Aspect::Parts, Formats::tr("ids, kinds, aliases, external ids and descriptions of entities"),
                  corpus.entities);
    losses.addAllOfReview(corpus);
    losses.addAll(Aspect::Whole, Formats::tr("notes"), corpus.notes);
    losses.addAll(Aspect::Parts, Formats::tr("ids of annotators"), corpus.annotators);
    return Written{{file}, losses.report()};
}

Result<Written> writeCsvTables(const Corpus &corpus, const WriteOptions &options)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    QList<NamedFile> files;
    for (const QList<Sheet> all = sheets(corpus); const Sheet &sheet : all)
        files.append(fileOf(sheet, options, losses));
    reportBeyondSheets(corpus, losses);
    return Written{files, losses.report()};
}

}
