// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teistructure.h"

#include "core/formats/tei/teiinline.h"

#include <QHash>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// The order in which things stand in a division: heads and the like, paragraphs and the like, divisions within, what
/// closes it.
enum Rank { Top, Middle, Inner, Bottom };

/// What an element may hold, and how.
struct Content
{
    bool words = false;
    bool quotations = false;
    QStringList elements; ///< beside those that stand within lines
    QStringList needed;   ///< one of these at least
};

const Content *contentOf(const QString &element)
{
    static const QStringList parts{u"p"_s, u"ab"_s, u"lg"_s, u"list"_s, u"sp"_s, u"stage"_s};
    static const QStringList around{u"head"_s, u"opener"_s, u"byline"_s, u"dateline"_s, u"closer"_s, u"trailer"_s};
    static const Content words{true, true, {}, {}};
    static const Content names{true, false, {}, {}}; // and what else is a phrase
    static const QHash<QString, Content> all{
        {u"text"_s, {false, false, {u"body"_s}, {u"body"_s}}},
        {u"body"_s, {false, false, around + parts + QStringList{u"div"_s}, parts + QStringList{u"div"_s}}},
        {u"div"_s, {false, false, around + parts + QStringList{u"div"_s}, {}}},
        {u"lg"_s, {false, false, {u"head"_s, u"l"_s, u"lg"_s, u"stage"_s}, {u"l"_s, u"lg"_s}}},
        {u"list"_s, {false, false, {u"head"_s, u"item"_s}, {u"item"_s}}},
        {u"sp"_s,
         {false,
          false,
          {u"speaker"_s, u"p"_s, u"ab"_s, u"l"_s, u"lg"_s, u"stage"_s},
          {u"p"_s, u"l"_s, u"lg"_s, u"ab"_s}}},
        {u"p"_s, {true, true, {u"list"_s, u"stage"_s}, {}}},
        {u"ab"_s, {true, true, {u"list"_s, u"stage"_s}, {}}},
        {u"item"_s, {true, true, {u"p"_s, u"list"_s, u"stage"_s}, {}}},
        {u"l"_s, {true, true, {u"stage"_s}, {}}},
        {u"head"_s, words},
        {u"stage"_s, words},
        {u"salute"_s, words},
        {u"signed"_s, words},
        {u"trailer"_s, words},
        {u"hi"_s, words},
        {u"emph"_s, words},
        {u"title"_s, words},
        {u"ref"_s, words},
        {u"speaker"_s, names},
        {u"foreign"_s, names},
        {u"date"_s, names},
        {u"byline"_s, names},
        {u"dateline"_s, names},
        {u"opener"_s, {true, false, {u"byline"_s, u"dateline"_s, u"salute"_s}, {}}},
        {u"closer"_s, {true, false, {u"dateline"_s, u"salute"_s, u"signed"_s}, {}}},
        {u"lb"_s, {}},
        {u"pb"_s, {}},
    };
    const auto found = all.constFind(element);
    return found == all.cend() ? nullptr : &*found;
}

/// They may stand wherever something else may.
bool isMilestone(const QString &element)
{
    return element == u"lb" || element == u"pb";
}

/// Those of an element, in their order, against what its content is.
class Children
{
public:
    Children(const QString &parent, const Content &content) : m_parent(parent), m_content(content) {}

    [[nodiscard]] bool take(const QString &child)
    {
        m_hasNeeded = m_hasNeeded || m_content.needed.contains(child);
        const bool isFirst = std::exchange(m_isFirst, m_isFirst && isMilestone(child));
        if (isMilestone(child))
            return true;
        if (isInline(child))
            return m_content.words;
        if (!m_content.elements.contains(child))
            return false;
        if (m_parent == u"body" || m_parent == u"div")
            return isInOrder(child);
        return isFirst || (child != u"head" && child != u"speaker" && child != u"body");
    }
    [[nodiscard]] bool isEnough() const { return m_content.needed.isEmpty() || m_hasNeeded; }

private:
    [[nodiscard]] bool isInOrder(const QString &child)
    {
        static const QStringList tops{u"head"_s, u"opener"_s};
        static const QStringList bottoms{u"closer"_s, u"trailer"_s};
        static const QStringList both{u"byline"_s, u"dateline"_s};
        Rank rank = Middle;
        if (tops.contains(child) || (both.contains(child) && m_rank == Top))
            rank = Top;
        else if (bottoms.contains(child) || both.contains(child))
            rank = Bottom;
        else if (child == u"div")
            rank = Inner;
        const bool isIn = rank >= m_rank;
        m_rank = rank;
        return isIn;
    }

