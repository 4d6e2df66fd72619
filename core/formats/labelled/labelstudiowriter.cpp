// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelstudio.h"

#include "core/formats/labelled/labelled.h"
#include "core/formats/labelled/labelstudiodialogue.h"
#include "core/formats/words.h"

#include <map>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What one annotator accepted, rejected or had suggested: an annotation or a prediction.
struct Made
{
    State state = State::Accepted;
    AnnotatorId annotator;

    friend auto operator<=>(const Made &a, const Made &b) = default;
};

/// Writes one task.
class LabelStudioTaskWriter
{
public:
    LabelStudioTaskWriter(const TextToWrite &text, const LabelledCorpus &all, JsonWriter &json)
        : m_text(text), m_rest(text.rest), m_all(all), m_json(json)
    {
        const QJsonObject kept = m_rest.take(labelStudioKept).toObject();
        m_regions = kept.value("regions"_L1).toObject();
        m_members = kept.value("members"_L1).toObject();
        m_key = kept.value("dialogue"_L1).toString();
        findDialogue();
    }
    /// Whether it was read as a dialogue that it cannot be any more.
    [[nodiscard]] bool isFlattened() const { return !m_key.isEmpty() && !m_dialogue; }
    void write();

private:
    /// Results and, perhaps, what was kept of the annotation that they came from.
    struct Group
    {
        QList<const PassageToWrite *> passages;
        QList<const RelationToWrite *> relations;
    };

    void findDialogue();
    void writeData();
    void writeMakers(QLatin1StringView key, bool arePredictions);
    void writeMaker(const Made *made, QJsonObject kept, bool isPrediction);
    void writePassages(const QList<const PassageToWrite *> &passages);
    void writePassage(const PassageToWrite &passage, const QStringList &labels);
    void writeAttribute(const PassageToWrite &passage, const QString &name, const QString &type, const QString &toName);
    void writeRelation(const RelationToWrite &relation);
    /// What the region is called: as it was, and else as the passage.
    [[nodiscard]] QString regionOf(PassageId passage) const;
    [[nodiscard]] QString placeOf(const QString &attribute) const;
    void beginResult(const PassageToWrite &passage, const QString &type);
    /// Leaves "value" open.
    void beginValue(const PassageToWrite &passage);

    const TextToWrite &m_text;
    QJsonObject m_rest;
    const LabelledCorpus &m_all;
    JsonWriter &m_json;
    QJsonObject m_regions;
    QJsonObject m_members;
    QString m_key; ///< of the dialogue that the text is of; empty for other texts
    std::optional<LabelStudioDialogue> m_dialogue;
    std::map<Made, Group> m_groups;
};

void LabelStudioTaskWriter::findDialogue()
{
    if (m_key.isEmpty())
        return;
    const LabelStudioDialogue dialogue(m_rest.value("data"_L1)[m_key].toArray());
    const bool isSame = dialogue.text() == m_text.version->text.string();
    if (isSame && std::ranges::all_of(m_text.passages, [&](const PassageToWrite &passage) {
            return dialogue.placeOf(passage.span).has_value();
        }))
        m_dialogue = dialogue;
}

void LabelStudioTaskWriter::writeData()
{
    QJsonObject data = m_rest.take("data"_L1).toObject();
    QString key = m_key.isEmpty() ? u"text"_s : m_key;
    for (auto member = data.constBegin(); m_key.isEmpty() && member != data.constEnd(); ++member) {
        if (member.value().toString() == labelStudioTextMark)
            key = member.key();
    }
    if (!m_dialogue)
        data.insert(key, m_text.version->text.string());
    m_json.beginObject("data"_L1);
    writeMembers(m_json, data);
    m_json.end();
}

QString LabelStudioTaskWriter::regionOf(PassageId passage) const
{
    const QString id = passage.toString();
    return m_regions.value(id).toString(id);
}

QString LabelStudioTaskWriter::placeOf(const QString &attribute) const
{
    return m_members.value(attribute).toString(isLabelStudioMember(attribute) ? u"result"_s : u"textarea"_s);
}

void LabelStudioTaskWriter::beginResult(const PassageToWrite &passage, const QString &type)
{
    m_json.beginObject();
    m_json.member("id"_L1, regionOf(passage.passage->id));
    m_json.member("type"_L1, type);
}

