// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chainpage.h"

#include "core/reports/chainpicture.h"
#include "core/text/markup.h"
#include "core/reports/page.h"

namespace pq {

using namespace Qt::StringLiterals;

QString hopList(const Chain &chain)
{
    QString hops;
    for (const QStringList sentences = hopSentences(chain); const QString &sentence : sentences)
        hops += textElement("li"_L1, sentence, {{"dir"_L1, u"auto"_s}}) + u'\n';
    return element("ol"_L1, {}, u'\n' + hops) + u'\n';
}

QString chainPage(const Chain &chain, QDate made)
{
    const ChainPicture picture = chainPicture(chain);
    return page({.title = picture.title, .lines = {}, .made = made, .isWide = true},
                toFigure(picture) + u'\n' + hopList(chain));
}

}
