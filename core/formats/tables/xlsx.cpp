// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tables/xlsx.h"

#include "core/formats/tables/tables.h"
#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/formats/xml.h"

#include <xlsxwriter.h>

#include <cstdlib>
#include <memory>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRows = LXW_ROW_MAX;
constexpr qsizetype longestCell = 32'767; ///< UTF-16, as Excel counts

/// As Excel can hold it: no more than so many characters, none that XML cannot hold.
QString cellText(const QString &cell, const QString &object, Losses &losses)
{
    qsizetype replaced = 0;
    QString text = xmlText(cell, replaced);
    if (replaced > 0)
        losses.add(Aspect::Words, Formats::tr("characters that XML cannot hold, which were replaced"), object);
    if (text.size() > longestCell) {
        losses.add(Aspect::Words, Formats::tr("cells of more than 32,767 characters, which were cut"), object);
        text.truncate(text[longestCell - 1].isHighSurrogate() ? longestCell - 1 : longestCell);
    }
    return text;
}

/// False when the library refuses.
bool write(lxw_workbook *workbook, const Sheet &sheet, Losses &losses)
{
    lxw_format *heading = workbook_add_format(workbook);
    format_set_bold(heading);
    lxw_worksheet *worksheet = workbook_add_worksheet(workbook, sheet.name.toUtf8().constData());
    if (!worksheet)
        return false;
    const auto columns = lxw_col_t(sheet.headings.size());
    for (lxw_col_t column = 0; column < columns; ++column)
        worksheet_write_string(worksheet, 0, column, sheet.headings[column].toUtf8().constData(), heading);
    bool isWritten = true;
    lxw_row_t number = 0;
    for (const Sheet::Row &row : sheet.rows) {
        ++number;
        for (lxw_col_t column = 0; column < columns; ++column) {
            const QString &cell = row.cells[column];
            if (cell.isEmpty())
                continue;
            const lxw_error error = sheet.numbers.contains(column)
                ? worksheet_write_number(worksheet, number, column, cell.toDouble(), nullptr)
                : worksheet_write_string(worksheet, number, column,
                                         cellText(cell, row.object, losses).toUtf8().constData(), nullptr);
            isWritten = isWritten && error == LXW_NO_ERROR;
        }
    }
    worksheet_freeze_panes(worksheet, 1, 0);
    if (number > 0)
        worksheet_autofilter(worksheet, 0, 0, number, lxw_col_t(columns - 1));
    worksheet_set_column(worksheet, 0, lxw_col_t(columns - 1), 24, nullptr);
    return isWritten;
}

}

Result<Written> writeXlsx(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    const QList<Sheet> all = sheets(corpus);
    for (const Sheet &sheet : all) {
        if (sheet.rows.size() >= mostRows)
            return fail(
                Formats::tr("Nothing was written, because a sheet cannot have the %1 rows of “%2”. Export fewer "
                            "articles, or write CSV.")
                    .arg(QString::number(sheet.rows.size()), sheet.name));
    }
    const char *buffer = nullptr;
    size_t size = 0;
    lxw_workbook_options options{};
    options.output_buffer = &buffer;
    options.output_buffer_size = &size;
    lxw_workbook *workbook = workbook_new_opt(nullptr, &options);
    if (!workbook)
        return fail(Formats::tr("Nothing was written, because there is not enough memory for the workbook."));
    lxw_doc_properties properties{};
    properties.created = 315'532'800; // 1980-01-01, as the archive's files, so that the same bytes come out each time
    workbook_set_properties(workbook, &properties);
    Losses losses;
    bool isWritten = true;
    for (const Sheet &sheet : all)
        isWritten = write(workbook, sheet, losses) && isWritten;
    const lxw_error error = workbook_close(workbook);
    const std::unique_ptr<const char, void (*)(const char *)> owner(
        buffer, [](const char *memory) { std::free(const_cast<char *>(memory)); });
    if (!isWritten || error != LXW_NO_ERROR || !buffer)
        return fail(Formats::tr("Nothing was written, because the workbook could not be made: %1.")
                        .arg(QString::fromUtf8(lxw_strerror(error))));
    reportBeyondSheets(corpus, losses);
    return Written{{{u"tables.xlsx"_s, QByteArray(buffer, qsizetype(size))}}, losses.report()};
}

}
