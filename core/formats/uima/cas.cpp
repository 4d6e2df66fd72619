// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/cas.h"

#include <QSet>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// No sound type system comes near; a circle of super types ends here.
constexpr int mostAncestors = 512;

const TypeSystem &builtIn()
{
    static const TypeSystem all = [] {
        TypeSystem types;
        const auto add = [&types](const char *name, const char *super, const QList<CasFeature> &features = {}) {
            types.add(CasType{QLatin1StringView(name), QLatin1StringView(super), {}, features});
        };
        add("uima.cas.TOP", "");
        add("uima.cas.Sofa", "uima.cas.TOP",
            {{u"sofaNum"_s, Uima::integer},
             {u"sofaID"_s, Uima::string},
             {u"mimeType"_s, Uima::string},
             {u"sofaArray"_s, Uima::top},
             {u"sofaString"_s, Uima::string},
             {u"sofaURI"_s, Uima::string}});
        add("uima.cas.AnnotationBase", "uima.cas.TOP", {{u"sofa"_s, Uima::sofa}});
        add("uima.tcas.Annotation", "uima.cas.AnnotationBase",
            {{u"begin"_s, Uima::integer}, {u"end"_s, Uima::integer}});
        add("uima.tcas.DocumentAnnotation", "uima.tcas.Annotation", {{u"language"_s, Uima::string}});
        for (const char *primitive : {"String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"})
            types.add(CasType{u"uima.cas."_s + QLatin1StringView(primitive), u""_s});
        add("uima.cas.ArrayBase", "uima.cas.TOP");
        for (const char *element : {"FS", "String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double"}) {
            types.add(CasType{u"uima.cas.%1Array"_s.arg(QLatin1StringView(element)), u"uima.cas.ArrayBase"_s});
        }
        for (const auto &[kind, head] :
             {std::pair("FS", Uima::top), std::pair("String", Uima::string), std::pair("Integer", Uima::integer),
              std::pair("Float", QLatin1StringView("uima.cas.Float"))}) {
            const QString list = QLatin1StringView(kind) + u"List"_s;
            types.add(CasType{u"uima.cas."_s + list, Uima::top});
            types.add(CasType{u"uima.cas.Empty"_s + list, u"uima.cas."_s + list});
            types.add(CasType{u"uima.cas.NonEmpty"_s + list,
                              u"uima.cas."_s + list,
                              {},
                              {{u"head"_s, head}, {u"tail"_s, u"uima.cas."_s + list, {}, {}, true}}});
        }
        return types;
    }();
    return all;
}

}

void TypeSystem::add(const CasType &type)
{
    const auto known = m_places.constFind(type.name);
    if (known == m_places.cend()) {
        m_whole.clear();
        m_places.insert(type.name, m_types.size());
        m_types.append(type);
        return;
    }
    for (const CasFeature &feature : type.features)
        addFeature(type.name, feature);
}

void TypeSystem::add(const TypeSystem &other)
{
    for (const CasType &type : other.m_types)
        add(type);
}

void TypeSystem::addFeature(const QString &type, const CasFeature &feature)
{
    const auto place = m_places.constFind(type);
    if (place == m_places.cend() || this->feature(type, feature.name))
        return;
    m_whole.clear();
    m_types[*place].features.append(feature);
}

const CasType *TypeSystem::find(const QString &type) const
{
    if (const auto known = m_places.constFind(type); known != m_places.cend())
        return &m_types[*known];
    return this == &builtIn() ? nullptr : builtIn().find(type);
}

bool TypeSystem::knows(const QString &type) const
{
    return find(type) != nullptr;
}

QString TypeSystem::superOf(const QString &type) const
{
    const CasType *found = find(type);
    return found ? found->super : QString();
}

const TypeSystem::Whole &TypeSystem::whole(const QString &type) const
{
    std::shared_ptr<const Whole> &known = m_whole[type];
    if (!known) {
        Whole all;
        QString at = type;
        for (int i = 0; i < mostAncestors && !at.isEmpty(); ++i) {
            all.ancestors.append(at);
            const CasType *found = find(at);
            if (!found)
                break;
            for (const CasFeature &feature : found->features) {
                if (!all.features.contains(feature.name))
                    all.features.insert(feature.name, feature);
            }
            at = found->super;
        }
        known = std::make_shared<const Whole>(std::move(all));
    }
    return *known;
}

const CasFeature *TypeSystem::feature(const QString &type, const QString &name) const
{
    const Whole &all = whole(type);
    const auto found = all.features.constFind(name);
    return found == all.features.cend() ? nullptr : &*found;
}

QList<CasFeature> TypeSystem::featuresOf(const QString &type) const
{
    QList<CasFeature> all;
    QString at = type;
    for (int i = 0; i < mostAncestors && !at.isEmpty(); ++i) {
        const CasType *found = find(at);
        if (!found)
            break;
        all = found->features + all;
        at = found->super;
    }
    return all;
}

