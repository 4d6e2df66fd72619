// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teidocument.h"

#include "core/formats/tei/teikept.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

qsizetype TeiTextBuilder::mark()
{
    m_marks.append(-1);
    return m_marks.size() - 1;
}

void TeiTextBuilder::emitCharacter(QStringView character)
{
    for (; m_open < m_marks.size(); ++m_open)
        m_marks[m_open] = m_length;
    m_text += character;
    ++m_length;
}

void TeiTextBuilder::breakLine(int breaks)
{
    m_breaks = std::max(m_breaks, breaks);
}

void TeiTextBuilder::add(QStringView characters, bool isPreserved)
{
    const auto separate = [this] {
        // Marks begin behind what only keeps things apart.
        const qsizetype open = m_open;
        m_open = m_marks.size();
        if (m_length > 0) {
            for (int i = 0; i < m_breaks; ++i)
                emitCharacter(u"\n");
            if (m_breaks == 0 && m_space)
                emitCharacter(u" ");
        }
        m_breaks = 0;
        m_space = false;
        m_open = open;
    };
    for (qsizetype i = 0; i < characters.size(); ++i) {
        QStringView character = characters.sliced(i, 1);
        if (character.front().isHighSurrogate() && i + 1 < characters.size()) {
            character = characters.sliced(i, 2);
            ++i;
        }
        const char16_t code = character.front().unicode();
        if (code == 0 || (m_length == 0 && code == QChar::ByteOrderMark))
            continue;
        const bool isSpace = code == u' ' || code == u'\n' || code == u'\t' || code == u'\r';
        if (isSpace && !isPreserved) {
            m_space = true;
            continue;
        }
        separate();
        emitCharacter(code == u'\r' ? QStringView(u"\n") : character);
    }
}

namespace {

class TeiParser
{
public:
    TeiParser(const NamedFile &file, Reading &reading) : m_file(file.path), m_reading(reading), m_xml(file, reading) {}
    TeiDocument parse();

private:
    /// What holds for all that is in an element of a text.
    struct Within
    {
        bool isPreserved = false;
        bool isOneOf = false; ///< of several readings of the same words
        qsizetype parent = -1;
    };

    template <class Visit>
    void eachChild(Visit visit)
    {
        for (const int depth = m_xml.depth(); m_xml.nextChild(depth);)
            visit();
    }
    [[nodiscard]] QString id() const
    {
        return m_xml.token().attributes().value("http://www.w3.org/XML/1998/namespace"_L1, "id"_L1).toString();
    }
    void parseTei();
    void parseHeader(TeiDocumentText &text);
    void readHeaderElement(const QString &element, TeiDocumentText &text);
    void parseStandOff();
    void parseSpan();
    void parseEntity();
    void parseRelation();
    void parseWithin(Within within);
    void parseElement(Within within);
    void leaveOut(const QString &name);
    void resolveSpans();

