// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/tei/teiinline.h"

#include <QXmlStreamWriter>

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
    /// @p elements: what each passage would be in the text. All must outlive this.
    TeiText(const Version &version, const QList<const Passage *> &passages,
            const QHash<PassageId, TeiInline> &elements);

    /// Passages that need anchors.
    [[nodiscard]] const QList<const Passage *> &standOff() const { return m_standOff; }
    /// The body with all that is in it.
    void write(QXmlStreamWriter &xml) const;

private:
    [[nodiscard]] bool fits(const Passage &passage) const;
    void sortOut(QList<const Passage *> passages);

    const Version &m_version;
    const QHash<PassageId, TeiInline> &m_elements;
    QList<const Passage *> m_inline; ///< outer ones first
    QList<const Passage *> m_standOff;
    QSet<qsizetype> m_anchors;       ///< positions
};

}
