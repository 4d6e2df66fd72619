// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/xml.h"

#include <QHash>
#include <QSet>

namespace pq {

/// An element in a text, or a span that stands off it.
struct TeiElement
{
    QString name;
    QString id;
    QList<std::pair<QString, QString>> attributes; ///< qualified names
    TextSpan span;                                 ///< may be empty
    bool isOff = false;
    qsizetype parent = -1; ///< its place among the elements of the text; -1 for the text itself and what is off
};

/// Somebody or something with an xml:id in a list.
struct TeiEntity
{
    QString id;
    QString element; ///< "person", "org", "bibl", …
    QString role;
    QStringList names;
    QList<std::pair<QString, QString>> idnos; ///< type, id
    QString description;
};

struct TeiRelation
{
    QString name;
    QStringList active;
    QStringList passive;
};

struct TeiDocumentText
{
    QString id;
    QString title;
    QString author;
    QString published;
    QString url;
    QStringList header; ///< whole elements
    QStringList notes;
    QString text;
    QList<TeiElement> elements;
};

/// A file of TEI.
struct TeiDocument
{
    QString json;       ///< of ours, in the header of the corpus
    QStringList header; ///< of the corpus, whole elements
    QList<TeiDocumentText> texts;
    QList<TeiEntity> entities;
    QList<TeiRelation> relations;
};

/// Refuses what is no TEI P5, with line and column.
[[nodiscard]] TeiDocument parseTei(const NamedFile &file, Reading &reading);

/// Puts a text together: white space runs become one space and paragraphs are apart, but where it is to be preserved.
class TeiTextBuilder
{
public:
    /// A mark for a place that begins with the next character, to be handed to placeOf() later.
    [[nodiscard]] qsizetype mark();
    [[nodiscard]] TextPosition placeOf(qsizetype mark) const { return {m_marks[mark] < 0 ? m_length : m_marks[mark]}; }
    [[nodiscard]] TextPosition end() const { return {m_length}; }

    void add(QStringView characters, bool isPreserved);
    /// So many line breaks before whatever comes next.
    void breakLine(int breaks);
    /// A word goes on in the next line.
    void joinLines() { m_space = false; }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void emitCharacter(QStringView character);

    QString m_text;
    qsizetype m_length = 0; ///< in code points
    int m_breaks = 0;
    bool m_space = false;
    QList<qsizetype> m_marks; ///< -1 while nothing came
    qsizetype m_open = 0;     ///< marks before it have their places
};

}
