// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/jsonlines/jsonlinesreader.h"
#include "core/formats/webannotation/webannotationpages.h"

namespace pq {

/// "urn:uuid:…" is what our ids are outside; other people's names stay as they are.
[[nodiscard]] QString bareIri(const QString &iri);
[[nodiscard]] QString iriOf(const QJsonValue &value);
[[nodiscard]] inline QJsonArray selectorsOf(const QJsonObject &target)
{
    return listOf(target.value(QLatin1StringView("selector")));
}

/// A text that annotations are on.
struct SourceText
{
    CountedText text;
    QString version; ///< what passages in it name
    QString article;
    Counting counting = {};
};

/// Turns annotations into the lines that say the same, so that one reader checks them all.
class WebAnnotationReader
{
public:
    Result<Read> read(const QList<NamedFile> &files);

private:
    /// Somebody else's annotation on its way.
    struct Foreign
    {
        QString place;
        QJsonObject annotation;
        QStringList objects; ///< ids of what it became
        bool isDone = false;
    };

    void readTexts(const QString &file, const QJsonArray &texts);
    void readPlainText(const NamedFile &file);
    void addText(const QString &source, const QJsonObject &article, const QString &text);
    void readItem(const AnnotationItem &item);
    void readOwnPassage(const QJsonObject &annotation, const QJsonArray &targets);
    [[nodiscard]] QJsonObject ownFragment(const QJsonObject &target, QString &source);
    void readOwnNote(const QJsonObject &annotation);
    void readForeign();
    void findCountings();
    void readPassages(Foreign &foreign);
    void readRelation(Foreign &foreign);
    void readNote(Foreign &foreign);
    void addTagged(Foreign &foreign, QJsonObject passage, const QJsonArray &bodies);
    [[nodiscard]] const SourceText *sourceOf(const QJsonObject &target) const;
    [[nodiscard]] QJsonObject made(const QJsonObject &annotation, QLatin1StringView type);
    [[nodiscard]] QString creatorOf(const QJsonObject &annotation);
    [[nodiscard]] QString tagNamed(const QString &name);
    void keep(Read &all);
    void add(const QJsonObject &object) { m_lines.append({m_reading.place, object}); }

    Reading m_reading;
    QList<JsonLine> m_lines;
    QHash<QString, SourceText> m_texts; ///< by source
    QSet<QString> m_annotators;         ///< ids
    QSet<QString> m_keptBefore;         ///< ids of remainders
    QHash<QString, QString> m_tags;     ///< of names that no tag explains: ids
    QHash<QString, QString> m_passages; ///< by annotation: ids
    QHash<QString, QString> m_claims;
    QHash<QString, QJsonObject> m_abouts; ///< of notes by annotation: what they are on
    QHash<QString, QString> m_notes;      ///< by annotation: ids
    QHash<QString, QString> m_articles;   ///< by source: ids
    QList<Foreign> m_foreign;
    QList<CountingEvidence> m_counting;
};

}
