// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tei/teiinline.h"
#include "core/formats/tei/teistructure.h"

#include <QXmlStreamWriter>

#include <vector>

namespace pq {

/// "p-…" and so on: an xml:id may not begin with a digit.
template <class Tag>
[[nodiscard]] QString teiId(char16_t kind, const Id<Tag> &id)
{
    return QChar(kind) + u'-' + id.toString();
}
/// Of a passage's fragment.
[[nodiscard]] QString teiFragmentId(PassageId passage, qsizetype fragment);
/// Where in the text of @p version a span begins or ends.
[[nodiscard]] QString teiAnchorId(VersionId version, TextPosition position);

/// Writes one version's text, and decides which passages stand in it.
class TeiText
{
public:
    /// @p elements: what each passage would be in the text. @p kept: the structure that the text had elsewhere; a
    /// paragraph for each line where it cannot be written. All must outlive this, but for the structure.
    TeiText(const Version &version, const QList<const Passage *> &passages, const QHash<PassageId, TeiInline> &elements,
            const TeiStructure &kept);

    /// Passages that need anchors.
    [[nodiscard]] const QList<const Passage *> &standOff() const { return m_standOff; }
    /// The text with all that is in it.
    void write(QXmlStreamWriter &xml);

private:
    /// An element of the structure, or a passage that stands in the text.
    struct Node
    {
        QString name;
        TextSpan span;
        const Passage *passage = nullptr;
        QList<std::pair<QString, QString>> attributes;
        std::vector<size_t> children;
        int depth = 0;
        [[nodiscard]] bool isInLine() const { return passage || isInline(name); }
    };
    [[nodiscard]] bool place(const Passage &passage);
    [[nodiscard]] static bool takes(const Node &node, const TeiInline &element);
    [[nodiscard]] std::vector<size_t>::const_iterator childAround(const Node &node, TextSpan span) const;
    void writeNode(QXmlStreamWriter &xml, const Node &node);
    void writeWords(QXmlStreamWriter &xml, TextPosition end);
    void writeAnchor(QXmlStreamWriter &xml, TextPosition position);

    const Version &m_version;
    const QHash<PassageId, TeiInline> &m_elements;
    std::vector<Node> m_nodes; ///< the first is the text
    QList<const Passage *> m_standOff;
    QSet<qsizetype> m_anchors; ///< positions, as long as they are not written
    TextPosition m_at;         ///< words are written up to here
};

}
