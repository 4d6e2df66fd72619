// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/webannotation/webannotationcheck.h"

#include "core/base/timestamp.h"
#include "core/formats/translated.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <functional>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// Keeps the first thing that is wrong.
class AnnotationCheck
{
public:
    QString check(const QJsonObject &annotation);

private:
    using Visit = std::function<void(const QJsonValue &value, const QString &path)>;

    void wrong(const QString &path, const QString &must)
    {
        if (m_wrong.isEmpty())
            m_wrong = Formats::tr("“%1” must be %2.").arg(path, must);
    }
    static QString below(const QString &path, QLatin1StringView key)
    {
        return path.isEmpty() ? QString(key) : path + u'.' + key;
    }
    /// One, or several in an array.
    void each(const QJsonObject &object, const QString &path, QLatin1StringView key, const Visit &visit);
    void one(const QJsonObject &object, const QString &path, QLatin1StringView key, const Visit &visit);
    void string(const QJsonValue &value, const QString &path);
    void iri(const QJsonValue &value, const QString &path);
    void time(const QJsonValue &value, const QString &path);
    void stringOrObject(const QJsonValue &value, const QString &path);
    void position(const QJsonValue &value, const QString &path);
    void common(const QJsonObject &object, const QString &path);
    void resource(const QJsonValue &value, const QString &path);
    void selector(const QJsonValue &value, const QString &path);

    QString m_wrong;
};

void AnnotationCheck::each(const QJsonObject &object, const QString &path, QLatin1StringView key, const Visit &visit)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined() || value.isNull())
        return;
    if (!value.isArray()) {
        visit(value, below(path, key));
        return;
    }
    const QJsonArray all = value.toArray();
    for (qsizetype i = 0; i < all.size(); ++i)
        visit(all[i], below(path, key) + u"[%1]"_s.arg(i));
}

void AnnotationCheck::one(const QJsonObject &object, const QString &path, QLatin1StringView key, const Visit &visit)
{
    const QJsonValue value = object.value(key);
    if (!value.isUndefined() && !value.isNull())
        visit(value, below(path, key));
}

void AnnotationCheck::string(const QJsonValue &value, const QString &path)
{
    if (!value.isString())
        wrong(path, Formats::tr("one string"));
}

void AnnotationCheck::iri(const QJsonValue &value, const QString &path)
{
    if (!isIri(value))
        wrong(path, Formats::tr("one IRI, such as http://example.org/1"));
}

void AnnotationCheck::time(const QJsonValue &value, const QString &path)
{
    if (Timestamp::fromString(value.toString()).microseconds == 0)
        wrong(path, Formats::tr("one date and time, such as 2025-03-20T09:00:00Z"));
}

void AnnotationCheck::stringOrObject(const QJsonValue &value, const QString &path)
{
    if (!value.isString() && !value.isObject())
        wrong(path, Formats::tr("an IRI or an object"));
}

void AnnotationCheck::position(const QJsonValue &value, const QString &path)
{
    if (!value.isDouble() || value.toInteger(-1) < 0)
        wrong(path, Formats::tr("a whole number from 0"));
}

void AnnotationCheck::common(const QJsonObject &object, const QString &path)
{
    const auto asIri = [this](const QJsonValue &value, const QString &at) { iri(value, at); };
    const auto asTime = [this](const QJsonValue &value, const QString &at) { time(value, at); };
    const auto asMaker = [this](const QJsonValue &value, const QString &at) { stringOrObject(value, at); };
    one(object, path, "id"_L1, asIri);
    one(object, path, "canonical"_L1, asIri);
    each(object, path, "via"_L1, asIri);
    each(object, path, "rights"_L1, asIri);
    for (const QLatin1StringView key : {"created"_L1, "modified"_L1, "generated"_L1})
        one(object, path, key, asTime);
    each(object, path, "creator"_L1, asMaker);
    each(object, path, "generator"_L1, asMaker);
}

