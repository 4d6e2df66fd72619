// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/typography.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

/// An average of English prose.
double averageCharacterWidth(const QFont &font)
{
    const QString sample = u"It was the one line that nobody had written down, she told us, and he said it anyway."_s;
    return QFontMetricsF(font).horizontalAdvance(sample) / double(sample.size());
}

}

Typography Typography::of(const QFont &application, double zoom, const Typesetting &chosen)
{
    Typography t;
    // What somebody chose is taken as it is; what nobody chose is a serif face somewhat larger than the labels.
    const bool sizeIsChosen = (application.resolveMask() & QFont::SizeResolved) != 0;
    const bool faceIsChosen = (application.resolveMask() & (QFont::FamilyResolved | QFont::FamiliesResolved)) != 0;
    const double size = QFontInfo(application).pixelSize() * (sizeIsChosen ? 1.0 : 1.27) * zoom;

    const QStringList faces = chosen.sansSerif
        ? QStringList{u"Noto Sans"_s, u"Source Sans 3"_s, u"Inter"_s, u"DejaVu Sans"_s}
        : QStringList{u"Noto Serif"_s, u"Source Serif 4"_s, u"Charter"_s, u"Georgia"_s, u"DejaVu Serif"_s};
    t.body = QFont(faceIsChosen ? application.families() + faces : faces);
    t.body.setStyleHint(chosen.sansSerif ? QFont::SansSerif : QFont::Serif);
    t.body.setPixelSize(std::max(6, qRound(size)));
    t.body.setHintingPreference(QFont::PreferNoHinting); // even spacing matters more than sharp stems

    t.headline = t.body;
    t.headline.setPixelSize(std::max(8, qRound(size * 1.65)));
    t.headline.setWeight(QFont::Bold);

    t.lineHeight = qRound(t.body.pixelSize() * chosen.leading / 100.0);
    t.headlineLineHeight = qRound(t.headline.pixelSize() * 1.3);
    t.paragraphGap = qRound(t.body.pixelSize() * 0.7);
    t.emptyHeight = qRound(t.body.pixelSize() * 0.6);
    t.characterWidth = averageCharacterWidth(t.body);
    t.measure = qRound(t.characterWidth * chosen.measure);
    t.letterHeight = QFontMetricsF(t.body).tightBoundingRect(u"l"_s).height();
    t.padding = qRound(t.body.pixelSize() * 1.5);
    return t;
}

}
