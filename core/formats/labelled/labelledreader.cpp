// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelled.h"
#include "core/formats/words.h"

#include <QRegularExpression>

#include <cmath>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Makes a corpus of texts whose way of counting is known.
class LabelledBuilder
{
public:
    LabelledBuilder(const LabelledReading &how, Reading &reading, const Counting &counting)
        : m_how(how), m_reading(reading), m_counting(counting), m_builder(how.tagset)
    {
    }

    void add(const LabelledText &text);
    [[nodiscard]] Corpus take() { return m_builder.take(); }

private:
    void describe(Article &article, QJsonObject &rest);
    [[nodiscard]] PassageId add(VersionId version, const CountedText &text, const LabelledSpan &span,
                                const Counting &counting);
    void refuse(const Text &text, const LabelledSpan &span);

    const LabelledReading &m_how;
    Reading &m_reading;
    Counting m_counting;
    CorpusBuilder m_builder;
    QHash<QString, EntityId> m_outlets;
    QSet<PassageId> m_ids;
};

/// Takes a member out of @p object when it is a string.
QString takeString(QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (!value.isString())
        return {};
    object.remove(key);
    return value.toString();
}

void LabelledBuilder::describe(Article &article, QJsonObject &rest)
{
    if (!rest.value("meta"_L1).isObject())
        return;
    QJsonObject meta = rest.value("meta"_L1).toObject();
    if (meta.value("title"_L1).isString())
        article.title = takeString(meta, "title"_L1);
    article.byline = takeString(meta, "byline"_L1);
    article.url = takeString(meta, "url"_L1);
    static const QRegularExpression date(u"\\A[0-9]{4}(?:-[01][0-9](?:-[0-3][0-9])?)?\\z"_s);
    if (date.match(meta.value("published"_L1).toString()).hasMatch())
        article.published = takeString(meta, "published"_L1);
    if (const QString outlet = takeString(meta, "outlet"_L1); !outlet.isEmpty()) {
        EntityId &id = m_outlets[outlet];
        if (id.isNull()) {
            id = EntityId::create();
            m_builder.corpus().entities.append({id, EntityKind::Organisation, outlet, {}, {}, {}});
        }
        article.outlet = id;
    }
    if (meta.isEmpty())
        rest.remove("meta"_L1);
    else
        rest.insert("meta"_L1, meta);
}

void LabelledBuilder::refuse(const Text &text, const LabelledSpan &span)
{
    const QString numbers = u"%1–%2"_s.arg(span.place.begin).arg(span.place.end);
    if (!span.place.words) {
        m_reading.refuse(Formats::tr("there is nothing at %1 for the label %2, as the text has %3 characters.")
                             .arg(numbers, quoted(span.label))
                             .arg(text.length()));
        return;
    }
    m_reading.refuse(mismatch(text, {{{qsizetype(span.place.begin)}, {qsizetype(span.place.end)}}}, *span.place.words));
}

PassageId LabelledBuilder::add(VersionId version, const CountedText &text, const LabelledSpan &span,
                               const Counting &counting)
{
    const auto place = text.spanOf(span.place, counting);
    const auto spaced = [](QStringView words) { return words.toString().simplified(); };
    if (!place || (span.place.words && spaced(text.text().words(*place)) != spaced(*span.place.words))) {
        refuse(text.text(), span);
        return {};
    }
    QString label = span.label;
    if (label.isEmpty()) {
        m_reading.remark(Formats::tr("a span without a label got the tag “span”"));
        label = u"span"_s;
    }
    const TagId tag = m_builder.tag(label);
    Passage &passage = m_builder.addPassage(version, tag, {*place});
    if (!span.id.isNull() && !m_ids.contains(span.id))
        passage.id = span.id;
    m_ids.insert(passage.id);
    passage.state = span.state;
    passage.annotator = m_builder.annotator(span.annotator);
    for (auto member = span.more.constBegin(); member != span.more.constEnd(); ++member) {
        const QJsonValue value = member.value();
        if (value.isNull())
            continue;
        const QString name = member.key().isEmpty() ? u"value"_s : member.key();
        const AttributeKind kind = value.isBool() ? AttributeKind::Boolean
            : value.isDouble()                    ? AttributeKind::Number
                                                  : AttributeKind::Text;
        const AttributeId attribute = m_builder.attribute(tag, name, kind);
        if (std::ranges::contains(passage.attributes, attribute, &AttributeValue::attribute))
            continue;
        passage.attributes.append(
            {attribute, value.isString() ? value.toString() : QString::fromUtf8(compactJson(value))});
    }
    return passage.id;
}

