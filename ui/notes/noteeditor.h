// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
}

namespace pq {

/// Where a note is written, in Markdown with its marks coloured. Ctrl+Return finishes, Escape gives up.
class NoteEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);
    ~NoteEditor() override;

Q_SIGNALS:
    void finished();
    void givenUp();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void highlight();

    std::unique_ptr<KSyntaxHighlighting::Repository> m_definitions; ///< read when first written in: it takes a while
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
};

}
