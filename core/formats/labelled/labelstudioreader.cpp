// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelstudio.h"

#include "core/formats/jsonread.h"
#include "core/formats/labelled/labelled.h"
#include "core/formats/labelled/labelstudiodialogue.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// A task's text, and what is to be found out about it when all of the file is read.
struct Task
{
    struct Place
    {
        qsizetype span; ///< of the text's
        LabelStudioDialogue::Place place;
    };

    LabelledText text;
    std::optional<LabelStudioDialogue> dialogue; ///< that the text is of
    QList<Place> places;
};

/// Reads one task.
class LabelStudioTask
{
public:
    LabelStudioTask(const QJsonObject &object, Reading &reading) : m_object(object), m_reading(reading) {}
    Task read();

private:
    /// One annotation or prediction.
    struct Maker
    {
        QJsonObject object;
        bool isPrediction;
        QString name;
        State state;
        QList<QJsonObject> results;       ///< that are not understood yet
        QHash<QString, qsizetype> regions; ///< the first span of each, by its id
    };

    void readData();
    [[nodiscard]] bool hasResults(QLatin1StringView type) const;
    [[nodiscard]] bool findDialogue(const QJsonObject &data, qsizetype longestString);
    void readRegions(const QString &key, bool arePredictions);
    /// Whether it is understood; otherwise it has to be kept.
    [[nodiscard]] bool readRegion(const QJsonObject &result, Maker &maker);
    [[nodiscard]] bool readAttribute(const QJsonObject &result, const Maker &maker);
    [[nodiscard]] bool readRelation(const QJsonObject &result, const Maker &maker);
    void keepRest(Maker maker);
    [[nodiscard]] qsizetype region(const QJsonValue &id, const Maker &maker) const;

    void remember(const QString &attribute, const QString &place);

    const QJsonObject &m_object;
    Reading &m_reading;
    LabelledText m_text;
    QString m_key; ///< of the text
    std::optional<LabelStudioDialogue> m_dialogue;
    QList<Task::Place> m_places;
    QList<Maker> m_makers;
    QJsonObject m_regions; ///< ids of results, by passage
    QJsonObject m_members; ///< where attributes stood, by name
};

/// Whether we write such ids ourselves (UUIDs of version 7), so that another will do as well.
bool isOurs(const QString &id)
{
    return !PassageId::fromString(id).isNull() && id.size() == 36 && id[14] == u'7';
}

/// Whether there is nothing but where a text or a picture lies.
bool isReference(const QString &text)
{
    static const QRegularExpression one(u"\\A(?:[a-z][a-z0-9+.-]*://|/)\\S*\\z"_s);
    return one.match(text).hasMatch();
}

bool LabelStudioTask::hasResults(QLatin1StringView type) const
{
    for (const auto key : {"annotations"_L1, "completions"_L1, "predictions"_L1}) {
        for (const QJsonArray makers = m_object.value(key).toArray(); const auto &maker : makers) {
            const QJsonArray results = maker["result"_L1].toArray();
            if (std::ranges::any_of(results, [&](const QJsonValue &result) { return result["type"_L1] == type; }))
                return true;
        }
    }
    return false;
}

bool LabelStudioTask::findDialogue(const QJsonObject &data, qsizetype longestString)
{
    m_key = LabelStudioDialogue::keyIn(data);
    if (m_key.isEmpty() || hasResults("labels"_L1))
        return false;
    const LabelStudioDialogue dialogue(data.value(m_key).toArray());
    const bool isText = data.value("text"_L1).isString() || longestString >= dialogue.text().size();
    if (isText && !hasResults("paragraphlabels"_L1))
        return false;
    m_dialogue = dialogue;
    return true;
}

void LabelStudioTask::readData()
{
    QJsonObject data = m_object.value("data"_L1).toObject();
    if (data.isEmpty()) {
        m_reading.refuse(Formats::tr("there is no “data”. Export from Label Studio as JSON, not as JSON-MIN."));
        return;
    }
    // The text, or else the longest string.
    QString key;
    qsizetype longest = -1;
    for (auto member = data.constBegin(); member != data.constEnd(); ++member) {
        if (member.value().isString() && member.value().toString().size() > longest) {
            key = member.key();
            longest = member.value().toString().size();
        }
    }
    if (findDialogue(data, longest)) {
        m_text.text = m_dialogue->text();
        return;
    }
    if (data.value("text"_L1).isString())
        key = u"text"_s;
    else if (longest < 0)
        m_reading.refuse(Formats::tr("there is no text in “data”. Only tasks about texts can be read."));
    if (m_reading.failed())
        return;
    m_text.text = data.value(key).toString();
    m_key = key;
    if (key == "text"_L1)
        data.remove(key);
    else
        data.insert(key, labelStudioTextMark);
    m_text.rest.remove("data"_L1);
    if (!data.isEmpty())
        m_text.rest.insert("data"_L1, data);
}

