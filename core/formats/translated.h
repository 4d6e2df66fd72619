// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace pq {

/// Under which the sentences of readers and writers are translated.
struct Formats
{
    Q_DECLARE_TR_FUNCTIONS(pq::Formats)
};

}