void AnnotationCheck::selector(const QJsonValue &value, const QString &path)
{
    const auto asString = [this](const QJsonValue &each, const QString &at) { string(each, at); };
    const auto asPosition = [this](const QJsonValue &each, const QString &at) { position(each, at); };
    const auto asSelector = [this](const QJsonValue &each, const QString &at) { selector(each, at); };
    if (!value.isObject()) {
        iri(value, path);
        return;
    }
    const QJsonObject object = value.toObject();
    const QString type = object.value("type"_L1).toString();
    const auto needs = [&](QLatin1StringView key, const auto &visit) { visit(object.value(key), below(path, key)); };
    if (type == u"TextQuoteSelector") {
        needs("exact"_L1, asString);
    } else if (type == u"TextPositionSelector" || type == u"DataPositionSelector") {
        needs("start"_L1, asPosition);
        needs("end"_L1, asPosition);
    } else if (type == u"FragmentSelector" || type == u"CssSelector" || type == u"XPathSelector") {
        needs("value"_L1, asString);
    }
    one(object, path, "prefix"_L1, asString);
    one(object, path, "suffix"_L1, asString);
    each(object, path, "refinedBy"_L1, asSelector);
}

void AnnotationCheck::resource(const QJsonValue &value, const QString &path)
{
    if (!value.isObject()) {
        iri(value, path);
        return;
    }
    const auto asString = [this](const QJsonValue &one, const QString &at) { string(one, at); };
    const auto asResource = [this](const QJsonValue &one, const QString &at) { resource(one, at); };
    const QJsonObject object = value.toObject();
    common(object, path);
    each(object, path, "format"_L1, asString);
    each(object, path, "language"_L1, asString);
    one(object, path, "processingLanguage"_L1, asString);
    one(object, path, "textDirection"_L1, [this](const QJsonValue &direction, const QString &at) {
        if (!QStringList{u"ltr"_s, u"rtl"_s, u"auto"_s}.contains(direction.toString()))
            wrong(at, Formats::tr("“ltr”, “rtl” or “auto”"));
    });
    if (object.value("type"_L1) == "TextualBody"_L1 && !object.contains("value"_L1))
        wrong(below(path, "value"_L1), Formats::tr("one string"));
    one(object, path, "value"_L1, asString);
    if (object.contains("items"_L1) && !object.contains("type"_L1))
        wrong(below(path, "type"_L1), Formats::tr("given, such as “Choice” or “List”, where there are items"));
    each(object, path, "items"_L1, asResource);
    each(object, path, "source"_L1, [this](const QJsonValue &source, const QString &at) {
        if (!source.isObject())
            iri(source, at);
    });
    each(object, path, "selector"_L1, [this](const QJsonValue &one, const QString &at) { selector(one, at); });
}

QString AnnotationCheck::check(const QJsonObject &annotation)
{
    if (annotation.contains("@context"_L1)) {
        bool isThere = false;
        each(annotation, {}, "@context"_L1, [&](const QJsonValue &context, const QString &) {
            isThere = isThere || context.toString().endsWith(u"://www.w3.org/ns/anno.jsonld");
        });
        if (!isThere)
            wrong(u"@context"_s, Formats::tr("or hold “http://www.w3.org/ns/anno.jsonld”"));
    }
    common(annotation, {});
    one(annotation, {}, "bodyValue"_L1, [this](const QJsonValue &value, const QString &path) { string(value, path); });
    each(annotation, {}, "motivation"_L1,
         [this](const QJsonValue &value, const QString &path) { string(value, path); });
    const auto asResource = [this](const QJsonValue &value, const QString &path) { resource(value, path); };
    each(annotation, {}, "body"_L1, asResource);
    const QJsonValue target = annotation.value("target"_L1);
    if (target.isUndefined() || target.isNull() || (target.isArray() && target.toArray().isEmpty()))
        wrong(u"target"_s, Formats::tr("given: an annotation is on something"));
    each(annotation, {}, "target"_L1, asResource);
    return m_wrong;
}

}

bool isIri(const QJsonValue &value)
{
    static const QRegularExpression iri(u"\\A(?:(?:[A-Za-z][A-Za-z0-9+.-]*|_):[^\\s<>\"]+|#[^\\s<>\"]+)\\z"_s);
    return value.isString() && iri.match(value.toString()).hasMatch();
}

QString whatIsWrong(const QJsonObject &annotation)
{
    return AnnotationCheck().check(annotation);
}

}