    QString m_parent;
    const Content &m_content;
    Rank m_rank = Top;
    bool m_isFirst = true;
    bool m_hasNeeded = false;
};

/// Whether nothing but white space is between the two.
bool isApart(const Text &words, TextPosition begin, TextPosition end)
{
    return std::ranges::all_of(words.words({begin, end}),
                               [](QChar c) { return c == u' ' || c == u'\n' || c == u'\t'; });
}

/// Of each element, those within it.
QList<QList<qsizetype>> childrenOf(const TeiStructure &structure)
{
    QList<QList<qsizetype>> children(structure.size());
    for (qsizetype i = 1; i < structure.size(); ++i)
        children[structure[i].parent].append(i);
    return children;
}

/// Each within its parent and behind its siblings, and not too deep to be read again.
bool isTree(const TeiStructure &structure, const Text &words)
{
    constexpr int deepest = 100;
    if (structure.isEmpty() || structure.first().name != u"text" || structure.first().span != words.span())
        return false;
    QList<int> depths{0};
    QList<TextPosition> reached{structure.first().span.begin};
    for (qsizetype i = 1; i < structure.size(); ++i) {
        const TeiElement &element = structure[i];
        const qsizetype parent = element.parent;
        if (parent < 0 || parent >= i || depths[parent] == deepest || element.span.begin < reached[parent]
            || element.span.end < element.span.begin || structure[parent].span.end < element.span.end)
            return false;
        depths.append(depths[parent] + 1);
        reached.append(element.span.begin);
        // Also where a child ends behind what comes next in its grandparent, this is seen here.
        reached[parent] = element.span.end;
    }
    return true;
}

}

bool takesWords(const QString &element)
{
    const Content *content = contentOf(element);
    return content && content->words;
}

bool takesQuotations(const QString &element)
{
    const Content *content = contentOf(element);
    return content && content->quotations;
}

bool isInline(const QString &element)
{
    static const QSet<QString> all{u"hi"_s, u"emph"_s, u"title"_s, u"ref"_s, u"foreign"_s, u"date"_s, u"lb"_s, u"pb"_s};
    return all.contains(element);
}

bool canBeWritten(const TeiStructure &structure, const Text &words)
{
    if (!isTree(structure, words))
        return false;
    const QList<QList<qsizetype>> children = childrenOf(structure);
    for (qsizetype i = 0; i < structure.size(); ++i) {
        const TeiElement &element = structure[i];
        const Content *content = contentOf(element.name);
        if (!content)
            return false;
        Children taken(element.name, *content);
        TextPosition at = element.span.begin;
        for (const qsizetype child : children[i]) {
            if (!taken.take(structure[child].name))
                return false;
            if (!content->words && !isApart(words, at, structure[child].span.begin))
                return false;
            at = structure[child].span.end;
        }
        if (!taken.isEnough() || (!content->words && !isApart(words, at, element.span.end)))
            return false;
    }
    return true;
}

