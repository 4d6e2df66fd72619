// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xml.h"

#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDepth = 256;

/// XML 1.1, which UIMA's tools write, but for its number the same as 1.0 to whoever reads no control characters: those
/// become U+FFFD, which is as long.
QByteArray asXml10(const QByteArray &bytes, bool &hadControls)
{
    static const QRegularExpression declaration(u"\\A(?:\\x{feff})?<\\?xml\\s+version\\s*=\\s*[\"']1\\.1[\"']"_s);
    static const QRegularExpression control(u"&#(?:0*([0-9]{1,2})|x0*([0-9a-fA-F]{1,2}));"_s);
    if (!declaration.match(QString::fromUtf8(bytes.first(qMin(qsizetype(80), bytes.size())))).hasMatch())
        return bytes;
    QByteArray all = bytes;
    all.replace(all.indexOf("1.1"), 3, "1.0");
    if (!QUtf8StringView(all).isValidUtf8())
        return all;
    QString text;
    qsizetype done = 0;
    const QString whole = QString::fromUtf8(all);
    for (const QRegularExpressionMatch &match : control.globalMatch(whole)) {
        const int code = match.hasCaptured(1) ? match.captured(1).toInt() : match.captured(2).toInt(nullptr, 16);
        if (code == 0 || code >= 0x20 || code == '\t' || code == '\n' || code == '\r')
            continue;
        hadControls = true;
        text += whole.mid(done, match.capturedStart() - done) + u"&#xFFFD;"_s;
        done = match.capturedEnd();
    }
    return hadControls ? (text + whole.mid(done)).toUtf8() : all;
}

/// .NET says "utf-16" of what it then keeps in UTF-8.
QByteArray asDeclared(const QByteArray &bytes)
{
    static const QRegularExpression declaration(
        u"\\A(?:\\x{feff})?<\\?xml[^>]*\\sencoding\\s*=\\s*[\"'](utf-16|utf-16le|utf-16be|ucs-2|unicode)[\"']"_s,
        QRegularExpression::CaseInsensitiveOption);
    // What is in UTF-16 has NULs in its declaration.
    const auto match = declaration.match(QString::fromUtf8(bytes.first(qMin(qsizetype(120), bytes.size()))));
    if (!match.hasMatch())
        return bytes;
    const QByteArray said = match.captured(1).toLatin1();
    QByteArray all = bytes;
    return all.replace(all.indexOf(said, all.indexOf("encoding")), said.size(), "utf-8");
}

/// Qt lets control characters pass in names.
bool hasSoundNames(const QXmlStreamReader &xml)
{
    const auto isSound = [](QStringView name) {
        return std::ranges::none_of(name, [](QChar c) { return c < u' ' || c >= u'\xfffe'; });
    };
    const QXmlStreamAttributes attributes = xml.attributes();
    return isSound(xml.name()) && std::ranges::all_of(attributes, isSound, &QXmlStreamAttribute::name);
}

}

XmlReader::XmlReader(const NamedFile &file, Reading &reading)
    : m_file(file.path), m_firstLine(file.firstLine), m_reading(&reading)
{
    m_reading->place = m_file;
    bool hadControls = false;
    m_xml.addData(asDeclared(asXml10(file.bytes, hadControls)));
    if (hadControls)
        m_reading->remark(Formats::tr("control characters, which XML 1.0 cannot hold, were replaced"));
}

void XmlReader::refuse(const QString &sentence)
{
    m_reading->goTo(m_file, line());
    m_reading->refuse(Formats::tr("column %1: %2").arg(QString::number(m_xml.columnNumber()), sentence));
}

bool XmlReader::next()
{
    while (!m_reading->failed() && !m_xml.atEnd()) {
        if (m_xml.isEndElement())
            --m_depth;
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            m_reading->goTo(m_file, line());
            if (++m_depth > mostDepth)
                refuse(Formats::tr("elements are nested deeper than %1.").arg(mostDepth));
            else if (!hasSoundNames(m_xml))
                refuse(Formats::tr("this is not sound XML (a name holds a character that XML has none for)."));
            return !m_reading->failed();
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            refuse(Formats::tr("there is a document type or an entity of its own, which could do harm and is not read. "
                               "Remove it."));
            return false;
        case QXmlStreamReader::Invalid:
            refuse(Formats::tr("this is not sound XML (%1).").arg(m_xml.errorString()));
            return false;
        default:
            break;
        }
    }
    return false;
}

bool XmlReader::nextChild(int parent)
{
    while (next()) {
        if (m_xml.isStartElement() && m_depth == parent + 1)
            return true;
        if (m_xml.isEndElement() && m_depth == parent)
            return false;
    }
    return false;
}

QString XmlReader::text()
{
    QString all;
    const int own = m_depth;
    while (next() && !(m_xml.isEndElement() && m_depth == own)) {
        if (m_xml.isCharacters())
            all += m_xml.text();
    }
    return all;
}

NamedFile withoutControls(NamedFile file, Reading &reading)
{
    static const QRegularExpression reference(u"&#(?:0*([0-9]{1,2})|x0*([0-9a-fA-F]{1,2}));"_s);
    const auto isControl = [](int code) { return code < 0x20 && code != '\t' && code != '\n' && code != '\r'; };
    const auto instead = [](int code) { return code == '\v' || code == '\f' ? "&#10;" : "&#xFFFD;"; };
    if (file.bytes.first(qMin(qsizetype(4), file.bytes.size())).contains('\0'))
        return file;
    QByteArray sound;
    qsizetype done = 0;
    const auto replace = [&](qsizetype at, qsizetype size, int code) {
        sound += QByteArrayView(file.bytes).sliced(done, at - done);
        sound += instead(code);
        done = at + size;
    };
    for (qsizetype i = 0; i < file.bytes.size(); ++i) {
        const auto c = uchar(std::as_const(file.bytes)[i]);
        if (isControl(c)) {
            replace(i, 1, c);
        } else if (c == '&' && QByteArrayView(file.bytes).sliced(i).startsWith("&#")) {
            const auto match = reference.match(QString::fromLatin1(file.bytes.mid(i, 16)), 0,
                                               QRegularExpression::NormalMatch,
                                               QRegularExpression::AnchorAtOffsetMatchOption);
            const int code = match.hasCaptured(1) ? match.captured(1).toInt() : match.captured(2).toInt(nullptr, 16);
            if (match.hasMatch() && isControl(code))
                replace(i, match.capturedLength(), code);
        }
    }
    if (done > 0) {
        reading.remarkOnAll(Formats::tr("Control characters, which XML cannot hold, were replaced"));
        sound += QByteArrayView(file.bytes).sliced(done);
        file.bytes = sound;
    }
    return file;
}

QString xmlText(const QString &text, qsizetype &replaced)
{
    QString all = text;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QChar c = std::as_const(all)[i];
        if (c.isHighSurrogate() && i + 1 < all.size() && std::as_const(all)[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        const ushort code = c.unicode();
        if (c.isSurrogate() || code >= 0xfffe || (code < 0x20 && code != '\t' && code != '\n' && code != '\r')) {
            all[i] = QChar(QChar::ReplacementCharacter);
            ++replaced;
        }
    }
    return all;
}

}
