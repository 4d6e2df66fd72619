// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"
#include "ui/article/highlights.h"
#include "ui/article/passagekinds.h"
#include "ui/parts/tagvisibility.h"
#include "ui/theme.h"

class QPainter;

#include <QPixmap>

namespace pq {

/// How a tag looks and what it is called.
struct TagLook
{
    QColor tint;
    QColor line;
    QString name;
};

/// Paints passages block by block, all of it below the text.
class HighlightPainter
{
public:
    HighlightPainter(ArticleLayout &layout, const PassageMarks &marks) : m_layout(layout), m_marks(marks) {}

    void setTheme(const Theme &theme);
    void setTags(const QList<Tag> &tags);
    void setVisibilities(const TagVisibilities &visibilities);
    [[nodiscard]] bool isShown(TagId tag) const { return m_visibilities.value(tag) != TagVisibility::Hidden; }
    void setCurrent(PassageId passage) { m_current = passage; }
    void setSigns(const QHash<PassageId, PassageSigns> &signs) { m_signs = signs; }
    [[nodiscard]] PassageSigns signsOf(PassageId passage) const { return m_signs.value(passage); }

    [[nodiscard]] const TagLook &look(TagId tag) const;

    /// Under the text; @p origin is the block's top left.
    void paintGround(QPainter &painter, qsizetype block, const Highlights &highlights, const QPointF &origin);
    /// Under the text too, so that no letter is hidden: lines, surplus marks and the current passage's outline.
    void paintLines(QPainter &painter, qsizetype block, const Highlights &highlights, const QPointF &origin);

private:
    void paintSurplus(QPainter &painter, qsizetype block, const QList<Highlights::Surplus> &surplus,
                      const QPointF &origin);
    /// "+n", painted once for each number: there may be one beside every line.
    [[nodiscard]] QPixmap surplusPlate(qsizetype count, double scale);
    void paintSigns(QPainter &painter, const PassageSigns &signs, const QPointF &end, const QColor &colour);
    void paintOutline(QPainter &painter, qsizetype block, const TextSpan &fragment, const QColor &colour,
                      const QPointF &origin);

    ArticleLayout &m_layout;
    const PassageMarks &m_marks;
    Theme m_theme;
    QList<Tag> m_tags;
    QHash<TagId, TagLook> m_looks;
    TagLook m_unknown; ///< of a tag that is not there
    TagVisibilities m_visibilities;
    PassageId m_current;
    QHash<PassageId, PassageSigns> m_signs;
    QHash<qsizetype, QPixmap> m_plates; ///< for letters and a screen of this size
    int m_plateSize = 0;
    double m_plateScale = 0;
};

}
