// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tagspanel.h"

#include "ui/actions.h"
#include "ui/parts/leadfocus.h"
#include "ui/parts/leadtohits.h"
#include "ui/parts/mergedialog.h"
#include "ui/session.h"
#include "ui/tags/tagdelegate.h"
#include "ui/tags/tagdialog.h"
#include "ui/tags/tagmerge.h"
#include "ui/tags/tagmodel.h"
#include "ui/tags/tagtree.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pq {

namespace {

constexpr QLatin1StringView dimmedKey{"tags/dimmed"};
constexpr QLatin1StringView hiddenKey{"tags/hidden"};

}

TagsPanel::TagsPanel(Session &session, Actions &actions, QWidget *parent)
    : Panel(parent),
      m_session(session),
      m_actions(actions),
      m_model(new TagModel(session, this)),
      m_proxy(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)),
      m_tree(new TagTree(this)),
      m_new(new QPushButton(tr("Ne&w…"), this)),
      m_edit(new QPushButton(tr("&Change…"), this)),
      m_merge(new QPushButton(tr("&Merge into…"), this)),
      m_retire(new QPushButton(tr("Ret&ire"), this)),
      m_delete(new QPushButton(tr("Delete"), this))
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setObjectName(u"tagFilterLineEdit"_s);
    m_filter->setPlaceholderText(tr("Filter tags"));
    m_filter->setAccessibleName(tr("Filter tags by name"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setObjectName(u"tagsTreeView"_s);
    m_tree->setAccessibleName(tr("Tags"));
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegate(new TagDelegate(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(24);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(TagModel::NameColumn, QHeaderView::Stretch);
    m_new->setObjectName(u"newTagPushButton"_s);
    m_edit->setObjectName(u"editTagPushButton"_s);
    m_merge->setObjectName(u"mergeTagPushButton"_s);
    m_merge->setToolTip(tr("Give all that this tag has to another one"));
    m_retire->setObjectName(u"retireTagPushButton"_s);
    m_delete->setObjectName(u"deleteTagPushButton"_s);

    const auto row = [](const QList<QPushButton *> &all) {
        auto *buttons = new QHBoxLayout;
        for (QPushButton *button : all) {
            button->setMinimumWidth(button->fontMetrics().horizontalAdvance(button->text()) + 16);
            buttons->addWidget(button);
        }
        buttons->addStretch();
        return buttons;
    };
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row({m_new, m_edit, m_merge}));
    layout->addLayout(row({m_retire, m_delete}));

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        const TagId kept = currentTag().id;
        m_proxy->setFilterFixedString(text.trimmed());
        m_tree->expandAll();
        setCurrentTag(kept);
        m_tree->setEmptyText(text.trimmed().isEmpty() ? tr("There are no tags yet. Make one with “New…”.")
                                                      : tr("No tag has this in its name."));
    });
    connect(m_tree, &TagTree::activated, this, &TagsPanel::activate);
    connect(m_tree, &TagTree::currentMoved, this, &TagsPanel::updateButtons);
    connect(m_tree, &TagTree::deletionRequested, this, &TagsPanel::deleteTag);
    connect(m_tree, &TagTree::moveRequested, this, &TagsPanel::moveTag);
    connect(m_new, &QPushButton::clicked, this, &TagsPanel::newTag);
    connect(m_edit, &QPushButton::clicked, this, &TagsPanel::editTag);
    connect(m_merge, &QPushButton::clicked, this, &TagsPanel::mergeTag);
    connect(m_retire, &QPushButton::clicked, this, &TagsPanel::retireTag);
    connect(m_delete, &QPushButton::clicked, this, &TagsPanel::deleteTag);
    connect(actions["tag.new"], &QAction::triggered, this, &TagsPanel::newTag);
    connect(actions["tag.edit"], &QAction::triggered, this, &TagsPanel::editTag);
    connect(actions["tag.merge"], &QAction::triggered, this, &TagsPanel::mergeTag);
    connect(m_tree, &TagTree::visibilityRequested, this, &TagsPanel::changeVisibility);
    connect(m_tree, &TagTree::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == TagModel::VisibilityColumn)
            changeVisibility();
    });
    connect(actions["tag.visibility"], &QAction::triggered, this, &TagsPanel::changeVisibility);
    connect(&session, &Session::projectChanged, this, &TagsPanel::refresh);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (!changes.tags.isEmpty() || !changes.tagsets.isEmpty() || !changes.passages.isEmpty())
            refresh();
    });
    m_tree->setEmptyText(tr("There are no tags yet. Make one with “New…”."));
    loadVisibilities();
    leadFocus(this, m_tree);
    leadToHits(m_filter, m_tree);
    updateButtons();
}

