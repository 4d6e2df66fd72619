// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/tag.h"

#include <QDialog>

namespace pq {

class Actions;
class Session;

/// Every key on one sheet, made from the table of commands and the project's tags.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    KeySheet(Session &session, const Actions &actions, QWidget *parent = nullptr);
};

/// The sheet as HTML; the colour of rules and dimmed words are @p border and @p dimmed ("#rrggbb").
[[nodiscard]] QString keysAsHtml(const Actions &actions, const QList<Tag> &tags, const QString &border,
                                 const QString &dimmed);

}
