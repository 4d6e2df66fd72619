// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/reficolour.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

bool isRefiColour(const QString &colour)
{
    static const QRegularExpression form(u"\\A#(?:[0-9a-f]{3}){1,2}\\z"_s, QRegularExpression::CaseInsensitiveOption);
    return form.match(colour).hasMatch();
}

QString refiColour(const QString &written)
{
    static const QRegularExpression hex(u"\\A(?:#([0-9a-f]{3})|#?([0-9a-f]{6}|[0-9a-f]{8}))\\z"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression parts(
        u"\\Argba?\\(\\s*([0-9]{1,3})\\s*[, ]\\s*([0-9]{1,3})\\s*[, ]\\s*([0-9]{1,3})\\s*(?:[,/ ].*)?\\)\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = parts.match(written.trimmed()); match.hasMatch()) {
        QString colour = u"#"_s;
        for (int i = 1; i <= 3; ++i)
            colour += u"%1"_s.arg(std::min(255, match.captured(i).toInt()), 2, 16, QLatin1Char('0'));
        return colour;
    }
    const QRegularExpressionMatch match = hex.match(written.trimmed());
    const QString digits = match.captured(1) + match.captured(2);
    if (digits.size() == 6)
        return u'#' + digits;
    // An opacity, mostly full, stands in front in .NET and behind on the web.
    if (digits.size() == 8)
        return u'#' + (digits.startsWith(u"ff", Qt::CaseInsensitive) ? digits.sliced(2) : digits.first(6));
    QString colour;
    for (const QChar digit : digits)
        colour += QString(2, digit);
    return colour.isEmpty() ? colour : u'#' + colour;
}

}
