// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table.h"

#include "core/text/markup.h"
#include "core/text/csv.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QString cellOf(const QString &text)
{
    const QString html = escaped(text).replace(u'\n', u"<br/>"_s);
    return element("td"_L1, {{"dir"_L1, u"auto"_s}}, html);
}

}

QString toHtml(const Table &table)
{
    QString head;
    for (const QString &heading : table.headings)
        head += textElement("th"_L1, heading, {{"scope"_L1, u"col"_s}});
    QString body;
    for (const QStringList &row : table.rows) {
        QString cells;
        for (const QString &cell : row)
            cells += cellOf(cell);
        body += element("tr"_L1, {}, cells) + u'\n';
    }
    return element("table"_L1, {},
                   element("thead"_L1, {}, element("tr"_L1, {}, head)) + u'\n' + element("tbody"_L1, {}, body))
        + u'\n';
}

QByteArray toCsv(const Table &table)
{
    QByteArray csv = csvRecord(table.headings);
    for (const QStringList &row : table.rows)
        csv += csvRecord(row);
    return csv;
}

QByteArray toCsv(const QList<Table> &tables, const QString &heading)
{
    QByteArray csv;
    for (const Table &table : tables) {
        if (csv.isEmpty())
            csv = csvRecord(QStringList{heading} + table.headings);
        for (const QStringList &row : table.rows)
            csv += csvRecord(QStringList{table.title} + row);
    }
    return csv;
}

}
