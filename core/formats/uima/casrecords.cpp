// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casrecords.h"

#include "core/formats/xml.h"

#include <QJsonArray>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView package("pullquote.");

/// Each type and its features, which are strings unless they end in # (number), ? (truth value), & (annotation),
/// [] (strings), *Type (array) or >Type. An underscore at the end of a name is no part of the member's: Python, in
/// which CAS are read as well, has no room for a feature "from".
constexpr const char *table[] = {
    "Annotator id name",
    "Tagset id name description",
    "Tag id tagset parent name colour key description position# retired? attributes*TagAttribute layer",
    "TagAttribute id name kind choices[] feature",
    "Entity id kind name aliases[] externalIds*ExternalId description",
    "ExternalId scheme value",
    "Portrayal id performer character work episodes",
    "Article id title outlet byline published url added versions*Version",
    "Version id number# sourceName encoding encodingGuessed? repairs*Repair correction added",
    "Repair kind count#",
    "Passage id first& tag state annotator created hidden?",
    "Relation id arc& label values*RelationValue state annotator created hidden?",
    "RelationValue name feature",
    "Claim id kind summary passages*ClaimPassage participants*Participant state annotator created assignee",
    "ClaimPassage passage& role",
    "Participant entity role evidence&",
    "Link id from_ to kind state annotator created",
    "Evidence id claim kind stance passage& title url locator contact retrieved sha256 annotator created",
    "Verdict id claim value reason annotator created",
    "SignOff id verdict annotator created",
    "Note id target>NoteTarget parent body resolved? annotator created",
    "NoteTarget article passage& claim entity tag",
    "Remainder id article format content",
    "Rest id",
};

CasFeature featureOf(QStringView entry)
{
    const auto named = [&entry](qsizetype suffix) { return entry.chopped(suffix).toString(); };
    if (entry.endsWith(u'#'))
        return {named(1), Uima::longInteger};
    if (entry.endsWith(u'?'))
        return {named(1), Uima::boolean};
    if (entry.endsWith(u'&'))
        return {named(1), Uima::top};
    if (entry.endsWith("[]"_L1))
        return {named(2), Uima::stringArray};
    if (const qsizetype star = entry.indexOf(u'*'); star > 0)
        return {entry.first(star).toString(), Uima::fsArray, package + entry.sliced(star + 1).toString()};
    if (const qsizetype arrow = entry.indexOf(u'>'); arrow > 0)
        return {entry.first(arrow).toString(), package + entry.sliced(arrow + 1).toString()};
    return {entry.toString(), Uima::string};
}

QString memberOf(const QString &feature)
{
    return feature.endsWith(u'_') ? feature.chopped(1) : feature;
}

QString escaped(const QString &text)
{
    QString all;
    all.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        qsizetype unfit = 0;
        const qsizetype width = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate() ? 2 : 1;
        const QString character = text.sliced(i, width);
        (void)xmlText(character, unfit);
        if (c == u'\\')
            all += u"\\\\"_s;
        else if (unfit > 0)
            all += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            all += character;
        i += width - 1;
    }
    return all;
}

QString unescaped(const QString &text)
{
    QString all;
    all.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size()) {
            all += text[i];
            continue;
        }
        bool isCode = false;
        const ushort code = text[i + 1] == u'u' ? QStringView(text).mid(i + 2, 4).toUShort(&isCode, 16) : ushort(0);
        all += isCode ? QChar(code) : text[i + 1];
        i += isCode ? 5 : 1;
    }
    return all;
}

/// Structures of the arrays that @p value needs come before what refers to them.
class RecordWriter
{
public:
    RecordWriter(Cas &cas, qint64 &nextId, const std::function<qint64(const QString &)> &annotationOf)
        : m_cas(cas), m_nextId(nextId), m_annotationOf(annotationOf)
    {
    }

