// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casjson.h"

#include "core/formats/distinctnames.h"

#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Numbers above are not exact in JSON.
constexpr double largestId = 9007199254740992.0;

QByteArray hexOf(const QString &base64)
{
    return QByteArray::fromBase64(base64.toLatin1()).toHex();
}

/// "uima.cas.Integer[]" is what everywhere else is "uima.cas.IntegerArray".
QString canonical(const QString &type)
{
    if (!type.startsWith("uima.cas."_L1) || !type.endsWith("[]"_L1))
        return type;
    const QString element = type.chopped(2);
    return element == Uima::top ? QString(Uima::fsArray) : element + u"Array"_s;
}

/// As Java has it: "1.0", "1.0E20".
QString floatText(double number)
{
    QString text = QString::number(number, 'g', QLocale::FloatingPointShortest).toUpper().remove(u'+');
    if (!text.contains(u'.'))
        text.insert(text.contains(u'E') ? text.indexOf(u'E') : text.size(), u".0"_s);
    return text;
}

QString rangeOf(const TypeSystem &types, const QString &type, const QString &feature)
{
    const CasFeature *declared = types.feature(type, feature);
    return declared ? declared->range : QString(Uima::string);
}

/// A number of up to 64 bits, which is exact.
bool isWhole(const QJsonValue &number)
{
    return number.toVariant().typeId() == QMetaType::LongLong;
}

/// A feature or an element of the range @p range.
QString textOf(const QJsonValue &value, const QString &range)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return value.toString();
    return isWhole(value) && !Uima::isFloat(range) ? QString::number(value.toInteger()) : floatText(value.toDouble());
}

// Writing

/// Neither "NaN" nor "Infinity".
bool isFinite(const QString &number)
{
    bool isNumber = false;
    return std::isfinite(number.toDouble(&isNumber)) && isNumber;
}

void writePrimitive(JsonWriter &json, const QString &declared, const QString &text, CasValues values)
{
    const QString range = values == CasValues::AsText ? QString(Uima::string) : declared;
    static const QRegularExpression number(u"\\A-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\\z"_s);
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    if (Uima::isWholeNumber(range) && isWhole)
        json.value(whole);
    else if (Uima::isFloat(range) && number.match(text).hasMatch()) // other programs take no "1" for a float
        json.json(text.contains(u'.') || text.contains(u'E', Qt::CaseInsensitive) ? text.toLatin1()
                                                                                  : text.toLatin1() + ".0");
    else if (Uima::isFloat(range) && isFinite(text))
        json.json(floatText(text.toDouble()).toLatin1());
    else if (range == Uima::boolean && (text == "true"_L1 || text == "false"_L1))
        json.value(text == "true"_L1);
    else
        json.value(text);
}

/// The range of the elements of a primitive array; empty for one of references, and for what is no array.
QString elementRange(const QString &array)
{
    constexpr QLatin1StringView end("Array");
    return Uima::holdsReferences(array) || !array.endsWith(end) ? QString() : array.chopped(end.size());
}

void writeElements(JsonWriter &json, const FeatureStructure &structure, CasValues values)
{
    json.key(u"%ELEMENTS");
    if (structure.type == Uima::byteArray) {
        const QString hex = structure.elements.isEmpty() ? QString() : structure.elements.first().text;
        json.value(QString::fromLatin1(QByteArray::fromHex(hex.toLatin1()).toBase64()));
        return;
    }
    json.beginArray();
    const QString range = elementRange(structure.type);
    for (const CasValue &element : structure.elements) {
        if (element.kind == CasValue::Kind::Null)
            json.json("null");
        else if (element.kind == CasValue::Kind::Reference)
            json.value(element.id);
        else
            writePrimitive(json, range, element.text, values);
    }
    json.end();
}

void writeStructure(JsonWriter &json, const Cas &cas, const FeatureStructure &structure, CasValues values)
{
    json.beginObject();
    json.member("%ID"_L1, structure.id);
    json.member("%TYPE"_L1, structure.type);
    if (Uima::isArray(structure.type))
        writeElements(json, structure, values);
    for (const auto &[name, value] : structure.members) {
        const QString range = rangeOf(cas.types, structure.type, name);
        if (value.kind == CasValue::Kind::Reference) {
            json.key(u'@' + name);
            json.value(value.id);
        } else if (value.kind == CasValue::Kind::Text) {
            json.key(Uima::isFloat(range) && !isFinite(value.text) ? u'#' + name : name);
            writePrimitive(json, range, value.text, values);
        }
    }
    json.end();
}

}

