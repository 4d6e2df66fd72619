// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tags/tagmerge.h"

#include <QDialog>

class QComboBox;
class QLabel;

namespace pq {

/// Chooses the tag that another one goes up in, and says beforehand what that will do.
class TagMergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p tags: all of the project; there must be another one than @p from.
    TagMergeDialog(Session &session, const Tag &from, const QList<Tag> &tags, QWidget *parent = nullptr);

    [[nodiscard]] const TagMerge &merge() const { return m_merge; }

private:
    void work();

    Session &m_session;
    QList<Tag> m_tags;
    TagMerge m_merge;
    QComboBox *m_into;
    QLabel *m_preview;
};

}
