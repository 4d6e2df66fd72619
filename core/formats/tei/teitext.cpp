// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tei/teitext.h"

#include <algorithm>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

/// What XML 1.0 cannot hold stands as an empty g whose n says which it is.
bool canStand(QStringView character)
{
    const char16_t code = character.front().unicode();
    return character.size() == 2
        || !(character.front().isSurrogate() || code >= 0xfffe || (code < 0x20 && code != u'\t' && code != u'\n'));
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
                 const QHash<PassageId, TeiInline> &elements)
    : m_version(version), m_elements(elements)
{
    sortOut(passages);
    for (const Passage *passage : std::as_const(m_standOff)) {
        for (const Fragment &fragment : passage->fragments) {
            m_anchors.insert(fragment.span.begin.value);
            m_anchors.insert(fragment.span.end.value);
        }
    }
}

/// On one line and in one piece.
bool TeiText::fits(const Passage &passage) const
{
    return passage.fragments.size() == 1 && !passage.fragments.first().words.contains(u'\n');
}

void TeiText::sortOut(QList<const Passage *> passages)
{
    std::ranges::stable_sort(passages, [](const Passage *a, const Passage *b) {
        const TextSpan x = a->extent();
        const TextSpan y = b->extent();
        return x.begin == y.begin ? y.end < x.end : x.begin < y.begin;
    });
    QList<const Passage *> open;
    for (const Passage *passage : std::as_const(passages)) {
        const TextSpan span = passage->extent();
        while (!open.isEmpty() && open.last()->extent().end <= span.begin)
            open.removeLast();
        const bool isWithin = std::ranges::all_of(
            open, [&span](const Passage *outer) { return outer->extent().contains(span); });
        if (fits(*passage) && isWithin) {
            open.append(passage);
            m_inline.append(passage);
        } else {
            m_standOff.append(passage);
        }
    }
}

void TeiText::write(QXmlStreamWriter &xml) const
{
    xml.writeStartElement(u"text"_s);
    xml.writeStartElement(u"body"_s);
    xml.writeAttribute(u"xml:space"_s, u"preserve"_s);
    const Text &text = m_version.text;
    bool isInLine = false;
    bool hasLine = false;
    QList<const Passage *> open;
    auto next = m_inline.cbegin();
    QString words; // not written yet
    const auto flush = [&] {
        if (!words.isEmpty())
            xml.writeCharacters(words);
        words.clear();
    };
    for (TextPosition at{0}; at.value <= text.length(); at = at + 1) {
        const QStringView character = at.value < text.length() ? text.words({at, at + 1}) : QStringView();
        while (!open.isEmpty() && open.last()->extent().end == at) {
            flush();
            xml.writeEndElement();
            open.removeLast();
        }
        const bool isBreak = character.isEmpty() || character == u"\n";
        if (!isInLine && !isBreak) {
            flush();
            xml.writeStartElement(u"p"_s);
            isInLine = hasLine = true;
        }
        if (m_anchors.contains(at.value)) {
            flush();
            xml.writeEmptyElement(u"anchor"_s);
            xml.writeAttribute(u"xml:id"_s, teiAnchorId(m_version.id, at));
        }
        if (isInLine && isBreak) {
            flush();
            xml.writeEndElement();
            isInLine = false;
        }
        for (; next != m_inline.cend() && (*next)->extent().begin == at; ++next) {
            flush();
            const TeiInline element = m_elements.value((*next)->id);
            xml.writeStartElement(element.name);
            xml.writeAttribute(u"xml:id"_s, teiFragmentId((*next)->id, 0));
            for (const auto &[name, value] : element.own + element.ofPassage) {
                if (!value.isEmpty())
                    xml.writeAttribute(name, value);
            }
            open.append(*next);
        }
        if (character.isEmpty())
            continue;
        if (canStand(character)) {
            words += character;
        } else {
            flush();
            xml.writeEmptyElement(u"g"_s);
            xml.writeAttribute(
                u"n"_s, u"U+"_s + QString::number(character.front().unicode(), 16).toUpper().rightJustified(4, u'0'));
        }
    }
    flush();
    // A body is not empty.
    if (!hasLine)
        xml.writeEmptyElement(u"p"_s);
    xml.writeEndElement();
    xml.writeEndElement();
}

}
