// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/hypothesis.h"

#include <QString>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Their ids are no IRIs; this is where they are shown.
QString iriOf(const QString &id)
{
    return u"https://hypothes.is/a/"_s + id;
}

}

bool isHypothesisRow(const QJsonObject &row)
{
    return row.contains("uri"_L1) && (row.contains("target"_L1) || row.contains("references"_L1))
        && !row.contains("type"_L1);
}

QJsonObject annotationOfHypothesis(const QJsonObject &row)
{
    QJsonObject annotation = row;
    for (const QLatin1StringView key : {"text"_L1, "tags"_L1, "user"_L1, "references"_L1})
        annotation.remove(key);
    annotation.insert("type"_L1, "Annotation"_L1);
    if (row.contains("id"_L1))
        annotation.insert("id"_L1, iriOf(row.value("id"_L1).toString()));
    if (const QString user = row.value("user"_L1).toString(); !user.isEmpty()) {
        const QString shown = row.value("user_info"_L1)["display_name"_L1].toString();
        // "acct:jo@hypothes.is"
        const QString name = user.section(u':', -1).section(u'@', 0, 0);
        annotation.insert("creator"_L1,
                          QJsonObject{{"id"_L1, user.contains(u':') ? user : u"acct:"_s + user},
                                      {"type"_L1, "Person"_L1},
                                      {"name"_L1, shown.isEmpty() ? name : shown}});
    }
    QJsonArray bodies;
    for (const QJsonArray tags = row.value("tags"_L1).toArray(); const auto &tag : tags) {
        bodies.append(
            QJsonObject{{"type"_L1, "TextualBody"_L1}, {"purpose"_L1, "tagging"_L1}, {"value"_L1, tag.toString()}});
    }
    const QJsonArray references = row.value("references"_L1).toArray();
    if (const QString text = row.value("text"_L1).toString(); !text.isEmpty()) {
        bodies.append(QJsonObject{{"type"_L1, "TextualBody"_L1},
                                  {"purpose"_L1, references.isEmpty() ? "commenting"_L1 : "replying"_L1},
                                  {"value"_L1, text},
                                  {"format"_L1, "text/markdown"_L1}});
    }
    if (!bodies.isEmpty())
        annotation.insert("body"_L1, bodies);
    if (!references.isEmpty()) {
        annotation.insert("motivation"_L1, "replying"_L1);
        annotation.insert("target"_L1, iriOf(references.last().toString()));
    } else if (row.value("target"_L1).toArray().isEmpty()) {
        annotation.insert("target"_L1, row.value("uri"_L1));
    }
    return annotation;
}

}