bool LabelStudioTask::readRegion(const QJsonObject &result, Maker &maker)
{
    QJsonObject value = result.value("value"_L1).toObject();
    const auto type = m_dialogue ? labelStudioDialogueType : "labels"_L1;
    if (result.value("type"_L1).toString() != type || !value.value(type).isArray())
        return false;
    std::optional<LabelStudioDialogue::Place> place;
    if (m_dialogue) {
        place = takeDialoguePlace(value);
        value.insert("start"_L1, 0); // found when it is known how the file counts
        value.insert("end"_L1, 0);
    }
    if (m_dialogue ? !place : !value.value("start"_L1).isDouble() || !value.value("end"_L1).isDouble())
        return false;
    QJsonArray labels = value.take(type).toArray();
    if (labels.isEmpty())
        labels.append(QString());
    QJsonObject more = result;
    for (const char *known : {"id", "type", "value"})
        more.remove(QLatin1StringView(known));
    if (more.value("from_name"_L1).toString() == "label"_L1)
        more.remove("from_name"_L1);
    if (more.value("to_name"_L1).toString() == "text"_L1)
        more.remove("to_name"_L1);
    const QString id = result.value("id"_L1).toString();
    for (auto member = more.constBegin(); member != more.constEnd(); ++member)
        remember(member.key(), u"result"_s);
    if (!id.isEmpty() && !maker.regions.contains(id))
        maker.regions.insert(id, m_text.spans.size());
    for (const auto &label : std::as_const(labels)) {
        value.insert("label"_L1, label);
        LabelledSpan span = readSpan(value, {"start"_L1, "end"_L1, "label"_L1}, m_reading);
        for (auto member = span.more.constBegin(); member != span.more.constEnd(); ++member)
            remember(member.key(), u"value"_s);
        // Some versions write a line break as a backslash and an n.
        if (span.place.words && !m_text.text.contains(u"\\n"_s))
            span.place.words->replace(u"\\n"_s, u"\n"_s);
        span.state = maker.state;
        span.annotator = maker.name;
        span.id = PassageId::create();
        if (!id.isEmpty() && !isOurs(id))
            m_regions.insert(span.id.toString(), id);
        for (auto member = more.constBegin(); member != more.constEnd(); ++member)
            span.more.insert(member.key(), member.value());
        if (place)
            m_places.append({m_text.spans.size(), *place});
        m_text.spans.append(span);
    }
    return true;
}

qsizetype LabelStudioTask::region(const QJsonValue &id, const Maker &maker) const
{
    const QString wanted = id.toString();
    if (const auto own = maker.regions.constFind(wanted); own != maker.regions.cend())
        return *own;
    for (const Maker &other : m_makers) {
        if (const auto theirs = other.regions.constFind(wanted); theirs != other.regions.cend())
            return *theirs;
    }
    return -1;
}

bool LabelStudioTask::readAttribute(const QJsonObject &result, const Maker &maker)
{
    const qsizetype place = region(result.value("id"_L1), maker);
    const QString name = result.value("from_name"_L1).toString();
    const QString type = result.value("type"_L1).toString();
    const QJsonObject value = result.value("value"_L1).toObject();
    if (place < 0 || name.isEmpty())
        return false;
    QJsonValue given;
    if (type == "choices"_L1 || type == "textarea"_L1)
        given = value.value(type == "choices"_L1 ? "choices"_L1 : "text"_L1);
    else if (type == "number"_L1 || type == "rating"_L1)
        given = value.value(type);
    if (given.isArray()) {
        QStringList all;
        for (const QJsonArray array = given.toArray(); const auto &each : array)
            all.append(each.toString());
        given = all.join(u'\n');
    }
    QJsonObject &more = m_text.spans[place].more;
    if (given.isUndefined() || more.contains(name))
        return false;
    more.insert(name, given);
    remember(name, type);
    return true;
}

