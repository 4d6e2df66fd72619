// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/losses.h"
#include "core/formats/uima/cas.h"

namespace pq {

/// What a CAS holds beside what became passages and relations, as it is kept in a Remainder: tokens, sentences, meta
/// data, whatever only other programs understand. Its annotations of the article's text count code points.
struct CasRest
{
    RemainderId id;
    VersionId version;                ///< null where the CAS has no text
    QString format;                   ///< it was read from
    QString name;                     ///< of the file, without a suffix
    qint64 sofa = 0;                  ///< which is the article's text
    Cas cas;                          ///< without types; of passages and relations only the features left over
    QHash<qint64, QString> objects = {}; ///< structures that became passages and relations, by those's ids
    QHash<qint64, QString> types = {};   ///< where these have a type that the layer does not tell
    QList<qint64> hidden = {};           ///< those of them that no view has

    [[nodiscard]] QString content() const;
};

/// What a corpus keeps for the formats that write a CAS.
struct CasRests
{
    TypeSystem types;
    QHash<VersionId, CasRest> texts;
    QList<CasRest> textless;
    QSet<RemainderId> understood;

    /// What cannot be understood is left to others.
    explicit CasRests(const Corpus &corpus);
};

/// The remainder that keeps @p types; its id is the same for the same types.
[[nodiscard]] Remainder remainderOf(const TypeSystem &types, const QString &format);

}
