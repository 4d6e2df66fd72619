// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/uima/webannotsvlayers.h"

#include "core/formats/translated.h"
#include "core/formats/uima/caslayers.h"

#include <optional>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView prefixes[] = {"#T_SP="_L1, "#T_CH="_L1, "#T_RL="_L1};

/// "ROLE_some.Host:slot_some.LinkType"
std::optional<TsvColumn> roleColumn(const TsvLayer &layer, const QString &field)
{
    const QString own = u"ROLE_"_s + layer.type; // which may have a colon itself
    const qsizetype colon = field.indexOf(u':', field.startsWith(own) ? own.size() : 0);
    const QString rest = colon < 0 ? QString() : field.sliced(colon + 1);
    // The feature's name and those of packages may have underscores.
    const qsizetype dot = rest.indexOf(u'.');
    const qsizetype underscore = dot < 0 ? rest.lastIndexOf(u'_') : rest.lastIndexOf(u'_', dot);
    if (underscore <= 0)
        return std::nullopt;
    return TsvColumn{TsvColumn::Kind::SlotRole, rest.first(underscore), rest.sliced(underscore + 1), {}};
}

TsvColumn columnOf(const TsvLayer &layer, const QString &field)
{
    if (layer.kind == TsvLayer::Kind::Relation && field.startsWith("BT_"_L1))
        return {TsvColumn::Kind::Governor, {}, {}, field.sliced(3)};
    if (layer.kind == TsvLayer::Kind::Chain && field == "referenceType"_L1)
        return {TsvColumn::Kind::ChainElement, field};
    if (layer.kind == TsvLayer::Kind::Chain && field == "referenceRelation"_L1)
        return {TsvColumn::Kind::ChainLink, field};
    if (!layer.columns.isEmpty() && layer.columns.last().kind == TsvColumn::Kind::SlotRole)
        return {TsvColumn::Kind::SlotTarget, layer.columns.last().feature, {}, field};
    return {TsvColumn::Kind::Value, field};
}

bool isEscaped(QStringView text, qsizetype at)
{
    qsizetype before = at;
    while (before > 0 && text[before - 1] == u'\\')
        --before;
    return (at - before) % 2 == 1;
}

}

QString headerLine(const TsvLayer &layer)
{
    QString line = prefixes[int(layer.kind)] + layer.type;
    for (const TsvColumn &column : layer.columns) {
        line += u'|';
        if (column.kind == TsvColumn::Kind::SlotRole)
            line += u"ROLE_%1:%2_%3"_s.arg(layer.type, column.feature, column.linkType);
        else if (column.kind == TsvColumn::Kind::Governor)
            line += u"BT_"_s + column.targetType;
        else if (column.kind == TsvColumn::Kind::SlotTarget)
            line += column.targetType;
        else
            line += column.feature;
    }
    return line;
}

std::optional<TsvLayer> layerOf(const QString &line, QString &wrong)
{
    const auto prefix = std::ranges::find_if(prefixes,
                                             [&line](QLatin1StringView each) { return line.startsWith(each); });
    if (prefix == std::end(prefixes))
        return std::nullopt;
    TsvLayer layer{TsvLayer::Kind(prefix - std::begin(prefixes)), {}, {}};
    QStringList fields = line.sliced(prefix->size()).split(u'|', Qt::SkipEmptyParts);
    if (fields.isEmpty()) {
        wrong = Formats::tr("this layer has no name.");
        return std::nullopt;
    }
    if (line.contains(QChar(u'\0'))) {
        wrong = Formats::tr("a name holds a NUL. Remove it.");
        return std::nullopt;
    }
    layer.type = fields.takeFirst();
    for (const QString &field : std::as_const(fields)) {
        TsvColumn column = columnOf(layer, field);
        if (layer.kind == TsvLayer::Kind::Span && field.startsWith("ROLE_"_L1)) {
            const auto role = roleColumn(layer, field);
            if (!role) {
                wrong = Formats::tr("“%1” does not say which slot of which type it is.").arg(field);
                return std::nullopt;
            }
            column = *role;
        }
        layer.columns.append(column);
    }
    if (layer.columns.isEmpty())
        layer.columns.append(TsvColumn{});
    const bool hasGovernor = std::ranges::contains(layer.columns, TsvColumn::Kind::Governor, &TsvColumn::kind);
    if (layer.kind == TsvLayer::Kind::Relation && !hasGovernor)
        wrong = Formats::tr("the relation layer %1 does not say what it ties (BT_…).").arg(layer.type);
    else if (layer.columns.last().kind == TsvColumn::Kind::SlotRole)
        wrong = Formats::tr("the layer %1 does not say what fills its slot.").arg(layer.type);
    return wrong.isEmpty() ? std::optional(layer) : std::nullopt;
}

