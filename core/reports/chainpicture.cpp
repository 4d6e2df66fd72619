// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chainpicture.h"

#include "core/reports/picturewords.h"
#include "core/reports/textwidth.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace pq {

using namespace Qt::StringLiterals;

namespace {

// All in the picture's units, which are pixels on the screen.
constexpr double margin = 16;
constexpr double dateWidth = 96;
constexpr double performerWidth = 140;
constexpr double playedWidth = 86; ///< between a character and who plays it
constexpr double whoWidth = 150;
constexpr double saidWidth = 290; ///< between somebody and the article
constexpr double articleWidth = 180;
constexpr double linkWidth = 116;
constexpr double channelWidth = 12;
constexpr double bandGap = 22;
constexpr double lineAt = 33;      ///< a row's line, below its top
constexpr double landsBelow = 13;  ///< where other claims' lines come in, below the row's line
constexpr double nodeHalf = 30;
constexpr double leastRow = 68;
constexpr double nameSize = 13, labelSize = 12, wordsSize = 12, captionSize = 10.5;
constexpr double inset = 8; ///< of texts in nodes

double lineHeight(double size)
{
    return size * 1.28;
}

/// The hops of an article, which were published together.
struct Band
{
    const Hop *first = nullptr;
    QList<qsizetype> hops;
};

/// In order of date; what has none comes last, what has the same stays in the chain's order.
QList<Band> bandsOf(const Chain &chain)
{
    QList<Band> bands;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < chain.hops.size(); ++i) {
        const Hop &hop = chain.hops[i];
        // A claim without words stands in no article.
        const QString key = hop.article.isNull() ? u"claim "_s + hop.claim.toString() : hop.article.toString();
        if (!known.contains(key)) {
            known.insert(key, bands.size());
            bands.append(Band{&hop, {}});
        }
        bands[known[key]].hops.append(i);
    }
    std::ranges::stable_sort(bands, [](const Band &a, const Band &b) {
        const QString &one = a.first->published;
        const QString &other = b.first->published;
        return one.isEmpty() != other.isEmpty() ? other.isEmpty() : one < other;
    });
    return bands;
}

LineStyle lineStyle(const Hop &hop)
{
    return isAgainst(hop) ? LineStyle::Dashed : LineStyle::Solid;
}

/// The lines that lead to one claim.
struct Trunk
{
    double in = 0;
    QList<std::pair<qsizetype, double>> outs; ///< which of the picture's hops, and where it leaves its article
    double top = 0, bottom = 0;
    qsizetype channel = 0;
};

class Drawing
{
public:
    explicit Drawing(const Chain &chain);
    ChainPicture take() { return std::move(m_picture); }

private:
    void layOut();
    void addBand(const Band &band);
    double addRow(qsizetype index, double top, bool isSameWho, bool isSameClaim);
    void addWho(const Hop &hop, qsizetype index, double top);
    void addPlayed(const Hop &hop, qsizetype index, double top);
    void addArticle(const Band &band, double top, double bottom);
    void addLinks();
    void addNode(NodeKind kind, const QRectF &rect, const QString &caption, const QString &name, qsizetype hop);

    const Chain &m_chain;
    QStringList m_sentences;
    ChainPicture m_picture;
    double m_who = 0, m_said = 0, m_article = 0, m_link = 0; ///< where the columns begin
    double m_y = margin;
    QHash<ClaimId, double> m_landings; ///< the line of each claim's first row
    QHash<ClaimId, Trunk> m_trunks;
};

Drawing::Drawing(const Chain &chain) : m_chain(chain), m_sentences(hopSentences(chain))
{
    const bool hasPerformers = std::ranges::any_of(chain.hops,
                                                   [](const Hop &hop) { return !hop.performerName.isEmpty(); });
    m_who = margin + dateWidth + (hasPerformers ? performerWidth + playedWidth : 0);
    m_said = m_who + whoWidth;
    m_article = m_said + saidWidth;
    m_link = m_article + articleWidth;
    layOut();
}

void Drawing::layOut()
{
    m_picture.title = chainTitle(m_chain);
    const double width = m_link - margin;
    for (const QString &line : wrapped(m_picture.title, width, nameSize + 2, 2)) {
        const double height = lineHeight(nameSize + 2);
        m_picture.dates.append({QRectF(margin, m_y, width, height), line, nameSize + 2, true, false});
        m_y += height;
    }
    m_y += bandGap;
    for (const QList<Band> bands = bandsOf(m_chain); const Band &band : bands)
        addBand(band);
    addLinks();
    m_picture.size.setHeight(m_y - bandGap + margin);
}

