// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/article/tagpicker.h"

#include "core/text/fold.h"
#include "ui/fuzzy.h"
#include "ui/parts/rowlist.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

QString withoutMarks(const QString &words)
{
    return folded(words, {.dropsMarks = true});
}

}

QList<Tag> fittingTags(const QList<Tag> &tags, const QString &typed)
{
    const QString wanted = withoutMarks(typed.trimmed());
    QList<std::pair<int, Tag>> fitting;
    for (const Tag &tag : tags) {
        const std::optional<int> score = fuzzyScore(wanted, withoutMarks(tag.name));
        if (!tag.retired && score)
            fitting.append({wanted.isEmpty() ? 0 : *score, tag});
    }
    std::ranges::stable_sort(fitting, std::greater<>(), &std::pair<int, Tag>::first);
    QList<Tag> result;
    for (const auto &[score, tag] : std::as_const(fitting))
        result.append(tag);
    return result;
}

TagPicker::TagPicker(const QList<Tag> &tags, QWidget *window)
    : Picker(window),
      m_tags(tags),
      m_lineEdit(new QLineEdit(this)),
      m_list(new RowList(RowList::Height::Filling, 1, this))
{
    setObjectName(u"tagPicker"_s);
    m_lineEdit->setObjectName(u"tagPickerLineEdit"_s);
    m_lineEdit->setPlaceholderText(tr("Part of a tag's name"));
    m_lineEdit->setAccessibleName(tr("Tag for the selection"));
    setFocusWidget(m_lineEdit);
    m_list->setObjectName(u"tagPickerList"_s);
    m_list->setAccessibleName(tr("Tags that fit"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setActivatesOnClick(true);
    m_list->setEmptyText(tr("No tag is called so."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_lineEdit);
    layout->addWidget(m_list);
    connect(m_lineEdit, &QLineEdit::textChanged, this, &TagPicker::fill);
    connect(m_list, &RowList::valueActivated, this, &TagPicker::choose);
    fill({});
}

void TagPicker::fill(const QString &typed)
{
    QList<Row> rows;
    for (const Tag &tag : fittingTags(m_tags, typed)) {
        Row row;
        row.title = tag.name;
        row.aside = tag.key.toUpper();
        row.colour = tag.colour;
        row.isPlain = true;
        row.value = QVariant::fromValue(tag.id);
        rows.append(row);
    }
    m_list->setCurrentValue({});
    m_list->setRows(rows);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    sayCurrent();
}

/// A screen reader stays with the line, so the line says what is marked.
void TagPicker::sayCurrent()
{
    m_lineEdit->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void TagPicker::choose(const QVariant &value)
{
    if (!value.isValid())
        return;
    Q_EMIT chosen(value.value<TagId>());
    finish();
}

bool TagPicker::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Picker::eventFilter(object, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isOurs = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Down
        || key->key() == Qt::Key_Up || key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
    if (!isOurs)
        return Picker::eventFilter(object, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        choose(m_list->currentValue());
    else
        QCoreApplication::sendEvent(m_list, event);
    sayCurrent();
    return true;
}

}
