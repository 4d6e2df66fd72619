// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/readingcopies/odt.h"

#include "core/formats/readingcopies/readingcopy.h"
#include "core/formats/words.h"
#include "core/text/markup.h"
#include "core/text/segmentation.h"
#include "core/text/segments.h"

#include <algorithm>
#include <map>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto namespaces = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                            " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                            " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                            " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
                            " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""_L1;

constexpr auto declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"_L1;

/// The colour, four fifths of it white, so that black words stay legible.
QString tint(const QString &colour)
{
    bool isNumber = false;
    const uint rgb = colour.size() == 7 ? colour.sliced(1).toUInt(&isNumber, 16) : 0;
    const uint base = isNumber ? rgb : 0x767676;
    const auto mixed = [base](int shift) { return (base >> shift & 0xff) / 5 + 204; };
    return u"#%1"_s.arg(mixed(16) << 16 | mixed(8) << 8 | mixed(0), 6, 16, QLatin1Char('0'));
}

/// Spaces and tabs that OpenDocument would merge with others become elements. @p isAfterSpace: what stands in front.
QString odtText(QStringView text, bool &isAfterSpace)
{
    QString all;
    qsizetype begin = 0;
    const auto flush = [&](qsizetype end) {
        all += escaped(text.sliced(begin, end - begin));
        begin = end + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\t' || c == u'\r' || (c == u' ' && isAfterSpace)) {
            flush(i);
            all += c == u' ' ? "<text:s/>"_L1 : c == u'\t' ? "<text:tab/>"_L1 : "<text:line-break/>"_L1;
        }
        isAfterSpace = c == u' ';
    }
    flush(text.size());
    return all;
}

using Places = std::map<TextPosition, QList<qsizetype>>; ///< passages that begin or end there

class OdtWriter
{
public:
    explicit OdtWriter(const Corpus &corpus) : m_corpus(corpus) {}
    Written write();

private:
    void add(const ReadingCopy &copy);
    void addParagraph(const ReadingCopy &copy, const TextSpan &line, const QList<Segment> &segments);
    [[nodiscard]] QString opening(const ReadingCopy &copy, TextPosition at) const;
    [[nodiscard]] QString closing(TextPosition at) const;
    [[nodiscard]] QString comment(const ShownPassage &shown, const QString &name) const;
    [[nodiscard]] QByteArray content() const;

    const Corpus &m_corpus;
    QHash<TagId, qsizetype> m_styles;
    QString m_body;
    Places m_begins; ///< in the current text
    Places m_ends;
    qsizetype m_comments = 0; ///< of the texts before
};

QString OdtWriter::comment(const ShownPassage &shown, const QString &name) const
{
    QString inner;
    if (!shown.annotator.isEmpty())
        inner += textElement("dc:creator"_L1, shown.annotator);
    if (shown.passage->created != Timestamp())
        inner += textElement("dc:date"_L1, shown.passage->created.toString().first(19));
    for (const QStringList lines = QStringList{shown.tag} + shown.lines; const QString &line : lines) {
        for (const QStringList parts = line.split(u'\n'); const QString &part : parts)
            inner += textElement("text:p"_L1, part);
    }
    return element("office:annotation"_L1, {{"office:name"_L1, name}}, inner);
}

/// Comments of passages that begin at @p at.
QString OdtWriter::opening(const ReadingCopy &copy, TextPosition at) const
{
    QString all;
    if (const auto found = m_begins.find(at); found != m_begins.end()) {
        for (const qsizetype i : found->second)
            all += comment(copy.passages[i], u"passage-%1"_s.arg(m_comments + i + 1));
    }
    return all;
}

QString OdtWriter::closing(TextPosition at) const
{
    QString all;
    if (const auto found = m_ends.find(at); found != m_ends.end()) {
        for (const qsizetype i : found->second)
            all += element("office:annotation-end"_L1, {{"office:name"_L1, u"passage-%1"_s.arg(m_comments + i + 1)}});
    }
    return all;
}

void OdtWriter::addParagraph(const ReadingCopy &copy, const TextSpan &line, const QList<Segment> &segments)
{
    const Text &text = copy.version->text;
    // Wherever something begins or ends.
    QList<TextPosition> cuts{line.begin, line.end};
    const auto cut = [&](TextPosition at) {
        if (line.begin < at && at < line.end)
            cuts.append(at);
    };
    auto segment = std::ranges::upper_bound(segments, line.begin, {},
                                            [](const Segment &each) { return each.span.end; });
    // Passages begin and end where segments do.
    for (auto each = segment; each != segments.end() && each->span.begin < line.end; ++each) {
        cut(each->span.begin);
        cut(each->span.end);
    }
    std::ranges::sort(cuts);
    cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
    QString content;
    bool isAfterSpace = true;
    for (qsizetype i = 0; i + 1 < cuts.size(); ++i) {
        const TextSpan piece{cuts[i], cuts[i + 1]};
        content += opening(copy, piece.begin);
        while (segment != segments.end() && segment->span.end <= piece.begin)
            ++segment;
        const QString words = odtText(text.words(piece), isAfterSpace);
        if (segment != segments.end() && segment->span.contains(piece) && !segment->covering.isEmpty()) {
            const ShownPassage &shown = copy.passages[segment->covering.last()];
            content += element("text:span"_L1,
                               {{"text:style-name"_L1, u"Tag%1"_s.arg(m_styles.value(shown.passage->tag))}}, words);
        } else {
            content += words;
        }
        content += closing(piece.end);
    }
    // What begins or ends with the line feed itself stands at the paragraph's end.
    content += opening(copy, line.end) + closing(line.end + 1);
    const bool isRight = text.words(line).isRightToLeft();
    m_body += element("text:p"_L1, {{"text:style-name"_L1, isRight ? u"Right"_s : u"Text"_s}}, content) + u'\n';
}

