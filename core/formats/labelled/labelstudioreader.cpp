// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/labelled/labelstudio.h"

#include "core/formats/jsonread.h"
#include "core/formats/labelled/labelled.h"

#include <QRegularExpression>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Reads one task.
class LabelStudioTask
{
public:
    LabelStudioTask(const QJsonObject &object, Reading &reading) : m_object(object), m_reading(reading) {}
    LabelledText read();

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
    if (result.value("type"_L1).toString() != "labels"_L1 || !value.value("start"_L1).isDouble()
        || !value.value("end"_L1).isDouble() || !value.value("labels"_L1).isArray())
        return false;
    QJsonArray labels = value.take("labels"_L1).toArray();
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
    for (const QJsonValue &label : std::as_const(labels)) {
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
        for (const QJsonArray array = given.toArray(); const QJsonValue &each : array)
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
    for (const QJsonValue &label : std::as_const(labels))
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
    for (const QJsonArray makers = readArray(m_object, key, m_reading); const QJsonValue &each : makers) {
        const QJsonObject object = each.toObject();
        Maker maker{object, arePredictions, labelStudioMaker(object, arePredictions),
                    arePredictions                                  ? State::Suggested
                        : object.value("was_cancelled"_L1).toBool() ? State::Rejected
                                                                    : State::Accepted};
        for (const QJsonArray results = readArray(object, u"result"_s, m_reading); const QJsonValue &result : results) {
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

LabelledText LabelStudioTask::read()
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
    if (!kept.isEmpty())
        m_text.rest.insert(labelStudioKept, kept);
    const bool isAnnotated = std::ranges::any_of(
        std::as_const(m_text.spans), [this](const LabelledSpan &span) { return span.place.end <= m_text.text.size(); });
    if (!m_reading.failed() && !isAnnotated && isReference(m_text.text))
        m_reading.refuse(
            Formats::tr("“%1” only says where something lies: “%2”. Only tasks that hold their text can be "
                        "read.")
                .arg(m_key, m_text.text));
    return m_text;
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
    const QString name =
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
    QList<LabelledText> texts;
    forEachJsonObject(file, reading,
                      [&](const QJsonObject &object) { texts.append(LabelStudioTask(object, reading).read()); });
    return readLabelled(
        texts, {.format = "labelstudio-json", .tagset = u"Label Studio"_s, .file = file.path, .unitIsKnown = false},
        reading);
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