void writeTypes(JsonWriter &json, const TypeSystem &types)
{
    json.beginObject();
    for (const CasType &type : types.types()) {
        json.key(type.name);
        json.beginObject();
        json.member("%NAME"_L1, type.name);
        json.member("%SUPER_TYPE"_L1, type.super);
        if (!type.description.isEmpty())
            json.member("%DESCRIPTION"_L1, type.description);
        for (const CasFeature &feature : type.features) {
            const bool isTyped = feature.range == Uima::fsArray && !feature.elementType.isEmpty();
            json.key(feature.name);
            json.beginObject();
            json.member("%NAME"_L1, feature.name);
            json.member("%RANGE"_L1, isTyped ? feature.elementType + u"[]"_s : feature.range);
            if (!feature.elementType.isEmpty() && !isTyped)
                json.member("%ELEMENT_TYPE"_L1, feature.elementType);
            if (!feature.description.isEmpty())
                json.member("%DESCRIPTION"_L1, feature.description);
            if (feature.sharesArrays)
                json.member("%MULTIPLE_REFERENCES_ALLOWED"_L1, true);
            json.end();
        }
        json.end();
    }
    json.end();
}

void writeCas(JsonWriter &json, const Cas &cas, CasValues values)
{
    json.beginObject();
    json.key(u"%TYPES");
    writeTypes(json, cas.types);
    json.beginArray("%FEATURE_STRUCTURES"_L1);
    // Sofas have to stand before what refers to them, and their bytes before them.
    QSet<qint64> first;
    for (const FeatureStructure &structure : cas.structures) {
        if (structure.type == Uima::sofa)
            first += {structure.reference(u"sofaArray"), structure.id};
    }
    for (const bool isArray : {true, false}) {
        for (const FeatureStructure &structure : cas.structures) {
            if (first.contains(structure.id) && (structure.type != Uima::sofa) == isArray)
                writeStructure(json, cas, structure, values);
        }
    }
    for (const FeatureStructure &structure : cas.structures) {
        if (!first.contains(structure.id))
            writeStructure(json, cas, structure, values);
    }
    json.end();
    json.beginObject("%VIEWS"_L1);
    DistinctNames names(u"_%1"_s); // there may be none, or one twice
    for (const CasView &view : cas.views) {
        json.key(names.take(view.name));
        json.beginObject();
        if (view.sofa != 0)
            json.member("%SOFA"_L1, view.sofa);
        json.beginArray("%MEMBERS"_L1);
        for (const qint64 member : view.members)
            json.value(member);
        json.end();
        json.end();
    }
    json.end();
    json.end();
}

namespace {

// Reading

/// Names of types and views are those of members, too, where QJson takes none with a NUL.
void refuseNull(const QString &name, Reading &reading)
{
    if (name.contains(QChar(u'\0')))
        reading.refuse(Formats::tr("the name of a type or a view holds a NUL. Remove it."));
}

/// Before the names of structures' members such marks say what their values are.
void refuseMark(const QString &feature, Reading &reading)
{
    static const QString marks = u"@^#%"_s;
    if (!feature.isEmpty() && marks.contains(feature.front()))
        reading.refuse(Formats::tr("the name of the feature “%1” begins with a mark of this format.").arg(feature));
}

class CasJsonReader
{
public:
    explicit CasJsonReader(Reading &reading) : m_reading(reading) {}
    Cas read(const QJsonObject &object);

private:
    qint64 idIn(const QJsonValue &value, const QString &what);
    void readStructure(const QJsonObject &object, const QString &key);
    void takeNamesake(qsizetype other, const FeatureStructure &structure);
    void readMember(FeatureStructure &structure, const QString &key, const QJsonValue &value);
    void readElements(FeatureStructure &structure, const QJsonValue &value);
    void infer(const FeatureStructure &structure, QStringView key, const QString &feature, const QJsonValue &value);

    Reading &m_reading;
    Cas m_cas;
    QSet<qint64> m_ids;
    QSet<qint64> m_replaced; ///< empty sofas, by what has their number
    QMap<std::pair<QString, QString>, QString> m_guessed; ///< ranges, by types and features
};

qint64 CasJsonReader::idIn(const QJsonValue &value, const QString &what)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || std::floor(number) != number || number > largestId) {
        m_reading.refuse(Formats::tr("%1 must be the whole number of a feature structure.").arg(what));
        return 0;
    }
    return value.toInteger();
}

