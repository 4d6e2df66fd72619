// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/fields.h"
#include "core/formats/uima/cas.h"
#include "core/formats/xml.h"

namespace pq {

/// Reads one XMI file as a CAS. Arrays and lists that stand in attributes become structures of their own.
class UimaXmiReader
{
public:
    /// Both must outlive this.
    UimaXmiReader(const NamedFile &file, const TypeSystem &types, Reading &reading);
    /// With the types of those given that it uses, and those that had to be guessed.
    [[nodiscard]] Cas read();

private:
    struct Entry
    {
        QString feature;
        QStringList values; ///< of child elements, or the attribute's
        bool isAttribute = false;
        bool areReferences = false;
    };
    struct Raw
    {
        FeatureStructure structure;
        QList<Entry> entries;
    };

    void readElement();
    [[nodiscard]] static bool isEmpty(const Raw &sofa);
    [[nodiscard]] bool readNumber(const Raw &raw);
    void numberNamesakes();
    [[nodiscard]] qint64 sofaIn(const QString &text);
    void readView();
    [[nodiscard]] QString typeName() const;
    [[nodiscard]] qint64 idIn(const QString &text);
    void infer(const Raw &raw, bool empty);
    [[nodiscard]] CasFeature guess(const Entry &entry) const;
    [[nodiscard]] bool areLinks(const QStringList &ids) const;
    void resolve(Raw &raw);
    [[nodiscard]] CasValue valueOf(const CasFeature &feature, const Entry &entry);
    [[nodiscard]] QList<CasValue> elements(const QString &type, const Entry &entry);
    [[nodiscard]] CasValue listOf(const QString &type, const QList<CasValue> &elements);

    const NamedFile &m_file;
    Reading &m_reading;
    XmlReader m_xml;
    Cas m_cas;
    QList<Raw> m_raw;
    QHash<qint64, qsizetype> m_places;
    struct RawView
    {
        QString sofa;
        QStringList members;
    };
    QList<RawView> m_views;
    QHash<qint64, qsizetype> m_namesakes; ///< sofas whose number another structure has too, by it
    QHash<qint64, qint64> m_sofas;        ///< what has become of their numbers
    qint64 m_nextId = 1;
};

}
