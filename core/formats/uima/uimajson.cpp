// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/uimajson.h"

#include "core/formats/jsonread.h"
#include "core/formats/uima/casjson.h"
#include "core/formats/uima/casreader.h"
#include "core/formats/uima/caswriter.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

Result<Written> writeNamed(const Corpus &corpus, CasNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    CasExport all = casesOf(corpus, OwnRecords::Written, names, losses);
    Written written;
    for (CasDocument &document : all.documents) {
        document.cas.types = all.types;
        JsonWriter json(JsonWriter::Indented);
        writeCas(json, document.cas);
        written.files.append({document.name + u".json"_s, json.bytes() + '\n'});
    }
    written.loss = losses.report();
    return written;
}

}

Result<Written> writeUimaJson(const Corpus &corpus, const WriteOptions &)
{
    return CasWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> uimaJsonSeries()
{
    return std::make_unique<CasWriter>(writeNamed);
}

Result<Read> readUimaJson(const QList<NamedFile> &files)
{
    Reading reading;
    QList<NamedCas> all;
    for (const NamedFile &file : files) {
        if (!file.path.endsWith(".json"_L1, Qt::CaseInsensitive)) {
            reading.place = file.path;
            reading.remark(Formats::tr("this is no CAS JSON and was left out"));
            continue;
        }
        const QJsonDocument document = parseJson(file, reading);
        if (!reading.failed())
            all.append({file.path, readCas(document.object(), reading)});
        if (reading.failed())
            return std::unexpected(reading.error());
    }
    if (all.isEmpty())
        return fail(Formats::tr("There is no CAS JSON among the files: none ends in .json."));
    return corpusOf(all, u"uima-json"_s, u"UIMA"_s, reading);
}

bool isUimaJson(QStringView name, QByteArrayView beginning)
{
    return name.endsWith(".json"_L1)
        && (beginning.contains("\"%TYPES\"") || beginning.contains("\"%FEATURE_STRUCTURES\""));
}

}
