// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr std::array schemeNames{"system"_L1, "light"_L1, "dark"_L1, "high contrast"_L1};

Scheme schemeFrom(const QString &name)
{
    const auto at = std::ranges::find(schemeNames, name);
    return at == schemeNames.end() ? Scheme::System : static_cast<Scheme>(at - schemeNames.begin());
}

}

Settings Settings::load(const QSettings &settings)
{
    const Settings defaults;
    return {
        .annotator = settings.value("annotator/name").toString().trimmed(),
        .scheme = schemeFrom(settings.value("view/scheme").toString()),
        .articleFont = settings.value("article/font").toString(),
        .articleFontSize = std::clamp(settings.value("article/fontSize", defaults.articleFontSize).toInt(), 0, 72),
        .typesetting = {.sansSerif = settings.value("article/sansSerif", defaults.typesetting.sansSerif).toBool(),
                        .measure = std::clamp(settings.value("article/measure", defaults.typesetting.measure).toInt(),
                                              Typesetting::leastMeasure, Typesetting::greatestMeasure),
                        .leading = std::clamp(settings.value("article/leading", defaults.typesetting.leading).toInt(),
                                              Typesetting::leastLeading, Typesetting::greatestLeading)},
        .recentProjects = settings.value("recent/projects").toStringList(),
        .recentActions = settings.value("recent/actions").toStringList(),
        .tidying =
            {.toWholeWords = settings.value("selection/toWholeWords", defaults.tidying.toWholeWords).toBool(),
             .leavesOutSpace = settings.value("selection/leavesOutSpace", defaults.tidying.leavesOutSpace).toBool(),
             .leavesOutMarks = settings.value("selection/leavesOutMarks", defaults.tidying.leavesOutMarks).toBool()},
    };
}

void Settings::save(QSettings &settings) const
{
    settings.setValue("annotator/name", annotator);
    settings.setValue("view/scheme", QString(schemeNames.at(static_cast<size_t>(scheme))));
    settings.setValue("article/font", articleFont);
    settings.setValue("article/fontSize", articleFontSize);
    settings.setValue("article/sansSerif", typesetting.sansSerif);
    settings.setValue("article/measure", typesetting.measure);
    settings.setValue("article/leading", typesetting.leading);
    settings.setValue("recent/projects", recentProjects);
    settings.setValue("recent/actions", recentActions);
    settings.setValue("selection/toWholeWords", tidying.toWholeWords);
    settings.setValue("selection/leavesOutSpace", tidying.leavesOutSpace);
    settings.setValue("selection/leavesOutMarks", tidying.leavesOutMarks);
}

QStringList withNewest(QStringList list, const QString &value, qsizetype most)
{
    list.removeAll(value);
    list.prepend(value);
    return list.first(std::min(list.size(), most));
}

void keep(QAnyStringView key, const QVariant &value)
{
    QSettings settings;
    if (settings.value(key) != value)
        settings.setValue(key, value);
}

}