/// They are a reader's choice and no part of the project.
void TagsPanel::loadVisibilities()
{
    TagVisibilities visibilities;
    const QSettings settings;
    for (const auto &[key, visibility] :
         {std::pair(dimmedKey, TagVisibility::Dimmed), std::pair(hiddenKey, TagVisibility::Hidden)}) {
        for (const QString &id : settings.value(key).toStringList())
            visibilities.insert(TagId::fromString(id), visibility);
    }
    m_model->setVisibilities(visibilities);
}

void TagsPanel::changeVisibility()
{
    const TagId tag = currentTag().id;
    if (tag.isNull())
        return;
    TagVisibilities visibilities = m_model->visibilities();
    switch (visibilities.value(tag)) {
    case TagVisibility::Shown:
        visibilities.insert(tag, TagVisibility::Dimmed);
        break;
    case TagVisibility::Dimmed:
        visibilities.insert(tag, TagVisibility::Hidden);
        break;
    case TagVisibility::Hidden:
        visibilities.remove(tag);
        break;
    }
    m_model->setVisibilities(visibilities);
    QStringList dimmed;
    QStringList hidden;
    for (const auto &[id, visibility] : visibilities.asKeyValueRange())
        (visibility == TagVisibility::Hidden ? hidden : dimmed).append(id.toString());
    QSettings settings;
    settings.setValue(dimmedKey, dimmed);
    settings.setValue(hiddenKey, hidden);
    tellVisibilities();
}

void TagsPanel::tellVisibilities()
{
    Q_EMIT visibilitiesChanged(withGroups(m_model->visibilities(), m_model->tags()));
}

void TagsPanel::reload()
{
    const TagId kept = currentTag().id;
    m_model->reload();
    tellVisibilities();
    m_tree->expandAll();
    setCurrentTag(kept);
    updateButtons();
}

Tag TagsPanel::currentTag() const
{
    return m_tree->currentIndex().data(TagModel::TagRole).value<Tag>();
}

void TagsPanel::setCurrentTag(TagId tag)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->find(tag));
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

void TagsPanel::updateButtons()
{
    const Tag tag = currentTag();
    const bool isChosen = !tag.id.isNull();
    m_new->setEnabled(m_session.isOpen());
    m_edit->setEnabled(isChosen);
    const bool hasOthers = isChosen && m_model->tags().size() > 1;
    m_merge->setEnabled(hasOthers);
    m_actions["tag.merge"]->setEnabled(hasOthers);
    m_retire->setEnabled(isChosen);
    m_retire->setText(tag.retired ? tr("Use &again") : tr("Ret&ire"));
    m_retire->setToolTip(tag.retired ? tr("Offer the tag again")
                                     : tr("Keep the tag on its passages but offer it no longer"));
    m_delete->setEnabled(isChosen);
    m_actions["tag.new"]->setEnabled(m_session.isOpen());
    m_actions["tag.edit"]->setEnabled(isChosen);
    m_actions["tag.visibility"]->setEnabled(isChosen);
}

void TagsPanel::activate(const QModelIndex &index)
{
    const Tag tag = index.data(TagModel::TagRole).value<Tag>();
    if (!tag.id.isNull() && !tag.retired)
        Q_EMIT tagActivated(tag.id);
}

