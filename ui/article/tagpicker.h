// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QFrame>

class QLineEdit;

namespace pq {

class RowList;

/// A line to type part of a tag's name in, over the tags that fit. Return or a click takes one, Escape or a
/// click elsewhere none; either way it is gone then.
class TagPicker : public QFrame
{
    Q_OBJECT

public:
    /// Stands in @p window over what else is there.
    TagPicker(const QList<Tag> &tags, QWidget *window);

    /// @p place: in the window's coordinates; the picker stands under it, or above.
    void openAt(const QRect &place);

Q_SIGNALS:
    void chosen(pq::TagId tag);
    /// After chosen(), if that was; the keyboard needs another place.
    void closed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const QString &typed);
    void sayCurrent();
    void choose(const QVariant &value);
    void finish();

    QList<Tag> m_tags;
    QLineEdit *m_lineEdit;
    RowList *m_list;
};

/// The tags that fit what is typed, best first: letters of the name in this order, whatever their case and
/// marks. All, in their own order, when nothing is typed; never those that are retired.
[[nodiscard]] QList<Tag> fittingTags(const QList<Tag> &tags, const QString &typed);

}
