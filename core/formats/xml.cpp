// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/xml.h"

namespace pq {

namespace {

constexpr int mostDepth = 256;

}

XmlReader::XmlReader(const NamedFile &file, Reading &reading)
    : m_file(file.path), m_reading(&reading), m_xml(file.bytes)
{
    m_reading->place = m_file;
}

void XmlReader::refuse(const QString &sentence)
{
    m_reading->goTo(m_file, m_xml.lineNumber());
    m_reading->refuse(Formats::tr("column %1: %2").arg(QString::number(m_xml.columnNumber()), sentence));
}

bool XmlReader::next()
{
    while (!m_reading->failed() && !m_xml.atEnd()) {
        if (m_xml.isEndElement())
            --m_depth;
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            m_reading->goTo(m_file, m_xml.lineNumber());
            if (++m_depth > mostDepth)
                refuse(Formats::tr("elements are nested deeper than %1.").arg(mostDepth));
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
