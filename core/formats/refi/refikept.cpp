// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/refi/refikept.h"

#include "core/formats/jsonread.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

QString RefiKept::toJson() const
{
    QJsonObject all;
    for (const auto &[where, list] : elements.asKeyValueRange())
        all.insert(where, QJsonArray::fromStringList(list));
    return QString::fromUtf8(QJsonDocument(QJsonObject{{"elements"_L1, all}}).toJson(QJsonDocument::Compact));
}

std::optional<RefiKept> RefiKept::of(const Remainder &remainder)
{
    if (remainder.format != u"refi-qda")
        return std::nullopt;
    const QJsonObject content = objectOfJson(remainder.content.toUtf8());
    if (!content.value("elements"_L1).isObject())
        return std::nullopt;
    RefiKept kept;
    const QJsonObject all = content.value("elements"_L1).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        for (const QJsonArray list = each.value().toArray(); const auto &element : list) {
            // Whoever changed it by hand may have broken it.
            QXmlStreamReader reader(element.toString());
            while (!reader.atEnd())
                reader.readNext();
            if (!reader.hasError())
                kept.elements[each.key()].append(element.toString());
        }
    }
    return kept;
}

RefiGuids::RefiGuids(const QByteArray &project)
    : m_space(QUuid::createUuidV5(QUuid(), QCryptographicHash::hash(project, QCryptographicHash::Sha256)))
{
}

QString RefiGuids::plain(QStringView guid) const
{
    static const QRegularExpression form(
        u"^(?:urn:uuid:)?\\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?"
        "([0-9a-f]{12})\\}?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QStringView trimmed = guid.trimmed();
    if (trimmed.isEmpty())
        return {};
    const QRegularExpressionMatch match = form.matchView(trimmed);
    if (!match.hasMatch())
        return QUuid::createUuidV5(m_space, trimmed.toString()).toString(QUuid::WithoutBraces);
    const QUuid id = QUuid::fromString(match.capturedTexts().sliced(1).join(u'-'));
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QString elementOf(XmlReader &xml, const RefiGuids &guids)
{
    static const QSet<QString> references{
        u"guid"_s,         u"targetGUID"_s,   u"originGUID"_s,    u"representedGUID"_s, u"sourceVertex"_s,
        u"targetVertex"_s, u"creatingUser"_s, u"modifyingUser"_s, u"fromSyncPoint"_s,   u"toSyncPoint"_s};
    QString all;
    QXmlStreamWriter writer(&all);
    const int own = xml.depth();
    QString space; // of an element without others in it, where it may be all that it says
    while (true) {
        const QXmlStreamReader &token = xml.token();
        if (token.isStartElement()) {
            space.clear();
            writer.writeStartElement(token.name().toString());
            for (const QXmlStreamAttributes attributes = token.attributes(); const auto &each : attributes) {
                const QString name = each.name().toString();
                if (!each.prefix().isEmpty()) // such as xsi:type, which would need its namespace
                    continue;
                writer.writeAttribute(name,
                                      references.contains(name) ? guids.plain(each.value()) : each.value().toString());
            }
        } else if (token.isEndElement()) {
            if (!space.isEmpty())
                writer.writeCharacters(space);
            space.clear();
            writer.writeEndElement();
            if (xml.depth() == own)
                return all;
        } else if (token.isWhitespace()) {
            space += token.text();
        } else if (token.isCharacters()) {
            writer.writeCharacters(space + token.text().toString());
            space.clear();
        }
        const bool isEnd = token.isEndElement();
        if (!xml.next())
            return all;
        if (isEnd && xml.token().isWhitespace() && !xml.next())
            return all;
    }
}

QString textIn(const QStringList &elements, const QString &name)
{
    QStringList texts;
    for (const QString &element : elements) {
        QXmlStreamReader token(element);
        if (token.readNextStartElement() && token.name() == name)
            texts.append(token.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    return texts.join(u"\n\n"_s);
}

namespace {

/// Whether the element at @p token, within one called @p parent, can be done without and points at what is not there.
bool isLoose(const QXmlStreamReader &token, const QString &parent, const QSet<QString> &there)
{
    static const QSet<QString> references{u"MemberCode"_s, u"MemberSource"_s, u"MemberNote"_s, u"NoteRef"_s,
                                          u"SourceRef"_s,  u"SelectionRef"_s, u"Link"_s};
    const bool isOfCase = token.name() == u"CodeRef" && parent == u"Case";
    if (!isOfCase && !references.contains(token.name().toString()))
        return false;
    const QXmlStreamAttributes attributes = token.attributes();
    return std::ranges::any_of(attributes, [&](const QXmlStreamAttribute &each) {
        return (each.name() == u"targetGUID" || each.name() == u"originGUID")
            && !there.contains(each.value().toString());
    });
}

bool isLoose(const QXmlStreamAttribute &attribute, const QSet<QString> &there)
{
    const bool isReference = attribute.name() == u"representedGUID" || attribute.name() == u"creatingUser"
        || attribute.name() == u"modifyingUser";
    return isReference && !there.contains(attribute.value().toString());
}

}

void writeElement(QXmlStreamWriter &writer, const QString &element, const QSet<QString> &there)
{
    QXmlStreamReader token(element);
    QStringList open;
    int left = 0; // elements that are open and not written
    while (!token.atEnd()) {
        token.readNext();
        if (token.isStartElement()) {
            if (left > 0 || isLoose(token, open.isEmpty() ? QString() : open.last(), there)) {
                ++left;
                continue;
            }
            open.append(token.name().toString());
            writer.writeStartElement(open.last());
            for (const QXmlStreamAttributes attributes = token.attributes(); const auto &each : attributes) {
                if (!isLoose(each, there))
                    writer.writeAttribute(each.name().toString(), each.value().toString());
            }
        } else if (token.isEndElement()) {
            if (left > 0) {
                --left;
            } else {
                writer.writeEndElement();
                open.removeLast();
            }
        } else if (token.isCharacters() && left == 0) {
            writer.writeCharacters(token.text().toString());
        }
    }
}

void addGuids(const QString &element, QSet<QString> &guids)
{
    QXmlStreamReader token(element);
    while (!token.atEnd()) {
        if (token.readNext() == QXmlStreamReader::StartElement && token.attributes().hasAttribute("guid"_L1))
            guids.insert(token.attributes().value("guid"_L1).toString());
    }
}

}
