// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teitext.h"

#include <algorithm>
#include <utility>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What XML 1.0 cannot hold stands as an empty g whose n says which it is.
bool canStand(QStringView character)
{
    const char16_t code = character.front().unicode();
    if (character.size() == 2)
        return true;
    return !character.front().isSurrogate() && code < 0xfffe && (code >= 0x20 || code == u'\t' || code == u'\n');
}

}

QString teiFragmentId(PassageId passage, qsizetype fragment)
{
    const QString own = teiId(u'p', passage);
    return fragment == 0 ? own : own + u'.' + QString::number(fragment + 1);
}

QString teiAnchorId(VersionId version, TextPosition position)
{
    return teiId(u'v', version) + u'.' + QString::number(position.value);
}

TeiText::TeiText(const Version &version, const QList<const Passage *> &passages,
                 const QHash<PassageId, TeiInline> &elements, const TeiStructure &kept)
    : m_version(version), m_elements(elements)
{
    const bool isKept = canBeWritten(kept, version.text);
    const TeiStructure structure = isKept ? kept : structureOfLines(version.text);
    m_nodes.reserve(size_t(structure.size() + passages.size()));
    qsizetype replaced = 0; // none but where somebody changed what was kept
    for (const TeiElement &element : structure) {
        Node node{.name = element.name, .span = element.span};
        if (!element.id.isEmpty())
            node.attributes.append({u"xml:id"_s, element.id});
        for (const auto &[name, value] : element.attributes)
            node.attributes.append({name, xmlText(value, replaced)});
        if (element.parent >= 0) {
            Node &parent = m_nodes[size_t(element.parent)];
            node.depth = parent.depth + 1;
            parent.children.push_back(m_nodes.size());
        }
        m_nodes.push_back(std::move(node));
    }
    // The text outside of paragraphs is the text's, too.
    m_nodes[isKept ? 0 : 1].attributes.append({u"xml:space"_s, u"preserve"_s});

    QList<const Passage *> ordered = passages; // outer ones first
    std::ranges::stable_sort(ordered, [](const Passage *a, const Passage *b) {
        const TextSpan x = a->extent();
        const TextSpan y = b->extent();
        return x.begin == y.begin ? y.end < x.end : x.begin < y.begin;
    });
    for (const Passage *passage : std::as_const(ordered)) {
        if (place(*passage))
            continue;
        m_standOff.append(passage);
        for (const Fragment &fragment : passage->fragments) {
            m_anchors.insert(fragment.span.begin.value);
            m_anchors.insert(fragment.span.end.value);
        }
    }
}

/// The child that holds all of @p span, or the first one that does not end before it.
std::vector<size_t>::const_iterator TeiText::childAround(const Node &node, TextSpan span) const
{
    return std::ranges::partition_point(node.children, [&](size_t child) {
        const TextSpan &of = m_nodes[child].span;
        return of.end <= span.begin;
    });
}

bool TeiText::takes(const Node &node, const TeiInline &element)
{
    if (!node.passage)
        return element.isQuotation() ? takesQuotations(node.name) : takesWords(node.name);
    // In names there is room for said, but not for q.
    static const QSet<QString> names{u"persName"_s, u"orgName"_s, u"placeName"_s, u"name"_s, u"rs"_s};
    return !names.contains(node.name) || !element.isQuotation() || element.name == u"said";
}

/// Where it is in one piece, and neither it nor what it is within, or holds, goes over the other's end.
bool TeiText::place(const Passage &passage)
{
    constexpr int deepest = 120; // more could not be read again
    if (passage.fragments.size() != 1)
        return false;
    const TextSpan span = passage.extent();
    size_t at = 0;
    auto child = childAround(m_nodes[at], span);
    while (child != m_nodes[at].children.cend() && m_nodes[*child].span.contains(span)) {
        at = *child;
        child = childAround(m_nodes[at], span);
    }
    const TeiInline element = m_elements.value(passage.id);
    const auto begin = child;
    while (child != m_nodes[at].children.cend() && m_nodes[*child].span.end <= span.end && m_nodes[*child].isInLine()) {
        ++child;
    }
    const bool isCrossed = child != m_nodes[at].children.cend() && m_nodes[*child].span.begin < span.end;
    if (!takes(m_nodes[at], element) || isCrossed || (begin != child && m_nodes[*begin].span.begin < span.begin)
        || m_nodes[at].depth >= deepest)
        return false;
    Node node{.name = element.name, .span = span, .passage = &passage};
    node.attributes = QList<std::pair<QString, QString>>{{u"xml:id"_s, teiFragmentId(passage.id, 0)}} + element.own
        + element.ofPassage;
    node.attributes.removeIf([](const auto &attribute) { return attribute.second.isEmpty(); });
    node.children.assign(begin, child);
    node.depth = m_nodes[at].depth + 1;
    std::vector<size_t> &siblings = m_nodes[at].children;
    siblings.insert(siblings.erase(begin, child), m_nodes.size());
    m_nodes.push_back(std::move(node));
    return true;
}

void TeiText::writeAnchor(QXmlStreamWriter &xml, TextPosition position)
{
    if (!m_anchors.remove(position.value))
        return;
    xml.writeEmptyElement(u"anchor"_s);
    xml.writeAttribute(u"xml:id"_s, teiAnchorId(m_version.id, position));
}

void TeiText::writeWords(QXmlStreamWriter &xml, TextPosition end)
{
    QString words; // not written yet
    const auto flush = [&] {
        if (!words.isEmpty())
            xml.writeCharacters(std::exchange(words, {}));
    };
    for (; m_at < end; m_at = m_at + 1) {
        const QStringView character = m_version.text.words({m_at, m_at + 1});
        if (m_anchors.contains(m_at.value)) {
            flush();
            writeAnchor(xml, m_at);
        }
        if (canStand(character)) {
            words += character;
            continue;
        }
        flush();
        xml.writeEmptyElement(u"g"_s);
        xml.writeAttribute(
            u"n"_s, u"U+"_s + QString::number(character.front().unicode(), 16).toUpper().rightJustified(4, u'0'));
    }
    flush();
}

void TeiText::writeNode(QXmlStreamWriter &xml, const Node &node)
{
    xml.writeStartElement(node.name);
    for (const auto &[name, value] : node.attributes)
        xml.writeAttribute(name, value);
    for (const size_t index : node.children) {
        const Node &child = m_nodes[index];
        writeWords(xml, child.span.begin);
        // An anchor stands before the passage that begins with it, but within the paragraph.
        if (child.isInLine() && (node.passage || takesWords(node.name)))
            writeAnchor(xml, m_at);
        writeNode(xml, child);
    }
    writeWords(xml, node.span.end);
    if (!node.isInLine())
        writeAnchor(xml, m_at);
    xml.writeEndElement();
}

void TeiText::write(QXmlStreamWriter &xml)
{
    m_at = {0};
    writeNode(xml, m_nodes.front());
}

}
