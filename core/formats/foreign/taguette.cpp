// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/foreign/taguette.h"

#include "core/formats/corpusbuilder.h"
#include "core/formats/fields.h"
#include "core/formats/foreign/foreigndatabase.h"
#include "core/formats/words.h"

#include <QJsonDocument>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The character that a reference such as "amp" or "#x27" stands for; empty when it is none that is known.
QString referred(QStringView name)
{
    static const QHash<QString, QString> named{{u"amp"_s, u"&"_s},      {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},
                                               {u"quot"_s, u"\""_s},    {u"apos"_s, u"'"_s},   {u"nbsp"_s, u"\u00a0"_s},
                                               {u"shy"_s, u"\u00ad"_s}, {u"hellip"_s, u"…"_s}, {u"ndash"_s, u"–"_s},
                                               {u"mdash"_s, u"—"_s},    {u"lsquo"_s, u"‘"_s},  {u"rsquo"_s, u"’"_s},
                                               {u"ldquo"_s, u"“"_s},    {u"rdquo"_s, u"”"_s}};
    if (!name.startsWith(u'#'))
        return named.value(name.toString());
    const bool isHex = name.size() > 2 && (name[1] == u'x' || name[1] == u'X');
    bool isNumber = false;
    const uint code = (isHex ? name.sliced(2) : name.sliced(1)).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isCharacter = isNumber && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
}

QString withoutReferences(QStringView text)
{
    QString all;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&') {
            const qsizetype end = text.sliced(i, qMin(qsizetype(12), text.size() - i)).indexOf(u';');
            const QString character = end > 1 ? referred(text.sliced(i + 1, end - 1)) : QString();
            if (!character.isEmpty()) {
                all += character;
                i += end;
                continue;
            }
        }
        all += text[i];
    }
    return all;
}

bool isBlock(QStringView tag)
{
    static const QSet<QString> blocks{u"p"_s,          u"div"_s,    u"h1"_s,      u"h2"_s, u"h3"_s, u"h4"_s,
                                      u"h5"_s,         u"h6"_s,     u"li"_s,      u"ul"_s, u"ol"_s, u"tr"_s,
                                      u"blockquote"_s, u"pre"_s,    u"br"_s,      u"hr"_s, u"dt"_s, u"dd"_s,
                                      u"dl"_s,         u"table"_s,  u"section"_s, u"th"_s, u"td"_s, u"article"_s,
                                      u"header"_s,     u"footer"_s, u"figure"_s};
    return blocks.contains(tag.toString().toLower());
}

}

HtmlText textOfHtml(const QString &html)
{
    HtmlText result;
    bool isBreakDue = false;
    qsizetype at = 0;
    const auto append = [&](QStringView raw) {
        QString text = withoutReferences(raw);
        if (result.text.isEmpty()) { // white space in front belongs to no node
            while (!text.isEmpty() && text.front().isSpace() && text.front() != u'\u00a0')
                text.remove(0, 1);
        }
        if (text.isEmpty())
            return;
        if (isBreakDue && !result.text.isEmpty() && !result.text.endsWith(u'\n') && !text.startsWith(u'\n'))
            result.breaks.append(result.text.size());
        isBreakDue = false;
        result.text += text;
    };
    while (at < html.size()) {
        const qsizetype open = html.indexOf(u'<', at);
        append(QStringView(html).sliced(at, (open < 0 ? html.size() : open) - at));
        if (open < 0)
            break;
        if (QStringView(html).sliced(open).startsWith(u"<!--")) {
            const qsizetype end = html.indexOf(u"-->"_s, open + 4);
            at = end < 0 ? html.size() : end + 3;
            continue;
        }
        const QChar next = open + 1 < html.size() ? html[open + 1] : QChar();
        if (!next.isLetter() && next != u'/' && next != u'!' && next != u'?') {
            append(u"<");
            at = open + 1;
            continue;
        }
        QChar quote;
        qsizetype end = open + 1;
        for (; end < html.size() && (html[end] != u'>' || !quote.isNull()); ++end) {
            const QChar c = html[end];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if (c == u'"' || c == u'\'')
                quote = c;
        }
        qsizetype name = open + (next == u'/' ? 2 : 1);
        qsizetype nameEnd = name;
        while (nameEnd < end && html[nameEnd].isLetterOrNumber())
            ++nameEnd;
        isBreakDue = isBreakDue || isBlock(QStringView(html).sliced(name, nameEnd - name));
        at = qMin(end + 1, html.size());
    }
    return result;
}

