// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QWidget>

namespace pq {

class Actions;
class Session;

/// The project's tags as a tree, with their keys and how many passages carry each; here they are made,
/// changed, retired and deleted.
class TagsPanel : public QWidget
{
    Q_OBJECT

public:
    TagsPanel(Session &session, Actions &actions, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The tag shall be put on what is selected.
    void tagActivated(pq::TagId tag);

private:
    Session &m_session;
    Actions &m_actions;
};

}
