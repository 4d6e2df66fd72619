// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/svg.h"
#include "core/review/chain.h"

#include <QList>
#include <QPointF>
#include <QRectF>

namespace pq {

/// A line of text in a picture, centred in its place.
struct PictureText
{
    QRectF rect;
    QString text;
    double size = 0; ///< of the font, in the picture's units
    bool isBold = false;
    bool isQuiet = false; ///< says what kind of thing it is, or when

    friend bool operator==(const PictureText &, const PictureText &) = default;
};

/// What stands in the picture, each with an outline of its own: a person rounded, a character with its corners cut, an
/// outlet with a double edge, an article as a page with a dog-ear.
enum class NodeKind { Person, Character, Outlet, Article };

struct PictureNode
{
    NodeKind kind = NodeKind::Person;
    QRectF rect;
    QString name;      ///< in full, for tool tips and screen readers
    qsizetype hop = 0; ///< the first hop that it takes part in: where a click leads
    QList<PictureText> texts;

    friend bool operator==(const PictureNode &, const PictureNode &) = default;
};

enum class LineStyle { Solid, Dashed };

/// A line with right angles from one node to another; the head is at its last point.
struct PictureArrow
{
    QList<QPointF> points;
    LineStyle style = LineStyle::Solid;
    bool isJoined = false; ///< meets others that lead to the same claim, where it turns for the first time

    friend bool operator==(const PictureArrow &, const PictureArrow &) = default;
};

/// What shows one hop, besides the nodes at its ends.
struct PictureHop
{
    qsizetype hop = 0;  ///< its index in the chain
    QString sentence;   ///< the hop as the chain's text has it
    PassageId passage;  ///< where a click leads; may be null
    QRectF rect;        ///< its row, from the time to the article's edge
    QList<PictureArrow> arrows;
    QList<PictureText> texts;

    friend bool operator==(const PictureHop &, const PictureHop &) = default;
};

/// A chain as one looks at it: what was published when runs from top to bottom, a band for each article. In each band a
/// row for each hop: who, what they did with the line (with its words), the article. On the right, lines lead from a
/// claim to the one before it, those to the same claim joined; a line to a claim that is not in the chain just ends.
struct ChainPicture
{
    QString title;
    QSizeF size;
    QList<PictureText> dates;
    QList<PictureNode> nodes;
    QList<PictureHop> hops;

    friend bool operator==(const ChainPicture &, const ChainPicture &) = default;
};

/// Lays out @p chain. No text lies over another, over a node it is not in, or over a line, however long the chain and
/// its names: names and words that are too long end with an ellipsis, by estimatedWidth(). Time and memory
/// grow with the hops, and with their square only where many claims lead to different ones at once.
[[nodiscard]] ChainPicture chainPicture(const Chain &chain);

/// The picture as SVG 1.1 that needs nothing beside it. Each hop is a group "hop-1", "hop-2" …, numbered as in the
/// chain's text, with its sentence as title.
[[nodiscard]] QString toSvg(const ChainPicture &picture, Tone tone = Tone::Light);
/// The same as an element to stand within a page, in the page's ink.
[[nodiscard]] QString toFigure(const ChainPicture &picture);

}