namespace {

class TaguetteReader
{
public:
    TaguetteReader(ForeignDatabase database, const QString &file) : m_database(std::move(database)), m_file(file) {}
    Result<Read> read();

private:
    /// A document's text as Taguette counts it, and the article that was made of it.
    struct Document
    {
        VersionId version;
        CountedText source;
        QList<TextPosition> breaks; ///< in the source's text
        QList<CountedSpan> highlights;
    };
    struct Made
    {
        QString by;
        Timestamp when;
    };

    void readTags();
    void readDocuments();
    void readHistory();
    void readHighlights();
    [[nodiscard]] QList<QVariantList> rows(const char *query);
    [[nodiscard]] static TextSpan moved(const TextSpan &span, const QList<TextPosition> &breaks);

    ForeignDatabase m_database;
    QString m_file;
    Reading m_reading;
    CorpusBuilder m_builder{u"Taguette"_s};
    QHash<qint64, TagId> m_tags;
    QHash<qint64, Document> m_documents;
    QHash<qint64, Made> m_makers; ///< of highlights
    FoundCounting m_found;
};

QList<QVariantList> TaguetteReader::rows(const char *query)
{
    auto all = m_database.rows(query);
    if (!all)
        m_reading.refuse(all.error().message);
    return all.value_or(QList<QVariantList>());
}

void TaguetteReader::readTags()
{
    const QList<QVariantList> all = rows("SELECT id, path, description FROM tags ORDER BY id");
    for (const QVariantList &row : all) {
        const QString path = row[1].toString();
        const TagId id = m_builder.tag(path.isEmpty() ? u"highlight"_s : path);
        std::ranges::find(m_builder.corpus().tags, id, &Tag::id)->description = row[2].toString();
        m_tags.insert(row[0].toLongLong(), id);
    }
}

void TaguetteReader::readDocuments()
{
    const QList<QVariantList> all = rows(
        "SELECT id, name, description, filename, created, contents FROM documents ORDER BY id");
    for (const QVariantList &row : all) {
        QString html = row[5].toString();
        html.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        const HtmlText plain = textOfHtml(html);
        const CountedText source(plain.text);
        QString text = source.text().string();
        QList<TextPosition> breaks;
        // Where characters had to be left out, places cannot be told by their numbers alone.
        if (text == plain.text) {
            for (qsizetype i = plain.breaks.size() - 1; i >= 0; --i)
                text.insert(plain.breaks[i], u'\n');
            qsizetype last = 0;
            qsizetype points = 0;
            for (const qsizetype at : plain.breaks) {
                points += Text(plain.text.sliced(last, at - last)).length();
                last = at;
                breaks.append(TextPosition{points});
            }
        }
        if (text.isEmpty()) {
            m_reading.remark(Formats::tr("documents without a text were left out"));
            continue;
        }
        const VersionId version = m_builder.addArticle(row[1].toString(), CountedText(text), row[3].toString());
        Article &article = m_builder.corpus().articles.last();
        article.added = Timestamp::fromString(row[4].toString());
        const ArticleId id = article.id;
        if (!row[2].toString().trimmed().isEmpty())
            m_builder.addNote(id, row[2].toString());
        m_documents.insert(row[0].toLongLong(), {version, source, breaks});
    }
}

void TaguetteReader::readHistory()
{
    if (!m_database.hasTable("commands"))
        return;
    const QList<QVariantList> all = rows("SELECT user_login, date, payload FROM commands ORDER BY id");
    for (const QVariantList &row : all) {
        const QJsonObject payload = QJsonDocument::fromJson(row[2].toString().toUtf8()).object();
        // Before version 1.0 it was just the id.
        const QJsonValue id = payload.contains("highlight_id"_L1) ? payload.value("highlight_id"_L1)
                                                                  : payload.value("id"_L1);
        if (payload.value("type"_L1).toString() == "highlight_add"_L1)
            m_makers.insert(id.toInteger(-1), {row[0].toString(), Timestamp::fromString(row[1].toString())});
    }
}

TextSpan TaguetteReader::moved(const TextSpan &span, const QList<TextPosition> &breaks)
{
    const auto before = [&breaks](TextPosition at) { return std::ranges::upper_bound(breaks, at) - breaks.begin(); };
    const auto begin = before(span.begin);
    const auto end = before(span.end - 1);
    return {span.begin + begin, span.end + end};
}

void TaguetteReader::readHighlights()
{
    QHash<qint64, QList<TagId>> tags;
    const QList<QVariantList> links = rows(
        "SELECT highlight_id, tag_id FROM highlight_tags ORDER BY highlight_id, tag_id");
    for (const QVariantList &row : links) {
        if (const TagId tag = m_tags.value(row[1].toLongLong()); !tag.isNull())
            tags[row[0].toLongLong()].append(tag);
    }
    const QList<QVariantList> all = rows(
        "SELECT id, document_id, start_offset, end_offset, snippet FROM highlights ORDER BY id");
    QList<CountedPart> parts;
    for (const QVariantList &row : all) {
        const auto document = m_documents.find(row[1].toLongLong());
        if (document == m_documents.end())
            continue;
        document->highlights.append({row[2].toLongLong(), row[3].toLongLong(), textOfHtml(row[4].toString()).text});
    }
    for (const Document &document : std::as_const(m_documents))
        parts.append({&document.source, document.highlights});
    const Counting bytes{.unit = PositionUnit::Utf8Bytes};
    m_found = findCounting(parts, bytes);
    // Snippets lose white space where elements end: bytes stay bytes unless others prove it.
    const Counting counting = m_found.isDoubtful ? bytes : m_found.counting;
    for (const QVariantList &row : all) {
        const auto document = m_documents.constFind(row[1].toLongLong());
        if (document == m_documents.cend()) {
            m_reading.remark(Formats::tr("highlights without a document were left out"));
            continue;
        }
        const auto span = document->source.spanOf({row[2].toLongLong(), row[3].toLongLong()}, counting);
        if (!span) {
            m_reading.remark(Formats::tr("highlights of places that are not in the text were left out"));
            continue;
        }
        const qint64 id = row[0].toLongLong();
        const QList<TagId> own = tags.value(id);
        const Made made = m_makers.value(id);
        for (const TagId tag : own.isEmpty() ? QList<TagId>{m_builder.tag(u"highlight"_s)} : own) {
            Passage &passage = m_builder.addPassage(document->version, tag, {moved(*span, document->breaks)});
            passage.created = made.when;
            passage.annotator = m_builder.annotator(made.by);
        }
    }
}

Result<Read> TaguetteReader::read()
{
    m_reading.place = m_file;
    readTags();
    readDocuments();
    if (m_database.hasTable("projects") && rows("SELECT 1 FROM projects LIMIT 2").size() > 1)
        m_reading.remark(
            Formats::tr("there are several projects in it; all came in, and their tags of one name as one"));
    readHistory();
    readHighlights();
    if (m_reading.failed())
        return std::unexpected(m_reading.error());
    Read read{m_builder.take(), m_reading.remarks()};
    if (m_found.spans > 0)
        read.counting = {{m_file, m_found}};
    return read;
}

}

Result<Read> readTaguette(const QList<NamedFile> &files)
{
    auto database = ForeignDatabase::open(files, u"Taguette"_s, {"documents", "highlights", "tags", "highlight_tags"});
    if (!database)
        return std::unexpected(database.error());
    return TaguetteReader(*std::move(database), files.first().path).read();
}

bool isTaguette(QStringView name, QByteArrayView beginning)
{
    return looksLikeDatabase(beginning) && (name.endsWith(u".sqlite3") || beginning.contains("highlight_tags"));
}

}
