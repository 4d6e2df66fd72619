// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/readingcopies/html.h"

#include "core/formats/readingcopies/readingcopy.h"
#include "core/formats/translated.h"
#include "core/formats/words.h"
#include "core/text/annotatedtext.h"
#include "core/text/markup.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; }
body { font-family: serif; line-height: 1.45; max-width: 42rem; margin: 2rem auto; padding: 0 1.5rem; }
.quiet, sup { color: GrayText; }
.text p { line-height: 2; white-space: pre-wrap; }
.text span { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
sup { font-size: .7em; line-height: 0; user-select: none; }
li { margin: .5rem 0; white-space: pre-line; }
@media print { :root { color-scheme: light; } span { print-color-adjust: exact; } li { break-inside: avoid; } }
)"_L1;

QString markedText(const ReadingCopy &copy)
{
    QList<TextMark> marks;
    for (qsizetype i = 0; i < copy.passages.size(); ++i) {
        const ShownPassage &shown = copy.passages[i];
        for (const Fragment &fragment : shown.passage->fragments) {
            const bool isFirst = fragment == shown.passage->fragments.first();
            marks.append({fragment.span, shown.colour, QString::number(i + 1), i + 1, shown.tag,
                          isFirst ? u"mark-%1"_s.arg(i + 1) : QString()});
        }
    }
    return element("div"_L1, {{"class"_L1, u"text"_s}, {"lang"_L1, {}}},
                   u'\n' + annotatedText(copy.version->text, marks))
        + u'\n';
}

QString entries(const ReadingCopy &copy)
{
    QString all;
    for (qsizetype i = 0; i < copy.passages.size(); ++i) {
        const ShownPassage &shown = copy.passages[i];
        QString entry = textElement("strong"_L1, shown.tag) + u" "_s
            + textElement("a"_L1, u"“"_s + shown.passage->words().simplified() + u"”"_s,
                          {{"href"_L1, u"#mark-%1"_s.arg(i + 1)}, {"lang"_L1, {}}});
        for (const QString &line : shown.lines)
            entry += element("br"_L1) + escaped(line);
        if (!shown.annotator.isEmpty())
            entry += element("br"_L1) + textElement("span"_L1, shown.annotator, {{"class"_L1, u"quiet"_s}});
        all += element("li"_L1, {{"id"_L1, u"claim-%1"_s.arg(i + 1)}, {"dir"_L1, u"auto"_s}}, entry) + u'\n';
    }
    if (all.isEmpty())
        return {};
    return textElement("h2"_L1, Formats::tr("Marked")) + u'\n' + element("ol"_L1, {}, u'\n' + all) + u'\n';
}

QString pageOf(const ReadingCopy &copy)
{
    QString head = textElement("h1"_L1, copy.title, {{"dir"_L1, u"auto"_s}}) + u'\n';
    for (const QString &line : copy.head)
        head += textElement("p"_L1, line, {{"class"_L1, u"quiet"_s}, {"dir"_L1, u"auto"_s}}) + u'\n';
    return htmlPage(u"en"_s, copy.title, style, head + markedText(copy) + entries(copy));
}

}

Result<Written> writeHtml(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    QList<NamedFile> files;
    for (const QList<ReadingCopy> copies = readingCopies(corpus, losses); const ReadingCopy &copy : copies)
        files.append({copy.name + u".html"_s, pageOf(copy).toUtf8()});
    return Written{files, losses.report()};
}

}