void OdtWriter::add(const ReadingCopy &copy)
{
    m_body += textElement("text:h"_L1, copy.title,
                          {{"text:style-name"_L1, u"Title"_s}, {"text:outline-level"_L1, u"1"_s}})
        + u'\n';
    for (const QString &line : copy.head)
        m_body += textElement("text:p"_L1, line, {{"text:style-name"_L1, u"Quiet"_s}}) + u'\n';
    QList<TextSpan> spans;
    QList<qsizetype> owners;
    m_begins.clear();
    m_ends.clear();
    for (qsizetype i = 0; i < copy.passages.size(); ++i) {
        const Passage &passage = *copy.passages[i].passage;
        m_begins[passage.extent().begin].append(i);
        m_ends[passage.extent().end].append(i);
        for (const Fragment &fragment : passage.fragments) {
            spans.append(fragment.span);
            owners.append(i);
        }
    }
    QList<Segment> covered = segments(spans, copy.version->text.span());
    for (Segment &segment : covered) {
        for (qsizetype &index : segment.covering)
            index = owners[index];
    }
    for (const QList<TextSpan> lines = paragraphs(copy.version->text); const TextSpan &line : lines)
        addParagraph(copy, line, covered);
    m_comments += copy.passages.size();
}

QByteArray OdtWriter::content() const
{
    QString styles;
    for (const Tag &tag : m_corpus.tags) {
        styles += element("style:style"_L1,
                          {{"style:name"_L1, u"Tag%1"_s.arg(m_styles.value(tag.id))},
                           {"style:display-name"_L1, tag.name},
                           {"style:family"_L1, u"text"_s}},
                          element("style:text-properties"_L1, {{"fo:background-color"_L1, tint(tag.colour)}}))
            + u'\n';
    }
    return (declaration + u"<office:document-content"_s + namespaces + u">\n<office:automatic-styles>\n"_s + styles
            + u"</office:automatic-styles>\n<office:body><office:text>\n"_s + m_body
            + u"</office:text></office:body>\n</office:document-content>\n"_s)
        .toUtf8();
}

QByteArray pageStyles()
{
    const auto paragraph = [](QLatin1StringView name, const QString &properties) {
        return u"<style:style style:name=\"%1\" style:family=\"paragraph\">%2</style:style>\n"_s.arg(name, properties);
    };
    return (declaration + u"<office:document-styles"_s + namespaces + u">\n<office:styles>\n"_s
            + paragraph("Title"_L1, u"<style:text-properties fo:font-size=\"18pt\" fo:font-weight=\"bold\"/>"_s)
            + paragraph("Quiet"_L1,
                        u"<style:paragraph-properties fo:margin-bottom=\"0.2cm\"/>"
                        "<style:text-properties fo:color=\"#5a5a5a\"/>"_s)
            + paragraph("Text"_L1,
                        u"<style:paragraph-properties fo:margin-bottom=\"0.2cm\" fo:line-height=\"140%\"/>"_s)
            + paragraph("Right"_L1,
                        u"<style:paragraph-properties fo:margin-bottom=\"0.2cm\" fo:line-height=\"140%\" "
                        "fo:text-align=\"end\" style:writing-mode=\"rl-tb\"/>"_s)
            + u"</office:styles>\n</office:document-styles>\n"_s)
        .toUtf8();
}

QByteArray manifest()
{
    const auto entry = [](QLatin1StringView path, QLatin1StringView type) {
        return element("manifest:file-entry"_L1,
                       {{"manifest:full-path"_L1, QString(path)}, {"manifest:media-type"_L1, QString(type)}})
            + u'\n';
    };
    return (declaration
            + element("manifest:manifest"_L1,
                      {{"xmlns:manifest"_L1, u"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"_s},
                       {"manifest:version"_L1, u"1.3"_s}},
                      u'\n' + entry("/"_L1, "application/vnd.oasis.opendocument.text"_L1)
                          + entry("content.xml"_L1, "text/xml"_L1) + entry("styles.xml"_L1, "text/xml"_L1))
            + u'\n')
        .toUtf8();
}

Written OdtWriter::write()
{
    for (const Tag &tag : m_corpus.tags)
        m_styles.insert(tag.id, m_styles.size() + 1);
    Losses losses;
    for (const QList<ReadingCopy> copies = readingCopies(m_corpus, losses); const ReadingCopy &copy : copies)
        add(copy);
    return {{{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
             {u"META-INF/manifest.xml"_s, manifest()},
             {u"content.xml"_s, content()},
             {u"styles.xml"_s, pageStyles()}},
            losses.report()};
}

}

Result<Written> writeOdt(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    return OdtWriter(corpus).write();
}

}