/// Of a feature that no type declares; as one number of many may have a fraction, it is declared in the end.
void CasJsonReader::infer(const FeatureStructure &structure, QStringView key, const QString &feature,
                          const QJsonValue &value)
{
    if (m_cas.types.feature(structure.type, feature))
        return;
    const QString fraction = u"uima.cas.Double"_s;
    QString range = Uima::string;
    if (key.startsWith(u'@'))
        range = Uima::top;
    else if (value.isBool())
        range = Uima::boolean;
    else if (key.startsWith(u'#'))
        range = fraction;
    else if (value.isDouble())
        range = isWhole(value) ? QString(Uima::longInteger) : fraction;
    QString &known = m_guessed[{structure.type, feature}];
    if (known.isEmpty() || (known == Uima::longInteger && range == fraction))
        known = range;
}

void CasJsonReader::readElements(FeatureStructure &structure, const QJsonValue &value)
{
    if (structure.type == Uima::byteArray) {
        structure.elements = {CasValue::of(QString::fromLatin1(hexOf(value.toString())))};
        return;
    }
    if (!value.isArray())
        m_reading.refuse(Formats::tr("“%ELEMENTS” of the structure %1 must be an array.").arg(structure.id));
    const bool areReferences = Uima::holdsReferences(structure.type);
    const QString range = elementRange(structure.type);
    for (const QJsonArray array = value.toArray(); const auto &element : array) {
        if (element.isNull())
            structure.elements.append(CasValue{});
        else if (areReferences)
            structure.elements.append(
                CasValue::to(idIn(element, Formats::tr("An element of the structure %1").arg(structure.id))));
        else
            structure.elements.append(CasValue::of(textOf(element, range)));
    }
}

void CasJsonReader::readMember(FeatureStructure &structure, const QString &key, const QJsonValue &value)
{
    const bool isReference = key.startsWith(u'@');
    const QString name = isReference || key.startsWith(u'^') || key.startsWith(u'#') ? key.sliced(1) : key;
    if (value.isNull() || name.isEmpty())
        return;
    refuseMark(name, m_reading);
    if (value.isArray() || value.isObject()) {
        m_reading.refuse(Formats::tr("“%1” of the structure %2 must be a string, a number or true or false.")
                             .arg(name)
                             .arg(structure.id));
        return;
    }
    infer(structure, key, name, value);
    if (isReference)
        structure.set(name,
                      CasValue::to(idIn(value, Formats::tr("“%1” of the structure %2").arg(key).arg(structure.id))));
    else
        structure.set(name, CasValue::of(textOf(value, rangeOf(m_cas.types, structure.type, name))));
}

/// Where one of two of a number is an empty sofa, that was nobody's.
void CasJsonReader::takeNamesake(qsizetype other, const FeatureStructure &structure)
{
    FeatureStructure &there = m_cas.structures[other];
    if (!isEmptySofa(there) && !isEmptySofa(structure)) {
        m_reading.refuse(Formats::tr("there are two feature structures with the “%ID” %1.").arg(structure.id));
        return;
    }
    if (there.type != structure.type)
        m_replaced.insert(structure.id);
    if (isEmptySofa(there))
        there = structure;
    m_reading.remark(Formats::tr("a view without a text has the number of another's text and was left out"));
}

void CasJsonReader::readStructure(const QJsonObject &object, const QString &key)
{
    FeatureStructure structure;
    structure.id = key.isEmpty() ? idIn(object.value("%ID"_L1), u"“%ID”"_s) : key.toLongLong();
    structure.type = canonical(object.value("%TYPE"_L1).toString());
    const qsizetype namesake = m_ids.contains(structure.id)
        ? std::ranges::find(m_cas.structures, structure.id, &FeatureStructure::id) - m_cas.structures.begin()
        : qsizetype(-1);
    if (structure.id <= 0 || structure.type.isEmpty()) {
        m_reading.refuse(Formats::tr("a feature structure needs a “%ID” from 1 and a “%TYPE” "
                                     "(“%ID”: %1, “%TYPE”: “%2”).")
                             .arg(textOf(object.value("%ID"_L1), Uima::longInteger), structure.type));
        return;
    }
    m_ids.insert(structure.id);
    if (!m_cas.types.knows(structure.type) && !Uima::isArray(structure.type)) {
        const bool isAnnotation = object.contains("@sofa"_L1)
            && (object.contains("begin"_L1) || object.contains("^begin"_L1));
        m_cas.types.add(CasType{structure.type, isAnnotation ? Uima::annotation : Uima::top});
    }
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        if (member.key() == "%ELEMENTS"_L1)
            readElements(structure, member.value());
        else if (!member.key().startsWith(u'%'))
            readMember(structure, member.key(), member.value());
        else if (member.key() != "%ID"_L1 && member.key() != "%TYPE"_L1)
            m_reading.remark(Formats::tr("“%1” of structures is not known and was left out").arg(member.key()));
    }
    refuseNull(structure.type, m_reading);
    if (structure.type == Uima::sofa)
        refuseNull(structure.text(u"sofaID"), m_reading);
    if (namesake < 0)
        m_cas.structures.append(structure);
    else
        takeNamesake(namesake, structure);
}

