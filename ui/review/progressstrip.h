// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/queue.h"

#include <QWidget>

class QLabel;

namespace pq {

/// How far a check is, drawn and in words: full for what is signed off, hatched for what is decided, empty for what
/// is open.
class ProgressStrip : public QWidget
{
    Q_OBJECT

public:
    /// @p name: of what it tells, such as "Project".
    explicit ProgressStrip(const QString &name, QWidget *parent = nullptr);

    void setProgress(const ReviewProgress &progress);
    /// "Project: 5 of 12 open, 4 decided, 3 signed off".
    [[nodiscard]] QString text() const;

private:
    class Bar;
    QString m_name;
    Bar *m_bar;
    QLabel *m_label;
};

}
