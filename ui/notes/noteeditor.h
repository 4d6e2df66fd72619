// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>

class QCompleter;

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
}

namespace pq {

/// Where a note is written, in Markdown with its marks coloured. Ctrl+Return finishes, Escape gives up; "@" and the
/// begin of a name offer the annotators to call.
class NoteEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEditor(QWidget *parent = nullptr);
    ~NoteEditor() override;

    /// Of the annotators who can be called.
    void setNames(const QStringList &names);

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
    void offerNames();
    void takeName(const QString &name);

    std::unique_ptr<KSyntaxHighlighting::Repository> m_definitions; ///< read when first written in: it takes a while
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter = nullptr;
    QCompleter *m_names;
};

}