void LabelStudioTask::remember(const QString &attribute, const QString &place)
{
    const bool isPlain = isLabelStudioMember(attribute) ? place == "result"_L1 : place == "textarea"_L1;
    if (!isPlain)
        m_members.insert(attribute, place);
}

bool LabelStudioTask::readRelation(const QJsonObject &result, const Maker &maker)
{
    if (result.value("type"_L1).toString() != "relation"_L1)
        return false;
    QJsonObject more = result;
    more.remove("type"_L1);
    qsizetype from = region(more.take("from_id"_L1), maker);
    qsizetype to = region(more.take("to_id"_L1), maker);
    if (from < 0 || to < 0)
        return false; // between what is no stretch of text
    const QString direction = more.take("direction"_L1).toString();
    if (direction == "left"_L1)
        std::swap(from, to);
    else if (direction == "bi"_L1)
        more.insert("bidirectional"_L1, u"true"_s);
    QJsonArray labels = more.take("labels"_L1).toArray();
    if (labels.isEmpty())
        labels.append(QString());
    for (const auto &label : std::as_const(labels))
        m_text.arrows.append({.from = from,
                              .to = to,
                              .label = label.toString(),
                              .more = more,
                              .state = maker.state,
                              .annotator = maker.name});
    return true;
}

void LabelStudioTask::readRegions(const QString &key, bool arePredictions)
{
    for (const QJsonArray makers = readArray(m_object, key, m_reading); const auto &each : makers) {
        const QJsonObject object = each.toObject();
        Maker maker{object, arePredictions, labelStudioMaker(object, arePredictions),
                    arePredictions                                  ? State::Suggested
                        : object.value("was_cancelled"_L1).toBool() ? State::Rejected
                                                                    : State::Accepted};
        for (const QJsonArray results = readArray(object, u"result"_s, m_reading); const auto &result : results) {
            if (!readRegion(result.toObject(), maker))
                maker.results.append(result.toObject());
        }
        m_makers.append(maker);
    }
    m_text.rest.remove(key);
}

void LabelStudioTask::keepRest(Maker maker)
{
    maker.results.removeIf(
        [&](const QJsonObject &result) { return readAttribute(result, maker) || readRelation(result, maker); });
    QJsonArray others;
    for (const QJsonObject &result : std::as_const(maker.results)) {
        others.append(result);
        m_reading.remark(Formats::tr("results of the type “%1” were kept, but cannot be shown")
                             .arg(result.value("type"_L1).toString()));
    }
    maker.object.insert("result"_L1, others);
    // What will be written again from the passages need not be kept.
    QJsonObject beyond = maker.object;
    if (others.isEmpty())
        beyond.remove("result"_L1);
    if (maker.isPrediction) {
        if (beyond.value("model_version"_L1).isString())
            beyond.remove("model_version"_L1);
    } else {
        if (beyond.value("completed_by"_L1) == QJsonObject{{"email"_L1, maker.name}})
            beyond.remove("completed_by"_L1);
        if (beyond.value("was_cancelled"_L1).isBool())
            beyond.remove("was_cancelled"_L1);
    }
    if (beyond.isEmpty())
        return;
    const QString key = maker.isPrediction ? u"predictions"_s : u"annotations"_s;
    QJsonArray all = m_text.rest.value(key).toArray();
    all.append(maker.object);
    m_text.rest.insert(key, all);
}

Task LabelStudioTask::read()
{
    m_text.place = m_reading.place;
    m_text.rest = m_object;
    readData();
    readRegions(u"annotations"_s, false);
    readRegions(u"completions"_s, false);
    readRegions(u"predictions"_s, true);
    for (const Maker &maker : std::as_const(m_makers))
        keepRest(maker);
    // Older versions read their own name alone.
    if (m_object.contains("completions"_L1) && !m_object.contains("annotations"_L1))
        m_text.rest.insert("completions"_L1, QJsonArray());
    QJsonObject kept;
    if (!m_regions.isEmpty())
        kept.insert("regions"_L1, m_regions);
    if (!m_members.isEmpty())
        kept.insert("members"_L1, m_members);
    if (m_dialogue)
        kept.insert("dialogue"_L1, m_key);
    if (!kept.isEmpty())
        m_text.rest.insert(labelStudioKept, kept);
    const bool isAnnotated = std::ranges::any_of(
        std::as_const(m_text.spans), [this](const LabelledSpan &span) { return span.place.end <= m_text.text.size(); });
    if (!m_reading.failed() && !isAnnotated && !m_dialogue && isReference(m_text.text))
        m_reading.refuse(
            Formats::tr("“%1” only says where something lies: “%2”. Only tasks that hold their text can be "
                        "read.")
                .arg(m_key, m_text.text));
    return {m_text, m_dialogue, m_places};
}

