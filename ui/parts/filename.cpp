// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/filename.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pq {

QString fileNameFrom(const QString &title)
{
    static const QRegularExpression unwelcome(u"[^\\p{L}\\p{N} .'’-]+"_s);
    QString name = QString(title).replace(unwelcome, u" "_s).simplified();
    if (name.size() > 50)
        name = name.first(qMax(name.lastIndexOf(u' ', 50), qsizetype(30)));
    return name.isEmpty() ? u"export"_s : name;
}

}
