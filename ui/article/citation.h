// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QMimeData;

namespace pq {

/// Words and where they stand, to be pasted elsewhere. What is empty is left out.
struct Citation
{
    QString words;
    QString title;
    QString outlet;
    QString date;
    QString url;
};

/// “2021-07-20” as people write it here; what is no whole date stays as it is.
[[nodiscard]] QString dateForPeople(const QString &published);

/// “Words” — Title, Outlet, date, https://… . Words that are one quotation already get no second pair of marks.
[[nodiscard]] QString citationText(const Citation &citation);
/// The same as one paragraph of HTML, in which only an http or https address is a link; nothing to be loaded.
[[nodiscard]] QString citationHtml(const Citation &citation);

/// Both, for whoever takes them.
[[nodiscard]] std::unique_ptr<QMimeData> citationData(const Citation &citation);
/// Both, to the clipboard.
void copyCitation(const Citation &citation);

}
