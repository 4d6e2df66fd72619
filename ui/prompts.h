// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace pq {

/// Which paths a file dialog lets one choose.
enum class PathKind { File, Files, Folder, NewFile };

struct PathQuestion
{
    PathKind kind = PathKind::File;
    QString title;
    QString filter; ///< as in QFileDialog; empty: everything
    QString start;  ///< a folder, or the path proposed for a new file
};

struct Question
{
    QString text;
    QString details;
    QString accept; ///< what the button that says yes is called, such as "Remove"
};

/// The two ways in which the program stops and waits for an answer. Tests give their own.
struct Prompts
{
    std::function<bool(QWidget *parent, const Question &question)> confirm;
    /// Empty when the user chose none.
    std::function<QStringList(QWidget *parent, const PathQuestion &question)> choosePaths;

    /// Those that open dialogs on the screen.
    [[nodiscard]] static Prompts onScreen();
};

}