/// How results in dialogues count, by those within one paragraph: what is told of others has the names, too, or not.
FoundCounting countingOf(const QList<Task> &tasks)
{
    QList<CountedPart> parts;
    for (const Task &task : tasks) {
        for (const Task::Place &each : task.places) {
            const CountedText *paragraph = task.dialogue->paragraph(each.place.first);
            if (paragraph && each.place.first == each.place.last)
                parts.append({paragraph, {{each.place.begin, each.place.end, task.text.spans[each.span].place.words}}});
        }
    }
    return findCounting(parts, {PositionUnit::Utf16Units});
}

/// Moves the spans of a dialogue to where they are in its text.
void placeSpans(Task &task, const Counting &counting, Reading &reading)
{
    reading.place = task.text.place;
    task.text.isCounted = task.dialogue.has_value();
    for (const Task::Place &each : std::as_const(task.places)) {
        const auto &[first, last, begin, end] = each.place;
        CountedSpan &place = task.text.spans[each.span].place;
        const auto span = task.dialogue->spanOf(each.place, counting);
        if (!span) {
            reading.refuse(Formats::tr("there is nothing from %1 in paragraph %2 to %3 in paragraph %4.")
                               .arg(begin)
                               .arg(first)
                               .arg(end)
                               .arg(last));
            return;
        }
        place.begin = span->begin.value;
        place.end = span->end.value;
        if (first != last)
            place.words.reset();
    }
}

}

bool isLabelStudioMember(const QString &attribute)
{
    return QStringList{u"from_name"_s, u"to_name"_s, u"origin"_s, u"score"_s}.contains(attribute);
}

QString labelStudioMaker(const QJsonObject &maker, bool isPrediction)
{
    const QJsonValue given = maker.value(isPrediction ? "model_version"_L1 : "completed_by"_L1);
    if (!given.isObject())
        return given.isString() ? given.toString()
            : given.isDouble()  ? QString::fromUtf8(compactJson(given))
                                : QString();
    const QJsonObject person = given.toObject();
    QString name =
        (person.value("first_name"_L1).toString() + u' ' + person.value("last_name"_L1).toString()).trimmed();
    if (!name.isEmpty())
        return name;
    for (const auto key : {"username"_L1, "email"_L1}) {
        if (!person.value(key).toString().isEmpty())
            return person.value(key).toString();
    }
    return person.value("id"_L1).isUndefined() ? QString() : QString::fromUtf8(compactJson(person.value("id"_L1)));
}

Result<Read> readLabelStudio(const QList<NamedFile> &files)
{
    if (files.size() != 1)
        return fail(Formats::tr("Label Studio's JSON is one file; here are %1.").arg(files.size()));
    const NamedFile &file = files.first();
    Reading reading;
    QList<Task> tasks;
    forEachJsonObject(file, reading,
                      [&](const QJsonObject &object) { tasks.append(LabelStudioTask(object, reading).read()); });
    const FoundCounting found = countingOf(tasks);
    QList<LabelledText> texts;
    for (Task &task : tasks) {
        placeSpans(task, found.counting, reading);
        texts.append(std::move(task.text));
    }
    auto read = readLabelled(
        texts, {.format = "labelstudio-json", .tagset = u"Label Studio"_s, .file = file.path, .unitIsKnown = false},
        reading);
    if (read && found.spans > 0)
        read->counting.append({file.path, found});
    return read;
}

bool isLabelStudio(QStringView name, QByteArrayView beginning)
{
    return name.endsWith(u".json")
        && (hasMembers(beginning, {"from_name", "to_name"})
            || (hasMembers(beginning, {"data"})
                && (hasMembers(beginning, {"annotations"}) || hasMembers(beginning, {"completions"})
                    || hasMembers(beginning, {"predictions"}))));
}

}
