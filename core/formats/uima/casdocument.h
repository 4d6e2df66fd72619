// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/corpusbuilder.h"
#include "core/formats/jsonlines/jsonlinesreader.h"
#include "core/formats/uima/caslayers.h"
#include "core/formats/uima/casrest.h"

namespace pq {

/// Reads one CAS into what is built of all of them; see corpusOf().
class CasDocumentReader
{
public:
    /// All must outlive this.
    CasDocumentReader(const QString &path, const Cas &cas, const QString &format, const LayerNames &names,
                      CorpusBuilder &builder, Reading &reading);
    void read();
    /// What Pullquote said of itself, but for passages and relations.
    [[nodiscard]] const QList<JsonLine> &records() const { return m_records; }

private:
    /// A tag as this CAS was written with it.
    struct OwnTag
    {
        TagId id;
        QHash<QString, AttributeId> attributes; ///< by feature
        QStringList features;                   ///< in their order
    };

    void goTo(const FeatureStructure &structure);
    void findOwn();
    void findRemoved();
    void findDangling();
    void consume(qint64 record);
    void addRecords();
    void addText();
    [[nodiscard]] QSet<qint64> tokensReferredTo() const;
    [[nodiscard]] bool isAnnotation(const FeatureStructure &structure) const;
    [[nodiscard]] std::optional<TextSpan> spanOf(const FeatureStructure &structure);
    void addPassages();
    void addPassage(const FeatureStructure &head, const QList<TextSpan> &spans);
    [[nodiscard]] AttributeKind kindOf(const QString &type, const QString &feature) const;
    void addRelations();
    void addRelation(const FeatureStructure &arc, PassageId from, PassageId to, const QString &label,
                     const QList<CasMember> &values);
    void addSlots(const FeatureStructure &host);
    [[nodiscard]] bool isSlot(const FeatureStructure &array) const;
    void addNextLink(const FeatureStructure &link);
    void keepTheRest();
    [[nodiscard]] bool hasDerivedTokens() const;
    [[nodiscard]] FeatureStructure kept(const FeatureStructure &structure) const;

    const QString m_path;
    const Cas &m_cas;
    const CasIndex m_index;
    const QString m_format;
    /// Of the sofa's own text, with a CR for itself.
    const Counting m_counting{PositionUnit::Utf16Units, true};
    const LayerNames &m_names;
    CorpusBuilder &m_builder;
    Reading &m_reading;

    const CasView *m_view = nullptr;
    std::optional<CountedText> m_text;
    VersionId m_version;
    ArticleId m_article;
    QList<JsonLine> m_records;
    QJsonObject m_articleRecord; ///< empty where another program wrote the file
    RemainderId m_restId;
    QHash<QString, OwnTag> m_tags;                              ///< by type
    QHash<qint64, const FeatureStructure *> m_passageRecords;   ///< by the first annotation
    QHash<qint64, const FeatureStructure *> m_relationRecords;  ///< by what ties the passages
    QHash<qint64, qint64> m_continuations;
    QSet<qint64> m_removed;                                     ///< annotations; they are consumed, too
    QSet<qint64> m_consumed;                                    ///< structures of which nothing is left
    QHash<qint64, QList<CasMember>> m_left;                     ///< features of those that are objects now
    QHash<qint64, PassageId> m_passages;
    QHash<qint64, QString> m_objects;
};

}
