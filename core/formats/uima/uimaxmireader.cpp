// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/uimaxmireader.h"

#include "core/formats/uima/casreader.h"
#include "core/formats/uima/casrecords.h"
#include "core/formats/uima/uimatypes.h"
#include "core/formats/uima/uimaxmi.h"

#include <QRegularExpression>
#include <QSet>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView xmiNamespace("http://www.omg.org/XMI");
constexpr qint64 largestId = 1LL << 53;

QStringList words(const QString &text)
{
    static const QRegularExpression space(u"[ \\t\\n\\r]+"_s);
    return text.split(space, Qt::SkipEmptyParts);
}

}

UimaXmiReader::UimaXmiReader(const NamedFile &file, const TypeSystem &types, Reading &reading)
    : m_file(file), m_reading(reading), m_xml(file, reading)
{
    m_cas.types = types;
    m_cas.types.add(recordTypes());
}

/// "some.package.Type" for the namespace "http:///some/package.ecore".
QString UimaXmiReader::typeName() const
{
    QString package = m_xml.token().namespaceUri().toString();
    if (package.startsWith("http:///"_L1))
        package = package.sliced(8);
    if (package.endsWith(".ecore"_L1))
        package.chop(6);
    package.replace(u'/', u'.');
    return package == "uima.noNamespace"_L1 || package.isEmpty() ? m_xml.name() : package + u'.' + m_xml.name();
}

qint64 UimaXmiReader::idIn(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (isNumber && id >= 0 && id < largestId)
        return id;
    m_reading.refuse(Formats::tr("“%1” is no number of a structure.").arg(text.left(40)));
    return 0;
}

void UimaXmiReader::readView()
{
    const QString sofa = m_xml.attribute("sofa"_L1);
    m_views.append({sofa, words(m_xml.attribute("members"_L1))});
}

/// As isEmptySofa(), before features are known.
bool UimaXmiReader::isEmpty(const Raw &sofa)
{
    return std::ranges::none_of(sofa.entries, [](const Entry &entry) {
        return (entry.feature == "sofaString"_L1 || entry.feature == "sofaURI"_L1 || entry.feature == "sofaArray"_L1)
            && !entry.values.value(0).isEmpty();
    });
}

/// Sofas are pointed at by other features than all others: where one of these has the same number, it is still clear.
bool UimaXmiReader::readNumber(const Raw &raw)
{
    const qint64 id = raw.structure.id;
    const auto other = m_places.constFind(id);
    if (other == m_places.cend()) {
        m_places.insert(id, m_raw.size());
        return true;
    }
    m_reading.goTo(m_file.path, raw.structure.line);
    const bool isSofa = raw.structure.type == Uima::sofa;
    if (isSofa && m_raw[*other].structure.type == Uima::sofa && (isEmpty(raw) || isEmpty(m_raw[*other]))) {
        if (isEmpty(m_raw[*other]))
            m_raw[*other] = raw;
        m_reading.remark(Formats::tr("a view without a text has the number of another's text and was left out"));
        return false;
    }
    if (isSofa == (m_raw[*other].structure.type == Uima::sofa) || m_namesakes.contains(id)) {
        m_reading.refuse(Formats::tr("there are two structures with the xmi:id %1.").arg(id));
        return false;
    }
    m_reading.remark(Formats::tr("the text of a view and another structure have the same xmi:id; it got another"));
    m_namesakes.insert(id, isSofa ? m_raw.size() : *other);
    if (!isSofa)
        m_places.insert(id, m_raw.size());
    return true;
}

void UimaXmiReader::numberNamesakes()
{
    for (auto each = m_namesakes.cbegin(); each != m_namesakes.cend(); ++each) {
        const qint64 id = m_nextId++;
        m_sofas.insert(each.key(), id);
        m_raw[each.value()].structure.id = id;
        m_places.insert(id, each.value());
    }
}

qint64 UimaXmiReader::sofaIn(const QString &text)
{
    const qint64 id = text.isEmpty() ? 0 : idIn(text);
    return m_sofas.value(id, id);
}

void UimaXmiReader::readElement()
{
    const QString type = typeName();
    if (type == "uima.cas.NULL"_L1)
        return;
    if (type == "uima.cas.View"_L1) {
        readView();
        return;
    }
    if (m_xml.name().contains(u'.')) { // its package is in the namespace
        m_xml.refuse(Formats::tr("“%1” is no name of a type: it holds a dot.").arg(m_xml.name()));
        return;
    }
    Raw raw;
    raw.structure.type = type;
    raw.structure.line = m_xml.token().lineNumber();
    for (const QXmlStreamAttribute &attribute : m_xml.token().attributes()) {
        if (attribute.namespaceUri() == xmiNamespace || attribute.prefix() == "xmi"_L1) {
            if (attribute.name() == "id"_L1)
                raw.structure.id = idIn(attribute.value().toString());
            continue;
        }
        raw.entries.append({attribute.name().toString(), {attribute.value().toString()}, true});
    }
    const int own = m_xml.depth();
    while (m_xml.nextChild(own)) {
        const QString feature = m_xml.name();
        const QString href = m_xml.attribute("href"_L1);
        const QString text = m_xml.text();
        auto known = std::ranges::find(raw.entries, feature, &Entry::feature);
        if (known == raw.entries.end() || known->isAttribute) {
            raw.entries.append({feature, {}});
            known = raw.entries.end() - 1;
        }
        known->areReferences = href.startsWith(u'#');
        known->values.append(known->areReferences ? href.sliced(1) : text);
    }
    if (m_reading.failed())
        return;
    if (raw.structure.id != 0 && !readNumber(raw))
        return;
    m_nextId = std::max(m_nextId, raw.structure.id + 1);
    m_raw.append(raw);
}