void Drawing::addBand(const Band &band)
{
    const double top = m_y;
    const QString date = band.first->published.isEmpty() ? undated() : band.first->published;
    m_picture.dates.append(
        {QRectF(margin, top + lineAt - lineHeight(labelSize) / 2, dateWidth - inset, lineHeight(labelSize)),
         elided(date, dateWidth - inset, labelSize), labelSize, true, true});
    const Hop *before = nullptr;
    for (const qsizetype i : band.hops) {
        const Hop &hop = m_chain.hops[i];
        const bool isSameWho = before && before->entity == hop.entity && before->name == hop.name
            && before->performers == hop.performers;
        const bool isSameClaim = before && before->kind == HopKind::ReReported && hop.kind == before->kind
            && before->claim == hop.claim;
        m_y += addRow(i, m_y, isSameWho, isSameClaim);
        before = &hop;
    }
    addArticle(band, top, m_y);
    m_y = std::max(m_y, m_picture.nodes.last().rect.bottom()) + bandGap;
}

void Drawing::addNode(NodeKind kind, const QRectF &rect, const QString &caption, const QString &name, qsizetype hop)
{
    PictureNode node{kind, rect, u"%1 (%2)"_s.arg(name, caption), hop, {}};
    const double width = rect.width() - 2 * inset;
    const bool isArticle = kind == NodeKind::Article;
    const QStringList lines = wrapped(name, width, nameSize, isArticle ? 5 : 2);
    const double textHeight = lineHeight(captionSize) + double(lines.size()) * lineHeight(nameSize);
    double y = isArticle ? rect.top() + inset : rect.center().y() - textHeight / 2;
    const auto add = [&](const QString &text, double size, bool isQuiet) {
        node.texts.append({QRectF(rect.left() + inset, y, width, lineHeight(size)), text, size, !isQuiet, isQuiet});
        y += lineHeight(size);
    };
    add(elided(caption, width, captionSize), captionSize, true);
    for (const QString &line : lines)
        add(line, nameSize, false);
    m_picture.nodes.append(node);
}

void Drawing::addWho(const Hop &hop, qsizetype index, double top)
{
    const double middle = top + lineAt;
    addNode(nodeKind(hop), QRectF(m_who, middle - nodeHalf, whoWidth, 2 * nodeHalf), nodeCaption(hop), whoOf(hop),
            index);
    if (hop.kind == HopKind::Spoken && !hop.performerName.isEmpty())
        addPlayed(hop, index, top);
}

void Drawing::addPlayed(const Hop &hop, qsizetype index, double top)
{
    const double middle = top + lineAt;
    const PictureNode who = m_picture.nodes.takeLast();
    const double right = m_who - playedWidth;
    addNode(NodeKind::Person, QRectF(right - performerWidth, middle - nodeHalf, performerWidth, 2 * nodeHalf),
            personCaption(), hop.performerName, index);
    m_picture.nodes.append(who); // last, so that the rows to come can stretch it
    PictureHop &drawn = m_picture.hops.last();
    drawn.arrows.append({{{m_who, middle}, {right, middle}}, LineStyle::Solid, false});
    const double height = lineHeight(captionSize);
    drawn.texts.append({QRectF(right + 2, middle - height - 3, playedWidth - 4, height),
                        elided(playedBy(), playedWidth - 4, captionSize), captionSize, false, true});
}

/// How high the row is.
double Drawing::addRow(qsizetype index, double top, bool isSameWho, bool isSameClaim)
{
    const Hop &hop = m_chain.hops[index];
    const double middle = top + lineAt;
    m_picture.hops.append({index, m_sentences[index], hop.passage, {}, {}, {}});
    if (isSameWho)
        m_picture.nodes.last().rect.setBottom(middle + nodeHalf);
    else
        addWho(hop, index, top);

    PictureHop &drawn = m_picture.hops.last();
    const double width = saidWidth - 2 * inset;
    double bottom = middle;
    if (!isSameClaim) {
        drawn.arrows.append({{{m_said, middle}, {m_article, middle}}, LineStyle::Solid, false});
        const double height = lineHeight(labelSize);
        drawn.texts.append({QRectF(m_said + inset, middle - height - 4, width, height),
                            elided(u"%1 · %2"_s.arg(index + 1).arg(verbOf(hop)), width, labelSize), labelSize, true,
                            false});
        bottom += 5;
        for (const QString &line : wrapped(quotedWords(hop), width, wordsSize, 2)) {
            drawn.texts.append(
                {QRectF(m_said + inset, bottom, width, lineHeight(wordsSize)), line, wordsSize, false, false});
            bottom += lineHeight(wordsSize);
        }
    }
    const double height = std::max(leastRow, bottom + 10 - top);
    if (!m_landings.contains(hop.claim))
        m_landings.insert(hop.claim, middle + landsBelow);
    if (hop.kind == HopKind::ReReported) {
        const double labelHeight = lineHeight(labelSize);
        const QString label = isSameClaim ? u"%1 · %2"_s.arg(index + 1).arg(linkVerb(hop)) : linkVerb(hop);
        drawn.texts.append({QRectF(m_link + inset, middle - labelHeight - 4, linkWidth - 2 * inset, labelHeight),
                            elided(label, linkWidth - 2 * inset, labelSize), labelSize, true, false});
        m_trunks[hop.to].outs.append({m_picture.hops.size() - 1, middle});
    }
    drawn.rect = QRectF(m_said, top, m_link + linkWidth - m_said, height);
    return height;
}

