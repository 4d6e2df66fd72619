// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/page.h"

#include "core/reports/translated.h"
#include "core/text/markup.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; }
body { font-family: "DejaVu Sans", "Noto Sans", sans-serif; line-height: 1.45; color: #1a1a1a; background: #ffffff; }
h1 { font-size: 1.7rem; margin-bottom: .3rem; }
h2 { font-size: 1.25rem; margin: 1.6rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; }
td, th { border: 1px solid #9a9a9a; padding: .3rem .5rem; text-align: start; vertical-align: top; }
th { background: #eeeeee; }
td { overflow-wrap: anywhere; white-space: pre-line; min-width: 3.5rem; }
a { color: #0b5cad; }
sup { font-size: .7em; line-height: 0; color: #5a5a5a; user-select: none; }
svg { max-width: 100%; height: auto; }
.quiet { color: #5a5a5a; margin: .2rem 0; }
.words { margin: .2rem 0 .4rem 1rem; }
.text { max-width: 42rem; }
.text p { line-height: 2; white-space: pre-wrap; }
.text span { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
@media screen {
  body { max-width: 66rem; margin: 2rem auto; padding: 0 1.5rem; }
}
@media screen and (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #1e1f22; }
  th { background: #2e3035; }
  .quiet, sup { color: #b4b4b4; }
  a { color: #8ab8f0; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10pt; }
  .text { max-width: none; }
  thead { display: table-header-group; }
  tr, svg, .claim { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
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
    return htmlPage(Reports::tr("en", "the language this program speaks, BCP 47"), title, style + paper,
                    top + body + foot);
}

}
