// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace pq {

/// What the marks in an article mean: a small article that explains them and wears each of them itself.
class Legend : public QDialog
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);
};

}