Cas CasJsonReader::read(const QJsonObject &object)
{
    static const QSet<QString> known = {u"%HEADER"_s, u"%TYPES"_s, u"%FEATURE_STRUCTURES"_s, u"%VIEWS"_s};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            m_reading.remark(Formats::tr("the key “%1” is not known and was left out").arg(key));
    }
    m_cas.types = readTypes(object.value("%TYPES"_L1).toObject(), m_reading);
    for (const CasType &type : m_cas.types.types()) {
        for (const CasFeature &feature : type.features)
            refuseMark(feature.name, m_reading);
    }
    const QJsonValue structures = object.value("%FEATURE_STRUCTURES"_L1);
    if (!structures.isArray() && !structures.isObject())
        m_reading.refuse(Formats::tr("this is no CAS: it has no “%FEATURE_STRUCTURES”."));
    for (const QJsonArray array = structures.toArray(); const auto &each : array) {
        if (!m_reading.failed())
            readStructure(each.toObject(), {});
    }
    const QJsonObject map = structures.toObject();
    for (auto each = map.constBegin(); each != map.constEnd() && !m_reading.failed(); ++each)
        readStructure(each.value().toObject(), each.key());

    const QJsonObject views = object.value("%VIEWS"_L1).toObject();
    for (auto each = views.constBegin(); each != views.constEnd() && !m_reading.failed(); ++each) {
        const QJsonObject given = each.value().toObject();
        CasView view{each.key()};
        if (const QJsonValue sofa = given.value("%SOFA"_L1); sofa.isDouble())
            view.sofa = idIn(sofa, u"“%SOFA”"_s);
        for (const QJsonArray members = given.value("%MEMBERS"_L1).toArray(); const auto &member : members) {
            const qint64 id = idIn(member, u"“%MEMBERS”"_s);
            if (m_ids.contains(id))
                view.members.append(id);
            else if (id != 0)
                m_reading.remark(Formats::tr("a view has a structure that is not there"));
        }
        if (m_replaced.contains(view.sofa))
            view.sofa = 0;
        if (view.sofa != 0 || !view.members.isEmpty())
            m_cas.views.append(view);
    }
    for (const auto &[place, range] : m_guessed.asKeyValueRange())
        m_cas.types.addFeature(place.first, {place.second, range});
    m_cas.uniteViews();
    m_cas.addMissingViews();
    return m_cas;
}

}

TypeSystem readTypes(const QJsonObject &object, Reading &reading)
{
    TypeSystem types;
    for (auto each = object.constBegin(); each != object.constEnd(); ++each) {
        const QJsonObject given = each.value().toObject();
        CasType type{each.key(), given.value("%SUPER_TYPE"_L1).toString(Uima::top),
                     given.value("%DESCRIPTION"_L1).toString()};
        for (auto member = given.constBegin(); member != given.constEnd(); ++member) {
            if (member.key().startsWith(u'%'))
                continue;
            const QJsonObject declared = member.value().toObject();
            CasFeature feature{member.key(), canonical(declared.value("%RANGE"_L1).toString()),
                               declared.value("%ELEMENT_TYPE"_L1).toString(),
                               declared.value("%DESCRIPTION"_L1).toString(),
                               declared.value("%MULTIPLE_REFERENCES_ALLOWED"_L1).toBool()};
            if (feature.range.isEmpty()) {
                reading.refuse(
                    Formats::tr("the feature “%1” of the type “%2” has no “%RANGE”.").arg(feature.name, type.name));
            }
            if (feature.range.endsWith("[]"_L1)) {
                feature.elementType = feature.range.chopped(2);
                feature.range = Uima::fsArray;
            }
            refuseNull(feature.range, reading);
            refuseNull(feature.elementType, reading);
            type.features.append(feature);
        }
        refuseNull(type.super, reading);
        types.add(type);
    }
    return types;
}

Cas readCas(const QJsonObject &object, Reading &reading)
{
    return CasJsonReader(reading).read(object);
}

}
