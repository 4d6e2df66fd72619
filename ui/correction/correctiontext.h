// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/document.h"
#include "ui/prompts.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace pq {

/// Where the corrected text comes from: a file, or the clipboard; and what the outlet says it corrected.
class CorrectionText : public QWidget
{
    Q_OBJECT

public:
    explicit CorrectionText(Prompts prompts, QWidget *parent = nullptr);

    /// The file as it was read, or what was typed or pasted. Empty texts when there is nothing.
    [[nodiscard]] Document document() const;
    [[nodiscard]] QString note() const;
    /// Where the keyboard begins. (As a focus proxy it would keep Tab within the page.)
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void changed();

private:
    void chooseFile();

    Prompts m_prompts;
    Document m_file;
    QPlainTextEdit *m_textEdit;
    QLineEdit *m_noteLineEdit;
    QLabel *m_sourceLabel;
};

}