/// Whether all of @p ids lead on to others, as what fills a slot does.
bool UimaXmiReader::areLinks(const QStringList &ids) const
{
    return !ids.isEmpty() && std::ranges::all_of(ids, [this](const QString &id) {
        const auto place = m_places.constFind(id.toLongLong());
        return place != m_places.cend() && std::ranges::contains(m_raw[*place].entries, u"target"_s, &Entry::feature);
    });
}

/// What an entry that no type declares seems to be.
CasFeature UimaXmiReader::guess(const Entry &entry) const
{
    static const QSet<QString> references = {u"Governor"_s, u"Dependent"_s, u"next"_s, u"first"_s,
                                             u"target"_s,   u"head"_s,      u"tail"_s};
    const QString value = entry.values.value(0);
    if (entry.feature == "sofa"_L1)
        return {entry.feature, Uima::sofa};
    if (!entry.isAttribute)
        return {entry.feature, entry.areReferences ? Uima::fsArray : Uima::stringArray};
    if (references.contains(entry.feature) && m_places.contains(value.toLongLong())) {
        // Another link of the same chain, or the first of them.
        const QString target = m_raw[m_places.value(value.toLongLong())].structure.type;
        const bool isChain = entry.feature == "next"_L1 || entry.feature == "first"_L1;
        return {entry.feature, isChain ? target : QString(Uima::annotation)};
    }
    // Of a slot without fillers nothing is left; of a value that is empty neither, but those have these names.
    static const QSet<QString> values = {u"value"_s,         u"identifier"_s,        u"role"_s,
                                         u"referenceType"_s, u"referenceRelation"_s, u"PosValue"_s,
                                         u"coarseValue"_s,   u"DependencyType"_s,    u"flavor"_s};
    if (value.isEmpty() && !values.contains(entry.feature))
        return {entry.feature, Uima::fsArray};
    if (const QStringList ids = words(value); areLinks(ids))
        return {entry.feature, Uima::fsArray, m_raw[m_places.value(ids.first().toLongLong())].structure.type};
    return {entry.feature, Uima::string};
}

/// From what is not @p empty first, as it says more.
void UimaXmiReader::infer(const Raw &raw, bool empty)
{
    const QString &type = raw.structure.type;
    if (!m_cas.types.knows(type)) {
        const auto has = [&raw](const QString &feature) {
            return std::ranges::contains(raw.entries, feature, &Entry::feature);
        };
        const bool isAnnotation = has(u"sofa"_s) && has(u"begin"_s) && has(u"end"_s);
        m_cas.types.add(CasType{type,
                                isAnnotation
                                    ? Uima::annotation
                                    : QLatin1StringView(has(u"sofa"_s) ? "uima.cas.AnnotationBase" : "uima.cas.TOP")});
        m_reading.goTo(m_file.path, raw.structure.line);
        m_reading.remark(
            Formats::tr("no type system declares the type %1; what its features are was guessed").arg(type));
    }
    for (const Entry &entry : raw.entries) {
        const bool says = !entry.isAttribute || !entry.values.value(0).isEmpty();
        if (says == !empty && !Uima::isArray(type) && !m_cas.types.feature(type, entry.feature))
            m_cas.types.addFeature(type, guess(entry));
    }
    // The last link of a chain does not say so.
    if (std::ranges::contains(raw.entries, u"next"_s, &Entry::feature))
        m_cas.types.addFeature(type, {u"next"_s, type});
}

QList<CasValue> UimaXmiReader::elements(const QString &type, const Entry &entry)
{
    QList<CasValue> all;
    const bool areReferences = type == Uima::fsArray || type == "uima.cas.FSList"_L1;
    // Bytes are one number in hexadecimal.
    const bool isWhole = !entry.isAttribute || type == Uima::byteArray;
    for (const QString &value : isWhole ? entry.values : words(entry.values.value(0)))
        all.append(areReferences ? CasValue::to(idIn(value)) : CasValue::of(value));
    return all;
}

