// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/webannotsvdocument.h"

#include "core/formats/translated.h"

namespace pq {

using namespace Qt::StringLiterals;

WebAnnoTsvDocument::WebAnnoTsvDocument(const CasDocument &document, const TypeSystem &types, Losses &losses)
    : m_document(document),
      m_cas(document.cas),
      m_types(types),
      m_losses(losses),
      m_index(document.cas),
      m_sofa(document.cas.mainView()->sofa),
      m_text(m_index.find(m_sofa)->text(u"sofaString")),
      m_units(document.cas, m_sofa, m_text),
      m_wasTsv(document.format == "webanno-tsv"_L1)
{
}

/// Of what is kept from the file that was read, the one thing that holds it is weakened.
void WebAnnoTsvDocument::lose(Aspect aspect, const QString &what, qint64 structure)
{
    const QString object = m_document.objects.value(structure);
    if (!object.isEmpty())
        m_losses.add(aspect, what, object);
    else if (!m_document.rest.isNull())
        m_losses.add(Aspect::Parts, Formats::tr("annotations that are kept, but not shown"), m_document.rest);
}

void WebAnnoTsvDocument::placeAnnotations()
{
    for (const FeatureStructure &structure : m_cas.structures) {
        const bool isHere = structure.has(u"begin") && structure.has(u"end") && structure.reference(u"sofa") == m_sofa;
        const bool isShown = !isInfrastructure(m_types, structure.type)
            || (isToken(structure.type) && m_document.objects.contains(structure.id));
        if (isHere && isShown && !isRelationType(m_types, structure.type))
            place(structure);
    }
}

void WebAnnoTsvDocument::place(const FeatureStructure &annotation)
{
    const qint64 oldBegin = annotation.number(u"begin");
    const qint64 oldEnd = annotation.number(u"end");
    qint64 begin = oldBegin;
    qint64 end = oldEnd;
    if (isToken(annotation.type)) {
        if (const qsizetype token = m_units.token(begin, end); token >= 0)
            m_unitsOf.insert(annotation.id, {token});
        return;
    }
    const QList<qsizetype> units = m_units.cover(begin, end);
    if (units.isEmpty())
        return;
    if (begin != oldBegin || end != oldEnd)
        lose(Aspect::Spans, Formats::tr("white space at the ends of passages"), annotation.id);
    m_unitsOf.insert(annotation.id, units);
    const QString type = layerType(annotation.type);
    QStringList &types = isChainLink(m_types, type) ? m_chainTypes : m_spanTypes;
    if (!types.contains(type))
        types.append(type);
    for (const qsizetype unit : units)
        m_on[unit][type].append(annotation.id);
    if (units.size() > 1)
        m_numbered.insert(annotation.id);
}

void WebAnnoTsvDocument::numberChains()
{
    QSet<qint64> followers;
    QList<const FeatureStructure *> links;
    for (const FeatureStructure &structure : m_cas.structures) {
        if (m_chainTypes.contains(layerType(structure.type)) && m_unitsOf.contains(structure.id)) {
            links.append(&structure);
            followers.insert(structure.reference(u"next"));
        }
    }
    int chain = 0;
    const auto number = [&](const FeatureStructure *first) {
        ++chain;
        int place = 0;
        for (const FeatureStructure *link = first; link && !m_chains.contains(link->id);
             link = m_index.find(link->reference(u"next"))) {
            if (m_unitsOf.contains(link->id))
                m_chains.insert(link->id, {chain, ++place});
        }
    };
    for (const FeatureStructure *link : std::as_const(links)) {
        if (!followers.contains(link->id))
            number(link);
    }
    // Only somebody else's file has chains without an end.
    for (const FeatureStructure *link : std::as_const(links)) {
        if (!m_chains.contains(link->id))
            number(link);
    }
}

void WebAnnoTsvDocument::collectTies()
{
    QHash<qint64, qint64> continuations;
    for (const FeatureStructure &structure : m_cas.structures) {
        if (structure.type == continuationType)
            continuations.insert(structure.reference(u"Governor"), structure.reference(u"Dependent"));
    }
    for (const FeatureStructure &structure : m_cas.structures) {
        if (structure.type == continuationType) {
            // Over fragments of white space.
            qint64 next = structure.reference(u"Dependent");
            while (next != 0 && !m_unitsOf.contains(next))
                next = continuations.value(next);
            if (next == 0 || !m_unitsOf.contains(structure.reference(u"Governor")))
                continue;
            if (!m_relationTypes.contains(structure.type))
                m_relationTypes.append(structure.type);
            m_relations[structure.type].append(
                {&structure, m_index.find(structure.reference(u"Governor")), m_index.find(next)});
        } else if (isRelationType(m_types, structure.type) && structure.reference(u"sofa") == m_sofa) {
            const QString type = layerType(structure.type);
            if (!m_relationTypes.contains(type))
                m_relationTypes.append(type);
            m_relations[type].append({&structure, m_index.find(structure.reference(u"Governor")),
                                      m_index.find(structure.reference(u"Dependent"))});
        } else if (m_unitsOf.contains(structure.id) && !isToken(structure.type)) {
            collectLinks(structure);
        }
    }
}

void WebAnnoTsvDocument::collectLinks(const FeatureStructure &host)
{
    for (const auto &[feature, value] : host.members) {
        const FeatureStructure *array = m_index.find(value.id);
        if (!array || !Uima::isArray(array->type))
            continue;
        for (const CasValue &element : array->elements) {
            const FeatureStructure *link = m_index.find(element.id);
            if (link && isSlotLink(m_types, link->type))
                m_slots.append({link, &host, m_index.find(link->reference(u"target")), feature});
        }
    }
}

/// What all of them tie, which is what an unnumbered reference means.
QString WebAnnoTsvDocument::commonType(const QList<Tie> &ties, bool fromToo) const
{
    QSet<QString> types;
    for (const Tie &tie : ties) {
        if (tie.to)
            types.insert(layerType(tie.to->type));
        if (fromToo && tie.from)
            types.insert(layerType(tie.from->type));
    }
    return types.size() == 1 ? *types.begin() : QString(Uima::annotation);
}

/// Whether a reference to @p type finds @p target, which gets a number when need be.
bool WebAnnoTsvDocument::canRefer(const FeatureStructure &target, const QString &type)
{
    if (!m_unitsOf.contains(target.id))
        return false;
    const QString own = layerType(target.type);
    if (isToken(own))
        return type == own;
    const qsizetype unit = m_unitsOf.value(target.id).first();
    const QList<qint64> there = m_on.value(unit).value(own);
    // The numbers of chains say something else.
    if (m_chainTypes.contains(own))
        return type == own && there.first() == target.id;
    if (type != own || there.size() > 1)
        m_numbered.insert(target.id);
    return true;
}

void WebAnnoTsvDocument::settleTies()
{
    const auto isKept = [this](const Tie &tie, const QString &type, bool fromToo) {
        // Each of them, as each may need a number.
        const bool finds = tie.to && canRefer(*tie.to, type);
        const bool isFound = !fromToo || (tie.from && canRefer(*tie.from, type));
        if (!finds || !isFound)
            lose(Aspect::Whole, Formats::tr("relations of what the format cannot point at"), tie.structure->id);
        return finds && isFound;
    };
    for (const QString &type : std::as_const(m_relationTypes)) {
        const QList<Tie> &ties = m_relations[type];
        m_targets.insert(type, commonType(ties, true));
        for (const Tie &tie : ties) {
            if (!isKept(tie, m_targets.value(type), true))
                continue;
            m_governors.insert(tie.structure->id, tie.from);
            m_dependents.insert(tie.structure->id, tie.to);
            m_on[m_unitsOf.value(tie.to->id).first()][type].append(tie.structure->id);
        }
    }
    QHash<QString, QList<Tie>> bySlot;
    for (const Tie &tie : std::as_const(m_slots))
        bySlot[layerType(tie.from->type) + u'|' + tie.feature].append(tie);
    for (auto slot = bySlot.cbegin(); slot != bySlot.cend(); ++slot) {
        m_targets.insert(slot.key(), commonType(*slot, false));
        for (const Tie &tie : *slot) {
            if (!isKept(tie, m_targets.value(slot.key()), false))
                continue;
            m_fillers[{tie.from->id, tie.feature}].append(tie);
            const bool hasMore = std::ranges::any_of(tie.structure->members, [](const CasMember &member) {
                return member.feature != "role"_L1 && member.feature != "target"_L1;
            });
            if (hasMore)
                lose(Aspect::Attributes, Formats::tr("values of slots beside their roles"), tie.structure->id);
        }
    }
}

/// A token is read as a passage only where something is said of it.
void WebAnnoTsvDocument::dropUntiedTokens()
{
    QSet<qint64> tied;
    for (const auto &ends : {m_governors, m_dependents}) {
        for (const FeatureStructure *end : ends)
            tied.insert(end->id);
    }
    for (const QList<Tie> &ties : std::as_const(m_fillers)) {
        for (const Tie &tie : ties)
            tied.insert(tie.to->id);
    }
    QHash<QString, bool> shown; // objects, of which some part is
    const auto isShown = [&](const FeatureStructure &structure) {
        return m_unitsOf.contains(structure.id) && (!isToken(structure.type) || tied.contains(structure.id));
    };
    for (const FeatureStructure &structure : m_cas.structures)
        shown[m_document.objects.value(structure.id)] |= isShown(structure);
    for (const FeatureStructure &structure : m_cas.structures) {
        if (!m_document.objects.contains(structure.id) || structure.type == Uima::sofa)
            continue;
        const QString object = m_document.objects.value(structure.id);
        const bool isArc = isRelationType(m_types, structure.type) || isSlotLink(m_types, structure.type);
        if (!isArc && !isShown(structure)) {
            if (shown.value(object))
                m_losses.add(Aspect::Spans, Formats::tr("fragments of white space"), object);
            else if (isToken(structure.type))
                m_losses.add(Aspect::Whole, Formats::tr("passages that are tokens of which nothing is said"), object);
            else
                m_losses.add(Aspect::Whole, Formats::tr("passages of white space"), object);
        } else if (isShown(structure) && isToken(structure.type) && structure.members.size() > 3) {
            m_losses.add(Aspect::Attributes, Formats::tr("attributes of tokens"), object);
        }
    }
}

QList<CasFeature> WebAnnoTsvDocument::valuesOf(const QString &type) const
{
    QSet<QString> used;
    for (const FeatureStructure &structure : m_cas.structures) {
        if (layerType(structure.type) != type)
            continue;
        for (const CasMember &member : structure.members)
            used.insert(member.feature);
    }
    QList<CasFeature> values = m_types.featuresOf(type);
    const bool isOwn = std::ranges::any_of(
        m_types.types(), [&type](const CasType &each) { return each.name == type && each.description == ownLayer; });
    values.removeIf([&](const CasFeature &feature) {
        return feature.name == "begin"_L1 || feature.name == "end"_L1 || !Uima::isPrimitive(m_types, feature.range)
            || (!m_wasTsv && !isOwn && !used.contains(feature.name));
    });
    return values;
}

TsvLayer WebAnnoTsvDocument::spanLayer(const QString &type) const
{
    TsvLayer layer{TsvLayer::Kind::Span, type, {}};
    for (const CasFeature &feature : m_types.featuresOf(type)) {
        const QString target = m_targets.value(type + u'|' + feature.name);
        if (feature.range != Uima::fsArray || (target.isEmpty() && !m_wasTsv)
            || !isSlotLink(m_types, feature.elementType))
            continue;
        const CasFeature *declared = m_types.feature(feature.elementType, u"target"_s);
        layer.columns.append({TsvColumn::Kind::SlotRole, feature.name, feature.elementType, {}});
        layer.columns.append(
            {TsvColumn::Kind::SlotTarget, feature.name, {}, target.isEmpty() ? declared->range : target});
    }
    for (const CasFeature &feature : valuesOf(type))
        layer.columns.append({TsvColumn::Kind::Value, feature.name});
    if (layer.columns.isEmpty())
        layer.columns.append(TsvColumn{});
    return layer;
}

void WebAnnoTsvDocument::addLayers()
{
    // Those of the file that it was read from stay, also where nothing is left on them.
    for (const CasType &type : m_types.types()) {
        if (!m_wasTsv || isInfrastructure(m_types, type.name) || !m_types.isA(type.name, Uima::annotation)
            || type.description == ownLayer)
            continue;
        QStringList &types = isRelationType(m_types, type.name) ? m_relationTypes
            : isChainLink(m_types, type.name)                   ? m_chainTypes
                                                                : m_spanTypes;
        if (!types.contains(type.name))
            types.append(type.name);
    }
    QHash<QString, qsizetype> order;
    for (const CasType &type : m_types.types())
        order.insert(type.name, order.size());
    for (QStringList *types : {&m_spanTypes, &m_chainTypes, &m_relationTypes})
        std::ranges::stable_sort(*types, {}, [&order](const QString &type) { return order.value(type); });
    for (const QString &type : std::as_const(m_spanTypes))
        m_layers.append(spanLayer(type));
    for (const QString &type : std::as_const(m_chainTypes)) {
        m_layers.append({TsvLayer::Kind::Chain,
                         type,
                         {{TsvColumn::Kind::ChainLink, u"referenceRelation"_s},
                          {TsvColumn::Kind::ChainElement, u"referenceType"_s}}});
    }
    for (const QString &type : std::as_const(m_relationTypes)) {
        TsvLayer layer{TsvLayer::Kind::Relation, type, {}};
        for (const CasFeature &feature : valuesOf(type))
            layer.columns.append({TsvColumn::Kind::Value, feature.name});
        // Dependencies tie tokens, but are said to tie the parts of speech on them.
        const bool isDependency = layerType(type).endsWith("syntax.type.dependency.Dependency"_L1);
        const QString target = isDependency ? u"de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"_s
                                            : m_targets.value(type);
        layer.columns.append({TsvColumn::Kind::Governor,
                              {},
                              {},
                              target.isEmpty() ? m_types.feature(type, u"Governor"_s)->range : target});
        m_layers.append(layer);
    }
}

/// In the order of the rows. Whatever shares a row with another of its layer needs a number, too.
void WebAnnoTsvDocument::numberAnnotations()
{
    for (const auto &types : std::as_const(m_on)) {
        for (auto type = types.cbegin(); type != types.cend(); ++type) {
            if (type->size() > 1 && m_spanTypes.contains(type.key()))
                m_numbered.unite({type->cbegin(), type->cend()});
        }
    }
    const auto number = [this](qsizetype unit) {
        for (const TsvLayer &layer : std::as_const(m_layers)) {
            for (const qint64 id : m_on.value(unit).value(layer.type)) {
                if (m_numbered.contains(id) && !m_numbers.contains(id))
                    m_numbers.insert(id, int(m_numbers.size()) + 1);
            }
        }
    };
    for (const TsvSentence &sentence : m_units.sentences()) {
        for (const qsizetype token : sentence.tokens) {
            number(token);
            for (const qsizetype part : m_units.at(token).parts)
                number(part);
        }
    }
}

QString WebAnnoTsvDocument::suffix(qint64 structure) const
{
    const int number = m_numbers.value(structure);
    return number == 0 ? QString() : u"[%1]"_s.arg(number);
}

QString WebAnnoTsvDocument::valueItem(const QString &feature, const FeatureStructure &structure) const
{
    const CasValue *value = structure.find(feature);
    return value && value->kind == CasValue::Kind::Text ? escapedValue(value->text) : u"*"_s;
}

QString WebAnnoTsvDocument::item(const TsvColumn &column, const FeatureStructure &structure) const
{
    const QString number = suffix(structure.id);
    switch (column.kind) {
    case TsvColumn::Kind::Placeholder:
        return u'*' + number;
    case TsvColumn::Kind::Value:
        return valueItem(column.feature, structure) + number;
    case TsvColumn::Kind::SlotRole:
    case TsvColumn::Kind::SlotTarget: {
        const bool isRole = column.kind == TsvColumn::Kind::SlotRole;
        QStringList all;
        for (const Tie &tie : m_fillers.value({structure.id, column.feature})) {
            all.append(isRole ? valueItem(u"role"_s, *tie.structure)
                              : m_units.at(m_unitsOf.value(tie.to->id).first()).id + suffix(tie.to->id));
        }
        if (all.isEmpty())
            return isRole ? u'_' + number : u"*"_s;
        return all.join(u';') + (isRole ? number : QString());
    }
    case TsvColumn::Kind::Governor: {
        const FeatureStructure &governor = *m_governors.value(structure.id);
        const int from = m_numbers.value(governor.id);
        const int to = m_numbers.value(m_dependents.value(structure.id)->id);
        const QString numbers = from == 0 && to == 0 ? QString() : u"[%1_%2]"_s.arg(from).arg(to);
        return m_units.at(m_unitsOf.value(governor.id).first()).id + numbers;
    }
    case TsvColumn::Kind::ChainLink: {
        const auto [chain, place] = m_chains.value(structure.id);
        return valueItem(column.feature, structure) + u"->%1-%2"_s.arg(chain).arg(place);
    }
    case TsvColumn::Kind::ChainElement:
        return valueItem(column.feature, structure) + u"[%1]"_s.arg(m_chains.value(structure.id).first);
    }
    Q_UNREACHABLE_RETURN({});
}

QString WebAnnoTsvDocument::cell(const TsvLayer &layer, const TsvColumn &column, qsizetype unit) const
{
    QStringList items;
    for (const qint64 id : m_on.value(unit).value(layer.type))
        items.append(item(column, *m_index.find(id)));
    return items.isEmpty() ? u"_"_s : items.join(u'|');
}

QByteArray WebAnnoTsvDocument::row(qsizetype unit) const
{
    const TsvUnit &at = m_units.at(unit);
    const QString words = m_text.sliced(at.begin, at.end - at.begin);
    const bool isPlain = !words.contains(u'\n') && !words.contains(u'\t') && !words.contains(u'\r');
    QString line = u"%1\t%2-%3\t"_s.arg(at.id).arg(at.begin).arg(at.end) + (isPlain ? words : escapedText(words));
    for (const TsvLayer &layer : m_layers) {
        for (const TsvColumn &column : layer.columns)
            line += u'\t' + cell(layer, column, unit);
    }
    return (line + u"\t\n"_s).toUtf8();
}

QByteArray WebAnnoTsvDocument::write()
{
    placeAnnotations();
    numberChains();
    collectTies();
    settleTies();
    dropUntiedTokens();
    addLayers();
    m_units.numberParts();
    numberAnnotations();

    QByteArray bytes = "#FORMAT=WebAnno TSV 3.3\n";
    for (const TsvLayer &layer : std::as_const(m_layers))
        bytes += headerLine(layer).toUtf8() + '\n';
    bytes += '\n';
    for (const TsvSentence &sentence : m_units.sentences()) {
        bytes += '\n';
        if (!sentence.id.isEmpty())
            bytes += "#Sentence.id=" + escapedText(sentence.id).toUtf8() + '\n';
        const QString words = m_text.sliced(sentence.begin, sentence.end - sentence.begin);
        for (const QString &line : words.split(u'\n'))
            bytes += "#Text=" + escapedText(line).toUtf8() + '\n';
        for (const qsizetype token : sentence.tokens) {
            bytes += row(token);
            for (const qsizetype part : m_units.at(token).parts)
                bytes += row(part);
        }
    }
    return bytes;
}

}
