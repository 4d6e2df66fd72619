// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>
#include <QSet>

namespace pq {

/// The element that stands for a passage in the text, where it can.
struct TeiInline
{
    QString name;                                 ///< "said", "persName", "seg" and the like
    QList<std::pair<QString, QString>> own;       ///< attributes that say what only such an element can
    QList<std::pair<QString, QString>> ofPassage; ///< attributes that a span that stands off the text has, too

    [[nodiscard]] bool isQuotation() const;
};

/// Elements that become passages where TEI is read, and that such passages are written as again.
[[nodiscard]] const QSet<QString> &teiPassageElements();

/// What each passage of @p corpus would be: said when a quotation consists of it; persName or orgName when it is a name
/// of somebody whose part in a claim it shows; what it was where TEI was read; otherwise seg. Whoever else it shows to
/// have a part is in corresp.
[[nodiscard]] QHash<PassageId, TeiInline> teiInlines(const Corpus &corpus);

}
