// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/cas.h"

namespace pq {

inline constexpr QLatin1StringView tokenType("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token");
inline constexpr QLatin1StringView sentenceType("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence");
[[nodiscard]] inline bool isToken(const QString &type)
{
    return type == tokenType;
}
[[nodiscard]] inline bool isSentence(const QString &type)
{
    return type == sentenceType;
}

/// The type that annotators know: DKPro's subtypes of parts of speech, dependencies and chunks are those themselves.
[[nodiscard]] QString layerType(const QString &type);

/// Whether annotations of the type are not made by annotators: tokens, sentences, what is said of the whole document
/// and what tools note for themselves.
[[nodiscard]] bool isInfrastructure(const TypeSystem &types, const QString &type);

[[nodiscard]] bool isRelationType(const TypeSystem &types, const QString &type);
/// An element of a chain, which knows the next one.
[[nodiscard]] bool isChainLink(const TypeSystem &types, const QString &type);
/// What leads from an annotation's slot to its filler.
[[nodiscard]] bool isSlotLink(const TypeSystem &types, const QString &type);
/// "some.CoreferenceChain" for "some.CoreferenceLink", as WebAnno has it.
[[nodiscard]] QString chainType(const QString &linkType);

/// The description of types that Pullquote made for tags and relations that no layer is known for.
inline constexpr QLatin1StringView ownLayer("A layer made by Pullquote");
/// Ties the fragments of a discontinuous passage, as Governor the earlier one.
inline constexpr QLatin1StringView continuationType("pullquote.Continuation");

/// Types of annotations by the names that tags and relations get from them: the short name, or the full one where
/// another type, which was declared earlier, has the same.
class LayerNames
{
public:
    explicit LayerNames(const TypeSystem &types);
    [[nodiscard]] QString name(const QString &type) const;
    [[nodiscard]] QString type(const QString &name) const { return m_types.value(name); } ///< empty when there is none

private:
    QHash<QString, QString> m_types;
};

}