void TagsPanel::newTag()
{
    if (!m_session.isOpen())
        return;
    m_model->reload(); // it may never have been shown
    const Tag near = currentTag();
    const QList<Tagset> tagsets = m_session.value(m_session.store().tagsets());
    std::optional<Tagset> made;
    Tag tag;
    tag.id = TagId::create();
    tag.parent = near.parent;
    tag.tagset = near.tagset;
    if (tag.tagset.isNull() && !tagsets.isEmpty())
        tag.tagset = tagsets.first().id;
    if (tag.tagset.isNull()) {
        made = Tagset{TagsetId::create(), tr("Tags"), {}};
        tag.tagset = made->id;
    }
    for (const QList<Tag> others = m_model->tags(); const Tag &other : others)
        tag.position = qMax(tag.position, other.position + 1);
    TagDialog dialog(tag, m_model->tags(), m_actions, true, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Tag decided = dialog.tag();
    const bool isDone = m_session.edit(tr("Make tag %1").arg(decided.name), [&](Edit &edit) {
        if (made)
            edit.put(*made);
        edit.put(decided);
    });
    if (isDone)
        setCurrentTag(decided.id);
}

void TagsPanel::editTag()
{
    const Tag tag = currentTag();
    if (tag.id.isNull())
        return;
    TagDialog dialog(tag, m_model->tags(), m_actions, false, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Tag decided = dialog.tag();
    m_session.edit(tr("Change tag %1").arg(decided.name), [&decided](Edit &edit) { edit.put(decided); });
}

void TagsPanel::mergeTag()
{
    const Tag tag = currentTag();
    if (tag.id.isNull() || m_model->tags().size() < 2)
        return;
    const QList<Tag> &tags = m_model->tags();
    QList<MergeDialog::Choice> choices;
    for (const Tag &other : tags) {
        if (other.id == tag.id)
            continue;
        const auto above = std::ranges::find(tags, other.parent, &Tag::id);
        choices.append(
            {above == tags.end() ? other.name : tr("%1 › %2", "a tag under another").arg(above->name, other.name),
             QVariant::fromValue(other.id)});
    }
    const auto merged = [&](const QVariant &into) {
        return tagMerge(m_session, tag, *std::ranges::find(tags, into.value<TagId>(), &Tag::id), tags);
    };
    MergeDialog dialog(
        tag.name, choices, [&](const QVariant &into) -> Result<QString> { return merged(into).preview(); }, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const TagMerge merge = merged(dialog.into());
    const bool isDone = m_session.edit(tr("Merge tag %1 into %2").arg(tag.name, merge.to.name),
                                       [&merge](Edit &edit) { merge.apply(edit); });
    if (isDone)
        setCurrentTag(merge.to.id);
}

void TagsPanel::retireTag()
{
    Tag tag = currentTag();
    if (tag.id.isNull())
        return;
    tag.retired = !tag.retired;
    const QString text = tag.retired ? tr("Retire tag %1") : tr("Use tag %1 again");
    m_session.edit(text.arg(tag.name), [&tag](Edit &edit) { edit.put(tag); });
}

void TagsPanel::deleteTag()
{
    const Tag tag = currentTag();
    if (tag.id.isNull())
        return;
    if (const qint64 count = m_model->count(tag.id); count > 0) {
        Q_EMIT m_session.failed(
            tr("“%1” cannot be deleted while passages carry it (%2). Merge it into another one, or retire it.")
                .arg(tag.name)
                .arg(count));
        return;
    }
    m_session.edit(tr("Delete tag %1").arg(tag.name), [&tag](Edit &edit) { edit.remove(tag.id); });
}

void TagsPanel::moveTag(int step)
{
    const Tag tag = currentTag();
    QList<Tag> siblings = m_model->tags();
    siblings.removeIf([&tag](const Tag &other) {
        return other.parent != tag.parent || other.tagset != tag.tagset || other.retired != tag.retired;
    });
    std::ranges::stable_sort(siblings, {}, &Tag::position);
    const auto at = std::ranges::find(siblings, tag.id, &Tag::id) - siblings.begin();
    const auto to = at + step;
    if (tag.id.isNull() || to < 0 || to >= siblings.size())
        return;
    // The places stay, the tags change them; equal places are pulled apart.
    QList<int> positions;
    for (const Tag &other : std::as_const(siblings))
        positions.append(positions.isEmpty() ? other.position : qMax(other.position, positions.last() + 1));
    siblings.swapItemsAt(at, to);
    m_session.edit(tr("Move tag %1").arg(tag.name), [&](Edit &edit) {
        for (qsizetype i = 0; i < siblings.size(); ++i) {
            Tag moved = siblings[i];
            moved.position = positions[i];
            edit.put(moved);
        }
    });
}

}
