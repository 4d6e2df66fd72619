// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/format.h"

#include <QXmlStreamReader>

namespace pq {

/// QXmlStreamReader for files from anywhere. A DOCTYPE (and with it every entity of its own), elements nested deeper
/// than 256 and whatever is not well-formed are refused with line and column. XML 1.1 is read as 1.0, and what says
/// that it is UTF-16 but is not as UTF-8.
class XmlReader
{
public:
    /// Both must outlive this.
    XmlReader(const NamedFile &file, Reading &reading);

    /// To the next token that is no comment or processing instruction. False at the end, and after a refusal.
    bool next();
    /// To the next start of a child of the open element of the depth @p parent, over what is within and between its
    /// children; false at that element's end. As in: const int own = xml.depth(); while (xml.nextChild(own)) …
    bool nextChild(int parent);
    /// The text of the current element with its children's, up to its end.
    [[nodiscard]] QString text();

    [[nodiscard]] const QXmlStreamReader &token() const { return m_xml; }
    [[nodiscard]] bool isStart(QLatin1StringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    [[nodiscard]] QString name() const { return m_xml.name().toString(); }
    [[nodiscard]] QString attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }
    [[nodiscard]] int depth() const { return m_depth; } ///< of open elements, the current one included
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber() + m_firstLine - 1; }
    /// Refuses with the line and column where the reader is.
    void refuse(const QString &sentence);

private:
    QString m_file;
    qint64 m_firstLine;
    Reading *m_reading;
    QXmlStreamReader m_xml;
    int m_depth = 0;
};

/// @p file with control characters, which XML 1.0 cannot hold but some programs write, replaced: vertical tabs and form
/// feeds by line feeds, others by U+FFFD. What is in UTF-16 is left as it is.
[[nodiscard]] NamedFile withoutControls(NamedFile file, Reading &reading);

/// @p text with U+FFFD for each character that XML 1.0 cannot hold (controls, lone surrogates, U+FFFE and U+FFFF), so
/// that positions stay; @p replaced counts them.
[[nodiscard]] QString xmlText(const QString &text, qsizetype &replaced);

}
