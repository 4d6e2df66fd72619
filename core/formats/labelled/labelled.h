// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/corpusbuilder.h"
#include "core/formats/distinctnames.h"
#include "core/formats/fields.h"
#include "core/formats/json.h"
#include "core/formats/losses.h"
#include "core/formats/namedseries.h"

#include <QJsonObject>

namespace pq {

// Texts with labelled spans in JSON, an object a text: what the formats of spaCy, Prodigy, doccano and Label Studio
// have in common. Articles' titles and the like stand under "meta", attributes of passages and values of relations are
// further members of theirs, and what a format's reader has no word for is kept as a Remainder: an object with the
// members that were left, which are written again.

/// A span as a file has it.
struct LabelledSpan
{
    CountedSpan place;
    QString label;
    QJsonObject more; ///< becomes attributes
    State state = State::Accepted;
    QString annotator;
    PassageId id; ///< null: a new one
};

/// An arrow between two of a text's spans, by their places in its list.
struct LabelledArrow
{
    qsizetype from = 0;
    qsizetype to = 0;
    QString label;
    QJsonObject more; ///< becomes values
    State state = State::Accepted;
    QString annotator;
};

/// A text as a file has it.
struct LabelledText
{
    QString place; ///< for messages, and the article's title where "meta" has none
    QString text;
    QList<LabelledSpan> spans;
    QList<LabelledArrow> arrows;
    QList<CountedSpan> evidence; ///< further words at their places, such as tokens
    QJsonObject rest; ///< "meta", and all that is to be kept
    bool isCounted = false; ///< its positions are code points, however the file counts
};

/// How a reader of texts with labelled spans goes about it.
struct LabelledReading
{
    const char *format;
    QString tagset;
    QString file;
    bool unitIsKnown = true; ///< code points, unless words prove otherwise
};

/// Finds how the file counts, and makes articles, passages and relations of @p texts.
[[nodiscard]] Result<Read> readLabelled(const QList<LabelledText> &texts, const LabelledReading &how, Reading &reading);

/// What a span's members are called.
struct SpanKeys
{
    QLatin1StringView begin;
    QLatin1StringView end;
    QLatin1StringView label;
};

/// A span that is an object with such members and perhaps "text", or an array [begin, end, label].
[[nodiscard]] LabelledSpan readSpan(const QJsonValue &value, const SpanKeys &keys, Reading &reading);

/// Nothing when it is no such number.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

/// The string under "text". Refuses when there is none.
[[nodiscard]] QString readText(const QJsonObject &object, Reading &reading);

/// The array under @p key, empty when it is missing or null. Refuses anything else.
[[nodiscard]] QJsonArray readArray(const QJsonObject &object, const QString &key, Reading &reading);

/// Says that labels of the whole text under @p key of @p object are kept, if there are any; spans they are not.
void remarkOnLabelsOfTexts(const QJsonObject &object, const QString &key, Reading &reading);

/// What a format has room for.
struct LabelledRoom
{
    const char *format;
    QStringList reserved;         ///< names that attributes must not have
    QStringList reservedOfArrows; ///< … values of relations
    QStringList reservedOfTexts;  ///< … and members of remainders
    bool ids = false;    ///< of passages
    bool makers = false; ///< the format writes who made what, or reports that itself
    bool states = false; ///< … and states
    bool arrows = false;
};

/// A passage on its way into a file.
struct PassageToWrite
{
    const Passage *passage;
    TextSpan span;
    QString words;
    QString label;
    QJsonObject attributes;
};

struct RelationToWrite
{
    const Relation *relation;
    qsizetype from; ///< places in the text's passages
    qsizetype to;
    QJsonObject values;
};

struct TextToWrite
{
    const Version *version;
    RemainderId remainder; ///< null where there is none
    QJsonObject meta; ///< the article's, with what the remainder has
    QJsonObject rest; ///< the remainder's further members
    QList<PassageToWrite> passages; ///< in the order of reading
    QList<RelationToWrite> relations;
};

/// What there is to write.
struct LabelledCorpus
{
    QList<TextToWrite> texts;
    QHash<AnnotatorId, QString> annotators; ///< their names, which differ
};

/// What things are called in files in which they are known by their names alone; what has a name keeps it.
struct LabelledNames
{
    QHash<TagId, QString> tags; ///< of passages
    QHash<AttributeId, QString> attributes;
    QHash<AnnotatorId, QString> annotators;
    QHash<EntityId, QString> outlets; ///< of articles with texts
    // What is taken:
    DistinctNames takenTags;
    QHash<TagId, DistinctNames> takenAttributes;
    DistinctNames takenAnnotators;
    DistinctNames takenOutlets;
};

/// Reports all that @p room has not. The corpus must be sound, and outlive the result.
[[nodiscard]] LabelledCorpus toWrite(const Corpus &corpus, const LabelledRoom &room, LabelledNames &names,
                                     Losses &losses);

using LabelledWriter = NamedSeries<LabelledNames>;

/// Reports the annotators who are not @p named in the file, and what of the others is not there.
void reportAnnotators(const Corpus &corpus, const LabelledCorpus &written, const QSet<AnnotatorId> &named,
                      Losses &losses);

/// Members of the innermost object.
void writeMembers(JsonWriter &json, const QJsonObject &members);
/// Under this a remainder keeps the key under which a text's spans stood as arrays: [[0, 5, "label"]].
inline constexpr QLatin1StringView spanArrays("pullquote:spans");
/// Writes a text whose spans stood so, where such arrays can say all of it; otherwise false, and nothing is written.
[[nodiscard]] bool writeWithSpanArrays(JsonWriter &json, TextToWrite &text);
/// "meta" of a text, if there is anything in it.
void writeMeta(JsonWriter &json, const TextToWrite &text);

/// Whether a line such as this has these members, as far as its beginning tells.
[[nodiscard]] bool hasMembers(QByteArrayView beginning, std::initializer_list<const char *> members);

}
