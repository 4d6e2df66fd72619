// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "core/formats/brat.h"
#include "core/formats/claimreview.h"
#include "core/formats/conll.h"
#include "core/formats/csv.h"
#include "core/formats/doccano.h"
#include "core/formats/jsonlines.h"
#include "core/formats/labelstudio.h"
#include "core/formats/prodigy.h"
#include "core/formats/refiqda.h"
#include "core/formats/spacy.h"
#include "core/formats/tei.h"
#include "core/formats/uimajson.h"
#include "core/formats/uimaxmi.h"
#include "core/formats/webannotation.h"
#include "core/formats/webannotsv.h"
#include "core/formats/xlsx.h"

#include <QtTranslation>

#include <algorithm>

namespace pq {

std::span<const Format> formats()
{
    static constexpr Capabilities everything{.discontinuous = true,
                                             .overlapping = true,
                                             .relations = true,
                                             .attributes = true,
                                             .notes = true,
                                             .claims = true};
    static constexpr Capabilities uima{.unit = "UTF-16 units",
                                       .discontinuous = true,
                                       .overlapping = true,
                                       .relations = true,
                                       .attributes = true,
                                       .notes = true,
                                       .claims = true};
    static constexpr Format all[] = {
        {.id = "pullquote-jsonl",
         .name = QT_TRANSLATE_NOOP("Format", "Pullquote JSON Lines"),
         .suffix = "jsonl",
         .syntax = "JSON",
         .can = everything,
         .write = writeJsonLines,
         .read = readJsonLines,
         .recognises = isJsonLines},
        {.id = "brat",
         .name = QT_TRANSLATE_NOOP("Format", "brat standoff (folder)"),
         .suffix = "ann",
         .shape = Shape::Folder,
         .division = Division::Files,
         .shared = ".conf",
         .syntax = "brat standoff",
         .can = {.discontinuous = true,
                 .overlapping = true,
                 .relations = true,
                 .attributes = true,
                 .notes = true,
                 .claims = true},
         .write = writeBrat,
         .read = readBrat,
         .recognises = isBrat},
        {.id = "webannotation",
         .name = QT_TRANSLATE_NOOP("Format", "W3C Web Annotation (JSON-LD)"),
         .suffix = "jsonld",
         .syntax = "JSON",
         .can = everything,
         .write = writeWebAnnotation,
         .read = readWebAnnotation,
         .recognises = isWebAnnotation},
        {.id = "prodigy-jsonl",
         .name = QT_TRANSLATE_NOOP("Format", "Prodigy JSON Lines"),
         .suffix = "jsonl",
         .division = Division::Lines,
         .syntax = "JSON",
         .can = {.overlapping = true, .relations = true, .attributes = true},
         .write = writeProdigy,
         .read = readProdigy,
         .recognises = isProdigy},
        {.id = "doccano-jsonl",
         .name = QT_TRANSLATE_NOOP("Format", "doccano JSON Lines"),
         .suffix = "jsonl",
         .division = Division::Lines,
         .syntax = "JSON",
         .can = {.overlapping = true, .relations = true, .attributes = true},
         .write = writeDoccano,
         .read = readDoccano,
         .recognises = isDoccano},
        {.id = "spacy-jsonl",
         .name = QT_TRANSLATE_NOOP("Format", "spaCy JSON Lines"),
         .suffix = "jsonl",
         .division = Division::Lines,
         .syntax = "JSON",
         .can = {.overlapping = true, .attributes = true},
         .write = writeSpacy,
         .read = readSpacy,
         .recognises = isSpacy},
        {.id = "labelstudio-json",
         .name = QT_TRANSLATE_NOOP("Format", "Label Studio JSON"),
         .suffix = "json",
         .syntax = "JSON",
         .can = {.overlapping = true, .relations = true, .attributes = true},
         .write = writeLabelStudio,
         .read = readLabelStudio,
         .recognises = isLabelStudio},
        {.id = "conll",
         .name = QT_TRANSLATE_NOOP("Format", "CoNLL (2003; reads CoNLL-U, too)"),
         .suffix = "conll",
         .syntax = "Normal",
         .can = {},
         .write = writeConll,
         .read = readConll,
         .recognises = isConll},
        {.id = "tei",
         .name = QT_TRANSLATE_NOOP("Format", "TEI P5"),
         .suffix = "xml",
         .division = Division::Files,
         .syntax = "XML",
         .can = everything,
         .write = writeTei,
         .read = readTei,
         .recognises = isTei},
        {.id = "refi-qda",
         .name = QT_TRANSLATE_NOOP("Format", "REFI-QDA project"),
         .suffix = "qdpx",
         .shape = Shape::Archive,
         .syntax = "XML",
         .can = {.discontinuous = true, .overlapping = true, .relations = true, .notes = true},
         .write = writeRefiQda,
         .read = readRefiQda,
         .recognises = isRefiQda},
        {.id = "refi-qdc",
         .name = QT_TRANSLATE_NOOP("Format", "REFI-QDA codebook (tags only)"),
         .suffix = "qdc",
         .syntax = "XML",
         .can = {.texts = false},
         .write = writeRefiCodebook,
         .read = readRefiQda,
         .recognises = isRefiCodebook},
        {.id = "webanno-tsv",
         .name = QT_TRANSLATE_NOOP("Format", "WebAnno TSV 3 (folder)"),
         .suffix = "tsv",
         .shape = Shape::Folder,
         .division = Division::Files,
         .syntax = "CSV",
         .can = {.unit = "UTF-16 units",
                 .discontinuous = true,
                 .overlapping = true,
                 .relations = true,
                 .attributes = true},
         .write = writeWebAnnoTsv,
         .read = readWebAnnoTsv,
         .recognises = isWebAnnoTsv},
        {.id = "uima-xmi",
         .name = QT_TRANSLATE_NOOP("Format", "UIMA CAS XMI (folder)"),
         .suffix = "xmi",
         .shape = Shape::Folder,
         .division = Division::Files,
         .shared = "typesystem.xml",
         .syntax = "XML",
         .can = uima,
         .write = writeUimaXmi,
         .read = readUimaXmi,
         .recognises = isUimaXmi},
        {.id = "uima-json",
         .name = QT_TRANSLATE_NOOP("Format", "UIMA CAS JSON (folder)"),
         .suffix = "json",
         .shape = Shape::Folder,
         .division = Division::Files,
         .syntax = "JSON",
         .can = uima,
         .write = writeUimaJson,
         .read = readUimaJson,
         .recognises = isUimaJson},
        {.id = "claimreview",
         .name = QT_TRANSLATE_NOOP("Format", "ClaimReview (schema.org, JSON-LD)"),
         .suffix = "jsonld",
         .syntax = "JSON",
         .can = {},
         .write = writeClaimReview,
         .read = readClaimReview,
         .recognises = isClaimReview},
        {.id = "csv",
         .name = QT_TRANSLATE_NOOP("Format", "CSV table, a row a fragment"),
         .suffix = "csv",
         .syntax = "CSV",
         .can = {.discontinuous = true, .overlapping = true},
         .write = writeCsv},
        {.id = "csv-tables",
         .name = QT_TRANSLATE_NOOP("Format", "CSV tables of passages, claims, links, people and facts (folder)"),
         .suffix = "csv",
         .shape = Shape::Folder,
         .syntax = "CSV",
         .can = {.discontinuous = true, .overlapping = true, .claims = true},
         .write = writeCsvTables},
        {.id = "xlsx",
         .name = QT_TRANSLATE_NOOP("Format", "Excel workbook of passages, claims, links, people and facts"),
         .suffix = "xlsx",
         .syntax = "Normal",
         .can = {.discontinuous = true, .overlapping = true, .claims = true},
         .write = writeXlsx},
    };
    return all;
}

const Format *findFormat(QStringView id)
{
    const auto all = formats();
    const auto found = std::ranges::find_if(all,
                                            [id](const Format &format) { return id == QLatin1StringView(format.id); });
    return found == all.end() ? nullptr : &*found;
}

}
