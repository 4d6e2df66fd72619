// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refiqdaparts.h"

#include "core/formats/refi/reficolour.h"
#include "core/formats/refi/refifiles.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

class RefiParser
{
public:
    RefiParser(const NamedFile &file, const RefiGuids &guids, Reading &reading)
        : m_file(file), m_guids(guids), m_reading(reading), m_xml(m_file, reading)
    {
    }
    RefiProject parse();

private:
    [[nodiscard]] QString guid(QLatin1StringView name) const
    {
        return m_guids.plain(m_xml.token().attributes().value(name));
    }
    /// Its own; a new one where it has none.
    [[nodiscard]] QString guid() const
    {
        const QString own = guid("guid"_L1);
        return own.isEmpty() ? createUuidV7().toString(QUuid::WithoutBraces) : own;
    }
    [[nodiscard]] RefiMade made();
    [[nodiscard]] qint64 number(QLatin1StringView name);
    void parseCodeBook();
    void parseCode(const QString &parent);
    [[nodiscard]] RefiCoding parseCoding();
    [[nodiscard]] RefiSelection parseSelection();
    [[nodiscard]] RefiSource parseSource();
    void parsePart(RefiSource &source);
    void parseMedia();
    [[nodiscard]] qsizetype parseMediaSelection();
    [[nodiscard]] RefiLink parseLink();
    [[nodiscard]] RefiSet parseSet();
    void parseNote();
    void parseOther();

    NamedFile m_file;
    const RefiGuids &m_guids;
    Reading &m_reading;
    XmlReader m_xml;
    RefiProject m_project;
    QHash<QString, qint64> m_points; ///< places in the transcript that is being read
};

RefiMade RefiParser::made()
{
    const auto either = [this](QLatin1StringView first, QLatin1StringView second) {
        const QString made = m_xml.attribute(first);
        return made.isEmpty() ? m_xml.attribute(second) : made;
    };
    const QString time = either("creationDateTime"_L1, "modifiedDateTime"_L1);
    RefiMade made{m_guids.plain(either("creatingUser"_L1, "modifyingUser"_L1)), Timestamp::fromString(time)};
    if (time.startsWith(u"0001-01-01")) // is how .NET writes that there is none
        made.time = {};
    else if (made.time == Timestamp() && !time.isEmpty() && !time.startsWith(u"1970-01-01"))
        m_reading.remark(Formats::tr("a date that is none was left out"));
    return made;
}

qint64 RefiParser::number(QLatin1StringView name)
{
    const QString given = m_xml.attribute(name);
    bool isNumber = false;
    // Tables make 12.0 of 12.
    QString whole = given.trimmed();
    if (whole.endsWith(u".0"))
        whole.chop(2);
    const qint64 number = whole.toLongLong(&isNumber);
    if (!isNumber)
        m_xml.refuse(Formats::tr("“%1” is “%2”, but it must be a whole number.").arg(name, given));
    return number;
}

void RefiParser::parseCode(const QString &parent)
{
    RefiCode code{guid(), parent, m_xml.attribute("name"_L1), refiColour(m_xml.attribute("color"_L1)), {}, true, {}};
    const QString codable = m_xml.attribute("isCodable"_L1).toLower();
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
        if (m_xml.isStart("Code"_L1)) {
            parseCode({});
        } else if (m_xml.isStart("Codes"_L1)) {
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
    RefiSelection selection{.guid = guid(), .name = m_xml.attribute("name"_L1), .line = m_xml.line(), .made = made()};
    if (m_xml.isStart("TranscriptSelection"_L1)) {
        selection.from = guid("fromSyncPoint"_L1);
        selection.to = guid("toSyncPoint"_L1);
    } else {
        selection.begin = number("startPosition"_L1);
        selection.end = number("endPosition"_L1);
    }
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

void RefiParser::parsePart(RefiSource &source)
{
    if (m_xml.isStart("Description"_L1))
        source.description = m_xml.text();
    else if (m_xml.isStart("PlainTextContent"_L1))
        source.content = m_xml.text();
    else if (m_xml.isStart("PlainTextSelection"_L1) || m_xml.isStart("TranscriptSelection"_L1))
        source.selections.append(parseSelection());
    else if (m_xml.isStart("SyncPoint"_L1) && !m_xml.attribute("position"_L1).isEmpty())
        m_points.insert(guid("guid"_L1), number("position"_L1));
    else if (m_xml.isStart("Coding"_L1))
        source.codings.append(parseCoding());
    else if (m_xml.isStart("NoteRef"_L1))
        source.notes.append(guid("targetGUID"_L1));
    else if (m_xml.isStart("VariableValue"_L1))
        source.others.append(elementOf(m_xml, m_guids));
}

RefiSource RefiParser::parseSource()
{
    m_points.clear();
    RefiSource source{.guid = guid(), .name = m_xml.attribute("name"_L1), .line = m_xml.line(), .made = made()};
    for (const QLatin1StringView name : {"plainTextPath"_L1, "path"_L1, "richTextPath"_L1}) {
        if (const QString path = m_xml.attribute(name); !path.isEmpty())
            source.paths.append(path);
    }
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);)
        parsePart(source);
    for (RefiSelection &selection : source.selections) {
        if (selection.from.isEmpty() && selection.to.isEmpty())
            continue;
        const bool hasPlace = m_points.contains(selection.from) && m_points.contains(selection.to);
        selection.begin = hasPlace ? m_points.value(selection.from) : -1;
        selection.end = hasPlace ? m_points.value(selection.to) : -1;
    }
    return source;
}

