// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/tag.h"
#include "ui/parts/panel.h"
#include "ui/parts/tagvisibility.h"

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;

namespace pq {

class Actions;
class Session;
class TagModel;
class TagTree;

/// The project's tags as a tree, with their keys and how many passages carry each; here they are made,
/// changed, moved, merged, retired and deleted.
class TagsPanel : public Panel
{
    Q_OBJECT

public:
    TagsPanel(Session &session, Actions &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The tag shall be put on what is selected.
    void tagActivated(pq::TagId tag);
    /// What shall be seen in articles.
    void visibilitiesChanged(const pq::TagVisibilities &visibilities);

protected:
    void reload() override;

private:
    void activate(const QModelIndex &index);
    void newTag();
    void editTag();
    void mergeTag();
    void retireTag();
    void deleteTag();
    /// Among its siblings, @p step places down.
    void moveTag(int step);
    /// With a null id when no tag is chosen.
    [[nodiscard]] Tag currentTag() const;
    void setCurrentTag(TagId tag);
    void updateButtons();
    void changeVisibility(); ///< of the current tag: shown, dimmed, hidden, shown …
    void loadVisibilities();
    void tellVisibilities();

    Session &m_session;
    Actions &m_actions;
    TagModel *m_model;
    QSortFilterProxyModel *m_proxy;
    QLineEdit *m_filter;
    TagTree *m_tree;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_merge;
    QPushButton *m_retire;
    QPushButton *m_delete;
};

}
