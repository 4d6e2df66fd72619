// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/report.h"

class QTextDocument;

namespace pq {

/// Puts a report's page into @p document, its SVG figures as pictures. The document must fetch nothing by itself:
/// see ReportDocument.
void readReport(QTextDocument &document, const QString &html);

/// The report on sheets of A4 with page numbers, as PDF. Needs a QGuiApplication, on any platform; may run in any
/// thread.
[[nodiscard]] QByteArray toPdf(const Report &report);

}
