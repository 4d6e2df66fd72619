// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/brat/bratmemory.h"

#include "core/formats/jsonread.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QHash<QString, QString> &hash)
{
    QJsonObject object;
    for (const auto &[key, value] : hash.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QHash<QString, QString> hashOf(const QJsonValue &value)
{
    QHash<QString, QString> hash;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        hash.insert(each.key(), each.value().toString());
    return hash;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonArray array = value.toArray(); const auto &each : array)
        all.append(each.toString());
    return all;
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Nothing when it is another format's, or has no @p member.
std::optional<QJsonObject> contentOf(const Remainder &remainder, QLatin1StringView member)
{
    if (remainder.format != u"brat")
        return std::nullopt;
    const QJsonObject object = objectOfJson(remainder.content.toUtf8());
    return object.contains(member) ? std::optional(object) : std::nullopt;
}

}

QString BratMemory::part(const Tag &tag, AttributeId attribute)
{
    QString name;
    for (auto each = tag.attributes.crbegin(); each != tag.attributes.crend(); ++each) {
        if (each->id == attribute)
            name = each->name;
        else if (each->name == name)
            name += u'\''; // of several that are called alike
    }
    return name;
}

void BratMemory::compare(const QStringList &came, const QStringList &written)
{
    QHash<QString, int> same;
    for (const QString &line : written)
        ++same[line];
    QStringList others;
    for (const QString &line : came) {
        if (--same[line] < 0)
            others.append(line);
    }
    QMultiHash<QString, QString> byId; // last first
    for (auto line = written.crbegin(); line != written.crend(); ++line) {
        if (same[*line] > 0) {
            --same[*line];
            byId.insert(line->section(u'\t', 0, 0), *line);
            spelled.insert(*line, {});
        }
    }
    for (const QString &line : std::as_const(others)) {
        const QString id = line.section(u'\t', 0, 0);
        const auto instead = byId.find(id);
        if (instead == byId.end()) {
            lines.append(line);
            continue;
        }
        spelled.insert(*instead, line);
        byId.erase(instead);
    }
}

QString BratMemory::toJson() const
{
    QJsonArray all;
    for (const Event &event : events) {
        QJsonObject object{{"id"_L1, event.id},
                           {"object"_L1, event.object},
                           {"trigger"_L1, event.trigger},
                           {"type"_L1, event.type},
                           {"arguments"_L1, QJsonArray::fromStringList(event.arguments)}};
        if (!event.triggerType.isEmpty())
            object.insert("triggerType"_L1, event.triggerType);
        all.append(object);
    }
    return compact({{"file"_L1, name},
                    {"marks"_L1, marks},
                    {"ids"_L1, objectOf(ids)},
                    {"events"_L1, all},
                    {"lines"_L1, QJsonArray::fromStringList(lines)},
                    {"spelled"_L1, objectOf(spelled)}});
}

std::optional<BratMemory> BratMemory::of(const Remainder &remainder)
{
    const auto content = contentOf(remainder, "file"_L1);
    if (!content || remainder.article.isNull())
        return std::nullopt;
    BratMemory memory;
    memory.name = content->value("file"_L1).toString();
    memory.marks = qBound(0, content->value("marks"_L1).toInt(), 100);
    memory.ids = hashOf(content->value("ids"_L1));
    memory.lines = stringsOf(content->value("lines"_L1));
    memory.spelled = hashOf(content->value("spelled"_L1));
    for (const QJsonArray all = content->value("events"_L1).toArray(); const auto &each : all) {
        memory.events.append({each["id"_L1].toString(), each["object"_L1].toString(), each["trigger"_L1].toString(),
                              each["type"_L1].toString(), each["triggerType"_L1].toString(),
                              stringsOf(each["arguments"_L1])});
    }
    return memory;
}

QString BratFolder::toJson() const
{
    QJsonObject all;
    for (const auto &[tag, type] : types.asKeyValueRange())
        all.insert(tag.toString(), type);
    return compact({{"types"_L1, all},
                    {"annotation.conf"_L1, annotation},
                    {"visual.conf"_L1, visual},
                    {"others"_L1, objectOf(others)}});
}

std::optional<BratFolder> BratFolder::of(const Remainder &remainder)
{
    const auto content = contentOf(remainder, "types"_L1);
    if (!content || !remainder.article.isNull())
        return std::nullopt;
    BratFolder folder;
    for (const auto &[tag, type] : hashOf(content->value("types"_L1)).asKeyValueRange())
        folder.types.insert(TagId::fromString(tag), type);
    folder.annotation = content->value("annotation.conf"_L1).toString();
    folder.visual = content->value("visual.conf"_L1).toString();
    folder.others = hashOf(content->value("others"_L1));
    return folder;
}

BratFolder bratFolder(const Corpus &corpus)
{
    BratFolder all;
    for (const Remainder &remainder : corpus.remainders) {
        // What was imported in several goes left one each time.
        if (const auto folder = BratFolder::of(remainder)) {
            all.types.insert(folder->types);
            if (all.annotation.isEmpty())
                all.annotation = folder->annotation;
            if (all.visual.isEmpty())
                all.visual = folder->visual;
            for (const auto &[path, text] : folder->others.asKeyValueRange()) {
                if (!all.others.contains(path))
                    all.others.insert(path, text);
            }
        }
    }
    return all;
}

QStringList bratReferences(const QString &line)
{
    const QStringList words = line.section(u'\t', 1, 1).split(u' ', Qt::SkipEmptyParts);
    const char16_t kind = line.isEmpty() ? u' ' : line[0].unicode();
    QStringList all;
    if (kind == u'*')
        all = words.sliced(qMin(qsizetype(1), words.size()));
    else if (kind == u'E' || kind == u'R')
        std::ranges::transform(words, std::back_inserter(all),
                               [](const QString &word) { return word.section(u':', 1); });
    else if (kind != u'T')
        all = words.sliced(qMin(qsizetype(1), words.size()), words.size() > 1 ? 1 : 0);
    all.removeAll(QString());
    return all;
}

}
