// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"
#include "ui/article/picker.h"

class QLineEdit;

namespace pq {

class RowList;

/// A line to type part of a tag's name in, over the tags that fit. Return or a click takes one.
class TagPicker : public Picker
{
    Q_OBJECT

public:
    TagPicker(const QList<Tag> &tags, QWidget *window);

Q_SIGNALS:
    void chosen(pq::TagId tag);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const QString &typed);
    void sayCurrent();
    void choose(const QVariant &value);

    QList<Tag> m_tags;
    QLineEdit *m_lineEdit;
    RowList *m_list;
};

/// The tags that fit what is typed, best first: letters of the name in this order, whatever their case and
/// marks. All, in their own order, when nothing is typed; never those that are retired.
[[nodiscard]] QList<Tag> fittingTags(const QList<Tag> &tags, const QString &typed);

}
