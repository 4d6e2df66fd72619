// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqdaparts.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class RefiParser
{
public:
    RefiParser(const NamedFile &file, Reading &reading) : m_reading(reading), m_xml(file, reading) {}
    RefiProject parse();

private:
    [[nodiscard]] QString guid(QLatin1StringView name = "guid"_L1) const { return plainGuid(m_xml.attribute(name)); }
    [[nodiscard]] RefiMade made() const
    {
        return {guid("creatingUser"_L1), Timestamp::fromString(m_xml.attribute("creationDateTime"_L1))};
    }
    [[nodiscard]] qint64 number(QLatin1StringView name);
    void parseCodeBook();
    void parseCode(const QString &parent);
    [[nodiscard]] RefiCoding parseCoding();
    [[nodiscard]] RefiSelection parseSelection();
    [[nodiscard]] RefiSource parseSource();
    void parseMedia();
    [[nodiscard]] RefiLink parseLink();
    [[nodiscard]] RefiSet parseSet();
    void parseNote();

    Reading &m_reading;
    XmlReader m_xml;
    RefiProject m_project;
};

qint64 RefiParser::number(QLatin1StringView name)
{
    const QString given = m_xml.attribute(name);
    bool isNumber = false;
    const qint64 number = given.trimmed().toLongLong(&isNumber);
    if (!isNumber)
        m_xml.refuse(Formats::tr("“%1” is “%2”, but it must be a whole number.").arg(name, given));
    return number;
}

void RefiParser::parseCode(const QString &parent)
{
    RefiCode code{guid(), parent, m_xml.attribute("name"_L1), m_xml.attribute("color"_L1), {}, true, {}};
    const QString codable = m_xml.attribute("isCodable"_L1);
    code.isCodable = codable != u"false" && codable != u"0";
    const qsizetype own = m_project.codes.size();
    m_project.codes.append(code);
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("Description"_L1))
            m_project.codes[own].description = m_xml.text();
        else if (m_xml.isStart("NoteRef"_L1))
            m_project.codes[own].notes.append(guid("targetGUID"_L1));
        else if (m_xml.isStart("Code"_L1))
            parseCode(code.guid);
    }
}

void RefiParser::parseCodeBook()
{
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("Codes"_L1)) {
            for (const int inner = m_xml.depth(); m_xml.nextChild(inner);) {
                if (m_xml.isStart("Code"_L1))
                    parseCode({});
            }
        } else if (m_xml.isStart("Sets"_L1)) {
            for (const int inner = m_xml.depth(); m_xml.nextChild(inner);)
                m_project.sets.append(parseSet());
        }
    }
}

RefiCoding RefiParser::parseCoding()
{
    RefiCoding coding{guid(), {}, made(), {}};
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("CodeRef"_L1))
            coding.code = guid("targetGUID"_L1);
        else if (m_xml.isStart("NoteRef"_L1))
            coding.notes.append(guid("targetGUID"_L1));
    }
    return coding;
}

RefiSelection RefiParser::parseSelection()
{
    RefiSelection selection{.guid = guid(),
                            .name = m_xml.attribute("name"_L1),
                            .begin = number("startPosition"_L1),
                            .end = number("endPosition"_L1),
                            .line = m_xml.token().lineNumber(),
                            .made = made()};
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("Description"_L1))
            selection.description = m_xml.text();
        else if (m_xml.isStart("Coding"_L1))
            selection.codings.append(parseCoding());
        else if (m_xml.isStart("NoteRef"_L1))
            selection.notes.append(guid("targetGUID"_L1));
    }
    return selection;
}

RefiSource RefiParser::parseSource()
{
    RefiSource source{.guid = guid(),
                      .name = m_xml.attribute("name"_L1),
                      .path = m_xml.attribute("plainTextPath"_L1),
                      .line = m_xml.token().lineNumber(),
                      .made = made()};
    const bool isRich = source.path.isEmpty() && !m_xml.attribute("richTextPath"_L1).isEmpty();
    bool hasContent = false;
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("PlainTextContent"_L1)) {
            source.content = m_xml.text();
            hasContent = true;
        } else if (m_xml.isStart("PlainTextSelection"_L1)) {
            source.selections.append(parseSelection());
        } else if (m_xml.isStart("Coding"_L1)) {
            source.codings.append(parseCoding());
        } else if (m_xml.isStart("NoteRef"_L1)) {
            source.notes.append(guid("targetGUID"_L1));
        } else if (m_xml.isStart("Description"_L1) || m_xml.isStart("VariableValue"_L1)) {
            source.others.append(elementOf(m_xml));
        }
    }
    if (isRich && !hasContent)
        m_reading.remark(Formats::tr("a source without plain text was left out"));
    return source;
}

