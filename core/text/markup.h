// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace pq {

/// @p text as character data or attribute value of HTML, XHTML and SVG: & < > " ' become references, and what XML
/// cannot hold (controls, lone surrogates, U+FFFE, U+FFFF) U+FFFD.
[[nodiscard]] QString escaped(QStringView text);

/// A name and its value, not yet escaped.
using Attributes = QList<std::pair<QLatin1StringView, QString>>;

/// "<name a="…">content</name>"; @p content is markup already. Without content "<name a="…"/>".
[[nodiscard]] QString element(QLatin1StringView name, const Attributes &attributes, const QString &content);
[[nodiscard]] QString element(QLatin1StringView name, const Attributes &attributes = {});
/// The same with @p text as its content, which is escaped.
[[nodiscard]] QString textElement(QLatin1StringView name, const QString &text, const Attributes &attributes = {});

/// A page that needs nothing from elsewhere and runs nothing, as HTML that is XML, too. @p language: BCP 47; @p style:
/// CSS without "<"; @p body: markup.
[[nodiscard]] QString htmlPage(const QString &language, const QString &title, const QString &style,
                               const QString &body);

}
