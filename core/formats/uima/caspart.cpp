// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/caspart.h"

#include "core/formats/translated.h"
#include "core/formats/uima/castokens.h"

#include <cmath>
#include <limits>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr Counting utf16{PositionUnit::Utf16Units};

QList<CasMember> sofaMembers(const QString &name)
{
    return {{u"sofaNum"_s, CasValue::of(u"1"_s)}, {u"sofaID"_s, CasValue::of(name)}};
}

bool fits(const QString &range, const QString &value)
{
    static const QHash<QString, int> bits = {
        {u"uima.cas.Byte"_s, 8}, {u"uima.cas.Short"_s, 16}, {u"uima.cas.Integer"_s, 32}, {u"uima.cas.Long"_s, 64}};
    bool isNumber = true;
    if (range == Uima::boolean)
        return value == "true"_L1 || value == "false"_L1;
    if (Uima::isWholeNumber(range)) {
        const qint64 most = std::numeric_limits<qint64>::max() >> (64 - bits.value(range));
        const qint64 number = value.toLongLong(&isNumber);
        return isNumber && value.trimmed() == value && number <= most && number >= -most - 1;
    }
    if (Uima::isFloat(range) && value != "NaN"_L1 && value != "Infinity"_L1 && value != "-Infinity"_L1)
        return std::isfinite(value.toDouble(&isNumber)) && isNumber && value.trimmed() == value;
    return true;
}

}

CasPartWriter::CasPartWriter(const CorpusPart &part, const CasRest *rest, OwnRecords records, CasNames &names,
                             Losses &losses)
    : m_part(part), m_rest(rest), m_ownRecords(records), m_names(names), m_losses(losses)
{
    m_document.name = part.name;
}

/// With what is left of the CAS that the text was read from, in UTF-16 again.
void CasPartWriter::start(const Version &version)
{
    m_text.emplace(version.text.string());
    if (!m_rest) {
        m_view = {Uima::initialView, m_nextId++};
        m_document.cas.structures.append({m_view.sofa, Uima::sofa});
    } else {
        m_document.format = m_rest->format;
        m_document.rest = m_rest->id;
        m_hidden = {m_rest->hidden.cbegin(), m_rest->hidden.cend()};
        for (const CasView &view : m_rest->cas.views) {
            if (view.sofa == m_rest->sofa && m_view.name.isEmpty())
                m_view = view;
            else
                m_document.cas.views.append(view);
        }
        for (auto object = m_rest->objects.cbegin(); object != m_rest->objects.cend(); ++object) {
            m_oldIds.insert(object.value(), object.key());
            m_nextId = std::max(m_nextId, object.key() + 1);
        }
        for (FeatureStructure structure : m_rest->cas.structures) {
            m_nextId = std::max(m_nextId, structure.id + 1);
            if (m_rest->objects.contains(structure.id)) {
                m_left.insert(structure.id, structure.members);
                continue;
            }
            const qint64 begin = structure.number(u"begin", -1);
            const qint64 end = structure.number(u"end", -1);
            if (begin >= 0 && begin <= end && end <= version.text.length()
                && structure.reference(u"sofa") == m_rest->sofa) {
                const CountedSpan counted = m_text->counted({{begin}, {end}}, utf16);
                structure.set(u"begin"_s, counted.begin);
                structure.set(u"end"_s, counted.end);
            }
            m_document.cas.structures.append(structure);
        }
    }
    const auto sofa = std::ranges::find(m_document.cas.structures, m_view.sofa, &FeatureStructure::id);
    FeatureStructure fresh{m_view.sofa, Uima::sofa};
    FeatureStructure &text = sofa == m_document.cas.structures.end() ? fresh : *sofa;
    if (!text.has(u"sofaID")) {
        for (const auto &[feature, value] : sofaMembers(m_view.name))
            text.set(feature, value);
        text.set(u"mimeType"_s, CasValue::of(u"text"_s));
    }
    text.set(u"sofaString"_s, CasValue::of(version.text.string()));
    m_document.objects.insert(m_view.sofa, version.id.toString());
}

/// There is nothing to see in the view, but other programs take none without a sofa.
void CasPartWriter::startWithoutText()
{
    m_view = {Uima::initialView, m_nextId++};
    m_document.cas.structures.append({m_view.sofa, Uima::sofa, sofaMembers(m_view.name)});
}

/// The id that the object had in the CAS, or a new one.
qint64 CasPartWriter::take(const QString &object)
{
    const qint64 old = m_oldIds.take(object);
    return old != 0 ? old : m_nextId++;
}

FeatureStructure CasPartWriter::annotation(qint64 id, const QString &type, const TextSpan &span) const
{
    const CountedSpan counted = m_text->counted(span, utf16);
    FeatureStructure structure{id, type};
    structure.members = {{u"sofa"_s, CasValue::to(m_view.sofa)},
                         {u"begin"_s, CasValue::of(QString::number(counted.begin))},
                         {u"end"_s, CasValue::of(QString::number(counted.end))}};
    return structure;
}