void LabelledBuilder::add(const LabelledText &text)
{
    m_reading.place = text.place;
    const CountedText counted(text.text);
    if (counted.text().isEmpty()) {
        if (!text.spans.isEmpty())
            m_reading.refuse(Formats::tr("there are labels on an empty text."));
        else
            m_reading.remark(Formats::tr("an empty text was left out"));
        return;
    }
    const VersionId version = m_builder.addArticle(text.place, counted, m_how.file);
    Article &article = m_builder.corpus().articles.last();
    const ArticleId articleId = article.id;
    QJsonObject rest = text.rest;
    describe(article, rest);
    QList<PassageId> ids;
    for (const LabelledSpan &span : text.spans) {
        ids.append(add(version, counted, span, text.isCounted ? Counting() : m_counting));
        if (m_reading.failed())
            return;
    }
    for (const LabelledArrow &arrow : text.arrows) {
        Relation &relation = m_builder.addRelation(ids[arrow.from], ids[arrow.to],
                                                   arrow.label.isEmpty() ? u"relation"_s : arrow.label);
        relation.state = arrow.state;
        relation.annotator = m_builder.annotator(arrow.annotator);
        for (auto member = arrow.more.constBegin(); member != arrow.more.constEnd(); ++member) {
            const QJsonValue value = member.value();
            if (!value.isNull() && !member.key().isEmpty())
                relation.values.append(
                    {member.key(), value.isString() ? value.toString() : QString::fromUtf8(compactJson(value))});
        }
    }
    if (!rest.isEmpty())
        m_builder.corpus().remainders.append({RemainderId::create(), articleId, QString::fromLatin1(m_how.format),
                                              QString::fromUtf8(compactJson(rest))});
}

}

Result<Read> readLabelled(const QList<LabelledText> &texts, const LabelledReading &how, Reading &reading)
{
    if (reading.failed())
        return std::unexpected(reading.error());
    FoundCounting found;
    bool isAsked = false;
    {
        QList<CountedText> counted;
        counted.reserve(texts.size());
        QList<CountedPart> parts;
        bool hasWords = false;
        for (const LabelledText &text : texts) {
            if (text.isCounted)
                continue;
            counted.append(CountedText(text.text));
            CountedPart part{&counted.last(), text.evidence};
            for (const LabelledSpan &span : text.spans)
                part.spans.append(span.place);
            hasWords = hasWords
                || std::ranges::any_of(part.spans, [](const CountedSpan &span) { return span.words.has_value(); });
            parts.append(part);
        }
        isAsked = hasWords || !how.unitIsKnown;
        if (isAsked)
            found = findCounting(parts, {});
    }
    LabelledBuilder builder(how, reading, found.counting);
    for (const LabelledText &text : texts) {
        builder.add(text);
        if (reading.failed())
            return std::unexpected(reading.error());
    }
    Read read{builder.take(), reading.remarks()};
    if (isAsked && found.spans > 0)
        read.counting = {{how.file, found}};
    return read;
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(0.5);
    if (std::floor(number) != number || std::abs(number) > 9e15)
        return std::nullopt;
    return value.toInteger();
}

namespace {

QString labelOf(const QJsonValue &value, Reading &reading)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isArray() || value.isObject())
        reading.refuse(Formats::tr("a span's label must be a string."));
    return value.isString() ? value.toString() : QString::fromUtf8(compactJson(value));
}

}

LabelledSpan readSpan(const QJsonValue &value, const SpanKeys &keys, Reading &reading)
{
    LabelledSpan span;
    QJsonValue begin;
    QJsonValue end;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        begin = array.at(0);
        end = array.at(1);
        span.label = labelOf(array.at(2), reading);
        if (array.size() < 3) {
            reading.refuse(Formats::tr("a span must look like [0, 5, \"label\"]."));
            return span;
        }
    } else if (value.isObject()) {
        span.more = value.toObject();
        begin = span.more.take(keys.begin);
        end = span.more.take(keys.end);
        span.label = labelOf(span.more.take(keys.label), reading);
        if (span.more.value("text"_L1).isString())
            span.place.words = span.more.take("text"_L1).toString();
    } else {
        reading.refuse(
            Formats::tr("a span must be an object with “%1”, “%2” and “%3”.").arg(keys.begin, keys.end, keys.label));
        return span;
    }
    const auto from = wholeNumber(begin);
    const auto to = wholeNumber(end);
    if (!from || !to)
        reading.refuse(Formats::tr("“%1” and “%2” of a span must be whole numbers.").arg(keys.begin, keys.end));
    else if (*from < 0 || *to < *from)
        reading.refuse(Formats::tr("a span ends at %1, but begins at %2.").arg(*to).arg(*from));
    span.place.begin = from.value_or(0);
    span.place.end = to.value_or(0);
    return span;
}

QString readText(const QJsonObject &object, Reading &reading)
{
    const QJsonValue text = object.value("text"_L1);
    if (!text.isString())
        reading.refuse(text.isUndefined() || text.isNull()
                           ? Formats::tr("there is no “text”. Only texts with their labels can be read.")
                           : Formats::tr("“text” must be a string."));
    return text.toString();
}

QJsonArray readArray(const QJsonObject &object, const QString &key, Reading &reading)
{
    const QJsonValue value = object.value(key);
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        reading.refuse(Formats::tr("“%1” must be an array.").arg(key));
    return value.toArray();
}

void remarkOnLabelsOfTexts(const QJsonObject &object, const QString &key, Reading &reading)
{
    const QJsonValue value = object.value(key);
    if (value.isString() || !value.toArray().isEmpty() || !value.toObject().isEmpty())
        reading.remark(Formats::tr("labels of the whole text (“%1”) were kept, but cannot be shown").arg(key));
}

}
