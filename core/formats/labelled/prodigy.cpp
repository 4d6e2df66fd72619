// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/prodigy.h"

#include "core/formats/jsonread.h"
#include "core/formats/labelled/labelled.h"
#include "core/formats/labelled/prodigytokens.h"
#include "core/formats/words.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr auto formatId = "prodigy-jsonl";
constexpr SpanKeys spanKeys{"start"_L1, "end"_L1, "label"_L1};
constexpr std::array answers{"accept"_L1, "ignore"_L1, "reject"_L1}; ///< in the order of State

/// Reads one task.
class ProdigyTask
{
public:
    ProdigyTask(const QJsonObject &object, Reading &reading)
        : m_object(object), m_reading(reading), m_tokens(readArray(object, u"tokens"_s, reading))
    {
    }
    LabelledText read();

private:
    [[nodiscard]] State answer();
    [[nodiscard]] LabelledSpan span(const QJsonValue &value);
    [[nodiscard]] qsizetype endOf(QJsonObject &relation, const QString &key);
    void readTokens();
    void keepRest(State state);

    const QJsonObject &m_object;
    Reading &m_reading;
    ProdigyTokens m_tokens;
    LabelledText m_text;
};

State ProdigyTask::answer()
{
    const QJsonValue given = m_object.value("answer"_L1);
    const auto found = std::ranges::find(answers, given.toString(answers.front()));
    if (found == answers.end() || (!given.isString() && !given.isUndefined() && !given.isNull()))
        m_reading.refuse(Formats::tr("“answer” must be accept, reject or ignore."));
    return found == answers.end() ? State::Accepted : State(found - answers.begin());
}

LabelledSpan ProdigyTask::span(const QJsonValue &value)
{
    QJsonObject object = value.toObject();
    const qsizetype first = qsizetype(object.take("token_start"_L1).toInteger(-1));
    const qsizetype last = qsizetype(object.take("token_end"_L1).toInteger(-1));
    const QList<TextSpan> &tokens = m_tokens.spans();
    if (value.isObject() && !object.contains("start"_L1) && first >= 0 && first <= last && last < tokens.size()) {
        object.insert("start"_L1, qint64(tokens[first].begin.value));
        object.insert("end"_L1, qint64(tokens[last].end.value));
    }
    if (!object.contains("start"_L1) && object.contains("points"_L1))
        m_reading.refuse(Formats::tr("a span is a place in a picture. Only texts with their labels can be read."));
    return readSpan(value.isObject() ? object : value, spanKeys, m_reading);
}

qsizetype ProdigyTask::endOf(QJsonObject &relation, const QString &key)
{
    const QJsonValue token = relation.take(key);
    QJsonValue given = relation.take(key + u"_span"_s);
    if (!given.isObject())
        given = QJsonObject{{"token_start"_L1, token}, {"token_end"_L1, token}};
    LabelledSpan end = span(given);
    const auto sits = [&end](const LabelledSpan &other) {
        return other.place.begin == end.place.begin && other.place.end == end.place.end;
    };
    auto found = std::ranges::find_if(
        m_text.spans, [&](const LabelledSpan &other) { return sits(other) && other.label == end.label; });
    if (found == m_text.spans.end() && end.label.isEmpty())
        found = std::ranges::find_if(m_text.spans, sits);
    if (found != m_text.spans.end())
        return found - m_text.spans.begin();
    end.more = {};
    m_text.spans.append(end);
    return m_text.spans.size() - 1;
}