void Drawing::addArticle(const Band &band, double top, double bottom)
{
    const Hop &hop = *band.first;
    addNode(NodeKind::Article, QRectF(m_article, top + lineAt - nodeHalf, articleWidth, 0), articleCaption(),
            hop.articleTitle.isEmpty() ? withoutWords() : hop.articleTitle, band.hops.first());
    PictureNode &node = m_picture.nodes.last();
    if (!hop.outletName.isEmpty()) {
        node.name = u"%1, %2"_s.arg(node.name, hop.outletName);
        const double width = articleWidth - 2 * inset;
        double y = node.texts.last().rect.bottom() + 2;
        for (const QString &line : wrapped(hop.outletName, width, captionSize, 2)) {
            const double height = lineHeight(captionSize);
            node.texts.append({QRectF(m_article + inset, y, width, height), line, captionSize, false, true});
            y += height;
        }
    }
    // A page holds its title, whatever the rows beside it need.
    node.rect.setBottom(std::max(bottom - leastRow + lineAt + nodeHalf, node.texts.last().rect.bottom() + inset));
}

/// Gives each claim that is led to a channel beside the articles in which no other line runs at the same height.
void Drawing::addLinks()
{
    QList<Trunk *> trunks;
    for (auto at = m_trunks.begin(); at != m_trunks.end(); ++at) {
        Trunk &trunk = *at;
        if (!m_landings.contains(at.key())) {
            for (const auto &[hop, y] : std::as_const(trunk.outs)) // out of the picture
                m_picture.hops[hop].arrows.append({{{m_link, y}, {m_link + linkWidth - inset, y}},
                                                   lineStyle(m_chain.hops[m_picture.hops[hop].hop]),
                                                   false});
            continue;
        }
        trunk.in = m_landings[at.key()];
        trunk.top = trunk.bottom = trunk.in;
        for (const auto &[hop, y] : std::as_const(trunk.outs)) {
            trunk.top = std::min(trunk.top, y);
            trunk.bottom = std::max(trunk.bottom, y);
        }
        trunks.append(&trunk);
    }
    // Short ones next to the articles, so that few lines cross; the hash must not decide between equal ones.
    std::ranges::sort(trunks, [](const Trunk *a, const Trunk *b) {
        return std::tuple(a->bottom - a->top, a->in) < std::tuple(b->bottom - b->top, b->in);
    });
    QList<QList<const Trunk *>> channels;
    for (Trunk *trunk : std::as_const(trunks)) {
        const auto isFree = [trunk](const QList<const Trunk *> &channel) {
            return std::ranges::none_of(channel, [trunk](const Trunk *other) {
                return trunk->top - 4 < other->bottom && other->top - 4 < trunk->bottom;
            });
        };
        auto found = std::ranges::find_if(channels, isFree);
        trunk->channel = found - channels.begin();
        if (found == channels.end())
            channels.append({trunk});
        else
            found->append(trunk);
    }
    for (const Trunk *trunk : std::as_const(trunks)) {
        const double x = m_link + linkWidth + double(trunk->channel) * channelWidth;
        for (const auto &[hop, y] : trunk->outs) {
            PictureHop &drawn = m_picture.hops[hop];
            drawn.arrows.append({{{m_link, y}, {x, y}, {x, trunk->in}, {m_link, trunk->in}},
                                 lineStyle(m_chain.hops[drawn.hop]),
                                 trunk->outs.size() > 1});
        }
    }
    m_picture.size.setWidth(m_link + (m_trunks.isEmpty() ? 0 : linkWidth) + double(channels.size()) * channelWidth
                            + margin);
}

}

ChainPicture chainPicture(const Chain &chain)
{
    return Drawing(chain).take();
}

}