TeiStructure structureOf(const QList<TeiElement> &elements, const Text &words)
{
    // What became a passage is written as one; what is no more than a mark in a line can be left out.
    static const QSet<QString> marks{
        u"anchor"_s,   u"g"_s,         u"choice"_s,   u"corr"_s,     u"reg"_s,     u"expan"_s, u"app"_s,
        u"lem"_s,      u"add"_s,       u"unclear"_s,  u"supplied"_s, u"subst"_s,   u"num"_s,   u"term"_s,
        u"abbr"_s,     u"sic"_s,       u"orig"_s,     u"w"_s,        u"pc"_s,      u"c"_s,     u"s"_s,
        u"distinct"_s, u"mentioned"_s, u"soCalled"_s, u"forename"_s, u"surname"_s, u"rdg"_s};
    TeiStructure structure;
    QList<TextPosition> reached;                  // by each of them: where the next child may begin
    QList<qsizetype> places(elements.size(), -1); // of the nearest that is kept
    for (qsizetype i = 0; i < elements.size() && !elements[i].isOff; ++i) {
        const TeiElement &element = elements[i];
        const qsizetype parent = element.parent < 0 ? -1 : places[element.parent];
        if (teiPassageElements().contains(element.name) || element.name == u"seg" || marks.contains(element.name)) {
            places[i] = parent;
            continue;
        }
        if (!contentOf(element.name))
            return {};
        TeiElement kept = element;
        kept.parent = parent;
        kept.attributes.removeIf([](const std::pair<QString, QString> &attribute) {
            return attribute.first.contains(u':') && attribute.first != u"xml:lang";
        });
        if (structure.isEmpty()) {
            kept.span = words.span();
        } else if (parent < 0) {
            return {};
        } else if (kept.span.isEmpty()) {
            // It was read before the line break that keeps what it is in apart from what was before.
            kept.span.begin = kept.span.end = std::max(kept.span.begin, reached[parent]);
        }
        if (parent >= 0)
            reached[parent] = kept.span.end;
        places[i] = structure.size();
        structure.append(kept);
        reached.append(kept.span.begin);
    }
    // What its lines would be is not worth being kept.
    const TeiStructure lines = structureOfLines(words);
    const bool saysNothing = std::ranges::equal(structure, lines, [](const TeiElement &a, const TeiElement &b) {
        return a.name == b.name && a.attributes.isEmpty() && a.id.isEmpty();
    });
    return saysNothing || !canBeWritten(structure, words) ? TeiStructure() : structure;
}

TeiStructure structureOfLines(const Text &words)
{
    const auto element = [](const QString &name, TextSpan span, qsizetype parent) {
        TeiElement made;
        made.name = name;
        made.span = span;
        made.parent = parent;
        return made;
    };
    TeiStructure structure{element(u"text"_s, words.span(), -1), element(u"body"_s, words.span(), 0)};
    const qsizetype length = words.length();
    TextPosition begin{0};
    for (TextPosition at{0}; at.value <= length; at = at + 1) {
        if (at.value < length && words.words({at, at + 1}) != u"\n")
            continue;
        if (begin < at)
            structure.append(element(u"p"_s, {begin, at}, 1));
        begin = at + 1;
    }
    if (structure.size() == 2) // a body is not empty
        structure.append(element(u"p"_s, {words.span().end, words.span().end}, 1));
    return structure;
}

QJsonArray toJson(const TeiStructure &structure)
{
    QJsonArray json;
    for (const TeiElement &element : structure) {
        QJsonObject object{{"name"_L1, element.name},
                           {"begin"_L1, element.span.begin.value},
                           {"end"_L1, element.span.end.value},
                           {"parent"_L1, element.parent}};
        if (!element.id.isEmpty())
            object.insert("id"_L1, element.id);
        QJsonArray attributes;
        for (const auto &[name, value] : element.attributes)
            attributes.append(QJsonArray{name, value});
        if (!attributes.isEmpty())
            object.insert("attributes"_L1, attributes);
        json.append(object);
    }
    return json;
}

TeiStructure structureFrom(const QJsonArray &json)
{
    static const QRegularExpression name(u"\\A[A-Za-z_][A-Za-z0-9_.-]*\\z"_s); // that XML can hold
    TeiStructure structure;
    for (const auto &each : json) {
        const QJsonObject object = each.toObject();
        TeiElement element;
        element.name = object.value("name"_L1).toString();
        if (const QString id = object.value("id"_L1).toString(); name.match(id).hasMatch())
            element.id = id;
        element.span = {{object.value("begin"_L1).toInteger()}, {object.value("end"_L1).toInteger()}};
        element.parent = object.value("parent"_L1).toInteger(-1);
        for (const QJsonArray attributes = object.value("attributes"_L1).toArray();
             const auto &attribute : attributes) {
            const QJsonArray pair = attribute.toArray();
            const QString key = pair.at(0).toString();
            if (key == u"xml:lang" || (name.match(key).hasMatch() && key != u"xmlns"))
                element.attributes.append({key, pair.at(1).toString()});
        }
        structure.append(element);
    }
    return structure;
}

}