    qint64 write(const QString &type, const QJsonObject &object)
    {
        FeatureStructure structure{m_nextId++, type};
        for (const CasFeature &feature : recordTypes().featuresOf(type)) {
            const CasValue value = valueOf(feature, object.value(memberOf(feature.name)));
            if (value.kind != CasValue::Kind::Null)
                structure.members.append({feature.name, value});
        }
        m_cas.structures.append(structure);
        return structure.id;
    }

private:
    CasValue valueOf(const CasFeature &feature, const QJsonValue &value)
    {
        if (value.isBool())
            return CasValue::of(value.toBool() ? u"true"_s : u"false"_s);
        if (value.isDouble()) {
            return feature.range == Uima::top ? CasValue::to(value.toInteger())
                                              : CasValue::of(QString::number(value.toInteger()));
        }
        if (value.isObject())
            return CasValue::to(write(feature.range, value.toObject()));
        if (value.isArray())
            return value.toArray().isEmpty() ? CasValue{} : CasValue::to(writeArray(feature, value.toArray()));
        if (value.toString().isEmpty())
            return {};
        if (feature.range == Uima::top)
            return CasValue::to(m_annotationOf(value.toString()));
        return CasValue::of(escaped(value.toString()));
    }

    qint64 writeArray(const CasFeature &feature, const QJsonArray &array)
    {
        FeatureStructure structure{m_nextId++, feature.range};
        for (const auto &element : array) {
            structure.elements.append(element.isObject() ? CasValue::to(write(feature.elementType, element.toObject()))
                                                         : CasValue::of(escaped(element.toString())));
        }
        m_cas.structures.append(structure);
        return structure.id;
    }

    Cas &m_cas;
    qint64 &m_nextId;
    const std::function<qint64(const QString &)> &m_annotationOf;
};

/// No record is nested deeper; a circle of references in somebody's file ends here.
constexpr int mostDepth = 8;

QJsonObject readNested(const CasIndex &index, const FeatureStructure &structure,
                       const std::function<QString(qint64)> &passageOf, int depth)
{
    QJsonObject object;
    for (const auto &[featureName, value] : structure.members) {
        const CasFeature *feature = recordTypes().feature(structure.type, featureName);
        if (!feature || depth > mostDepth)
            continue;
        const QString name = memberOf(featureName);
        if (value.kind == CasValue::Kind::Text) {
            if (feature->range == Uima::boolean)
                object.insert(name, value.text == "true"_L1 || value.text == "1"_L1);
            else if (feature->range == Uima::longInteger)
                object.insert(name, value.text.toLongLong());
            else
                object.insert(name, unescaped(value.text));
            continue;
        }
        const FeatureStructure *target = index.find(value.id);
        if (feature->range == Uima::top) {
            if (const QString passage = passageOf(value.id); !passage.isEmpty())
                object.insert(name, passage);
        } else if (target && Uima::isArray(target->type)) {
            QJsonArray array;
            for (const CasValue &element : target->elements) {
                if (const FeatureStructure *nested = index.find(element.id))
                    array.append(readNested(index, *nested, passageOf, depth + 1));
                else if (element.kind == CasValue::Kind::Text)
                    array.append(unescaped(element.text));
            }
            object.insert(name, array);
        } else if (target) {
            object.insert(name, readNested(index, *target, passageOf, depth + 1));
        }
    }
    return object;
}

}

const TypeSystem &recordTypes()
{
    // A type system remembers what it was asked for, which two threads cannot do at once.
    thread_local const TypeSystem all = [] {
        TypeSystem types;
        for (const char *row : table) {
            const QStringList entries = QString::fromLatin1(row).split(u' ');
            CasType type{package + entries.first(), Uima::top};
            for (const QString &entry : entries.sliced(1))
                type.features.append(featureOf(entry));
            types.add(type);
        }
        return types;
    }();
    return all;
}

QString recordKind(const QString &type)
{
    if (!type.startsWith(package) || !recordTypes().feature(type, u"id"_s))
        return {};
    const QString name = type.sliced(package.size());
    // Parts of lines have ids, too.
    if (name == "TagAttribute"_L1 || name == "Version"_L1)
        return {};
    return name.first(1).toLower() + name.sliced(1);
}

qint64 addRecord(Cas &cas, qint64 &nextId, const QJsonObject &record,
                 const std::function<qint64(const QString &)> &annotationOf)
{
    const QString kind = record.value("type"_L1).toString();
    return RecordWriter(cas, nextId, annotationOf).write(package + kind.first(1).toUpper() + kind.sliced(1), record);
}

QJsonObject readRecord(const CasIndex &index, const FeatureStructure &structure,
                       const std::function<QString(qint64)> &passageOf)
{
    QJsonObject object = readNested(index, structure, passageOf, 0);
    object.insert("type"_L1, recordKind(structure.type));
    return object;
}

}
