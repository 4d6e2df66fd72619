// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/tidy.h"
#include "ui/article/typography.h"
#include "ui/theme.h"

#include <QStringList>
#include <QVariant>

class QSettings;

namespace pq {

/// What a user chose. Shortcuts are kept by Actions.
struct Settings
{
    QString annotator;            ///< who edits; empty: the login name
    Scheme scheme = Scheme::System;
    QString articleFont;          ///< a family; empty: the face that the program chooses
    int articleFontSize = 0;      ///< in points; 0: as large as the program chooses
    Typesetting typesetting;      ///< of articles
    QStringList recentProjects;   ///< absolute paths, newest first
    QStringList recentActions;    ///< ids, newest first
    Tidying tidying;              ///< of a selection that gets a tag

    [[nodiscard]] static Settings load(const QSettings &settings);
    void save(QSettings &settings) const;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Puts it into the settings unless it is there already: writing them takes longer than all else in the start.
void keep(QAnyStringView key, const QVariant &value);

/// @p value moved or put to the front of @p list, which then holds @p most at most.
[[nodiscard]] QStringList withNewest(QStringList list, const QString &value, qsizetype most);

}
