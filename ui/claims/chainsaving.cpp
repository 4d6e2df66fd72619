// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/chainsaving.h"

#include "core/base/savefile.h"
#include "core/reports/chainpicture.h"
#include "ui/paper/chainpainting.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pq {

QString chainFileFilter()
{
    return QCoreApplication::translate("ChainSaving",
                                       "Scalable picture (*.svg);;PDF (*.pdf);;Picture (*.png);;Text (*.txt)");
}

Result<QString> saveChain(const Chain &chain, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool isKnown = QStringList{u"svg"_s, u"pdf"_s, u"png"_s, u"txt"_s}.contains(suffix);
    const ChainPicture picture = chainPicture(chain);
    const QByteArray bytes = suffix == "pdf"_L1 ? toPdf(picture)
        : suffix == "png"_L1                    ? toPng(picture)
        : suffix == "txt"_L1                    ? toText(chain).toUtf8()
                                                : toSvg(picture).toUtf8();
    const QString to = isKnown ? path : path + u".svg"_s;
    if (const Result<> saved = saveFile(to, bytes); !saved)
        return std::unexpected(saved.error());
    return to;
}

}