void ProdigyTask::readTokens()
{
    const QJsonArray tokens = m_object.value("tokens"_L1).toArray();
    if (tokens.isEmpty())
        return;
    for (const auto &each : tokens) {
        const QJsonObject token = each.toObject();
        if (token.value("text"_L1).isString() && token.value("start"_L1).isDouble() && token.value("end"_L1).isDouble())
            m_text.evidence.append({token.value("start"_L1).toInteger(-1), token.value("end"_L1).toInteger(-1),
                                    token.value("text"_L1).toString()});
    }
    const Text text(m_text.text);
    QList<TextSpan> spans;
    for (const LabelledSpan &span : std::as_const(m_text.spans))
        spans.append(TextSpan{{qsizetype(span.place.begin)}, {qsizetype(span.place.end)}});
    const bool areWithin = std::ranges::all_of(spans, [&](const TextSpan &span) { return text.covers(span); });
    if (areWithin && ProdigyTokens(text, spans).toJson(text) == tokens) {
        m_text.rest.remove("tokens"_L1); // they will be made again
    } else if (CountedText(m_text.text).text().string() != m_text.text) {
        m_text.rest.remove("tokens"_L1);
        m_reading.remark(Formats::tr("the tokens were left out, as the text was altered when it was read"));
    }
}

void ProdigyTask::keepRest(State state)
{
    const bool isCarried = !m_text.spans.isEmpty();
    if (isCarried || state == State::Accepted)
        m_text.rest.remove("answer"_L1);
    const QJsonValue annotator = m_text.rest.value("_annotator_id"_L1);
    const QJsonValue session = m_text.rest.value("_session_id"_L1);
    const QString name = (annotator.isString() ? annotator : session).toString();
    for (LabelledSpan &span : m_text.spans) {
        span.state = state;
        span.annotator = name;
    }
    for (LabelledArrow &arrow : m_text.arrows) {
        arrow.state = state;
        arrow.annotator = name;
    }
    if (isCarried && annotator.isString() && annotator != session)
        m_text.rest.remove("_annotator_id"_L1);
}

LabelledText ProdigyTask::read()
{
    m_text.place = m_reading.place;
    m_text.text = readText(m_object, m_reading);
    m_text.rest = m_object;
    for (const QJsonArray spans = readArray(m_object, u"spans"_s, m_reading); const auto &each : spans)
        m_text.spans.append(span(each));
    for (const QJsonArray all = readArray(m_object, u"relations"_s, m_reading); const auto &each : all) {
        if (!each.isObject()) {
            m_reading.refuse(Formats::tr("a relation must be an object with “head”, “child” and “label”."));
            break;
        }
        QJsonObject more = each.toObject();
        const QString label = more.take("label"_L1).toString();
        const qsizetype from = endOf(more, u"head"_s);
        const qsizetype to = endOf(more, u"child"_s);
        m_text.arrows.append({.from = from, .to = to, .label = label, .more = more});
    }
    for (const char *key : {"text", "spans", "relations"})
        m_text.rest.remove(QLatin1StringView(key));
    for (const char *key : {"label", "accept"})
        remarkOnLabelsOfTexts(m_object, QString::fromLatin1(key), m_reading);
    readTokens();
    keepRest(answer());
    return m_text;
}

/// Writes one task.
class ProdigyTaskWriter
{
public:
    ProdigyTaskWriter(const TextToWrite &text, const QHash<AnnotatorId, QString> &annotators, Losses &losses)
        : m_text(text), m_rest(text.rest), m_annotators(annotators), m_losses(losses), m_tokens(tokens())
    {
    }
    [[nodiscard]] QByteArray write();

    [[nodiscard]] AnnotatorId annotator() const { return m_annotator; } ///< who is named; null when nobody is

private:
    [[nodiscard]] ProdigyTokens tokens() const;
    void writePlace(const PassageToWrite &passage);
    void writeRelation(const RelationToWrite &relation);
    void reportAmbiguity(const RelationToWrite &relation);
    void writeAnswer();
    void writeAnnotator();

    const TextToWrite &m_text;
    QJsonObject m_rest;
    const QHash<AnnotatorId, QString> &m_annotators;
    Losses &m_losses;
    ProdigyTokens m_tokens;
    JsonWriter m_json{JsonWriter::Compact};
    AnnotatorId m_annotator;
};

