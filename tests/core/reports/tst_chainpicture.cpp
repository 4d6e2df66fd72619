// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/chainpicture.h"

#include "core/reports/picturelines.h"
#include "core/reports/textwidth.h"
#include "tests/support/anystring.h"
#include "tests/support/chainbuilder.h"
#include "tests/support/support.h"
#include "tests/support/wellformed.h"

#include <QElapsedTimer>

using namespace pq;
using namespace pq::test;

namespace {

QString shown(const QRectF &rect)
{
    return u"(%1, %2, %3 × %4)"_s.arg(rect.x()).arg(rect.y()).arg(rect.width()).arg(rect.height());
}

/// A line with right angles as thin rectangles.
QList<QRectF> segmentsOf(const PictureArrow &arrow)
{
    QList<QRectF> all;
    for (qsizetype i = 1; i < arrow.points.size(); ++i)
        all.append(QRectF(arrow.points[i - 1], arrow.points[i]).normalized().adjusted(-0.7, -0.7, 0.7, 0.7));
    return all;
}

/// The first thing that makes the picture hard to read; empty when there is none.
QString illegible(const ChainPicture &picture)
{
    QList<PictureText> free = picture.dates; // texts outside of nodes
    QList<QRectF> lines;
    for (const PictureHop &hop : picture.hops) {
        free += hop.texts;
        for (const PictureArrow &arrow : hop.arrows)
            lines += segmentsOf(arrow);
    }
    QList<PictureText> all = free;
    for (const PictureNode &node : picture.nodes) {
        all += node.texts;
        for (const PictureText &text : node.texts) {
            if (!node.rect.contains(text.rect))
                return u"“%1” leaves its node %2"_s.arg(text.text, shown(node.rect));
        }
    }
    const QRectF sheet({}, picture.size);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const PictureText &text = all[i];
        if (!sheet.contains(text.rect))
            return u"“%1” leaves the sheet"_s.arg(text.text);
        if (estimatedWidth(text.text, text.size) > text.rect.width() || text.size > text.rect.height())
            return u"“%1” is larger than its place"_s.arg(text.text);
        for (qsizetype j = 0; j < i; ++j) {
            if (text.rect.intersects(all[j].rect))
                return u"“%1” lies over “%2”"_s.arg(text.text, all[j].text);
        }
        for (const QRectF &line : std::as_const(lines)) {
            if (line.intersects(text.rect))
                return u"a line %1 goes through “%2”"_s.arg(shown(line), text.text);
        }
    }
    for (qsizetype i = 0; i < picture.nodes.size(); ++i) {
        const QRectF &rect = picture.nodes[i].rect;
        if (!sheet.contains(rect))
            return u"%1 leaves the sheet"_s.arg(picture.nodes[i].name);
        for (qsizetype j = 0; j < i; ++j) {
            if (rect.intersects(picture.nodes[j].rect))
                return u"%1 lies over %2"_s.arg(picture.nodes[i].name, picture.nodes[j].name);
        }
        for (const PictureText &text : std::as_const(free)) {
            if (rect.intersects(text.rect))
                return u"“%1” lies over %2"_s.arg(text.text, picture.nodes[i].name);
        }
        for (const QRectF &line : std::as_const(lines)) {
            if (line.intersects(rect.adjusted(2, 2, -2, -2)))
                return u"a line %1 goes through %2"_s.arg(shown(line), picture.nodes[i].name);
        }
    }
    for (const QRectF &line : std::as_const(lines)) {
        if (!sheet.contains(line))
            return u"a line %1 leaves the sheet"_s.arg(shown(line));
    }
    return {};
}