void LabelStudioTaskWriter::beginValue(const PassageToWrite &passage)
{
    m_json.beginObject("value"_L1);
    if (!m_dialogue) {
        m_json.member("start"_L1, qint64(passage.span.begin.value));
        m_json.member("end"_L1, qint64(passage.span.end.value));
        return;
    }
    const LabelStudioDialogue::Place place = *m_dialogue->placeOf(passage.span);
    m_json.member("start"_L1, QString::number(place.first));
    m_json.member("end"_L1, QString::number(place.last));
    m_json.member("startOffset"_L1, place.begin);
    m_json.member("endOffset"_L1, place.end);
}

void LabelStudioTaskWriter::writeAttribute(const PassageToWrite &passage, const QString &name, const QString &type,
                                           const QString &toName)
{
    const QJsonValue value = passage.attributes.value(name);
    beginResult(passage, type);
    m_json.member("from_name"_L1, name);
    m_json.member("to_name"_L1, toName);
    beginValue(passage);
    const QString text = value.isString() ? value.toString() : QString::fromUtf8(compactJson(value));
    if (type == "number"_L1 || type == "rating"_L1) {
        m_json.key(type);
        m_json.any(value);
    } else if (type == "choices"_L1) {
        m_json.member("choices"_L1, text.split(u'\n'));
    } else {
        m_json.member("text"_L1, QStringList{text});
    }
    m_json.end();
    m_json.end();
}

void LabelStudioTaskWriter::writePassage(const PassageToWrite &passage, const QStringList &labels)
{
    QJsonObject members{{"from_name"_L1, u"label"_s}, {"to_name"_L1, u"text"_s}};
    QJsonObject ofValue;
    QStringList attributes;
    for (auto each = passage.attributes.constBegin(); each != passage.attributes.constEnd(); ++each) {
        const QString place = placeOf(each.key());
        if (place == "result"_L1)
            members.insert(each.key(), each.value());
        else if (place == "value"_L1)
            ofValue.insert(each.key(), each.value());
        else
            attributes.append(each.key());
    }
    const auto type = m_dialogue ? labelStudioDialogueType : "labels"_L1;
    beginResult(passage, type);
    writeMembers(m_json, members);
    beginValue(passage);
    m_json.member("text"_L1, passage.words);
    m_json.member(type, labels);
    writeMembers(m_json, ofValue);
    m_json.end();
    m_json.end();
    for (const QString &name : std::as_const(attributes))
        writeAttribute(passage, name, placeOf(name), members.value("to_name"_L1).toString(u"text"_s));
}

/// Several labels of one region became a passage each.
void LabelStudioTaskWriter::writePassages(const QList<const PassageToWrite *> &passages)
{
    QHash<QString, QList<const PassageToWrite *>> regions;
    for (const PassageToWrite *each : passages)
        regions[regionOf(each->passage->id)].append(each);
    for (const PassageToWrite *each : passages) {
        const QList<const PassageToWrite *> region = regions.take(regionOf(each->passage->id));
        QStringList labels;
        for (const PassageToWrite *other : region) {
            if (other->span == region.first()->span)
                labels.append(other->label);
        }
        if (!region.isEmpty())
            writePassage(*region.first(), labels);
        for (const PassageToWrite *other : region) {
            if (other->span != region.first()->span)
                writePassage(*other, {other->label});
        }
    }
}

void LabelStudioTaskWriter::writeRelation(const RelationToWrite &relation)
{
    m_json.beginObject();
    m_json.member("type"_L1, "relation"_L1);
    m_json.member("from_id"_L1, regionOf(relation.relation->from));
    m_json.member("to_id"_L1, regionOf(relation.relation->to));
    QJsonObject values = relation.values;
    const bool isBoth = values.value("bidirectional"_L1).toString() == "true"_L1;
    if (isBoth)
        values.remove("bidirectional"_L1);
    m_json.member("direction"_L1, isBoth ? "bi"_L1 : "right"_L1);
    // As readers call those without a label.
    if (relation.relation->label != "relation"_L1)
        m_json.member("labels"_L1, QStringList{relation.relation->label});
    writeMembers(m_json, values);
    m_json.end();
}

