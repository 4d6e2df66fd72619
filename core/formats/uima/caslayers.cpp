// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/caslayers.h"

#include <algorithm>
#include <array>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView dkpro("de.tudarmstadt.ukp.dkpro.core.api.");

}

QString layerType(const QString &type)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 3> elevated = {{
        {"lexmorph.type.pos."_L1, "lexmorph.type.pos.POS"_L1},
        {"syntax.type.dependency."_L1, "syntax.type.dependency.Dependency"_L1},
        {"syntax.type.chunk."_L1, "syntax.type.chunk.Chunk"_L1},
    }};
    if (!type.startsWith(dkpro))
        return type;
    const QStringView rest = QStringView(type).sliced(dkpro.size());
    const auto found = std::ranges::find_if(elevated, [rest](const auto &each) { return rest.startsWith(each.first); });
    return found == elevated.end() ? type : dkpro + found->second;
}

bool isInfrastructure(const TypeSystem &types, const QString &type)
{
    return isToken(type) || isSentence(type) || types.isA(type, Uima::documentAnnotation)
        || type.startsWith(dkpro + "metadata.type."_L1)
        || type.startsWith("de.tudarmstadt.ukp.clarin.webanno.api.type."_L1) || type.startsWith("pullquote."_L1);
}

bool isRelationType(const TypeSystem &types, const QString &type)
{
    return types.feature(type, u"Governor"_s) && types.feature(type, u"Dependent"_s);
}

bool isChainLink(const TypeSystem &types, const QString &type)
{
    const CasFeature *next = types.feature(type, u"next"_s);
    return next && !Uima::isPrimitive(types, next->range) && types.isA(type, Uima::annotation);
}

bool isSlotLink(const TypeSystem &types, const QString &type)
{
    const CasFeature *target = types.feature(type, u"target"_s);
    return target && !Uima::isPrimitive(types, target->range) && !types.isA(type, Uima::annotation);
}

QString chainType(const QString &linkType)
{
    return (linkType.endsWith("Link"_L1) ? linkType.chopped(4) : linkType) + u"Chain"_s;
}

LayerNames::LayerNames(const TypeSystem &types)
{
    for (const CasType &type : types.types()) {
        const QString layer = layerType(type.name);
        const QString name = Uima::shortName(layer);
        if (!m_types.contains(name) && types.isA(type.name, Uima::annotation) && type.name != Uima::documentAnnotation)
            m_types.insert(name, layer);
    }
    if (!m_types.contains(u"Annotation"_s))
        m_types.insert(u"Annotation"_s, Uima::annotation);
    m_types.insert(Uima::annotation, Uima::annotation);
    for (const CasType &type : types.types()) {
        const QString layer = layerType(type.name);
        if (name(layer) == layer && types.isA(type.name, Uima::annotation))
            m_types.insert(layer, layer);
    }
}

QString LayerNames::name(const QString &type) const
{
    const QString layer = layerType(type);
    const QString name = Uima::shortName(layer);
    const auto known = m_types.constFind(name);
    return !name.isEmpty() && (known == m_types.cend() || *known == layer) ? name : layer;
}

}
