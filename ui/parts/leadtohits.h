// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QLineEdit;

namespace pq {

/// Down leads from a filter to the first hit, Return takes it, Escape empties the filter.
void leadToHits(QLineEdit *filter, QAbstractItemView *hits);

}