/// A chain of at least this many hops over half as many articles: one origin, re-reports of re-reports, a
/// contradiction, names in several scripts, some of them very long.
Chain longChain(qsizetype hops)
{
    Builder b;
    const EntityId actor = b.person(u"Аксинья Константиновна Воскресенская-Преображенская"_s);
    const EntityId character = b.entity(EntityKind::Character, u"أوتولين ذات الأبواب المفتوحة"_s);
    const EntityId teller = b.person(u"Wilhelmina Featherstonehaugh-Cholmondeley of the Upper Marshes and Beyond"_s);
    b.plays(actor, character);
    QList<ClaimId> claims;
    qsizetype made = 0;
    for (int i = 0; made < hops; ++i) {
        const EntityId outlet = b.outlet(i % 3 ? u"Outlet number %1"_s.arg(i)
                                               : u"דואר הערב של החוף הצפוני %1"_s.arg(i));
        const VersionId article = b.article(
            i % 4 ? u"Title %1"_s.arg(i) : u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"_s.repeated(2),
            outlet, i % 7 ? u"2024-05-%1"_s.arg(1 + i % 28, 2, 10, QLatin1Char('0')) : QString());
        const PassageId words = b.passage(article,
                                          i % 2 ? line : line + u" 🚪 and then some more of it, "_s.repeated(9));
        QList<Participant> who;
        if (i % 2 == 0)
            who.append({character, ParticipantRole::Speaker, {}});
        if (i % 3 == 0)
            who.append({teller, ParticipantRole::Source, {}});
        claims.append(
            b.claim(i % 5 ? ClaimKind::Quote : ClaimKind::Contribution, {{words, PassageRole::Content}}, who));
        if (i > 0)
            b.link(claims.last(), LinkKind(i % 7), claims[i % 4 ? (i - 1) / 2 : 0]);
        if (i > 4)
            b.link(claims.last(), LinkKind::Contradicts, claims[i - 3]);
        made = trace(b.corpus, {claims.first()}, line).hops.size();
    }
    return trace(b.corpus, {claims.first()}, line);
}

}

