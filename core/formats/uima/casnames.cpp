// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/casnames.h"

#include "core/formats/plainnames.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What Java takes for a name.
QString identifier(const QString &name, const QString &fallback)
{
    QString plain = plainName(name, u'_').replace(u'-', u'_').left(60);
    if (plain.isEmpty())
        return fallback;
    return plain.front().isDigit() || plain.front() == u'_' ? fallback + u'_' + plain : plain;
}

bool isReserved(const QString &feature)
{
    static const QSet<QString> reserved = {u"begin"_s,     u"end"_s,  u"sofa"_s,  u"Governor"_s,
                                           u"Dependent"_s, u"next"_s, u"first"_s, u"target"_s};
    return reserved.contains(feature);
}

/// Python's keywords, and what dkpro-cassis calls every structure with; it cannot load structures with such features.
bool isPythons(const QString &feature)
{
    static const QSet<QString> names = {u"False"_s,  u"None"_s,     u"True"_s,
                                        u"and"_s,    u"as"_s,       u"assert"_s,
                                        u"async"_s,  u"await"_s,    u"break"_s,
                                        u"class"_s,  u"continue"_s, u"def"_s,
                                        u"del"_s,    u"elif"_s,     u"else"_s,
                                        u"except"_s, u"finally"_s,  u"for"_s,
                                        u"from"_s,   u"global"_s,   u"if"_s,
                                        u"import"_s, u"in"_s,       u"is"_s,
                                        u"lambda"_s, u"nonlocal"_s, u"not"_s,
                                        u"or"_s,     u"pass"_s,     u"raise"_s,
                                        u"return"_s, u"try"_s,      u"while"_s,
                                        u"with"_s,   u"yield"_s,    u"get"_s,
                                        u"set"_s,    u"xmiID"_s,    u"get_covered_text"_s};
    return names.contains(feature);
}

}

void CasNames::add(const Corpus &corpus, const TypeSystem &types, OwnRecords records)
{
    m_records = records;
    m_types.add(types);
    m_known.add(types);
    m_layers = LayerNames(m_known);
    QSet<TagId> used;
    for (const Passage &passage : corpus.passages)
        used.insert(passage.tag);
    for (const Tag &tag : corpus.tags) {
        if (!used.contains(tag.id))
            continue;
        QString &type = m_tags[tag.id];
        // UIMA's own type has no features; and only where the name is kept otherwise, is it that of a layer.
        const bool isPlain = records == OwnRecords::Written && tag.attributes.isEmpty();
        if (type.isEmpty() || (type == Uima::annotation && !isPlain)) {
            type = m_layers.type(tag.name);
            const bool isSpan = (type != Uima::annotation || isPlain) && !type.isEmpty()
                && m_types.isA(type, Uima::annotation) && !isRelationType(m_types, type)
                && (!isInfrastructure(m_types, type) || isToken(type));
            if (!isSpan || m_taken.contains(type))
                type = addType(tag.name, {});
            m_taken.insert(type);
        }
        for (const TagAttribute &attribute : tag.attributes) {
            if (!m_attributes.contains(attribute.id))
                m_attributes.insert(attribute.id, addFeature(type, attribute.name, m_takenFeatures[tag.id]));
        }
    }
}

QString CasNames::addType(const QString &name, const QList<CasFeature> &features)
{
    const QString wanted = u"custom."_s + identifier(name, u"Layer"_s);
    QString type = wanted;
    for (int n = 2; m_types.knows(type) || m_taken.contains(type); ++n)
        type = wanted + u'_' + QString::number(n);
    m_types.add(CasType{type, Uima::annotation, ownLayer, features});
    return type;
}

QString CasNames::addFeature(const QString &type, const QString &name, QSet<QString> &taken)
{
    const auto isUsable = [&](const QString &feature) {
        const CasFeature *declared = m_types.feature(type, feature);
        return !taken.contains(feature) && !isReserved(feature)
            && (!declared || Uima::isPrimitive(m_types, declared->range));
    };
    QString feature = name;
    if (!m_types.feature(type, name) || !isUsable(name)) {
        const QString wanted = identifier(name, u"value"_s);
        feature = wanted;
        if (m_records == OwnRecords::Written && isPythons(feature))
            feature += u'_';
        for (int n = 2; !isUsable(feature); ++n)
            feature = wanted + u'_' + QString::number(n);
        m_types.addFeature(type, {feature, Uima::string});
    }
    taken.insert(feature);
    return feature;
}

QString CasNames::relationType(const QString &label)
{
    QString &type = m_relations[label];
    if (type.isEmpty()) {
        type = m_layers.type(label);
        if (type.isEmpty() || !isRelationType(m_types, type) || m_taken.contains(type)) {
            type = addType(label, {{u"Governor"_s, Uima::annotation}, {u"Dependent"_s, Uima::annotation}});
        }
        m_taken.insert(type);
    }
    return type;
}

QString CasNames::relationFeature(const QString &type, const QString &value)
{
    QString &feature = m_values[{type, value}];
    if (feature.isEmpty())
        feature = addFeature(type, value, m_takenValues[type]);
    return feature;
}

void CasNames::addChain(const QString &linkType)
{
    m_types.add(CasType{chainType(linkType), u"uima.cas.AnnotationBase"_s, {}, {{u"first"_s, linkType}}});
    m_types.addFeature(linkType, {u"referenceRelation"_s, Uima::string});
}

void CasNames::addContinuation()
{
    m_types.add(CasType{continuationType,
                        Uima::annotation,
                        {},
                        {{u"Governor"_s, Uima::annotation}, {u"Dependent"_s, Uima::annotation}}});
}

}
