// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QXmlStreamReader>

namespace pq::test {

/// Empty when @p markup is well-formed XML; otherwise what is wrong and where.
inline QString xmlFault(const QString &markup)
{
    QXmlStreamReader reader(markup);
    while (!reader.atEnd())
        reader.readNext();
    return reader.hasError()
        ? QStringLiteral("line %1: %2").arg(QString::number(reader.lineNumber()), reader.errorString())
        : QString();
}

/// The first thing in @p markup that would make a reader fetch something; empty when it stands on its own. What a
/// person may click on is none.
inline QString outsideReference(const QString &markup)
{
    QXmlStreamReader reader(markup);
    static const QRegularExpression fetching(QStringLiteral("url\\s*\\(|@import|expression\\s*\\(|javascript:"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QStringList outer{QStringLiteral("script"), QStringLiteral("link"),  QStringLiteral("iframe"),
                                   QStringLiteral("object"), QStringLiteral("embed"), QStringLiteral("img"),
                                   QStringLiteral("image"),  QStringLiteral("use"),   QStringLiteral("base"),
                                   QStringLiteral("form"),   QStringLiteral("audio"), QStringLiteral("video")};
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (outer.contains(name))
            return name;
        const QXmlStreamAttributes attributes = reader.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            const QString key = attribute.name().toString();
            const QString value = attribute.value().toString();
            const bool isLink = name == QStringLiteral("a") && key == QStringLiteral("href");
            static const QRegularExpression harmless(QStringLiteral("^(#|https?://)"));
            if (isLink ? !harmless.match(value).hasMatch()
                       : key == QStringLiteral("src") || key == QStringLiteral("href") || key.startsWith(u"on")
                        || (key == QStringLiteral("style") && fetching.match(value).hasMatch()))
                return name + u' ' + key + u'=' + value;
        }
        if (name == QStringLiteral("style")) {
            const QString css = reader.readElementText();
            if (fetching.match(css).hasMatch())
                return css;
        }
    }
    return {};
}

}