class tst_ChainPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHopHasItsRowWithItsWords()
    {
        const Chain chain = Twin().traced();
        const ChainPicture picture = chainPicture(chain);
        QCOMPARE(picture.hops.size(), chain.hops.size());
        QSet<qsizetype> seen;
        for (const PictureHop &hop : picture.hops) {
            seen.insert(hop.hop);
            QCOMPARE(hop.passage, chain.hops[hop.hop].passage);
            QCOMPARE(hop.sentence, hopSentences(chain)[hop.hop]);
            QVERIFY(!hop.arrows.isEmpty());
            QVERIFY(hop.texts.size() >= 2);
        }
        QCOMPARE(seen.size(), chain.hops.size());
        QCOMPARE(illegible(picture), QString());
    }

    void articlesStandInTheOrderOfTime()
    {
        const ChainPicture picture = chainPicture(Twin().traced());
        QStringList titles;
        double y = 0;
        for (const PictureNode &node : picture.nodes) {
            if (node.kind != NodeKind::Article)
                continue;
            titles.append(node.name);
            QVERIFY(node.rect.top() > y);
            y = node.rect.bottom();
        }
        QCOMPARE(titles,
                 (QStringList{u"How the last line was found (article), Night Signal"_s,
                              u"That last line (article), Matinee Post"_s,
                              u"Greta Lund looks back (article), Stagelight"_s}));
    }

    void kindsAreToldApartByTheirOutlines()
    {
        QHash<NodeKind, qsizetype> corners;
        const ChainPicture picture = chainPicture(Twin().traced());
        for (const PictureNode &node : picture.nodes)
            corners.insert(node.kind, outlineOf(node).size() + 100 * detailsOf(node).size());
        QCOMPARE(corners.size(), 4);
        const QList<qsizetype> all = corners.values();
        QCOMPARE(QSet<qsizetype>(all.begin(), all.end()).size(), 4);
    }

    void aCharacterIsPlayedBySomebody()
    {
        const ChainPicture picture = chainPicture(Twin().traced());
        QStringList names;
        for (const PictureNode &node : picture.nodes)
            names.append(node.name);
        QVERIFY(names.contains(u"Pim Harrow (person)"_s));
        QVERIFY(names.contains(u"Ottoline (character)"_s));
        QVERIFY(names.contains(u"Night Signal (outlet)"_s));
        QVERIFY(names.contains(u"Greta Lund (person)"_s));
    }

    void aLineLeadsFromAClaimToTheOneBefore()
    {
        const Chain chain = Twin().traced();
        const ChainPicture picture = chainPicture(chain);
        int links = 0;
        for (const PictureHop &hop : picture.hops) {
            if (chain.hops[hop.hop].kind != HopKind::ReReported)
                continue;
            ++links;
            const PictureArrow &arrow = hop.arrows.last();
            QCOMPARE(arrow.points.size(), 4);
            QVERIFY(arrow.points.last().y() < arrow.points.first().y()); // upwards, to what was before
            // It lands on the page that holds the claim before.
            const auto lands = [&](const PictureNode &node) {
                return node.kind == NodeKind::Article && node.rect.top() <= arrow.points.last().y()
                    && node.rect.bottom() >= arrow.points.last().y();
            };
            QVERIFY(std::ranges::any_of(picture.nodes, lands));
        }
        QCOMPARE(links, 2);
    }

    void aLineOutOfThePictureEndsBesideItsArticle()
    {
        Chain chain = Twin().traced();
        const qsizetype all = chain.hops.size();
        chain.hops.removeIf([](const Hop &hop) { return hop.depth == 0; });
        QVERIFY(!chain.hops.isEmpty() && chain.hops.size() < all);
        const ChainPicture picture = chainPicture(chain);
        QCOMPARE(illegible(picture), QString());
        for (const PictureHop &hop : picture.hops) {
            if (chain.hops[hop.hop].kind == HopKind::ReReported)
                QCOMPARE(hop.arrows.last().points.size(), 2);
        }
    }

    void fiftyHopsAreLegible()
    {
        const Chain chain = longChain(50);
        QVERIFY(chain.hops.size() >= 50);
        const ChainPicture picture = chainPicture(chain);
        QCOMPARE(picture.hops.size(), chain.hops.size());
        QCOMPARE(illegible(picture), QString());
        QVERIFY(picture.size.width() < 1400); // on one screen, without going sideways for ever
        bool isElided = false;
        for (const PictureNode &node : picture.nodes)
            isElided = isElided || node.texts.last().text.endsWith(u'…') || node.texts[1].text.endsWith(u'…');
        QVERIFY(isElided);
    }

    void anyChainIsLegible()
    {
        QVERIFY(rc::check("nothing lies over anything", [] {
            Builder b;
            QList<ClaimId> claims;
            const int count = *rc::gen::inRange(1, 9);
            for (int i = 0; i < count; ++i) {
                const VersionId article = b.article(*anyString(), b.outlet(*anyString()), *anyString());
                const PassageId words = b.passage(article, *anyString());
                const EntityId who = b.entity(EntityKind(*rc::gen::inRange(0, 4)), *anyString());
                if (*rc::gen::arbitrary<bool>())
                    b.plays(b.person(*anyString()), who);
                claims.append(b.claim(
                    ClaimKind(*rc::gen::inRange(0, 5)),
                    *rc::gen::arbitrary<bool>() ? QList<ClaimPassage>{{words, PassageRole::Content}}
                                                : QList<ClaimPassage>{},
                    {{who, ParticipantRole(*rc::gen::inRange(0, 7)), {}}, {who, ParticipantRole::Source, words}}));
                for (int j = 0; j < i; ++j) {
                    if (*rc::gen::inRange(0, 3) == 0)
                        b.link(claims[i], LinkKind(*rc::gen::inRange(0, 7)), claims[j]);
                }
            }
            const Chain chain = trace(b.corpus, {claims.begin(), claims.end()}, *anyString());
            const ChainPicture picture = chainPicture(chain);
            const QString fault = illegible(picture);
            RC_LOG() << fault.toStdString();
            RC_ASSERT(fault.isEmpty());
            RC_ASSERT(picture.hops.size() == chain.hops.size());
            RC_ASSERT(xmlFault(toSvg(picture)).isEmpty());
        }));
    }

    void anEmptyChainIsAnEmptySheet()
    {
        const ChainPicture picture = chainPicture({});
        QVERIFY(picture.nodes.isEmpty() && picture.hops.isEmpty());
        QCOMPARE(xmlFault(toSvg(picture)), QString());
    }

    void theSvgIsWellFormedAndStandsAlone()
    {
        Twin twin;
        twin.corpus.entities[0].name = u"<b>Pim</b> & \"Co\" \u0001"_s;
        for (const Tone tone : {Tone::Light, Tone::Dark}) {
            const QString svg = toSvg(chainPicture(twin.traced()), tone);
            QCOMPARE(xmlFault(svg), QString());
            QCOMPARE(outsideReference(svg), QString());
            QVERIFY(svg.contains(u"&lt;b&gt;Pim&lt;/b&gt;"_s));
            QVERIFY(svg.contains(u"id=\"hop-1\""_s));
        }
    }

    void theSvgIsTheGoldenOne()
    {
        Twin twin;
        twin.corpus.entities[1].name = u"גרטה לונד"_s;
        twin.corpus.articles[1].title =
            u"<b>Looks & glances</b> 🚪 at a title that is far too long for any page to hold it"_s;
        const QString difference = differenceFromGolden(u"reports/chain.svg"_s,
                                                        toSvg(chainPicture(twin.traced())).toUtf8());
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void aThousandHopsTakeNoTime()
    {
        const Chain chain = longChain(600);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(chainPicture(chain).hops.size(), chain.hops.size());
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(tst_ChainPicture)
#include "tst_chainpicture.moc"