bool TypeSystem::isA(const QString &type, const QString &ancestor) const
{
    return whole(type).ancestors.contains(ancestor);
}

bool Uima::isWholeNumber(QStringView range)
{
    return range == "uima.cas.Integer"_L1 || range == "uima.cas.Long"_L1 || range == "uima.cas.Short"_L1
        || range == "uima.cas.Byte"_L1;
}

bool Uima::isFloat(QStringView range)
{
    return range == "uima.cas.Float"_L1 || range == "uima.cas.Double"_L1;
}

bool Uima::isPrimitive(const TypeSystem &types, const QString &range)
{
    // Types with a fixed set of values are made from String.
    return range == boolean || isWholeNumber(range) || isFloat(range) || types.isA(range, string);
}

bool Uima::isArray(QStringView type)
{
    return type.endsWith("[]"_L1) || (type.startsWith("uima.cas."_L1) && type.endsWith("Array"_L1));
}

bool Uima::holdsReferences(QStringView array)
{
    return array == fsArray || (array.endsWith("[]"_L1) && !array.startsWith("uima.cas."_L1))
        || array == "uima.cas.TOP[]"_L1;
}

bool Uima::isList(QStringView type)
{
    return type == "uima.cas.FSList"_L1 || type == "uima.cas.StringList"_L1 || type == "uima.cas.IntegerList"_L1
        || type == "uima.cas.FloatList"_L1;
}

QString Uima::shortName(const QString &type)
{
    return type.sliced(type.lastIndexOf(u'.') + 1);
}

const CasValue *FeatureStructure::find(QStringView feature) const
{
    const auto found = std::ranges::find(members, feature, &CasMember::feature);
    return found == members.end() ? nullptr : &found->value;
}

QString FeatureStructure::text(QStringView feature) const
{
    const CasValue *value = find(feature);
    return value ? value->text : QString();
}

qint64 FeatureStructure::reference(QStringView feature) const
{
    const CasValue *value = find(feature);
    return value && value->kind == CasValue::Kind::Reference ? value->id : 0;
}

qint64 FeatureStructure::number(QStringView feature, qint64 fallback) const
{
    bool isNumber = false;
    const qint64 number = text(feature).toLongLong(&isNumber);
    return isNumber ? number : fallback;
}

void FeatureStructure::set(const QString &feature, const CasValue &value)
{
    const auto found = std::ranges::find(members, feature, &CasMember::feature);
    if (found == members.end())
        members.append({feature, value});
    else
        found->value = value;
}

void FeatureStructure::remove(QStringView feature)
{
    members.removeIf([feature](const CasMember &member) { return member.feature == feature; });
}

qint64 Cas::unusedId() const
{
    qint64 most = 0;
    for (const FeatureStructure &structure : structures)
        most = std::max(most, structure.id);
    return most + 1;
}

const CasView *Cas::mainView() const
{
    const CasIndex index(*this);
    const auto hasText = [&index](const CasView &view) {
        const FeatureStructure *sofa = index.find(view.sofa);
        return sofa && !sofa->text(u"sofaString").isEmpty();
    };
    const auto initial = std::ranges::find_if(
        views, [&](const CasView &view) { return view.name == Uima::initialView && hasText(view); });
    const auto found = initial != views.end() ? initial : std::ranges::find_if(views, hasText);
    return found == views.end() ? nullptr : &*found;
}

void Cas::addMissingViews()
{
    if (!views.isEmpty())
        return;
    QList<qint64> members;
    for (const FeatureStructure &structure : std::as_const(structures)) {
        if (structure.type != Uima::sofa && !Uima::isArray(structure.type))
            members.append(structure.id);
    }
    for (const FeatureStructure &structure : std::as_const(structures)) {
        if (structure.type == Uima::sofa)
            views.append({structure.text(u"sofaID"), structure.id, members});
    }
}

void Cas::uniteViews()
{
    const CasIndex index(*this);
    QList<CasView> united;
    for (const CasView &view : std::as_const(views)) {
        const auto other = std::ranges::find(united, view.sofa, &CasView::sofa);
        if (view.sofa == 0 || other == united.end()) {
            united.append(view);
            continue;
        }
        if (const FeatureStructure *sofa = index.find(view.sofa))
            other->name = sofa->text(u"sofaID");
        const QSet<qint64> known(other->members.cbegin(), other->members.cend());
        for (const qint64 member : view.members) {
            if (!known.contains(member))
                other->members.append(member);
        }
    }
    views = united;
}

bool isEmptySofa(const FeatureStructure &sofa)
{
    return sofa.type == Uima::sofa && sofa.text(u"sofaString").isEmpty() && !sofa.has(u"sofaURI")
        && !sofa.has(u"sofaArray");
}

CasIndex::CasIndex(const Cas &cas)
{
    m_all.reserve(cas.structures.size());
    for (const FeatureStructure &structure : cas.structures)
        m_all.insert(structure.id, &structure);
}

}