ProdigyTokens ProdigyTaskWriter::tokens() const
{
    if (m_text.rest.value("tokens"_L1).isArray())
        return ProdigyTokens(m_text.rest.value("tokens"_L1).toArray());
    QList<TextSpan> spans;
    for (const PassageToWrite &each : m_text.passages)
        spans.append(each.span);
    return {m_text.version->text, spans};
}

void ProdigyTaskWriter::writePlace(const PassageToWrite &passage)
{
    m_json.member("start"_L1, qint64(passage.span.begin.value));
    m_json.member("end"_L1, qint64(passage.span.end.value));
    const qsizetype first = m_tokens.beginningAt(passage.span.begin);
    const qsizetype last = m_tokens.endingAt(passage.span.end);
    if (first >= 0 && last >= 0) {
        m_json.member("token_start"_L1, qint64(first));
        m_json.member("token_end"_L1, qint64(last));
    }
    m_json.member("label"_L1, passage.label);
}

void ProdigyTaskWriter::reportAmbiguity(const RelationToWrite &relation)
{
    const auto isAlone = [this](qsizetype place) {
        const PassageToWrite &wanted = m_text.passages[place];
        return std::ranges::count_if(
                   m_text.passages,
                   [&](const PassageToWrite &each) { return each.span == wanted.span && each.label == wanted.label; })
            == 1;
    };
    if (!isAlone(relation.from) || !isAlone(relation.to))
        m_losses.add(Aspect::Parts, Formats::tr("which of several passages at the same place relations are between"),
                     relation.relation->id);
}

void ProdigyTaskWriter::writeRelation(const RelationToWrite &relation)
{
    const PassageToWrite &from = m_text.passages[relation.from];
    const PassageToWrite &to = m_text.passages[relation.to];
    m_json.beginObject();
    m_json.member("head"_L1, qint64(m_tokens.endingAt(from.span.end)));
    m_json.member("child"_L1, qint64(m_tokens.endingAt(to.span.end)));
    m_json.member("label"_L1, relation.relation->label);
    m_json.beginObject("head_span"_L1);
    writePlace(from);
    m_json.end();
    m_json.beginObject("child_span"_L1);
    writePlace(to);
    m_json.end();
    writeMembers(m_json, relation.values);
    m_json.end();
    reportAmbiguity(relation);
}

/// One answer is for all: that of passages and relations where they agree, otherwise "accept".
void ProdigyTaskWriter::writeAnswer()
{
    if (m_text.passages.isEmpty() && m_rest.contains("answer"_L1))
        return;
    State state = m_text.passages.isEmpty() ? State::Accepted : m_text.passages.first().passage->state;
    const auto agrees = [&state](const auto &made) { return made->state == state; };
    if (!std::ranges::all_of(m_text.passages, agrees, &PassageToWrite::passage)
        || !std::ranges::all_of(m_text.relations, agrees, &RelationToWrite::relation))
        state = State::Accepted;
    const auto report = [&](const auto &made, const QString &what) {
        if (made->state != state)
            m_losses.add(Aspect::State, what, made->id);
    };
    for (const PassageToWrite &each : m_text.passages)
        report(each.passage, Formats::tr("states of passages, which now seem accepted"));
    for (const RelationToWrite &each : m_text.relations)
        report(each.relation, Formats::tr("states of relations, which now seem accepted"));
    m_json.member("answer"_L1, answers[size_t(state)]);
}