/// Of pictures, PDFs and recordings only the text that goes with them is read; what is on all of them is on it.
void RefiParser::parseMedia()
{
    RefiSource all{.guid = guid(), .name = m_xml.attribute("name"_L1), .line = m_xml.line(), .made = made()};
    QList<RefiSource> texts;
    qsizetype lost = 0;
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);) {
        const bool isTranscript = m_xml.isStart("Transcript"_L1);
        if (isTranscript || m_xml.isStart("Representation"_L1) || m_xml.isStart("TextDescription"_L1)) {
            RefiSource text = parseSource();
            if (!isTranscript || text.name.isEmpty())
                text.name = all.name;
            texts.append(text);
        } else if (m_xml.name().endsWith(u"Selection")) {
            lost += parseMediaSelection();
        } else {
            parsePart(all);
        }
    }
    m_reading.goTo(m_file.path, all.line);
    if (texts.isEmpty()) {
        lost += all.codings.size();
        if (lost == 0)
            m_reading.remark(Formats::tr("a picture, PDF or recording without a text was left out"));
        else
            m_reading.remark(
                Formats::tr("“%1”, a picture, PDF or recording without a text, was left out with codings: %2")
                    .arg(all.name, QString::number(lost)));
        return;
    }
    if (lost > 0)
        m_reading.remark(
            Formats::tr("of “%1” the text was read; codings of its pages, pictures or sound were left out: %2")
                .arg(all.name, QString::number(lost)));
    // Cases and sets mean the whole.
    texts.first().guid = all.guid;
    texts.first().codings += all.codings;
    texts.first().notes += all.notes;
    texts.first().others += all.others;
    if (texts.first().description.isEmpty())
        texts.first().description = all.description;
    m_project.sources += texts;
}

/// How many codings are lost with it.
qsizetype RefiParser::parseMediaSelection()
{
    qsizetype codings = 0;
    for (const int depth = m_xml.depth(); m_xml.nextChild(depth);)
        codings += m_xml.isStart("Coding"_L1) ? 1 : 0;
    return codings;
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
    link.element = elementOf(m_xml, m_guids);
    link.hasNotes = link.element.contains(u"<NoteRef");
    return link;
}

RefiSet RefiParser::parseSet()
{
    RefiSet set{guid(), m_xml.attribute("name"_L1), {}, {}, false, {}};
    set.element = elementOf(m_xml, m_guids);
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
    const qint64 line = m_xml.line();
    note.element = elementOf(m_xml, m_guids);
    if (m_reading.failed())
        return;
    RefiParser inner({m_file.path, note.element.toUtf8(), line}, m_guids, m_reading);
    if (inner.m_xml.next())
        note.text = inner.parseSource();
    m_project.notes.append(note);
}

void RefiParser::parseOther()
{
    const QString name = m_xml.name();
    if (name != u"Variables" && name != u"Cases" && name != u"Graphs") {
        m_project.others[u"Project"_s].append(elementOf(m_xml, m_guids));
        return;
    }
    for (const int inner = m_xml.depth(); m_xml.nextChild(inner);) {
        if (name == u"Cases")
            m_project.cases.insert(guid("guid"_L1), m_xml.attribute("name"_L1));
        m_project.others[name].append(elementOf(m_xml, m_guids));
    }
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
            parseOther();
    }
    return m_project;
}

}

RefiProject parseRefi(const NamedFile &file, Reading &reading)
{
    const RefiGuids guids(file.bytes);
    NamedFile sound = withoutControls(file, reading);
    // Scripts leave an empty line in front.
    const QByteArray bare = sound.bytes.trimmed();
    sound.firstLine += sound.bytes.first(sound.bytes.indexOf(bare)).count('\n');
    sound.bytes = bare;
    return RefiParser(sound, guids, reading).parse();
}

}
