// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/selection.h"

#include <QDialog>

class QListWidget;
class QTabWidget;

namespace pq {

class Session;

/// Asks which articles, tags, annotators and states are meant: nothing checked in a list is everything.
class SelectionDialog : public QDialog
{
    Q_OBJECT

public:
    SelectionDialog(Session &session, const Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] Selection selection() const;

private:
    QListWidget *addList(const QString &title, const char *name);
    void showCounts();

    QTabWidget *m_tabs;
    QListWidget *m_articles;
    QListWidget *m_tags;
    QListWidget *m_annotators;
    QListWidget *m_states;
};

/// "2 articles, 3 tags"; "Everything" for an empty one.
[[nodiscard]] QString summary(const Selection &selection);

}