void ProdigyTaskWriter::writeAnnotator()
{
    const AnnotatorId annotator = m_text.passages.isEmpty() ? AnnotatorId()
                                                            : m_text.passages.first().passage->annotator;
    const auto agrees = [&annotator](const auto &made) { return made->annotator == annotator; };
    const bool allAgree = std::ranges::all_of(m_text.passages, agrees, &PassageToWrite::passage)
        && std::ranges::all_of(m_text.relations, agrees, &RelationToWrite::relation);
    // Who had nothing to mark is no longer the only one.
    const bool wasNamed = m_rest.contains("_annotator_id"_L1);
    if (!m_text.passages.isEmpty())
        m_rest.remove("_annotator_id"_L1);
    if (allAgree)
        m_annotator = annotator;
    const QString name = m_annotators.value(m_annotator);
    const bool isNamed = wasNamed && !name.isEmpty();
    if (!m_text.passages.isEmpty() && (isNamed || m_rest.value("_session_id"_L1).toString() != name))
        m_json.member("_annotator_id"_L1, name);
    const auto report = [&](const auto &made, const QString &what) {
        if (made->created != Timestamp() || made->annotator != m_annotator)
            m_losses.add(Aspect::Maker, what, made->id);
    };
    for (const PassageToWrite &each : m_text.passages)
        report(each.passage, Formats::tr("who marked passages, and when"));
    for (const RelationToWrite &each : m_text.relations)
        report(each.relation, Formats::tr("who made relations, and when"));
}

QByteArray ProdigyTaskWriter::write()
{
    m_json.beginObject();
    m_json.member("text"_L1, m_text.version->text.string());
    if (!m_rest.contains("tokens"_L1)) {
        m_json.key(u"tokens");
        m_json.any(m_tokens.toJson(m_text.version->text));
    }
    m_json.beginArray("spans"_L1);
    for (const PassageToWrite &each : m_text.passages) {
        m_json.beginObject();
        writePlace(each);
        m_json.member("text"_L1, each.words);
        writeMembers(m_json, each.attributes);
        m_json.end();
    }
    m_json.end();
    if (!m_text.relations.isEmpty()) {
        m_json.beginArray("relations"_L1);
        for (const RelationToWrite &each : m_text.relations)
            writeRelation(each);
        m_json.end();
    }
    writeMeta(m_json, m_text);
    writeAnswer();
    writeAnnotator();
    writeMembers(m_json, m_rest);
    m_json.end();
    return m_json.bytes() + '\n';
}

}

Result<Read> readProdigy(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("Prodigy JSONL is one file; here are %1.").arg(files.size()));
    const NamedFile &file = files.first();
    Reading reading;
    QList<LabelledText> texts;
    forEachJsonObject(file, reading,
                      [&](const QJsonObject &object) { texts.append(ProdigyTask(object, reading).read()); });
    return readLabelled(texts, {.format = formatId, .tagset = u"Prodigy"_s, .file = file.path}, reading);
}

namespace {

Result<Written> writeNamed(const Corpus &corpus, LabelledNames &names)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const LabelledRoom room{
        .format = formatId,
        .reserved = {u"start"_s, u"end"_s, u"label"_s, u"text"_s, u"token_start"_s, u"token_end"_s},
        .reservedOfArrows = {u"head"_s, u"child"_s, u"label"_s, u"head_span"_s, u"child_span"_s},
        .reservedOfTexts = {u"text"_s, u"spans"_s, u"relations"_s},
        .makers = true,
        .states = true,
        .arrows = true,
    };
    QByteArray bytes;
    QSet<AnnotatorId> named;
    const LabelledCorpus all = toWrite(corpus, room, names, losses);
    for (const TextToWrite &text : all.texts) {
        ProdigyTaskWriter writer(text, all.annotators, losses);
        bytes += writer.write();
        named.insert(writer.annotator());
    }
    reportAnnotators(corpus, all, named, losses);
    return Written{{{u"texts.jsonl"_s, bytes}}, losses.report()};
}

}

Result<Written> writeProdigy(const Corpus &corpus, const WriteOptions &)
{
    return LabelledWriter(writeNamed).write(corpus);
}

std::unique_ptr<SeriesWriter> prodigySeries()
{
    return std::make_unique<LabelledWriter>(writeNamed);
}

bool isProdigy(QStringView name, QByteArrayView beginning)
{
    return (name.endsWith(u".jsonl") || name.endsWith(u".json")) && hasMembers(beginning, {"text"})
        && (hasMembers(beginning, {"_input_hash"}) || hasMembers(beginning, {"_task_hash"})
            || (hasMembers(beginning, {"tokens", "ws"})) || hasMembers(beginning, {"answer"}));
}

}
