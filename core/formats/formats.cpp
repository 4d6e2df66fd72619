// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/format.h"

#include "core/formats/brat.h"
#include "core/formats/csv.h"
#include "core/formats/jsonlines.h"
#include "core/formats/webannotation.h"

#include <QtTranslation>

#include <algorithm>

namespace pq {

std::span<const Format> formats()
{
    static constexpr Format all[] = {
        {"pullquote-jsonl", QT_TRANSLATE_NOOP("Format", "Pullquote JSON Lines"), "jsonl", false, "JSON", writeJsonLines,
         readJsonLines},
        {"brat", QT_TRANSLATE_NOOP("Format", "brat standoff (folder)"), "ann", true, "brat standoff", writeBrat,
         readBrat},
        {"webannotation", QT_TRANSLATE_NOOP("Format", "W3C Web Annotation (JSON-LD)"), "jsonld", false, "JSON",
         writeWebAnnotation, readWebAnnotation},
        {"csv", QT_TRANSLATE_NOOP("Format", "CSV table, a row a fragment"), "csv", false, "CSV", writeCsv, nullptr},
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
