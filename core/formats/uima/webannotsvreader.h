// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/uima/casreader.h"
#include "core/formats/uima/webannotsvlayers.h"

namespace pq {

/// Reads one file of WebAnno TSV as a CAS.
class WebAnnoTsvReader
{
public:
    explicit WebAnnoTsvReader(Reading &reading) : m_reading(reading) {}
    /// The positions in it are UTF-16, whatever the file counts.
    [[nodiscard]] Cas read(const NamedFile &file);
    [[nodiscard]] const FoundCounting &counting() const { return m_counting; }

private:
    struct Row
    {
        QString unit; ///< such as "1-2" or "1-2.1"
        qint64 begin = 0;
        qint64 end = 0;
        QString form;
        QStringList cells;
        qint64 line = 0;
    };
    struct Sentence
    {
        QString id;
        QStringList lines;
        QList<Row> rows;
    };
    /// A row, where it stands in the text, and what is on it.
    struct Unit
    {
        qint64 begin = 0;
        qint64 end = 0;
        qint64 token = 0; ///< 0 for a part of one
        QHash<QString, QList<qint64>> annotations = {}; ///< by type
    };
    struct Reference
    {
        qint64 from = 0; ///< the relation or the slot's host
        QString type;    ///< of what it refers to
        QString unit;
        QString suffix;
        qint64 line = 0;
        QString targetUnit;  ///< of a relation
        QString feature;     ///< of a slot
        QString linkType;
        QString roles;
    };

    void readLines(const NamedFile &file);
    void readHead(const QString &line);
    void readRow(const QString &line);
    [[nodiscard]] QString assembled(PositionUnit unit, QList<qint64> &starts) const;
    [[nodiscard]] qint64 fitting(PositionUnit unit) const;
    void findCounting();
    void addUnits();
    void addAnnotations(const Row &row);
    void addSpans(const Row &row, const TsvLayer &layer, const QList<QStringList> &items);
    void addChainLinks(const Row &row, const TsvLayer &layer, const QList<QStringList> &items);
    void addRelations(const Row &row, const TsvLayer &layer, const QList<QStringList> &items);
    void setValue(FeatureStructure &structure, const QString &feature, const QString &item);
    FeatureStructure &create(const QString &type, const Unit &unit, qint64 line);
    FeatureStructure &at(qint64 id) { return m_cas.structures[id - 1]; }
    void addChains();
    [[nodiscard]] qint64 resolve(const QString &type, const QString &unit, const QString &id);
    void resolveRelation(const Reference &reference);
    void resolveSlot(const Reference &reference);

    Reading &m_reading;
    QString m_file;
    qint64 m_line = 0;
    int m_minor = 3;
    QList<TsvLayer> m_layers;
    qsizetype m_columns = 0;
    QList<Sentence> m_sentences;
    FoundCounting m_counting;
    Cas m_cas; ///< ids are places, from 1
    QHash<QString, Unit> m_units;
    QHash<QString, qint64> m_byId;
    QHash<QString, QHash<int, QHash<int, qint64>>> m_chains; ///< links by type, chain and place
    QList<Reference> m_relations;
    QList<Reference> m_slots;
};

}
