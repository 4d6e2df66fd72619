// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace pq {

/// Under which the sentences of reports and pictures are translated.
struct Reports
{
    Q_DECLARE_TR_FUNCTIONS(pq::Reports)
};

}
