// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/markup.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

bool isXml(char32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe) || c > 0xffff;
}

QString opened(QLatin1StringView name, const Attributes &attributes)
{
    QString tag = u'<' + name;
    for (const auto &[key, value] : attributes)
        tag += u' ' + key + u"=\""_s + escaped(value) + u'"';
    return tag;
}

}

QString escaped(QStringView text)
{
    QString safe;
    safe.reserve(text.size() + text.size() / 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'&')
            safe += u"&amp;";
        else if (c == u'<')
            safe += u"&lt;";
        else if (c == u'>')
            safe += u"&gt;";
        else if (c == u'"')
            safe += u"&quot;";
        else if (c == u'\'')
            safe += u"&#39;";
        else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            safe.append(c).append(text[++i]);
        else
            safe += isXml(c.unicode()) ? c : QChar(QChar::ReplacementCharacter);
    }
    return safe;
}

QString element(QLatin1StringView name, const Attributes &attributes, const QString &content)
{
    return opened(name, attributes) + u'>' + content + u"</"_s + name + u'>';
}

QString element(QLatin1StringView name, const Attributes &attributes)
{
    return opened(name, attributes) + u"/>"_s;
}

QString textElement(QLatin1StringView name, const QString &text, const Attributes &attributes)
{
    return element(name, attributes, escaped(text));
}

QString htmlPage(const QString &language, const QString &title, const QString &style, const QString &body)
{
    const auto meta = [](QLatin1StringView kind, const QString &name, const QString &content) {
        return element("meta"_L1, {{kind, name}, {"content"_L1, content}}) + u'\n';
    };
    const QString head = element("meta"_L1, {{"charset"_L1, u"utf-8"_s}}) + u'\n'
        + meta("http-equiv"_L1, u"Content-Security-Policy"_s, u"default-src 'none'; style-src 'unsafe-inline'"_s)
        + meta("name"_L1, u"viewport"_s, u"width=device-width, initial-scale=1"_s) + textElement("title"_L1, title)
        + u"\n<style>"_s + style + u"</style>\n"_s;
    return u"<!DOCTYPE html>\n"_s
        + element("html"_L1, {{"lang"_L1, language}, {"xmlns"_L1, u"http://www.w3.org/1999/xhtml"_s}},
                  u"\n<head>\n"_s + head + u"</head>\n<body>\n"_s + body + u"</body>\n"_s)
        + u'\n';
}

}
