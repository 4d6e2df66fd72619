// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/correction.h"

#include <QTreeWidget>

namespace pq {

/// What the screen calls it: "The same words".
[[nodiscard]] QString label(Anchoring anchoring);

/// The passages of a correction by what became of them, each with a box that says whether it follows.
class AnchorList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit AnchorList(QWidget *parent = nullptr);

    void setCorrection(const Correction &correction);
    /// Shows anew whether passage number @p index follows, and how sure its place is.
    void update(const Correction &correction, qsizetype index);
    /// The number of the passage; -1 for none.
    [[nodiscard]] qsizetype current() const;
    /// Makes the next passage the current one that does not follow yet.
    void goToNextOpen(const Correction &correction);

Q_SIGNALS:
    void currentChangedTo(qsizetype index);
    /// The user says yes or no.
    void toggled(qsizetype index, bool follows);

private:
    QList<QTreeWidgetItem *> m_items; ///< by the number of the passage
    bool m_isFilling = false;
};

}