void LabelStudioTaskWriter::writeMaker(const Made *made, QJsonObject kept, bool isPrediction)
{
    const QJsonArray others = kept.take("result"_L1).toArray();
    m_json.beginObject();
    if (kept.isEmpty() && made) {
        const QString name = m_all.annotators.value(made->annotator);
        if (!name.isEmpty() && isPrediction)
            kept.insert("model_version"_L1, name);
        else if (!name.isEmpty())
            kept.insert("completed_by"_L1, QJsonObject{{"email"_L1, name}});
        if (!isPrediction)
            kept.insert("was_cancelled"_L1, made->state == State::Rejected);
    }
    writeMembers(m_json, kept);
    m_json.beginArray("result"_L1);
    if (made) {
        const Group &group = m_groups[*made];
        writePassages(group.passages);
        for (const RelationToWrite *each : group.relations)
            writeRelation(*each);
    }
    for (const auto &each : others)
        m_json.any(each);
    m_json.end();
    m_json.end();
}

void LabelStudioTaskWriter::writeMakers(QLatin1StringView key, bool arePredictions)
{
    QSet<qsizetype> used;
    const QJsonArray kept = m_rest.take(key).toArray();
    const bool isOld = !arePredictions && m_rest.take("completions"_L1).isArray();
    m_json.beginArray(isOld ? "completions"_L1 : key);
    for (const auto &[made, group] : m_groups) {
        if ((made.state == State::Suggested) != arePredictions)
            continue;
        QJsonObject own;
        const QString name = m_all.annotators.value(made.annotator);
        for (qsizetype i = 0; i < kept.size() && own.isEmpty(); ++i) {
            const QJsonObject each = kept[i].toObject();
            if (!used.contains(i) && labelStudioMaker(each, arePredictions) == name
                && each.value("was_cancelled"_L1).toBool() == (made.state == State::Rejected)) {
                own = each;
                used.insert(i);
            }
        }
        writeMaker(&made, own, arePredictions);
    }
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (!used.contains(i))
            writeMaker(nullptr, kept[i].toObject(), arePredictions);
    }
    m_json.end();
}

void LabelStudioTaskWriter::write()
{
    for (const PassageToWrite &each : m_text.passages)
        m_groups[{each.passage->state, each.passage->annotator}].passages.append(&each);
    for (const RelationToWrite &each : m_text.relations)
        m_groups[{each.relation->state, each.relation->annotator}].relations.append(&each);
    m_json.beginObject();
    writeData();
    writeMakers("annotations"_L1, false);
    writeMakers("predictions"_L1, true);
    writeMeta(m_json, m_text);
    writeMembers(m_json, m_rest);
    m_json.end();
}

}

Result<Written> writeLabelStudio(const Corpus &corpus, const WriteOptions &)
{
    if (const auto sound = checkCorpus(corpus); !sound)
        return std::unexpected(sound.error());
    Losses losses;
    const LabelledRoom room{
        .format = "labelstudio-json",
        .reserved = {u"id"_s, u"type"_s, u"value"_s, u"start"_s, u"end"_s, u"text"_s, u"label"_s, u"labels"_s,
                     u"startOffset"_s, u"endOffset"_s, labelStudioDialogueType},
        .reservedOfArrows = {u"type"_s, u"from_id"_s, u"to_id"_s, u"labels"_s, u"direction"_s},
        .makers = true,
        .states = true,
        .arrows = true,
    };
    LabelledNames names;
    const LabelledCorpus all = toWrite(corpus, room, names, losses);
    QSet<AnnotatorId> named;
    const auto report = [&](const auto &made, const QString &what) {
        named.insert(made.annotator);
        if (made.created != Timestamp())
            losses.add(Aspect::Maker, what, made.id);
    };
    JsonWriter json(JsonWriter::Indented);
    json.beginArray();
    for (const TextToWrite &text : all.texts) {
        LabelStudioTaskWriter writer(text, all, json);
        if (writer.isFlattened())
            losses.add(Aspect::Words, Formats::tr("dialogues, which are written as plain texts"), text.remainder);
        writer.write();
        for (const PassageToWrite &each : text.passages)
            report(*each.passage, Formats::tr("when passages were marked"));
        for (const RelationToWrite &each : text.relations)
            report(*each.relation, Formats::tr("when relations were made"));
    }
    json.end();
    reportAnnotators(corpus, all, named, losses);
    return Written{{{u"tasks.json"_s, json.bytes() + '\n'}}, losses.report()};
}

}
