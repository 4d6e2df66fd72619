// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/corpus.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace pq {

/// What a Remainder keeps of somebody else's annotation, so that it comes back with all its members.
struct KeptAnnotation
{
    QStringList objects;    ///< ids of what it became: passages, notes, a relation; empty when it has no place here
    QString digest;         ///< AnnotationDigests::of() them
    QJsonObject annotation; ///< as it came

    [[nodiscard]] QString toJson() const;
    /// Nothing when the content is none that toJson() made.
    [[nodiscard]] static std::optional<KeptAnnotation> of(const Remainder &remainder);
};

/// What a Remainder keeps of the collection and the page that annotations stood in, but for the annotations.
struct KeptFrame
{
    QJsonObject collection;
    QJsonObject page;

    [[nodiscard]] QString toJson() const;
    [[nodiscard]] static std::optional<KeptFrame> of(const Remainder &remainder);
};

/// What annotations say here, to see whether that changed since they were read.
class AnnotationDigests
{
public:
    explicit AnnotationDigests(const Corpus &corpus);

    /// Empty when one of them is not there (any more).
    [[nodiscard]] QString of(const QStringList &objects) const;
    /// Each as a line of Pullquote JSON Lines; empty when it is not there.
    [[nodiscard]] QByteArray line(const QString &object) const;

private:
    QHash<QString, const Passage *> m_passages;
    QHash<QString, const Relation *> m_relations;
    QHash<QString, const Note *> m_notes;
    QHash<TagId, QString> m_tags;
};

}
