// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teikept.h"

#include "core/formats/jsonread.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView tei("http://www.tei-c.org/ns/1.0");

}

QString TeiKept::toJson() const
{
    QJsonObject content{{"header"_L1, QJsonArray::fromStringList(header)}};
    if (!structure.isEmpty()) {
        content.insert("version"_L1, version.toString());
        content.insert("structure"_L1, pq::toJson(structure));
    }
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

std::optional<TeiKept> TeiKept::of(const Remainder &remainder)
{
    if (remainder.format != u"tei")
        return std::nullopt;
    const QJsonObject content = objectOfJson(remainder.content.toUtf8());
    if (!content.value("header"_L1).isArray())
        return std::nullopt;
    TeiKept kept;
    for (const QJsonArray all = content.value("header"_L1).toArray(); const auto &each : all) {
        // Whoever changed it by hand may have broken it.
        QXmlStreamReader reader(each.toString());
        while (!reader.atEnd())
            reader.readNext();
        if (!reader.hasError())
            kept.header.append(each.toString());
    }
    kept.version = VersionId::fromString(content.value("version"_L1).toString());
    kept.structure = structureFrom(content.value("structure"_L1).toArray());
    return kept;
}

QString wholeElement(XmlReader &xml, const QXmlStreamNamespaceDeclarations &outer)
{
    QString all;
    QXmlStreamWriter writer(&all);
    const int own = xml.depth();
    for (bool isFirst = true;; isFirst = false) {
        const QXmlStreamReader &token = xml.token();
        if (token.isStartElement()) {
            writer.writeStartElement(token.qualifiedName().toString());
            QStringList declared;
            const auto declare = [&](const QXmlStreamNamespaceDeclaration &each) {
                const QString prefix = each.prefix().toString();
                const bool isOurs = prefix.isEmpty() && each.namespaceUri() == tei;
                if (isOurs || declared.contains(prefix))
                    return;
                declared.append(prefix);
                writer.writeAttribute(prefix.isEmpty() ? u"xmlns"_s : u"xmlns:"_s + prefix,
                                      each.namespaceUri().toString());
            };
            for (const auto inner = token.namespaceDeclarations(); const auto &each : inner)
                declare(each);
            for (const auto &each : outer) {
                if (isFirst && !each.prefix().isEmpty())
                    declare(each);
            }
            for (const QXmlStreamAttributes attributes = token.attributes(); const auto &each : attributes)
                writer.writeAttribute(each.qualifiedName().toString(), each.value().toString());
        } else if (token.isEndElement()) {
            writer.writeEndElement();
            if (xml.depth() == own)
                return all;
        } else if (token.isCharacters()) {
            writer.writeCharacters(token.text().toString());
        }
        if (!xml.next())
            return all;
    }
}

QString nameOfWhole(const QString &element)
{
    QXmlStreamReader token(element);
    token.setNamespaceProcessing(false);
    (void)token.readNextStartElement();
    return token.name().toString();
}

namespace {

/// Pointers are words that begin with "#".
QString pointingElsewhere(const QString &value, const QHash<QString, QString> &ids)
{
    QStringList words = value.split(u' ');
    for (QString &word : words) {
        if (word.startsWith(u'#'))
            word = u'#' + ids.value(word.sliced(1), word.sliced(1));
    }
    return words.join(u' ');
}

/// An element once more; each xml:id that is in @p ids, and whatever points at it, as that says.
void writeWhole(QXmlStreamWriter &writer, const QString &element, const QHash<QString, QString> &ids = {})
{
    QXmlStreamReader token(element);
    token.setNamespaceProcessing(false);
    while (!token.atEnd()) {
        token.readNext();
        if (token.isStartElement()) {
            writer.writeStartElement(token.qualifiedName().toString());
            for (const QXmlStreamAttributes attributes = token.attributes(); const auto &each : attributes) {
                const QString value = each.value().toString();
                writer.writeAttribute(each.qualifiedName().toString(),
                                      each.qualifiedName() == u"xml:id" ? ids.value(value, value)
                                                                        : pointingElsewhere(value, ids));
            }
        } else if (token.isEndElement()) {
            writer.writeEndElement();
        } else if (token.isCharacters()) {
            writer.writeCharacters(token.text().toString());
        }
    }
}

QStringList idsOf(const QString &element)
{
    QXmlStreamReader token(element);
    token.setNamespaceProcessing(false);
    QStringList ids;
    while (!token.atEnd()) {
        if (token.readNext() != QXmlStreamReader::StartElement)
            continue;
        for (const QXmlStreamAttributes attributes = token.attributes(); const auto &each : attributes) {
            if (each.qualifiedName() == u"xml:id")
                ids.append(each.value().toString());
        }
    }
    return ids;
}

}

bool saysTitle(const QStringList &kept, const QString &title, const QString &author)
{
    QHash<QString, QString> said;
    for (const QString &each : kept) {
        if (nameOfWhole(each) != u"titleStmt")
            continue;
        QXmlStreamReader token(each);
        token.setNamespaceProcessing(false);
        (void)token.readNextStartElement();
        while (token.readNextStartElement()) {
            QString &words = said[token.name().toString()];
            const QString here = token.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
            if (words.isEmpty())
                words = here;
        }
    }
    return !title.isEmpty() && said.value(u"title"_s) == title && said.value(u"author"_s) == author;
}

bool writeKept(QXmlStreamWriter &writer, const QStringList &kept, QStringView name)
{
    bool isThere = false;
    for (const QString &each : kept) {
        if (nameOfWhole(each) != name)
            continue;
        writeWhole(writer, each);
        isThere = true;
    }
    return isThere;
}

void writeKeptBehind(QXmlStreamWriter &writer, const QStringList &kept)
{
    static const QStringList ofFile{u"titleStmt"_s,  u"editionStmt"_s, u"extent"_s,    u"publicationStmt"_s,
                                    u"seriesStmt"_s, u"notesStmt"_s,   u"sourceDesc"_s};
    QString revisions;
    for (const QString &each : kept) {
        const QString name = nameOfWhole(each);
        if (name == u"revisionDesc")
            revisions = each;
        else if (!ofFile.contains(name))
            writeWhole(writer, each);
    }
    if (!revisions.isEmpty())
        writeWhole(writer, revisions);
}

TeiKept TeiKeptIds::madeUnique(const TeiKept &kept, const QString &prefix)
{
    static const QRegularExpression own(u"\\A[a-z]-[0-9a-f]{8}-"_s); // ids of what Pullquote writes itself
    QStringList ids;
    for (const QString &element : kept.header)
        ids += idsOf(element);
    for (const TeiElement &element : kept.structure) {
        if (!element.id.isEmpty())
            ids.append(element.id);
    }
    QHash<QString, QString> changed;
    QSet<QString> unchanged;
    for (const QString &id : std::as_const(ids)) {
        if (m_taken.contains(id) || own.match(id).hasMatch())
            changed.insert(id, prefix + u'.' + id);
        else
            unchanged.insert(id);
    }
    m_taken += unchanged;
    if (changed.isEmpty())
        return kept;
    TeiKept all = kept;
    for (QString &element : all.header) {
        QString whole;
        QXmlStreamWriter writer(&whole);
        writeWhole(writer, element, changed);
        element = whole;
    }
    for (TeiElement &element : all.structure) {
        element.id = changed.value(element.id, element.id);
        for (auto &[name, value] : element.attributes)
            value = pointingElsewhere(value, changed);
    }
    return all;
}

}
