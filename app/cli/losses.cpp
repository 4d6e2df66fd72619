// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/losses.h"

#include "app/cli/output.h"
#include "core/base/savefile.h"

namespace pq::cli {

using namespace Qt::StringLiterals;

WriteOptions writeOptions(const Call &call)
{
    return {.escapesFormulas = !call.options.isSet(u"formulas"_s), .marksSingles = call.options.isSet(u"bioes"_s)};
}

void printLosses(const LossReport &loss)
{
    if (!loss.isEmpty())
        print(tr("The format could not hold:"));
    for (const QStringList lines = toText(loss).split(u'\n', Qt::SkipEmptyParts); const QString &line : lines)
        print(loss.isEmpty() ? line : u"  "_s + line);
}

Result<> saveLosses(const Call &call, const LossReport &loss)
{
    return call.options.isSet(u"loss"_s) ? saveFile(call.options.value(u"loss"_s), toJson(loss)) : Result<>();
}

}
