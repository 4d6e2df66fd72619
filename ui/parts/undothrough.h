// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace pq {

/// Undo and redo in a line act on what is typed there; when there is nothing to take back any more, the keys
/// reach the window, so that one can undo edits of the project without leaving the line.
void letUndoThrough(QLineEdit *edit);

}