    QString m_file;
    Reading &m_reading;
    XmlReader m_xml;
    TeiDocument m_document;
    QXmlStreamNamespaceDeclarations m_outer;
    TeiDocumentText *m_text = nullptr;
    TeiTextBuilder *m_builder = nullptr;
    QList<TeiElement> m_spans;
    bool m_isHeaderOfCorpus = false;
};

void TeiParser::parseEntity()
{
    TeiEntity entity{id(), m_xml.name(), m_xml.attribute("role"_L1), {}, {}, {}};
    const bool isListed = !entity.id.isEmpty();
    eachChild([&] {
        const QString name = m_xml.name();
        if (name.endsWith(u"Name") || name == u"name" || name == u"title") {
            const QString words = m_xml.text().simplified();
            if (!words.isEmpty())
                entity.names.append(words);
        } else if (name == u"idno") {
            const QString type = m_xml.attribute("type"_L1);
            entity.idnos.append({type, m_xml.text().simplified()});
        } else if (name == u"note" || name == u"desc" || name == u"p") {
            entity.description += (entity.description.isEmpty() ? u""_s : u"\n"_s) + m_xml.text().simplified();
        }
    });
    if (isListed)
        m_document.entities.append(entity);
}

void TeiParser::parseRelation()
{
    const auto pointers = [this](QLatin1StringView name) {
        return m_xml.attribute(name).simplified().split(u' ', Qt::SkipEmptyParts);
    };
    m_document.relations.append({m_xml.attribute("name"_L1), pointers("active"_L1), pointers("passive"_L1)});
    if (m_document.relations.last().passive.isEmpty())
        m_document.relations.last().passive = pointers("mutual"_L1);
}

void TeiParser::parseSpan()
{
    TeiElement span;
    span.name = u"span"_s;
    span.id = id();
    span.isOff = true;
    for (const QXmlStreamAttributes attributes = m_xml.token().attributes(); const auto &each : attributes)
        span.attributes.append({each.qualifiedName().toString(), each.value().toString()});
    m_spans.append(span);
}

void TeiParser::parseStandOff()
{
    static const QSet<QString> entities{u"person"_s, u"org"_s, u"bibl"_s, u"place"_s, u"object"_s, u"personGrp"_s};
    eachChild([this] {
        const QString name = m_xml.name();
        if (entities.contains(name))
            parseEntity();
        else if (name == u"relation")
            parseRelation();
        else if (name == u"span")
            parseSpan();
        else
            parseStandOff(); // lists and groups
    });
}

/// What our own headers, and most others, say of where a text comes from.
void TeiParser::readHeaderElement(const QString &element, TeiDocumentText &text)
{
    Reading reading; // it was read once already
    TeiParser inner({m_file, element.toUtf8()}, reading);
    QStringList above;
    static const QRegularExpression date(u"\\A[0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?\\z"_s);
    while (inner.m_xml.next()) {
        if (inner.m_xml.token().isEndElement() && !above.isEmpty())
            above.removeLast();
        if (!inner.m_xml.token().isStartElement())
            continue;
        const QString name = inner.m_xml.name();
        const QString parent = above.isEmpty() ? QString() : above.last();
        above.append(name);
        const auto take = [&](QString &field) {
            const QString words = inner.m_xml.text();
            above.removeLast();
            if (field.isEmpty())
                field = words.simplified();
        };
        if (name == u"title" && parent == u"titleStmt")
            take(text.title);
        else if (name == u"author" && parent == u"titleStmt")
            take(text.author);
        else if (name == u"idno" && inner.m_xml.attribute("type"_L1).compare(u"url", Qt::CaseInsensitive) == 0)
            take(text.url);
        else if (name == u"date" && text.published.isEmpty() && date.match(inner.m_xml.attribute("when"_L1)).hasMatch())
            text.published = inner.m_xml.attribute("when"_L1);
        else if (name == u"listPerson" || name == u"listOrg" || name == u"listPlace" || name == u"listRelation"
                 || name == u"listBibl" || name == u"particDesc") {
            inner.parseStandOff();
            above.removeLast();
        }
    }
    m_document.entities += inner.m_document.entities;
    m_document.relations += inner.m_document.relations;
}

void TeiParser::parseHeader(TeiDocumentText &text)
{
    eachChild([&] {
        if (m_xml.isStart("fileDesc"_L1)) {
            eachChild([&] {
                const QString whole = wholeElement(m_xml, m_outer);
                readHeaderElement(whole, text);
                text.header.append(whole);
            });
            return;
        }
        const QString whole = wholeElement(m_xml, m_outer);
        if (nameOfWhole(whole) == u"xenoData") {
            QXmlStreamReader token(whole);
            (void)token.readNextStartElement();
            const QString words = token.readElementText(QXmlStreamReader::SkipChildElements);
            if (words.startsWith(u"{\"type\":\"pullquote\"")) {
                m_document.json = words;
                return;
            }
        }
        readHeaderElement(whole, text);
        text.header.append(whole);
    });
}

/// Elements that stand apart from what is around them, with the line breaks that keep them so.
int breaksOf(const QString &name)
{
    static const QHash<QString, int> breaks{
        {u"p"_s, 2},        {u"ab"_s, 2},       {u"head"_s, 2},      {u"div"_s, 2},       {u"div1"_s, 2},
        {u"div2"_s, 2},     {u"div3"_s, 2},     {u"div4"_s, 2},      {u"lg"_s, 2},        {u"sp"_s, 2},
        {u"list"_s, 2},     {u"table"_s, 2},    {u"opener"_s, 2},    {u"closer"_s, 2},    {u"byline"_s, 2},
        {u"dateline"_s, 2}, {u"epigraph"_s, 2}, {u"argument"_s, 2},  {u"trailer"_s, 2},   {u"postscript"_s, 2},
        {u"front"_s, 2},    {u"back"_s, 2},     {u"titlePage"_s, 2}, {u"docTitle"_s, 2},  {u"u"_s, 2},
        {u"l"_s, 1},        {u"lb"_s, 1},       {u"item"_s, 1},      {u"row"_s, 1},       {u"speaker"_s, 1},
        {u"stage"_s, 1},    {u"salute"_s, 1},   {u"signed"_s, 1},    {u"titlePart"_s, 1}, {u"castList"_s, 2},
        {u"castItem"_s, 1}, {u"addrLine"_s, 1}, {u"docImprint"_s, 2}};
    return breaks.value(name);
}

/// Words of the element that the reader is at.
void TeiParser::leaveOut(const QString &name)
{
    if (m_xml.text().trimmed().isEmpty())
        return;
    m_reading.place = m_file;
    m_reading.remark(Formats::tr("words that are not those of the text (“%1”) were left out").arg(name));
}

void TeiParser::parseElement(Within within)
{
    const QString name = m_xml.name();
    static const QSet<QString> skipped{u"fw"_s, u"figDesc"_s, u"graphic"_s, u"teiHeader"_s, u"del"_s};
    const QXmlStreamAttributes given = m_xml.token().attributes();
    if (name == u"note") {
        const QString words = m_xml.text().simplified();
        if (!words.isEmpty())
            m_text->notes.append(words);
        return;
    }
    if (name == u"g" && m_xml.attribute("n"_L1).startsWith(u"U+")) {
        bool isNumber = false;
        const char32_t code = m_xml.attribute("n"_L1).sliced(2).toUInt(&isNumber, 16);
        if (isNumber && code > 0 && code <= 0x10ffff && !QChar::isSurrogate(code))
            m_builder->add(QString::fromUcs4(&code, 1), true);
        (void)m_xml.text();
        return;
    }
    if (skipped.contains(name)) {
        leaveOut(name);
        return;
    }
    TeiElement element;
    element.name = name;
    element.id = id();
    for (const auto &each : given) {
        if (each.qualifiedName() != u"xml:id" && each.qualifiedName() != u"xml:space")
            element.attributes.append({each.qualifiedName().toString(), each.value().toString()});
        else if (each.qualifiedName() == u"xml:space")
            within.isPreserved = each.value() == u"preserve";
    }
    const bool joins = m_xml.attribute("break"_L1) == u"no";
    if (joins)
        m_builder->joinLines();
    within.isOneOf = name == u"choice" || name == u"app" || name == u"rdgGrp";
    const int breaks = joins ? 0 : breaksOf(name);
    const bool isApart = breaks > 0 && !within.isPreserved;
    if (isApart)
        m_builder->breakLine(breaks);
    static const QSet<QString> spaced{u"cell"_s, u"pause"_s, u"incident"_s, u"vocal"_s, u"kinesic"_s, u"writing"_s};
    const bool isSpaced = spaced.contains(name) && !within.isPreserved;
    if (isSpaced)
        m_builder->add(u" ", false);
    const qsizetype place = m_text->elements.size();
    element.parent = std::exchange(within.parent, place);
    m_text->elements.append(element);
    const TextPosition now = m_builder->end();
    const qsizetype mark = m_builder->mark();
    parseWithin(within);
    const TextPosition end = m_builder->end();
    const TextPosition begin = m_builder->placeOf(mark);
    m_text->elements[place].span = name == u"anchor" || end < begin ? TextSpan{now, now} : TextSpan{begin, end};
    if (isApart)
        m_builder->breakLine(breaks);
    if (isSpaced)
        m_builder->add(u" ", false);
}

/// To the end of the element that the reader is at.
void TeiParser::parseWithin(Within within)
{
    static const QSet<QString> lesser{u"sic"_s, u"orig"_s, u"abbr"_s, u"wit"_s, u"witDetail"_s};
    const int own = m_xml.depth();
    bool isTaken = false;
    while (m_xml.next()) {
        if (m_xml.token().isEndElement() && m_xml.depth() == own)
            return;
        if (m_xml.token().isStartElement()) {
            const QString name = m_xml.name();
            if (!within.isOneOf || name == u"note") {
                parseElement(within);
            } else if (isTaken || lesser.contains(name)) {
                leaveOut(name);
            } else {
                isTaken = true;
                parseElement(within);
            }
        } else if (m_xml.token().isCharacters() && !within.isOneOf)
            m_builder->add(m_xml.token().text(), within.isPreserved);
    }
}

void TeiParser::parseTei()
{
    const bool isCorpus = m_xml.isStart("teiCorpus"_L1);
    TeiDocumentText text;
    text.id = id();
    TeiTextBuilder builder;
    bool hasText = false;
    const QXmlStreamNamespaceDeclarations outer = m_outer;
    for (const auto declarations = m_xml.token().namespaceDeclarations(); const auto &each : declarations)
        m_outer.append(each);
    eachChild([&] {
        if (m_xml.isStart("TEI"_L1) || m_xml.isStart("teiCorpus"_L1)) {
            parseTei();
        } else if (m_xml.isStart("teiHeader"_L1)) {
            parseHeader(text);
        } else if (m_xml.isStart("standOff"_L1)) {
            parseStandOff();
        } else if (m_xml.isStart("text"_L1)) {
            TeiDocumentText *const textAround = std::exchange(m_text, &text);
            TeiTextBuilder *const builderAround = std::exchange(m_builder, &builder);
            hasText = true;
            parseElement({});
            m_text = textAround;
            m_builder = builderAround;
        }
    });
    m_outer = outer;
    text.text = builder.text();
    if (isCorpus)
        m_document.header += text.header;
    else if (hasText)
        m_document.texts.append(text);
}

/// Spans point at elements in any of the texts.
void TeiParser::resolveSpans()
{
    QHash<QString, std::pair<qsizetype, TextSpan>> places;
    for (qsizetype i = 0; i < m_document.texts.size(); ++i) {
        for (const TeiElement &element : std::as_const(m_document.texts[i].elements)) {
            if (!element.id.isEmpty())
                places.insert(u'#' + element.id, {i, element.span});
        }
    }
    for (TeiElement &span : m_spans) {
        QString from;
        QString to;
        for (const auto &[name, value] : std::as_const(span.attributes)) {
            if (name == u"from" || name == u"target")
                from = value.section(u' ', 0, 0);
            if (name == u"to" || (name == u"target" && to.isEmpty()))
                to = value.section(u' ', -1);
        }
        const auto begin = places.constFind(from);
        const auto end = places.constFind(to.isEmpty() ? from : to);
        if (begin == places.cend() || end == places.cend() || begin->first != end->first
            || end->second.end <= begin->second.begin) {
            m_reading.place = m_file;
            m_reading.remark(Formats::tr("a span that points at no words of a text was left out"));
            continue;
        }
        span.span = {begin->second.begin, end->second.end};
        m_document.texts[begin->first].elements.append(span);
    }
}

TeiDocument TeiParser::parse()
{
    if (!m_xml.next() || !(m_xml.isStart("TEI"_L1) || m_xml.isStart("teiCorpus"_L1))) {
        if (!m_reading.failed())
            m_xml.refuse(Formats::tr("this is no TEI P5: the outermost element must be TEI or teiCorpus."));
        return m_document;
    }
    parseTei();
    resolveSpans();
    return m_document;
}

}

TeiDocument parseTei(const NamedFile &file, Reading &reading)
{
    return TeiParser(file, reading).parse();
}

}
