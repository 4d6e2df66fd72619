// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/page.h"

#include "core/reports/markup.h"
#include "core/reports/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

// No variables and nothing clever in the first part: QTextDocument reads it for PDF. What only browsers know comes
// after, in media that it does not have.
constexpr auto style = R"(
body { font-family: "DejaVu Sans", "Noto Sans", sans-serif; color: #1a1a1a; background-color: #ffffff; }
h1 { font-size: 20pt; margin-bottom: 4px; }
h2 { font-size: 14pt; margin-top: 22px; margin-bottom: 6px; }
h3 { font-size: 11pt; margin-top: 16px; margin-bottom: 4px; }
p, li, dd, dt, td, th { font-size: 10pt; }
td, th { vertical-align: top; text-align: left; }
th { background-color: #eeeeee; }
.quiet { color: #5a5a5a; }
.words { margin-left: 16px; margin-top: 2px; margin-bottom: 4px; }
.text p { font-size: 11pt; line-height: 150%; }
sup { font-size: 8pt; color: #5a5a5a; }
a { color: #0b5cad; }
)"_L1;

constexpr auto screenStyle = R"(
@media screen {
  html { color-scheme: light dark; }
  body { max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem; line-height: 1.45; }
  .text { max-width: 42rem; }
  .text p { line-height: 1.9; white-space: pre-wrap; }
  table { border-collapse: collapse; width: 100%; }
  td, th { border: 1px solid #9a9a9a; padding: .3rem .5rem; }
  .text span { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  sup { user-select: none; line-height: 0; }
  .wide { overflow-x: auto; }
  svg { max-width: 100%; height: auto; }
}
@media screen and (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background-color: #1e1f22; }
  th { background-color: #2e3035; }
  .quiet, sup { color: #b4b4b4; }
  a { color: #8ab8f0; }
}
@media print {
  body { font-size: 10pt; }
  .text p { white-space: pre-wrap; }
  table { border-collapse: collapse; width: 100%; }
  td, th { border: 1px solid #777777; padding: 2pt 4pt; }
  thead { display: table-header-group; }
  tr, svg, .claim { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
)"_L1;

}

QString page(const PageHead &head, const QString &body)
{
    const QString title = head.title.isEmpty() ? Reports::tr("Untitled") : head.title;
    QString top = textElement("h1"_L1, title, {{"dir"_L1, u"auto"_s}}) + u'\n';
    for (const QString &line : head.lines)
        top += textElement("p"_L1, line, {{"class"_L1, u"quiet"_s}, {"dir"_L1, u"auto"_s}}) + u'\n';
    QString foot;
    if (head.made.isValid()) {
        foot = textElement("p"_L1, Reports::tr("Made with Pullquote on %1.").arg(head.made.toString(Qt::ISODate)),
                           {{"class"_L1, u"quiet"_s}})
            + u'\n';
    }
    const QString paper = head.isWide ? u"@page { size: A4 landscape; margin: 12mm; }\n"_s
                                      : u"@page { size: A4; margin: 16mm; }\n"_s;
    return u"<!DOCTYPE html>\n"_s
        + element("html"_L1,
                  {{"lang"_L1, Reports::tr("en", "the language this program speaks, BCP 47")},
                   {"xmlns"_L1, u"http://www.w3.org/1999/xhtml"_s}},
                  u"\n<head>\n"_s + element("meta"_L1, {{"charset"_L1, u"utf-8"_s}}) + u'\n'
                      + element("meta"_L1,
                                {{"http-equiv"_L1, u"Content-Security-Policy"_s},
                                 {"content"_L1, u"default-src 'none'; style-src 'unsafe-inline'"_s}})
                      + u'\n'
                      + element("meta"_L1,
                                {{"name"_L1, u"viewport"_s}, {"content"_L1, u"width=device-width, initial-scale=1"_s}})
                      + u'\n' + textElement("title"_L1, title) + u"\n<style>"_s + style + paper + screenStyle
                      + u"</style>\n</head>\n<body>\n"_s + top + body + foot + u"</body>\n"_s)
        + u'\n';
}

}
