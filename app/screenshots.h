// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Opens the sample project in a place of its own and writes the manual's pictures into @p folder. Works
/// without a display (QT_QPA_PLATFORM=offscreen). The value is the program's exit status.
int makeScreenshots(const QString &folder);