/// Of pictures, PDFs and recordings only the text that goes with them is read.
void RefiParser::parseMedia()
{
    const QString name = m_xml.attribute("name"_L1);
    m_reading.remark(Formats::tr("pictures, PDFs and recordings were left out, but for texts that go with them"));
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        const bool isText = m_xml.isStart("Representation"_L1) || m_xml.isStart("TextDescription"_L1)
            || m_xml.isStart("Transcript"_L1);
        if (!isText)
            continue;
        RefiSource source = parseSource();
        if (source.name.isEmpty())
            source.name = name;
        m_project.sources.append(source);
    }
}

RefiLink RefiParser::parseLink()
{
    RefiLink link{guid(),
                  m_xml.attribute("name"_L1),
                  m_xml.attribute("direction"_L1),
                  m_xml.attribute("color"_L1),
                  guid("originGUID"_L1),
                  guid("targetGUID"_L1),
                  {},
                  false};
    link.element = elementOf(m_xml);
    link.hasNotes = link.element.contains(u"<NoteRef");
    return link;
}

RefiSet RefiParser::parseSet()
{
    RefiSet set{guid(), m_xml.attribute("name"_L1), {}, {}, false, {}};
    set.element = elementOf(m_xml);
    QXmlStreamReader token(set.element);
    while (!token.atEnd()) {
        if (token.readNext() != QXmlStreamReader::StartElement)
            continue;
        // A codebook on its own says "guid".
        const QXmlStreamAttributes attributes = token.attributes();
        const QStringView target = attributes.hasAttribute("targetGUID"_L1) ? attributes.value("targetGUID"_L1)
                                                                            : attributes.value("guid"_L1);
        if (token.name() == u"MemberCode")
            set.codes.append(target.toString());
        else if (token.name() == u"MemberSource" || token.name() == u"MemberNote")
            set.hasOthers = true;
        else if (token.name() == u"Description")
            set.description = token.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return set;
}

void RefiParser::parseNote()
{
    RefiNote note;
    note.text.line = m_xml.token().lineNumber();
    note.element = elementOf(m_xml);
    if (m_reading.failed())
        return;
    RefiParser inner({m_reading.place, note.element.toUtf8()}, m_reading);
    if (inner.m_xml.next())
        note.text = inner.parseSource();
    m_project.notes.append(note);
}

RefiProject RefiParser::parse()
{
    if (!m_xml.next() || !(m_xml.isStart("Project"_L1) || m_xml.isStart("CodeBook"_L1))) {
        if (!m_reading.failed())
            m_xml.refuse(Formats::tr("this is no REFI-QDA project and no codebook."));
        return m_project;
    }
    m_project.origin = m_xml.attribute("origin"_L1);
    if (m_xml.isStart("CodeBook"_L1)) {
        parseCodeBook();
        return m_project;
    }
    const auto each = [this](const auto &visit) {
        for (const int inner = m_xml.depth(); m_xml.nextChild(inner);)
            visit();
    };
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        if (m_xml.isStart("Users"_L1))
            each([this] { m_project.users.append({guid(), m_xml.attribute("name"_L1)}); });
        else if (m_xml.isStart("CodeBook"_L1))
            parseCodeBook();
        else if (m_xml.isStart("Sources"_L1))
            each([this] {
                if (m_xml.isStart("TextSource"_L1))
                    m_project.sources.append(parseSource());
                else
                    parseMedia();
            });
        else if (m_xml.isStart("Notes"_L1))
            each([this] { parseNote(); });
        else if (m_xml.isStart("Links"_L1))
            each([this] { m_project.links.append(parseLink()); });
        else if (m_xml.isStart("Sets"_L1))
            each([this] { m_project.sets.append(parseSet()); });
        else
            m_project.others.append(elementOf(m_xml));
    }
    return m_project;
}

}

RefiProject parseRefi(const NamedFile &file, Reading &reading)
{
    return RefiParser(file, reading).parse();
}

}