void CasPartWriter::addValue(FeatureStructure &structure, const QString &feature, const QString &value,
                             const QString &object)
{
    const CasFeature *declared = m_names.types().feature(structure.type, feature);
    if (structure.has(feature) || (declared && !fits(declared->range, value)))
        m_losses.add(Aspect::Attributes, Formats::tr("values that are not of the kind that the layer asks for"),
                     object);
    else
        structure.members.append({feature, CasValue::of(value)});
}

void CasPartWriter::add(FeatureStructure structure)
{
    for (const CasMember &member : m_left.value(structure.id)) {
        if (!structure.has(member.feature))
            structure.members.append(member);
    }
    if (!m_hidden.contains(structure.id))
        m_view.members.append(structure.id);
    m_places.insert(structure.id, m_document.cas.structures.size());
    m_document.cas.structures.append(structure);
}

void CasPartWriter::addPassage(const Passage &passage)
{
    const QString object = passage.id.toString();
    const qint64 first = take(object);
    const QString layer = m_names.type(passage.tag);
    const QString exact = m_rest ? m_rest->types.value(first) : QString();
    const QString type = layerType(exact) == layer ? exact : layer;
    qint64 before = 0;
    for (const Fragment &fragment : passage.fragments) {
        const qint64 id = before == 0 ? first : m_nextId++;
        FeatureStructure structure = annotation(id, type, fragment.span);
        for (const AttributeValue &value : passage.attributes)
            addValue(structure, m_names.feature(value.attribute), value.value, object);
        add(structure);
        m_document.objects.insert(id, object);
        if (before != 0) {
            m_names.addContinuation();
            FeatureStructure tie = annotation(m_nextId++, continuationType, fragment.span);
            tie.set(u"Governor"_s, CasValue::to(before));
            tie.set(u"Dependent"_s, CasValue::to(id));
            add(tie);
        }
        before = id;
    }
    m_passages.insert(passage.id, first);
    m_byId.insert(passage.id, &passage);
}

void CasPartWriter::addRelation(const Relation &relation)
{
    if (!addSlot(relation) && !addNextLink(relation))
        addArc(relation);
}

bool CasPartWriter::addSlot(const Relation &relation)
{
    const qint64 host = m_passages.value(relation.from);
    const QString object = relation.id.toString();
    const CasFeature *feature = m_names.types().feature(m_document.cas.structures[m_places.value(host)].type,
                                                        relation.label);
    if (!feature || feature->range != Uima::fsArray)
        return false;
    const qint64 old = m_oldIds.value(object);
    const QString linkType = m_rest && m_rest->types.contains(old) ? m_rest->types.value(old) : feature->elementType;
    const bool areFeatures = std::ranges::all_of(relation.values, [&](const RelationValue &value) {
        const CasFeature *declared = m_names.types().feature(linkType, value.name);
        return declared && value.name != "target"_L1 && Uima::isPrimitive(m_names.types(), declared->range);
    });
    if (!isSlotLink(m_names.types(), linkType) || !areFeatures)
        return false;
    FeatureStructure link{take(object), linkType};
    for (const RelationValue &value : relation.values) {
        addValue(link, value.name, value.value, object);
        m_valueNames[relation.id].append({value.name, value.name});
    }
    link.set(u"target"_s, CasValue::to(m_passages.value(relation.to)));
    add(link);
    const std::pair slot(host, relation.label);
    if (!m_fillers.contains(slot))
        m_slots.append(slot);
    m_fillers[slot].append(link.id);
    m_arcs.insert(relation.id, link.id);
    m_document.objects.insert(link.id, object);
    return true;
}

bool CasPartWriter::addNextLink(const Relation &relation)
{
    const qint64 from = m_passages.value(relation.from);
    const qint64 to = m_passages.value(relation.to);
    FeatureStructure &link = m_document.cas.structures[m_places.value(from)];
    const QString type = link.type;
    const bool isStep = relation.values.isEmpty()
        || (relation.values.size() == 1 && relation.values.first().name == "referenceRelation"_L1);
    if (!isChainLink(m_names.types(), type) || m_document.cas.structures[m_places.value(to)].type != type
        || relation.label != m_names.chainName(type) || !isStep || link.has(u"referenceRelation")
        || m_next.contains(from) || m_followers.contains(to))
        return false;
    for (qint64 at = to; at != 0; at = m_next.value(at)) {
        if (at == from)
            return false;
    }
    m_next.insert(from, to);
    m_followers.insert(to);
    link.set(u"next"_s, CasValue::to(to));
    for (const RelationValue &value : relation.values) {
        link.set(u"referenceRelation"_s, CasValue::of(value.value));
        m_valueNames[relation.id].append({value.name, value.name});
    }
    m_arcs.insert(relation.id, from);
    return true;
}

