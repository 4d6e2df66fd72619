// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/correction/anchorlist.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <array>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

enum Column { Words, Confidence };
constexpr int indexRole = Qt::UserRole;

QString wordsOf(const Correction &correction, qsizetype index)
{
    QStringList words;
    for (const TextSpan &span : correction.reanchoring.passages()[index])
        words.append(correction.reanchoring.old().words(span).toString().simplified());
    return words.join(u" … "_s);
}

QString confidenceOf(const Correction &correction, qsizetype index)
{
    const Anchor &anchor = correction.reanchoring.anchors()[index];
    const QList<TextSpan> place = placeIn(correction, index);
    if (anchor.isCertain)
        return AnchorList::tr("Certain");
    for (const AnchorPlace &each : anchor.places) {
        if (place.isEmpty() || each.spans == place)
            return AnchorList::tr("%1 %").arg(qRound(each.confidence * 100));
    }
    return place.isEmpty() ? AnchorList::tr("No place") : AnchorList::tr("By hand");
}

}

QString label(Anchoring anchoring)
{
    switch (anchoring) {
    case Anchoring::Exact:
        return AnchorList::tr("The same words");
    case Anchoring::Moved:
        return AnchorList::tr("The same words elsewhere");
    case Anchoring::Changed:
        return AnchorList::tr("Changed words");
    case Anchoring::Lost:
        return AnchorList::tr("Not found");
    }
    Q_UNREACHABLE_RETURN({});
}

AnchorList::AnchorList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"anchorTreeWidget"_s);
    setAccessibleName(tr("Passages, checked when they follow into the new version"));
    setHeaderLabels({tr("Passage"), tr("Sureness")});
    setUniformRowHeights(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Words, QHeaderView::Stretch);
    header()->setSectionResizeMode(Confidence, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT currentChangedTo(current());
    });
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column) {
        if (!m_isFilling && column == Words && item->parent())
            Q_EMIT toggled(item->data(Words, indexRole).toLongLong(), item->checkState(Words) == Qt::Checked);
    });
}

void AnchorList::setCorrection(const Correction &correction)
{
    const QScopedValueRollback filling(m_isFilling, true);
    clear();
    m_items.clear();
    std::array<QTreeWidgetItem *, 5> groups{}; // what is certain comes last: there is nothing to decide
    std::array<QList<QTreeWidgetItem *>, 5> children;
    for (qsizetype i = 0; i < correction.passages.size(); ++i) {
        const Anchor &anchor = correction.reanchoring.anchors()[i];
        auto *item = new QTreeWidgetItem({wordsOf(correction, i), confidenceOf(correction, i)});
        item->setData(Words, indexRole, i);
        item->setToolTip(Words, item->text(Words));
        item->setCheckState(Words, placeIn(correction, i).isEmpty() ? Qt::Unchecked : Qt::Checked);
        children[anchor.isCertain ? 4 : static_cast<size_t>(anchor.anchoring)].append(item);
        m_items.append(item);
    }
    constexpr std::array order{Anchoring::Changed, Anchoring::Lost, Anchoring::Moved, Anchoring::Exact};
    const auto add = [&](size_t group, const QString &title) {
        if (children[group].isEmpty())
            return;
        groups[group] = new QTreeWidgetItem({u"%1 (%2)"_s.arg(title).arg(children[group].size())});
        groups[group]->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        groups[group]->addChildren(children[group]);
        addTopLevelItem(groups[group]);
        groups[group]->setFirstColumnSpanned(true);
        groups[group]->setExpanded(true);
    };
    for (const Anchoring anchoring : order)
        add(static_cast<size_t>(anchoring), label(anchoring));
    add(4, tr("The same words, certain"));
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0)->child(0));
}

void AnchorList::update(const Correction &correction, qsizetype index)
{
    const QScopedValueRollback filling(m_isFilling, true);
    m_items[index]->setCheckState(Words, placeIn(correction, index).isEmpty() ? Qt::Unchecked : Qt::Checked);
    m_items[index]->setText(Confidence, confidenceOf(correction, index));
}

qsizetype AnchorList::current() const
{
    const QTreeWidgetItem *item = currentItem();
    return item && item->parent() ? item->data(Words, indexRole).toLongLong() : -1;
}

void AnchorList::goToNextOpen(const Correction &correction)
{
    for (QTreeWidgetItem *item = currentItem() ? itemBelow(currentItem()) : nullptr; item; item = itemBelow(item)) {
        if (item->parent() && placeIn(correction, item->data(Words, indexRole).toLongLong()).isEmpty()) {
            setCurrentItem(item);
            return;
        }
    }
}

}