void addTypes(TypeSystem &types, const TsvLayer &layer)
{
    CasType type{layer.type, Uima::annotation};
    for (const TsvColumn &column : layer.columns) {
        switch (column.kind) {
        case TsvColumn::Kind::SlotRole:
            type.features.append({column.feature, Uima::fsArray, column.linkType});
            break;
        case TsvColumn::Kind::SlotTarget:
            types.add(CasType{type.features.last().elementType,
                              Uima::top,
                              {},
                              {{u"role"_s, Uima::string}, {u"target"_s, column.targetType}}});
            break;
        case TsvColumn::Kind::Governor:
            type.features.append({u"Governor"_s, column.targetType});
            type.features.append({u"Dependent"_s, column.targetType});
            break;
        case TsvColumn::Kind::Placeholder:
            break;
        default:
            type.features.append({column.feature, Uima::string});
        }
    }
    if (layer.kind == TsvLayer::Kind::Chain) {
        type.features.append({u"next"_s, layer.type});
        types.add(CasType{chainType(layer.type), u"uima.cas.AnnotationBase"_s, {}, {{u"first"_s, layer.type}}});
    }
    types.add(type);
}

QString escapedValue(const QString &value)
{
    QString all;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        if (c == u'\t' || c == u'\n' || c == u'\r') {
            all += c == u'\t' ? u"\\t"_s : c == u'\n' ? u"\\n"_s : u"\\r"_s;
            continue;
        }
        const bool isArrow = c == u'-' && i + 1 < value.size() && value[i + 1] == u'>';
        if (isArrow || u"\\[]|_;*"_s.contains(c))
            all += u'\\';
        all += c;
    }
    return all;
}

QString unescapedValue(const QString &value)
{
    QString all;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar next = value[i] == u'\\' && i + 1 < value.size() ? value[i + 1] : QChar();
        if (next == u't' || next == u'n' || next == u'r')
            all += next == u't' ? u'\t' : next == u'n' ? u'\n' : u'\r';
        else if (!next.isNull() && u"\\[]|_;*-"_s.contains(next))
            all += next;
        else {
            all += value[i];
            continue;
        }
        ++i;
    }
    return all;
}

QString escapedText(const QString &text)
{
    QString all;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\t':
            all += u"\\t"_s;
            break;
        case u'\n':
            all += u"\\n"_s;
            break;
        case u'\f':
            all += u"\\f"_s;
            break;
        case u'\r':
            all += u"\\r"_s;
            break;
        case u'\b':
            all += u"\\b"_s;
            break;
        default:
            if (c == u'\\' || (c < u' ' && c != u'\v'))
                all += u'\\';
            all += c;
        }
    }
    return all;
}

QString unescapedText(const QString &text, int minor)
{
    static constexpr QStringView letters = u"tnfrb";
    static constexpr QStringView characters = u"\t\n\f\r\b";
    QString all;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'\\' && i + 1 < text.size() ? text[i + 1] : QChar();
        bool isCode = false;
        const ushort code = minor <= 1 && next == u'u' ? QStringView(text).mid(i + 2, 4).toUShort(&isCode, 16)
                                                       : ushort(0);
        if (const qsizetype letter = next.isNull() ? -1 : letters.indexOf(next); letter >= 0) {
            all += characters[letter];
            ++i;
        } else if (isCode) {
            all += QChar(code);
            i += 5;
        } else if (next == u'\\' || (!next.isNull() && (next < u' ' || minor <= 1))) {
            all += next;
            ++i;
        } else {
            all += text[i];
        }
    }
    return all;
}

QStringList partsOf(const QString &cell, QChar separator)
{
    QStringList all;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < cell.size(); ++at) {
        if (cell[at] == separator && !isEscaped(cell, at)) {
            all.append(cell.sliced(begin, at - begin));
            begin = at + 1;
        }
    }
    all.append(cell.sliced(begin));
    return all;
}

QString takeSuffix(QString &item)
{
    if (!item.endsWith(u']') || isEscaped(item, item.size() - 1))
        return {};
    qsizetype open = item.lastIndexOf(u'[');
    while (open >= 0 && isEscaped(item, open))
        open = open == 0 ? -1 : item.lastIndexOf(u'[', open - 1);
    if (open < 0)
        return {};
    const QString suffix = item.sliced(open + 1).chopped(1);
    item.truncate(open);
    return suffix;
}

}
