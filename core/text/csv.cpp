// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/csv.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString field(const QString &cell, bool escapesFormulas)
{
    QString safe = escapesFormulas && looksLikeFormula(cell) ? u'\'' + cell : cell;
    const bool quote = std::ranges::any_of(safe,
                                           [](QChar c) { return c == u',' || c == u'"' || c == u'\r' || c == u'\n'; });
    return quote ? u'"' + safe.replace(u'"', u"\"\""_s) + u'"' : safe;
}

}

bool looksLikeFormula(QStringView cell)
{
    return !cell.isEmpty() && u"=+-@\t\r\n＝＋－＠"_s.contains(cell.front());
}

QByteArray csvRecord(const QStringList &cells, bool escapesFormulas)
{
    QStringList fields;
    for (const QString &cell : cells)
        fields.append(field(cell, escapesFormulas));
    return fields.join(u',').toUtf8() + "\r\n";
}

}
