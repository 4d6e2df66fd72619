// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

namespace pq {

/// What stands at the head of a report.
struct PageHead
{
    QString title;
    QStringList lines;   ///< under the title, such as outlet and date
    QDate made;          ///< stands at the foot; left out when not valid
    bool isWide = false; ///< printed across the sheet
};

/// One self-contained page, at once HTML 5 and well-formed XML: style inside, light and dark, a style for print, a
/// Content-Security-Policy that lets nothing be fetched. @p body is markup.
[[nodiscard]] QString page(const PageHead &head, const QString &body);

}