/// A list of @p type, link by link.
CasValue UimaXmiReader::listOf(const QString &type, const QList<CasValue> &elements)
{
    const QString kind = Uima::shortName(type);
    FeatureStructure end{m_nextId++, u"uima.cas.Empty"_s + kind};
    m_cas.structures.append(end);
    qint64 tail = end.id;
    for (auto element = elements.crbegin(); element != elements.crend(); ++element) {
        FeatureStructure link{m_nextId++, u"uima.cas.NonEmpty"_s + kind};
        link.members = {{u"head"_s, *element}, {u"tail"_s, CasValue::to(tail)}};
        tail = link.id;
        m_cas.structures.append(link);
    }
    return CasValue::to(tail);
}

CasValue UimaXmiReader::valueOf(const CasFeature &feature, const Entry &entry)
{
    const QString value = entry.values.value(0);
    if (Uima::isPrimitive(m_cas.types, feature.range))
        return CasValue::of(value);
    const bool isInline = !feature.sharesArrays || !entry.isAttribute;
    if (Uima::isArray(feature.range) && isInline) {
        const bool isTyped = feature.range == Uima::fsArray && !feature.elementType.isEmpty();
        FeatureStructure array{m_nextId++, isTyped ? feature.elementType + u"[]"_s : feature.range};
        array.elements = elements(feature.range, entry);
        m_cas.structures.append(array);
        return CasValue::to(array.id);
    }
    if (Uima::isList(feature.range) && isInline)
        return listOf(feature.range, elements(feature.range, entry));
    if (feature.range == Uima::sofa && !value.isEmpty())
        return CasValue::to(sofaIn(value));
    return value.isEmpty() ? CasValue{} : CasValue::to(idIn(value));
}

void UimaXmiReader::resolve(Raw &raw)
{
    m_reading.goTo(m_file.path, raw.structure.line);
    if (raw.structure.id == 0)
        raw.structure.id = m_nextId++;
    for (const Entry &entry : std::as_const(raw.entries)) {
        if (Uima::isArray(raw.structure.type)) {
            if (entry.feature == "elements"_L1)
                raw.structure.elements = elements(raw.structure.type, entry);
            continue;
        }
        const CasFeature *feature = m_cas.types.feature(raw.structure.type, entry.feature);
        const CasValue value = feature ? valueOf(*feature, entry) : CasValue{};
        if (value.kind != CasValue::Kind::Null)
            raw.structure.set(entry.feature, value);
    }
    m_cas.structures.append(raw.structure);
}

Cas UimaXmiReader::read()
{
    if (!m_xml.next() || m_xml.name() != "XMI"_L1 || m_xml.token().namespaceUri() != xmiNamespace) {
        if (!m_reading.failed())
            m_xml.refuse(Formats::tr("this is no XMI: its root is no xmi:XMI."));
        return {};
    }
    const int root = m_xml.depth();
    while (m_xml.nextChild(root) && !m_reading.failed())
        readElement();
    numberNamesakes();
    for (const bool empty : {false, true}) {
        for (const Raw &raw : std::as_const(m_raw))
            infer(raw, empty);
    }
    for (Raw &raw : m_raw) {
        if (!m_reading.failed())
            resolve(raw);
    }
    if (m_reading.failed())
        return {};
    const CasIndex index(m_cas);
    m_reading.place = m_file.path;
    for (const RawView &raw : std::as_const(m_views)) {
        const qint64 id = sofaIn(raw.sofa);
        const FeatureStructure *sofa = index.find(id);
        CasView view{sofa ? sofa->text(u"sofaID") : QString(Uima::initialView), id};
        for (const QString &member : raw.members) {
            const qint64 number = idIn(member);
            if (index.find(number))
                view.members.append(number);
            else if (number != 0)
                m_reading.remark(Formats::tr("a view has a structure that is not there"));
        }
        m_cas.views.append(view);
    }
    m_cas.uniteViews();
    m_cas.addMissingViews();
    return m_cas;
}

Result<Read> readUimaXmi(const QList<NamedFile> &files)
{
    Reading reading;
    TypeSystem types;
    for (const NamedFile &file : files) {
        if (isTypeSystem(file.bytes.first(std::min<qsizetype>(file.bytes.size(), 4096))))
            types.add(readTypeSystem(file, reading));
        if (reading.failed())
            return std::unexpected(reading.error());
    }
    QList<NamedCas> all;
    for (const NamedFile &file : files) {
        if (isTypeSystem(file.bytes.first(std::min<qsizetype>(file.bytes.size(), 4096))))
            continue;
        if (!file.path.endsWith(".xmi"_L1, Qt::CaseInsensitive)) {
            reading.place = file.path;
            reading.remark(Formats::tr("this is neither XMI nor a type system and was left out"));
            continue;
        }
        UimaXmiReader reader(file, types, reading);
        all.append({file.path, reader.read()});
        if (reading.failed())
            return std::unexpected(reading.error());
    }
    if (all.isEmpty())
        return fail(Formats::tr("There is no XMI among the files: none ends in .xmi."));
    return corpusOf(all, u"uima-xmi"_s, u"UIMA"_s, reading);
}

bool isUimaXmi(QStringView name, QByteArrayView beginning)
{
    return name.endsWith(".xmi"_L1) && beginning.contains("http://www.omg.org/XMI");
}

}
