// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/uimatypes.h"

#include "core/formats/xml.h"

namespace pq {

using namespace Qt::StringLiterals;

namespace {

CasFeature readFeature(XmlReader &xml)
{
    CasFeature feature;
    const int own = xml.depth();
    while (xml.nextChild(own)) {
        const QString name = xml.name();
        const QString text = xml.text().trimmed();
        if (name == "name"_L1)
            feature.name = text;
        else if (name == "description"_L1)
            feature.description = text;
        else if (name == "rangeTypeName"_L1)
            feature.range = text;
        else if (name == "elementType"_L1)
            feature.elementType = text;
        else if (name == "multipleReferencesAllowed"_L1)
            feature.sharesArrays = text == "true"_L1;
    }
    return feature;
}

CasType readType(XmlReader &xml)
{
    CasType type{{}, Uima::top};
    const int own = xml.depth();
    while (xml.nextChild(own)) {
        const QString name = xml.name();
        if (name == "name"_L1) {
            type.name = xml.text().trimmed();
        } else if (name == "description"_L1) {
            type.description = xml.text().trimmed();
        } else if (name == "supertypeName"_L1) {
            type.super = xml.text().trimmed();
        } else if (name == "allowedValues"_L1) {
            const int list = xml.depth();
            while (xml.nextChild(list)) {
                const int value = xml.depth();
                while (xml.nextChild(value)) {
                    if (xml.name() == "string"_L1)
                        type.allowedValues.append(xml.text().trimmed());
                }
            }
        } else if (name == "features"_L1) {
            const int list = xml.depth();
            while (xml.nextChild(list)) {
                const CasFeature feature = readFeature(xml);
                if (feature.name.isEmpty() || feature.range.isEmpty())
                    xml.refuse(Formats::tr("a feature of the type “%1” needs a name and a range.").arg(type.name));
                type.features.append(feature);
            }
        }
    }
    return type;
}

QByteArray element(const char *name, const QString &text)
{
    const QByteArray tag(name);
    return text.isEmpty() ? '<' + tag + "/>\n" : '<' + tag + '>' + escapedXml(text) + "</" + tag + ">\n";
}

}

TypeSystem readTypeSystem(const NamedFile &file, Reading &reading)
{
    TypeSystem types;
    XmlReader xml(file, reading);
    if (!xml.next() || xml.name() != "typeSystemDescription"_L1) {
        if (!reading.failed())
            xml.refuse(Formats::tr("this is no type system of UIMA: its root is no typeSystemDescription."));
        return types;
    }
    const int root = xml.depth();
    while (xml.nextChild(root)) {
        const int list = xml.depth();
        if (xml.name() == "imports"_L1) {
            while (xml.nextChild(list))
                reading.remark(Formats::tr("the type system imports another one, which was not read: %1")
                                   .arg(xml.attribute("name"_L1) + xml.attribute("location"_L1)));
        }
        if (xml.name() != "types"_L1)
            continue;
        while (xml.nextChild(list)) {
            const CasType type = readType(xml);
            if (type.name.isEmpty() && !reading.failed())
                xml.refuse(Formats::tr("a type needs a name."));
            types.add(type);
        }
    }
    return types;
}

QByteArray escapedXml(const QString &text)
{
    QString all;
    for (const QChar c : text) {
        if (c == u'&')
            all += u"&amp;"_s;
        else if (c == u'<')
            all += u"&lt;"_s;
        else if (c == u'>')
            all += u"&gt;"_s;
        else if (c == u'"')
            all += u"&quot;"_s;
        // XML would take these for spaces or leave them out, and all that follows would be elsewhere.
        else if (c < u' ' || c == u'\u0085' || c == u'\u2028')
            all += u"&#%1;"_s.arg(c.unicode());
        else
            all += c;
    }
    return all.toUtf8();
}

QByteArray typeSystemXml(const TypeSystem &types)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n";
    for (const CasType &type : types.types()) {
        xml += "<typeDescription>\n" + element("name", type.name) + element("description", type.description)
            + element("supertypeName", type.super);
        if (!type.features.isEmpty())
            xml += "<features>\n";
        for (const CasFeature &feature : type.features) {
            xml += "<featureDescription>\n" + element("name", feature.name)
                + element("description", feature.description) + element("rangeTypeName", feature.range);
            if (!feature.elementType.isEmpty())
                xml += element("elementType", feature.elementType);
            if (feature.sharesArrays)
                xml += element("multipleReferencesAllowed", u"true"_s);
            xml += "</featureDescription>\n";
        }
        if (!type.features.isEmpty())
            xml += "</features>\n";
        if (!type.allowedValues.isEmpty())
            xml += "<allowedValues>\n";
        for (const QString &value : type.allowedValues)
            xml += "<value>\n" + element("string", value) + "</value>\n";
        if (!type.allowedValues.isEmpty())
            xml += "</allowedValues>\n";
        xml += "</typeDescription>\n";
    }
    return xml + "</types>\n</typeSystemDescription>\n";
}

bool isTypeSystem(QByteArrayView beginning)
{
    return beginning.contains("<typeSystemDescription");
}

}