void CasPartWriter::addArc(const Relation &relation)
{
    const QString object = relation.id.toString();
    const QString layer = m_names.relationType(relation.label);
    const qint64 id = take(object);
    const QString exact = m_rest ? m_rest->types.value(id) : QString();
    FeatureStructure arc = annotation(id, layerType(exact) == layer ? exact : layer,
                                      m_byId.value(relation.to)->fragments.first().span);
    arc.set(u"Governor"_s, CasValue::to(m_passages.value(relation.from)));
    arc.set(u"Dependent"_s, CasValue::to(m_passages.value(relation.to)));
    for (const RelationValue &value : relation.values) {
        const QString feature = m_names.relationFeature(layer, value.name);
        addValue(arc, feature, value.value, object);
        m_valueNames[relation.id].append({value.name, feature});
    }
    const bool isNamed = Uima::shortName(layer) == relation.label
        && std::ranges::all_of(m_valueNames.value(relation.id),
                               [](const auto &each) { return each.first == each.second; });
    if (m_ownRecords == OwnRecords::LeftOut && !isNamed)
        m_losses.add(Aspect::Words, Formats::tr("names of relations and of their values that no layer can have"),
                     relation.id);
    add(arc);
    m_arcs.insert(relation.id, id);
    m_document.objects.insert(id, object);
}

void CasPartWriter::addArrays()
{
    for (const auto &slot : std::as_const(m_slots)) {
        FeatureStructure &host = m_document.cas.structures[m_places.value(slot.first)];
        const CasFeature *feature = m_names.types().feature(host.type, slot.second);
        FeatureStructure array{
            m_nextId++, feature->elementType.isEmpty() ? QString(Uima::fsArray) : feature->elementType + u"[]"_s};
        for (const qint64 link : m_fillers.value(slot))
            array.elements.append(CasValue::to(link));
        host.set(slot.second, CasValue::to(array.id));
        m_document.cas.structures.append(array);
    }
}

/// Of the chains that have none, or whose first link is another now.
void CasPartWriter::addChainHeads()
{
    QSet<qint64> heads;
    for (const qint64 link : std::as_const(m_passages)) {
        if (isChainLink(m_names.types(), m_document.cas.structures[m_places.value(link)].type)
            && !m_followers.contains(link))
            heads.insert(link);
    }
    m_document.cas.structures.removeIf([&](const FeatureStructure &structure) {
        const qint64 first = structure.reference(u"first");
        return m_followers.contains(first) && !structure.has(u"begin");
    });
    for (const FeatureStructure &structure : std::as_const(m_document.cas.structures)) {
        heads.remove(structure.reference(u"first"));
        heads.remove(structure.reference(u"next")); // of a link that is no passage
    }
    QList<qint64> missing(heads.begin(), heads.end());
    std::ranges::sort(missing);
    for (const qint64 link : std::as_const(missing)) {
        const QString type = std::ranges::find(m_document.cas.structures, link, &FeatureStructure::id)->type;
        m_names.addChain(type);
        add(FeatureStructure{
            m_nextId++, chainType(type), {{u"sofa"_s, CasValue::to(m_view.sofa)}, {u"first"_s, CasValue::to(link)}}});
    }
}

void CasPartWriter::addTokens(const Text &text)
{
    const Tokens derived = deriveTokens(text);
    for (const TextSpan &sentence : derived.sentences)
        add(annotation(m_nextId++, sentenceType, sentence));
    for (const TextSpan &token : derived.tokens)
        add(annotation(m_nextId++, tokenType, token));
}

/// References to what was removed since the CAS was read.
void CasPartWriter::dropDangling()
{
    QSet<qint64> ids;
    for (const FeatureStructure &structure : std::as_const(m_document.cas.structures))
        ids.insert(structure.id);
    const auto dangles = [&ids](const CasValue &value) {
        return value.kind == CasValue::Kind::Reference && !ids.contains(value.id);
    };
    for (FeatureStructure &structure : m_document.cas.structures) {
        structure.members.removeIf([&](const CasMember &member) { return dangles(member.value); });
        structure.elements.removeIf(dangles);
    }
    for (CasView &view : m_document.cas.views)
        view.members.removeIf([&ids](qint64 member) { return !ids.contains(member); });
}

CasDocument CasPartWriter::write()
{
    const Corpus &corpus = m_part.corpus;
    if (!corpus.versions.isEmpty())
        start(corpus.versions.first());
    else
        startWithoutText();
    for (const Passage &passage : corpus.passages)
        addPassage(passage);
    for (const Relation &relation : corpus.relations)
        addRelation(relation);
    addArrays();
    addChainHeads();
    if (!corpus.versions.isEmpty() && !m_rest)
        addTokens(corpus.versions.first().text);
    if (m_ownRecords == OwnRecords::Written)
        addRecords();
    m_document.cas.views.prepend(m_view);
    dropDangling();
    return m_document;
}

}
